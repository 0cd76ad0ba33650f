import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { wholeNumber } from '../../platform/number.ts'
import { atLeast, textOf } from '../../platform/text.ts'
import { recordKinds, type RecordNumber, recordNumbers, recordVisibilities } from './record-kinds.ts'

export const RecordKindField = z.enum(recordKinds, '请选种类')

/** How somebody took part otherwise than by coming: who came as was due is never written down. */
export const participationKinds = [
  'absent',
  'excused',
  'partial',
  'invited',
  'observer',
  'wrote',
  'talked_to',
  'made_up',
] as const
export const ParticipationKind = z.enum(participationKinds, '请选是怎样的')
export type ParticipationKind = z.infer<typeof ParticipationKind>

export const participationKindNames: Readonly<Record<ParticipationKind, string>> = {
  absent: '缺席',
  excused: '请假',
  partial: '没有全程参加',
  invited: '应邀',
  observer: '列席',
  wrote: '书面发言',
  talked_to: '谈话对象',
  made_up: '事后补上',
}

/** The ways of not having been there; who was excused was not there either. */
export const absentKinds = ['absent', 'excused'] as const satisfies readonly ParticipationKind[]

const HOURS = '要填 0.1 到 999.9 之间的数，最多一位小数'

export const RecordName = textOf('名称', 100)
export const WithdrawalReason = textOf('原因', 300).min(...atLeast(2, '请写为什么撤回'))

export const RecordTopic = z.object({
  text: textOf('议题', 200).min(1, '请写议题或学习的文章'),
  ofDay: CalendarDate.nullable().default(null).describe('这篇讲话、文件的日期'),
  speaker: textOf('发言人', 40).default(''),
})
export type RecordTopic = z.infer<typeof RecordTopic>

export const RecordParticipant = z.object({
  personId: z.uuid('请选一个人'),
  kind: ParticipationKind,
  note: textOf('说明', 100).default('').describe('原因，或补上的方式'),
})
export type RecordParticipant = z.infer<typeof RecordParticipant>

const someNumber = wholeNumber(0, 10_000_000).optional()
export const RecordNumbers = z.object(
  Object.fromEntries(recordNumbers.map((name) => [name, someNumber])) as Readonly<
    Record<RecordNumber, typeof someNumber>
  >,
)
export type RecordNumbers = z.infer<typeof RecordNumbers>

/** What is written down of a record; which of it belongs to which kinds is in `record-kinds.ts`. */
export const RecordFields = z.object({
  kinds: z
    .array(RecordKindField)
    .min(1, '请选种类')
    .max(8, '一次最多兼 8 种')
    .overwrite((kinds) => recordKinds.filter((kind) => kinds.includes(kind))),
  subjects: z
    .array(textOf('专题', 20).min(1, '请写专题'))
    .max(8, '最多 8 个专题')
    .default([])
    .describe('专题，如意识形态；履职事项按它认'),
  name: RecordName.default('').describe('空为由日期和种类写成'),
  onDay: CalendarDate,
  untilDay: CalendarDate.nullable().default(null).describe('连续几天的，最后一天'),
  makesUpOn: CalendarDate.nullable().default(null).describe('补开的：算在这一天所在的那一期'),
  hours: z
    .number(HOURS)
    .min(0.1, HOURS)
    .max(999.9, HOURS)
    .refine((hours) => Number.isInteger(Math.round(hours * 1e6) / 1e5), HOURS)
    .nullable()
    .default(null)
    .describe('学时'),
  place: textOf('地点', 100).default(''),
  hostId: z.uuid('请选一个人').nullable().default(null),
  topics: z.array(RecordTopic).max(50, '最多 50 个议题').default([]),
  participants: z.array(RecordParticipant).max(500, '最多 500 人').default([]).describe('只记例外：到了的不记'),
  numbers: RecordNumbers.default({}),
  outcome: textOf('结果', 2000).default('').describe('议定什么、转化为什么'),
  note: textOf('谈话内容', 5000).default('').describe('只由谈话的人自己写，只有谈话双方看得见'),
})
export type RecordFields = z.infer<typeof RecordFields>

/** A draft is its writer’s own, a plan a talk of two that is still to come, what is kept has happened. */
export const RecordState = z.enum(['draft', 'planned', 'kept'], '请选是草稿、约定还是确认')
export type RecordState = z.infer<typeof RecordState>

/**
 * How much of a record is shown: whole; of a talk the pair, without what was said; to superiors the outline — kinds, day,
 * name, numbers.
 */
export const RecordView = z.enum(['whole', 'pair', 'outline'])
export type RecordView = z.infer<typeof RecordView>

const Named = z.object({ id: z.uuid(), name: z.string() })

/** A record as lists show it. */
export const WorkRecord = z.object({
  id: z.uuid(),
  organisation: Named,
  view: RecordView,
  state: RecordState,
  visibility: z.enum(recordVisibilities),
  kinds: z.array(z.enum(recordKinds)),
  subjects: z.array(z.string()),
  name: z.string(),
  onDay: CalendarDate,
  untilDay: CalendarDate.nullable(),
  makesUpOn: CalendarDate.nullable(),
  hours: z.number().nullable(),
  numbers: RecordNumbers,
  host: Named.nullable().describe('没有，或不给看'),
  topics: z.array(RecordTopic),
  talkedTo: z.array(Named).describe('谈话对象'),
  attendance: z
    .object({ expected: z.int().describe('应到'), present: z.int().describe('实到：应到减去缺席、请假的') })
    .nullable()
    .describe('由当天的任职推出；没有应到的、不给看的为空'),
  version: z.int(),
})
export type WorkRecord = z.infer<typeof WorkRecord>

/** One record, as far as the asking account may see it. */
export const WorkRecordDetail = WorkRecord.extend({
  place: z.string(),
  participants: z.array(
    z.object({
      person: Named,
      kind: ParticipationKind,
      note: z.string(),
      isExpected: z.boolean().describe('应到的人'),
    }),
  ),
  outcome: z.string(),
  note: z.string().nullable().describe('谈话内容；不给看的为空'),
  releasedBy: z.array(Named).describe('同意给组织者看谈话内容的人'),
  file: z.object({ name: z.string() }).nullable().describe('据以录入的文件'),
  enteredBy: z.string(),
  withdrawn: z.object({ on: CalendarDate, reason: z.string() }).nullable(),
  mayChange: z.boolean(),
  mayRelease: z.boolean().describe('是谈话的一方，还没有同意'),
})
export type WorkRecordDetail = z.infer<typeof WorkRecordDetail>

export const RecordFigures = z.object({
  records: z.int().describe('记录数；一次兼几种的算一次'),
  unlisted: z.int().describe('其中的谈话：算在数里，不在清单里'),
  hours: z.number(),
  expected: z.int().describe('应到人次'),
  present: z.int().describe('实到人次'),
  numbers: RecordNumbers,
  byKind: z.array(z.object({ kind: z.enum(recordKinds), records: z.int(), hours: z.number() })),
})
export type RecordFigures = z.infer<typeof RecordFigures>
