import {
  dutyKnowns,
  dutyLists,
  dutyPeriods,
  dutyUnits,
  occurrenceStates,
  recordKinds,
  standardDutyIds,
} from '@duizhao/engine/duties'
import { z } from 'zod'
import { organisationKinds } from '../../office/organisation/index.ts'
import { postRoles } from '../../office/posts/index.ts'
import { CalendarDate } from '../../platform/date.ts'
import { wholeNumber } from '../../platform/number.ts'
import { atLeast, textOf } from '../../platform/text.ts'

export const DutyList = z.enum(dutyLists, '请选列在哪张清单')
export type DutyList = z.infer<typeof DutyList>
export const DutyYearNumber = z.coerce.number().int().min(2000, '请选年份').max(2100, '请选年份')

export const LONGEST_GROUND = 120

/** What is written down of a duty (履职事项): what is owed, how often, by whom, on what ground. */
export const DutyFields = z.object({
  name: textOf('名称', 60).min(...atLeast(2, '请写名称，如：召开党员大会')),
  kinds: z
    .array(z.enum(recordKinds, '请选做什么算数'))
    .min(1, '请选做什么算数')
    .max(8, '最多选 8 种')
    .overwrite((kinds) => recordKinds.filter((kind) => kinds.includes(kind)))
    .describe('做了其中任何一种就算'),
  subject: textOf('专题', 20).default('').describe('须是哪个专题的；空为不限'),
  list: DutyList,
  amount: wholeNumber(1, 1_000),
  unit: z.enum(dutyUnits, '请选单位'),
  per: z.enum(dutyPeriods, '请选多久一次'),
  owedKinds: z
    .array(z.enum(organisationKinds, '请选种类'))
    .max(8, '最多选 8 种')
    .default([])
    .describe('哪些种类的组织'),
  owedBodies: z.array(z.uuid('请选组织')).max(200, '最多点名 200 个组织').default([]).describe('点名的组织'),
  owedRoles: z
    .array(z.enum(postRoles, '请选职务'))
    .max(10, '最多选 10 种')
    .default([])
    .describe('落到人的：哪些职务；空为落到组织'),
  whereRole: z.enum(postRoles, '请选职务').nullable().default(null).describe('只在有人任这一职务的组织里要求'),
  isInherited: z.boolean().default(true).describe('下级组织也应当做'),
  dueWorkdays: wholeNumber(0, 60).default(0).describe('一期结束后宽限几个工作日'),
  fromOn: CalendarDate,
  toOn: CalendarDate.nullable().default(null),
  ground: textOf('依据', LONGEST_GROUND).default(''),
  known: z.enum(dutyKnowns, '请选依据核实到什么程度').default('own'),
  problemId: z.uuid('请选问题').nullable().default(null).describe('为哪个问题的整改而定'),
})
export type DutyFields = z.infer<typeof DutyFields>

export const StandardDutyId = z.enum(standardDutyIds, '没有这个事项')
export type StandardDutyId = z.infer<typeof StandardDutyId>

const Named = z.object({ id: z.uuid(), name: z.string() })

/** A duty as it stands: whose it is, and what one may do with it. */
export const DutyDetail = DutyFields.extend({
  id: z.uuid(),
  organisation: Named.describe('由哪个组织定'),
  owedBodyNames: z.array(Named),
  standard: z.string().nullable().describe('采用自随软件的哪一条'),
  withdrawn: z.object({ on: CalendarDate, reason: z.string() }).nullable(),
  mayWrite: z.boolean(),
  version: z.int(),
})
export type DutyDetail = z.infer<typeof DutyDetail>

/** What of a duty stands at the head of its line. */
export const DutyHead = DutyFields.pick({
  name: true,
  kinds: true,
  subject: true,
  list: true,
  amount: true,
  unit: true,
  per: true,
  ground: true,
  known: true,
}).extend({ id: z.uuid() })
export type DutyHead = z.infer<typeof DutyHead>

export const waiverStates = ['not_applicable', 'waived'] as const
export const WaiverState = z.enum(waiverStates, '请选不适用还是免做')
export const WaiverReason = textOf('原因', 200).min(...atLeast(5, '请写明原因'))

export const DutyOccurrence = z.object({
  period: z.string(),
  from: CalendarDate,
  to: CalendarDate,
  due: CalendarDate,
  state: z.enum(occurrenceStates),
  records: z.array(z.uuid()),
  done: z.number(),
  needed: z.number(),
  waiver: z
    .object({ id: z.uuid(), state: WaiverState, reason: z.string(), by: z.string(), mayTakeBack: z.boolean() })
    .nullable(),
})
export type DutyOccurrence = z.infer<typeof DutyOccurrence>

/** A row of a year grid: one duty, of the body or of one who holds a post in it. */
export const DutyLine = z.object({
  duty: DutyHead,
  organisation: Named,
  person: Named.nullable().describe('落到人的，是谁；上级看到的合在一起'),
  people: z.int().nullable().describe('合在一起的，几个人'),
  occurrences: z.array(DutyOccurrence),
  beside: z.array(z.uuid()).describe('做了、不在任何一期里的'),
})
export type DutyLine = z.infer<typeof DutyLine>

/** A record that a line counts, as much of it as may be shown here. */
export const CountedRecord = z.object({
  id: z.uuid(),
  name: z.string(),
  onDay: CalendarDate,
  mayOpen: z.boolean(),
})
export type CountedRecord = z.infer<typeof CountedRecord>

export const DutyYear = z.object({
  year: z.int(),
  today: CalendarDate,
  lines: z.array(DutyLine),
  records: z.array(CountedRecord),
})

export const BodyDutyYear = DutyYear.extend({
  organisation: Named.extend({ kind: z.enum(organisationKinds) }),
  keeping: z
    .object({ fromOn: CalendarDate, version: z.int() })
    .nullable()
    .describe('从哪一天起在这里记；空为还没有记过'),
  mayWaive: z.boolean().describe('可以写不适用、免做和从哪一天起记'),
})
export type BodyDutyYear = z.infer<typeof BodyDutyYear>

/** How a leader took part in the life of the branch he lives in (双重组织生活). */
export const BranchLife = z.object({
  branch: Named,
  held: z.int(),
  attended: z.int().describe('到了的，含没有全程的'),
  partial: z.int().describe('没有全程参加的'),
  absent: z.array(z.object({ name: z.string(), onDay: CalendarDate })).describe('没有到的'),
})

export const OwnDutyYear = DutyYear.extend({
  bodies: z
    .array(Named.extend({ post: z.string(), missing: z.int().describe('这个组织缺几期') }))
    .describe('我任职的组织'),
  branchLife: z.array(BranchLife),
})
export type OwnDutyYear = z.infer<typeof OwnDutyYear>

const counts = {
  met: z.int(),
  late: z.int(),
  missing: z.int(),
  pending: z.int(),
  spared: z.int().describe('不适用、免做'),
  unknown: z.int(),
}

export const BoardCell = z.object({ dutyId: z.uuid(), ...counts, nextDue: CalendarDate.nullable() })
export type BoardCell = z.infer<typeof BoardCell>

/** A row of the superior's board: how one body stands on each duty; of people only how many. */
export const BoardBody = z.object({
  organisation: Named,
  above: z.string().nullable(),
  keepsFrom: CalendarDate.nullable(),
  missing: z.int(),
  late: z.int(),
  cells: z.array(BoardCell),
})
export type BoardBody = z.infer<typeof BoardBody>
