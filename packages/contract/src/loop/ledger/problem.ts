import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import {
  Aspect,
  Cause,
  Contingency,
  CoUnit,
  Funding,
  Goal,
  MeasureText,
  ProblemText,
  Responsible,
} from './field-texts.ts'

/** Where a problem comes from (问题来源). */
export const problemSources = [
  'meeting',
  'criticism',
  'opinion',
  'talk',
  'study',
  'case',
  'inspection',
  'supervision',
  'third_party',
  'audit',
  'hazard',
  'petition',
  'other',
] as const
export const ProblemSource = z.enum(problemSources, '请选来源')
export type ProblemSource = z.infer<typeof ProblemSource>

export const problemSourceNames: Readonly<Record<ProblemSource, string>> = {
  meeting: '会议查摆',
  criticism: '批评意见',
  opinion: '征求意见',
  talk: '谈心谈话',
  study: '学习调研',
  case: '典型案例',
  inspection: '巡视巡察反馈',
  supervision: '督查检查',
  third_party: '第三方评估',
  audit: '审计发现',
  hazard: '安全隐患',
  petition: '信访反映',
  other: '其他',
}

/** How long its rectification takes: at once, to a date, or for good with a report each quarter. */
export const problemClasses = ['immediate', 'dated', 'sustained'] as const
export const ProblemClass = z.enum(problemClasses, '请选类型')
export type ProblemClass = z.infer<typeof ProblemClass>

export const problemClassNames: Readonly<Record<ProblemClass, string>> = {
  immediate: '立行立改',
  dated: '限期整改',
  sustained: '长期坚持',
}

/** The state a problem is in; the moves between them are in `problem-machine.ts`. */
export const problemStates = [
  'registered',
  'assigned',
  'rectifying',
  'strike_off_requested',
  'unit_confirmed',
  'closure_claimed',
  'struck_off',
  'struck_off_on_paper',
  'closed_on_import',
  'relapsed',
  'superseded',
  'withdrawn',
] as const
export const ProblemState = z.enum(problemStates)
export type ProblemState = z.infer<typeof ProblemState>

export const problemStateNames: Readonly<Record<ProblemState, string>> = {
  registered: '已登记',
  assigned: '已分派',
  rectifying: '整改中',
  strike_off_requested: '已申请销号',
  unit_confirmed: '单位已确认',
  closure_claimed: '导入时已销号，待确认',
  struck_off: '已销号',
  struck_off_on_paper: '上级书面核验销号',
  closed_on_import: '导入时已销号',
  relapsed: '已反弹',
  superseded: '已并入或拆分',
  withdrawn: '登记有误，已撤回',
}

/** The states in which somebody works on a problem. */
export const underwayStates = ['assigned', 'rectifying'] as const satisfies readonly ProblemState[]

/** The states in which a problem may still be changed. */
export const changeableStates = ['registered', ...underwayStates] as const satisfies readonly ProblemState[]

/** The states in which its strike-off is asked for and not decided. */
export const askedStates = ['strike_off_requested', 'unit_confirmed'] as const satisfies readonly ProblemState[]

/** The states in which something is still to be done. */
export const openStates = [...changeableStates, ...askedStates] as const satisfies readonly ProblemState[]

/**
 * The states of what is done: struck off here, by somebody of this ledger or on a superior's paper, or before there was
 * this ledger, as another than who imported it confirmed.
 */
export const closedStates = [
  'struck_off',
  'struck_off_on_paper',
  'closed_on_import',
] as const satisfies readonly ProblemState[]

/** The states of problems that count nowhere: other rows go on with them. */
export const continuedStates = ['relapsed', 'superseded'] as const satisfies readonly ProblemState[]

/** The states of problems that are no longer told of: other rows go on with them, or they were registered by mistake. */
export const uncountedStates = [...continuedStates, 'withdrawn'] as const satisfies readonly ProblemState[]

/** True while something is still to be done about a problem. */
export function isOpen(state: ProblemState): boolean {
  return openStates.some((open) => open === state)
}

/** True while a problem may be changed. */
export function isChangeable(state: ProblemState): boolean {
  return changeableStates.some((changeable) => changeable === state)
}

/** True while a problem's strike-off is asked for and not decided. */
export function isAsked(state: ProblemState): boolean {
  return askedStates.some((asked) => asked === state)
}

/** True if a problem is done. */
export function isClosed(state: ProblemState): boolean {
  return closedStates.some((closed) => closed === state)
}

