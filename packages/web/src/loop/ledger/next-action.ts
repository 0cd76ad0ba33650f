import { dateInChinese } from '@duizhao/engine/wording'
import { isAsked, isClosed, isOpen, type ProblemAction, type ProblemDetail } from '@duizhao/contract'
import { namesInWords } from '../../platform/archetypes/names-in-words.ts'

/** What changes where a problem belongs or what it says; seldom, and never by accident. */
export const seldomActions: readonly ProblemAction[] = [
  'change',
  'withdrawAssignment',
  'withdraw',
  'transfer',
  'requestMerge',
  'split',
  'findRelapse',
]

type Candidate = readonly [action: ProblemAction, isTimely: (problem: ProblemDetail, today: string) => boolean]

const always = (): boolean => true
const nothingMissing = ({ conditions }: ProblemDetail): boolean =>
  conditions.every(({ id, isMet }) => isMet || id === 'result-in-figures')

const isLookBackDue = ({ lookBackOn }: ProblemDetail, today: string): boolean =>
  lookBackOn === null || lookBackOn <= today

/**
 * What is most likely to be done next, the first that is allowed and timely: what others wait for comes first. To take back
 * what one asked for is never next: then one waits.
 */
const inOrder: readonly Candidate[] = [
  ['answerNotice', always],
  ['decideExtension', always],
  ['merge', always],
  ['strikeOff', always],
  ['acceptClosure', always],
  ['confirm', always],
  ['strikeOffOnPaper', always],
  ['confirmOnPaper', always],
  ['filePaper', always],
  ['assign', ({ state }) => state === 'registered'],
  ['planMeasures', ({ measures }) => measures.length === 0],
  ['requestStrikeOff', nothingMissing],
  ['addEvidence', ({ measures, evidence }) => evidence.length === 0 && measures.some(({ doneOn }) => doneOn !== null)],
  ['reportProgress', always],
  ['proveEffective', isLookBackDue],
  ['issueNotice', ({ overdueDays }) => overdueDays > 0],
  ['assign', ({ lead }) => lead === null],
  ['planMeasures', always],
  ['issueNotice', ({ state }) => !isAsked(state)],
]

/** The one next action, and the others beside it; null if there is none. What is not due yet is among the seldom. */
export function actionsOf(
  problem: ProblemDetail,
  today: string,
): {
  readonly next: ProblemAction | null
  readonly others: readonly ProblemAction[]
  readonly seldom: readonly ProblemAction[]
} {
  const { allowed } = problem
  const next = inOrder.find(([action, isTimely]) => allowed.includes(action) && isTimely(problem, today))?.[0] ?? null
  const rest = allowed.filter((action) => action !== next)
  const isSeldom = (action: ProblemAction): boolean =>
    seldomActions.includes(action) || (action === 'proveEffective' && !isLookBackDue(problem, today))
  return { next, others: rest.filter((action) => !isSeldom(action)), seldom: rest.filter(isSeldom) }
}

function whoMay({ mayApprove }: ProblemDetail['approvals'][number]): string {
  return mayApprove.length === 0 ? '' : `（${namesInWords(mayApprove)}）`
}

/** Whom the problem waits for, where the one who looks has nothing to do. */
export function waitsFor(problem: ProblemDetail, today: string): string {
  const { state, approvals, paper, lead, handler, heirs, lookBackOn, provedOn } = problem
  const step = approvals.find(({ isDone }) => !isDone)
  if (state === 'registered') return '等待分派。'
  if (paper !== null) return '等待另一个人确认上级书面核验。'
  if (isAsked(state) && step?.fallsTo === 'nobody') return '等待登记上级书面核验。'
  if (isAsked(state) && step !== undefined) return `等待${step.name}${whoMay(step)}。`
  if (isAsked(state)) return '等待核验。'
  if (isOpen(state)) return `由${handler?.name ?? lead?.name ?? '责任单位'}整改。`
  if (state === 'withdrawn') return '登记有误，已经撤回，不再整改，也不再统计。'
  if (state === 'closure_claimed') return '等待别人确认：导入时已销号。'
  if (isClosed(state) && provedOn === null && lookBackOn !== null && lookBackOn > today)
    return `已经销号，${dateInChinese(lookBackOn)}起回头看。`
  if (isClosed(state)) return '已经销号，现在没有要做的事。'
  return heirs.length > 0 ? '由后面的问题接着整改。' : '现在没有要做的事。'
}
