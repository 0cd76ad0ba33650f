import { dateInChinese } from '@duizhao/engine/wording'
import {
  askedOf,
  kindsInWords,
  numberBounds,
  recordKindFacts,
  recordNumberNames,
  recordNumbers,
  recordVisibilities,
} from './record-kinds.ts'
import type { RecordFields, RecordState } from './record.ts'

/** A rule a record breaks, at the field that has to be put right; `topics.0.ofDay` lies deeper. */
export interface RecordFault {
  readonly field: string
  readonly message: string
}

/** What a record is called where nobody gave it a name: 2026年3月5日党员大会、集中学习; a plan by its last day. */
export function recordNameOf(
  { name, kinds, onDay }: Pick<RecordFields, 'name' | 'kinds' | 'onDay'>,
  state: RecordState = 'kept',
): string {
  if (name !== '') return name
  return state === 'planned'
    ? `${kindsInWords(kinds)}（约在${dateInChinese(onDay)}以前）`
    : `${dateInChinese(onDay)}${kindsInWords(kinds)}`
}

/** All that is wrong with what is written of a record, without looking at anything else; `today` is the last day there is. */
export function recordFaults(record: RecordFields, today: string, state: RecordState = 'kept'): RecordFault[] {
  return [state === 'planned' ? isStillToCome : hasHappened, ...RULES].flatMap((rule) => rule(record, today))
}

type Rule = (record: RecordFields, today: string) => RecordFault[]

const RULES: readonly Rule[] = [
  kindsGoTogether,
  daysInOrder,
  textsBeforeTheDay,
  numbersWithinBounds,
  onlyWhatBelongs,
  talksHaveTwo,
  nobodyTwice,
]

const fault = (isWrong: boolean, field: string, message: string): RecordFault[] => (isWrong ? [{ field, message }] : [])

function kindsGoTogether({ kinds }: RecordFields): RecordFault[] {
  const apart = recordVisibilities.filter((each) => kinds.some((kind) => recordKindFacts[kind].visibility === each))
  return fault(apart.length > 1, 'kinds', '谈心谈话、理论测试、党费收缴看得见的人不同，请单独记')
}

function hasHappened({ onDay, untilDay }: RecordFields, today: string): RecordFault[] {
  return [
    ...fault(onDay > today, 'onDay', '还没有到这一天：只记已经做了的'),
    ...fault(untilDay !== null && untilDay > today, 'untilDay', '还没有到这一天：只记已经做了的'),
  ]
}

/** A plan is of one talk, until one day, of which nothing can be told yet. */
function isStillToCome({ kinds, onDay, untilDay, makesUpOn, note }: RecordFields, today: string): RecordFault[] {
  return [
    ...fault(kinds.length !== 1 || kinds[0] !== 'talk', 'kinds', '只有谈心谈话可以先约定'),
    ...fault(onDay < today, 'onDay', '谈话期限不能早于今天'),
    ...fault(untilDay !== null, 'untilDay', '约定谈话只写一个期限'),
    ...fault(makesUpOn !== null, 'makesUpOn', '还没有谈，谈了以后再写'),
    ...fault(note !== '', 'note', '还没有谈，谈了以后再写'),
  ]
}

function daysInOrder({ onDay, untilDay, makesUpOn }: RecordFields): RecordFault[] {
  return [
    ...fault(untilDay !== null && untilDay < onDay, 'untilDay', '不能早于第一天'),
    ...fault(makesUpOn !== null && makesUpOn > onDay, 'makesUpOn', '补开的那一期不能在这以后'),
  ]
}

/** Nobody studies a speech before it has been given. */
function textsBeforeTheDay({ topics, onDay, untilDay }: RecordFields): RecordFault[] {
  const last = untilDay ?? onDay
  return topics.flatMap(({ ofDay }, at) =>
    fault(
      ofDay !== null && ofDay > last,
      `topics.${at}.ofDay`,
      `晚于学习的那一天（${dateInChinese(last)}），那时还没有这篇讲话、文件`,
    ),
  )
}

function numbersWithinBounds({ numbers }: RecordFields): RecordFault[] {
  return numberBounds.flatMap(([parts, whole]) => {
    const most = numbers[whole]
    const sum = parts.reduce((total, part) => total + (numbers[part] ?? 0), 0)
    const names = parts.map((part) => recordNumberNames[part]).join('加')
    return fault(
      most !== undefined && sum > most,
      `numbers.${parts[0] ?? whole}`,
      `${names}不能多于${recordNumberNames[whole]}`,
    )
  })
}

/** What no kind of the record asks for would be kept where nobody looks for it. */
function onlyWhatBelongs(record: RecordFields): RecordFault[] {
  const { fields, numbers } = askedOf(record.kinds)
  const words = kindsInWords(record.kinds)
  const isAttendance = ({ kind }: RecordFields['participants'][number]): boolean => kind !== 'talked_to'
  const given: readonly (readonly [boolean, boolean, string, string])[] = [
    [record.place !== '', fields.has('place'), 'place', '地点'],
    [record.hostId !== null, fields.has('host'), 'hostId', '主持人'],
    [record.hours !== null, fields.has('hours'), 'hours', '学时'],
    [record.topics.length > 0, fields.has('topics'), 'topics', '议题'],
    [record.participants.some(isAttendance), fields.has('attendance'), 'participants', '缺席、列席的人'],
    [record.participants.some((one) => !isAttendance(one)), fields.has('talkedTo'), 'participants', '谈话对象'],
    [record.outcome !== '', fields.has('outcome'), 'outcome', '结果'],
    [record.note !== '', fields.has('note'), 'note', '谈话内容'],
  ]
  const strange = recordNumbers.filter((name) => record.numbers[name] !== undefined && !numbers.includes(name))
  return [
    ...given.flatMap(([isGiven, isAsked, field, name]) => fault(isGiven && !isAsked, field, `${words}不记${name}`)),
    ...strange.flatMap((name) => fault(true, `numbers.${name}`, `${words}不记这个数`)),
  ]
}

function talksHaveTwo({ kinds, hostId, participants }: RecordFields): RecordFault[] {
  if (!kinds.includes('talk')) return []
  const others = participants.filter(({ kind }) => kind === 'talked_to')
  return [
    ...fault(hostId === null, 'hostId', '请选谈话人'),
    ...fault(others.length !== 1, 'participants.0.personId', '请选一个谈话对象；和几个人谈，一人记一次'),
    ...fault(
      others.some(({ personId }) => personId === hostId),
      'participants.0.personId',
      '谈话人和谈话对象要是两个人',
    ),
  ]
}

function nobodyTwice({ participants }: RecordFields): RecordFault[] {
  const isAway = (kind: string): boolean => kind === 'absent' || kind === 'excused' || kind === 'partial'
  const keys = participants.map(({ personId, kind }) => `${personId} ${isAway(kind) ? 'away' : kind}`)
  return keys.flatMap((key, at) => fault(keys.indexOf(key) < at, `participants.${at}.personId`, '这个人前面已经写过'))
}
