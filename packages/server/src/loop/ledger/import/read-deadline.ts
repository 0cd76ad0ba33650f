import type { LedgerDate, LedgerDuties } from '@duizhao/engine'
import type { ProblemClass } from '@duizhao/contract'

/** What the deadline cells of a row come to. */
export interface Deadline {
  readonly class: ProblemClass
  readonly dueOn: string | null
  readonly saysClass: boolean
  readonly saysDeadline: boolean
  /** A deadline that cannot be put on a calendar, and why. */
  readonly faults: readonly { readonly at: LedgerDate; readonly message: string }[]
  /** True if a date is needed and none is written. */
  readonly isMissing: boolean
}

/** Class and deadline of a problem: the last of its measures' dates; the class as written, else as the deadlines say. */
export function readDeadline(own: LedgerDuties, ofMeasures: readonly LedgerDuties[]): Deadline {
  const beside = ofMeasures.flatMap(({ deadline }) => (deadline ? [deadline] : []))
  const all = beside.length > 0 ? beside : own.deadline ? [own.deadline] : []
  const unclear = all.filter(({ kind, text }) => kind === 'unclear' && text.trim() !== '')
  const dates = all.flatMap(({ date }) => (date === undefined ? [] : [date])).toSorted()
  const dueOn = dates.at(-1) ?? null
  const written = own.class?.class ?? null
  const said = written ?? classOfDeadlines(all)
  const kind = said ?? (own.state?.state === 'sustained' ? 'sustained' : 'dated')
  return {
    class: kind,
    dueOn,
    saysClass: said !== null,
    saysDeadline: all.length > 0 && unclear.length === 0,
    faults: unclear.map((at) => ({ at, message: whyUnclear(at) })),
    isMissing:
      kind === 'dated' &&
      dueOn === null &&
      unclear.length === 0 &&
      !all.some((each) => each.kind === 'done' || each.done),
  }
}

function classOfDeadlines(deadlines: readonly LedgerDate[]): ProblemClass | null {
  if (deadlines.length === 0) return null
  if (deadlines.every(({ kind, sustained }) => kind === 'sustained' || sustained === true)) return 'sustained'
  return deadlines.every(({ kind }) => kind === 'immediate') ? 'immediate' : null
}

function whyUnclear({ text, precision }: LedgerDate): string {
  if (precision !== 'none') return `完成时限“${text}”没有写年份`
  return /\d/.test(text.normalize('NFKC'))
    ? `完成时限“${text}”不是日历上有的日期`
    : `完成时限“${text}”读不出日期，请写日期或者“长期坚持”`
}
