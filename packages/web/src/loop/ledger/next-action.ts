import { dateInChinese } from '@duizhao/engine/wording'
import { isAsked, isClosed, isOpen, type ProblemAction, type ProblemDetail } from '@duizhao/contract'
import { namesInWords, oneOf } from '../../platform/archetypes/names-in-words.ts'

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

/** One waits for an answer until it is due, before one demands again. */
const hasNothingToAnswer = ({ openNotice }: ProblemDetail, today: string): boolean =>
  openNotice === null || openNotice.answerDueOn < today

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
  ['issueNotice', (problem, today) => problem.overdueDays > 0 && hasNothingToAnswer(problem, today)],
  ['assign', ({ lead }) => lead === null],
  ['planMeasures', always],
  ['issueNotice', (problem, today) => !isAsked(problem.state) && hasNothingToAnswer(problem, today)],
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

function inBrackets(people: readonly string[]): string {
  return people.length === 0 ? '' : `（${namesInWords(people)}）`
}

/** What was asked of others about a problem and is not answered, by what asks it: whom it waits for. */
export function askedOfOthers(problem: ProblemDetail): Partial<Record<ProblemAction, string>> {
  const { extensions, mayDecideExtension, pendingMerge, openNotice } = problem
  return {
    ...(extensions.some(({ decision }) => decision === null) && {
      requestExtension: `延期申请${waitsToDecide(mayDecideExtension)}，同意以前时限不变。`,
    }),
    ...(pendingMerge !== null && {
      requestMerge: `并入问题 ${pendingMerge.number} 号的申请${waitsToDecide(pendingMerge.mayDecide)}。`,
    }),
    ...(openNotice !== null && {
      issueNotice: `督办单等待${whoRectifies(problem)}答复，期限${dateInChinese(openNotice.answerDueOn)}。`,
    }),
  }
}

function waitsToDecide(people: readonly string[]): string {
  return people.length === 0 ? '现在没有别人能决定，请安全管理员另外授权' : `等待${oneOf(people)}决定`
}

function whoRectifies({ handler, lead }: ProblemDetail): string {
  return handler?.name ?? lead?.name ?? '责任单位'
}

/** Whom the problem waits for, where the one who looks has nothing to do. */
export function waitsFor(problem: ProblemDetail, today: string): string {
  const { state, approvals, paper, heirs, lookBackOn, provedOn } = problem
  const step = approvals.find(({ isDone }) => !isDone)
  if (state === 'registered') return '等待分派。'
  if (paper !== null) return `等待另一个人确认上级书面核验${inBrackets(paper.mayConfirm)}。`
  if (isAsked(state) && step?.fallsTo === 'nobody') return '等待登记上级书面核验。'
  if (isAsked(state) && step !== undefined) return `等待${step.name}${inBrackets(step.mayApprove)}。`
  if (isAsked(state)) return '等待核验。'
  if (isOpen(state)) return `由${whoRectifies(problem)}整改。`
  if (state === 'withdrawn') return '登记有误，已经撤回，不再整改，也不再统计。'
  if (state === 'closure_claimed') return `等待别人确认导入时已销号${inBrackets(problem.mayConfirmClosure)}。`
  if (isClosed(state) && provedOn === null && lookBackOn !== null && lookBackOn > today)
    return `已经销号，${dateInChinese(lookBackOn)}起回头看。`
  if (isClosed(state)) return '已经销号，现在没有要做的事。'
  return heirs.length > 0 ? '由后面的问题接着整改。' : '现在没有要做的事。'
}
