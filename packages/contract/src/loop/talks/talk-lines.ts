import { dateInChinese } from '@duizhao/engine/wording'
import { talkReasonNames, talkStateNames } from '@duizhao/engine/duties'
import type { TalkMatrix } from './endpoints.ts'

type Line = TalkMatrix['lines'][number]

/** What asks for something first. */
const ORDER: readonly Line['state'][] = ['missing', 'late', 'unknown', 'held']

/** The talks of a matrix, those that are missing first. */
export function talksInOrder(lines: readonly Line[]): Line[] {
  return lines.toSorted((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state))
}

/** With whom a talk is due: 王一、李二中的一人（第一支部）. */
export function withWhom({ withAnyOf, place }: Pick<Line, 'withAnyOf' | 'place'>): string {
  const names = withAnyOf.map(({ name }) => name)
  const whom = names.length <= 1 ? names.join('') : `${names.join('、')}中的一人`
  const where = place === null ? '' : place.name
  if (whom === '') return `${where}没有登记可以谈的人`
  return where === '' ? whom : `${whom}（${where}）`
}

/** Until when a talk is planned: 约在2026年12月15日以前. */
export function plannedInWords({ until }: Line['planned'][number]): string {
  return `约在${dateInChinese(until)}以前`
}

function talkDays({ talks, planned }: Line): string {
  return [...talks.map(({ onDay }) => dateInChinese(onDay)), ...planned.map(plannedInWords)].join('、')
}

interface TalkColumn {
  readonly id: 'person' | 'with' | 'reason' | 'state' | 'days'
  readonly header: string
  readonly words: (line: Line) => string
}

/** What a list of talks shows of one, on screen and on paper alike. */
export const talkColumns: readonly TalkColumn[] = [
  { id: 'person', header: '人员', words: ({ person }) => person.name },
  { id: 'with', header: '谈话对象', words: withWhom },
  { id: 'reason', header: '种类', words: ({ reason }) => talkReasonNames[reason] },
  { id: 'state', header: '结果', words: ({ state }) => talkStateNames[state] },
  { id: 'days', header: '日期', words: talkDays },
]