/** True if a problem counts nowhere: other rows go on with it, or it was registered by mistake. */
export function isUncounted(state: ProblemState): boolean {
  return uncountedStates.some((uncounted) => uncounted === state)
}

/**
 * The counts of every report: done, sustained, going on; and apart from them what a list says was done and nobody has
 * confirmed. A superseded row counts nowhere: its heirs do.
 */
export const standings = ['done', 'sustained', 'going', 'claimed'] as const
export type Standing = (typeof standings)[number]

export const standingNames: Readonly<Record<Standing, string>> = {
  done: '已完成',
  sustained: '长期坚持',
  going: '正在推进',
  claimed: '导入待确认',
}

/** Which count a problem belongs to; null for one that was merged, split, came back as a new row, or was a mistake. */
export function standingOf({ state, class: kind }: { state: ProblemState; class: ProblemClass }): Standing | null {
  if (isUncounted(state)) return null
  if (isClosed(state)) return 'done'
  if (state === 'closure_claimed') return 'claimed'
  return kind === 'sustained' ? 'sustained' : 'going'
}

/** Kinds of evidence (佐证材料) in use. */
export const evidenceKinds = [
  'minutes',
  'regulation',
  'notice',
  'table',
  'finance',
  'photo',
  'decision',
  'talk',
  'survey',
  'publication',
  'comparison',
  'verification',
  'other',
] as const
export const EvidenceKind = z.enum(evidenceKinds, '请选种类')
export type EvidenceKind = z.infer<typeof EvidenceKind>

export const evidenceKindNames: Readonly<Record<EvidenceKind, string>> = {
  minutes: '会议记录、纪要',
  regulation: '制度文件',
  notice: '通知、方案',
  table: '台账、表格',
  finance: '财务凭证、缴款单',
  photo: '照片',
  decision: '处理决定',
  talk: '谈话记录',
  survey: '测评、满意度',
  publication: '公示截图',
  comparison: '前后对比',
  verification: '上级书面核验',
  other: '其他',
}

/** Evidence that only shows intentions: papers without a fact behind them (文件整改). */
export const paperKinds: readonly EvidenceKind[] = ['notice', 'minutes']

/** A measure with its five fields (五落实): who, what, with which money, by when, and what if not. */
export const MeasureFields = z.object({
  text: MeasureText,
  responsible: Responsible,
  coUnit: CoUnit.default(''),
  dueOn: CalendarDate.nullable(),
  earlyOn: CalendarDate.nullable().default(null).describe('提前量：自己定的、早于完成时限的日子，提醒按它'),
  funding: Funding,
  contingency: Contingency,
  doneOn: CalendarDate.nullable().describe('完成日期'),
})
export type MeasureFields = z.infer<typeof MeasureFields>

/** What is written down about a problem when it is registered. */
export const ProblemFields = z.object({
  source: ProblemSource,
  aspect: Aspect,
  text: ProblemText,
  cause: Cause,
  goal: Goal,
  class: ProblemClass,
  dueOn: CalendarDate.nullable(),
})
export type ProblemFields = z.infer<typeof ProblemFields>

const PersonRef = z.object({ id: z.uuid(), name: z.string() })

/** A row of the ledger. */
export const Problem = z.object({
  id: z.uuid(),
  number: z.int().describe('编号'),
  unitNumber: z.int().describe('单位内编号：登记的单位自己从 1 数起'),
  numberedBy: z.string().nullable().describe('单位内编号是哪个单位的；就是现在这个单位的为空，移提交的才有'),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  ...ProblemFields.shape,
  state: ProblemState,
  lead: PersonRef.nullable().describe('责任领导'),
  handler: PersonRef.nullable().describe('责任人'),
  about: PersonRef.nullable().describe('关于谁的问题；只有本人、责任领导和责任人、组织和审批的人看得到'),
  registeredOn: CalendarDate,
  struckOffOn: CalendarDate.nullable(),
  lookBackOn: CalendarDate.nullable().describe('销号时定下的回头看日期'),
  provedOn: CalendarDate.nullable().describe('回头看认定有效的日期'),
  relapseOf: z.object({ id: z.uuid(), number: z.int() }).nullable(),
  overdueDays: z.int().describe('超过时限的工作日数，没有超过为 0'),
  version: z.int(),
})
export type Problem = z.infer<typeof Problem>

/** The number within the unit as it is shown: 3; where another unit gave it, with whose it is. */
export function unitNumberWords({ unitNumber, numberedBy }: Pick<Problem, 'unitNumber' | 'numberedBy'>): string {
  return numberedBy === null ? String(unitNumber) : `${unitNumber}（${numberedBy}）`
}
