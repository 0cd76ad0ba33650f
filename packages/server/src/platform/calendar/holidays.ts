import { daysAfter } from '@duizhao/engine/wording'
import chineseDays from 'chinese-days'

/** A holiday as the State Council arranges it: its name and the days off, weekends worked for it left out. */
interface ArrangedHoliday {
  readonly name: string
  readonly from: string
  readonly to: string
}

const known = new Map<number, readonly ArrangedHoliday[]>()

/** The holidays whose last day lies in a year, in order; none of a year that has not been arranged yet. */
export function holidaysOf(year: number): readonly ArrangedHoliday[] {
  const before = known.get(year)
  if (before) return before
  const holidays: ArrangedHoliday[] = []
  for (let day = `${year - 1}-12-20`; day <= `${year}-12-31`; day = daysAfter(day, 1)) {
    const { work, name } = chineseDays.getDayDetail(day)
    const chinese = name.split(',')[1]
    if (work || chinese === undefined) continue
    const last = holidays.at(-1)
    if (last?.name === chinese && last.to === daysAfter(day, -1)) holidays.splice(-1, 1, { ...last, to: day })
    else holidays.push({ name: chinese, from: day, to: day })
  }
  const made = holidays.filter(({ to }) => to.startsWith(`${year}-`))
  known.set(year, made)
  return made
}
