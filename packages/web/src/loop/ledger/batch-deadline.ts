import {
  type ExtensionAsked,
  isChangeable,
  type Problem,
  type ProblemChange,
  type ProblemClass,
  problemClassNames,
  problemStateNames,
} from '@duizhao/contract'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { hasStandingDeadline } from './standing-deadline.ts'

/** The deadline and the class said of many problems at once; what is not said stays as it is with each. */
export interface SaidDeadline {
  readonly class?: ProblemClass | undefined
  readonly dueOn?: string | undefined
}

/** What becomes of one of them: it is changed, or an extension is asked for, or neither. */
export interface PlannedDeadline {
  readonly problem: Problem
  readonly change: ProblemChange | null
  readonly extension: ExtensionAsked | null
  readonly words: readonly string[]
  readonly remark: string
}

interface Asker {
  readonly today: string
  /** Whether the one who asks changes problems somewhere, and reports on them somewhere; where, the service knows. */
  readonly mayChange: boolean
  readonly mayReport: boolean
}

/** What will become of each problem: what was never assigned is changed, for the rest more time is asked. */
export function plannedDeadlines(problems: readonly Problem[], said: SaidDeadline, asker: Asker): PlannedDeadline[] {
  return problems.map((problem) => {
    const { id: problemId, version, class: kind, dueOn, state } = problem
    const after = { class: said.class ?? kind, dueOn: said.dueOn ?? dueOn }
    const isAsked = hasStandingDeadline(problem) || (state !== 'registered' && after.dueOn === null)
    const words = [
      ...(after.dueOn === dueOn ? [] : [`完成时限：${dayOf(dueOn)} → ${dayOf(after.dueOn)}`]),
      ...(after.class === kind ? [] : [`类型：${problemClassNames[kind]} → ${problemClassNames[after.class]}`]),
    ]
    const none = { problem, change: null, extension: null, words }
    if (words.length === 0) return { ...none, remark: '' }
    const remark = obstacleOf(problem, { after, isAsked, asker })
    if (remark !== '') return { ...none, remark }
    const toClass = after.class === kind ? {} : { class: after.class }
    if (isAsked)
      return {
        ...none,
        extension: { problemId, version, until: after.dueOn, ...toClass },
        remark: '已经分派，申请延期，由另一个人决定；同意以前不变',
      }
    return {
      ...none,
      change: { problemId, version, ...toClass, ...(after.dueOn === dueOn ? {} : { dueOn: after.dueOn }) },
      remark: '',
    }
  })
}

const dayOf = (day: string | null): string => (day === null ? '无' : dateInChinese(day))

interface Obstacle {
  readonly after: { readonly class: ProblemClass; readonly dueOn: string | null }
  readonly isAsked: boolean
  readonly asker: Asker
}

function obstacleOf(problem: Problem, { after, isAsked, asker }: Obstacle): string {
  const { state, dueOn } = problem
  if (!isChangeable(state)) return `状态是“${problemStateNames[state]}”`
  if (isAsked && !asker.mayReport) return '已经分派，要申请延期，没有这项权限'
  if (!isAsked && !asker.mayChange) return '没有修改问题的权限'
  if (after.class !== 'sustained' && after.dueOn === null) return '没有完成时限，请填'
  const isMoved = after.dueOn !== dueOn && after.dueOn !== null
  if (isAsked && isMoved && (after.dueOn <= (dueOn ?? '') || after.dueOn <= asker.today))
    return '延期要比现在的时限和今天都晚'
  return ''
}

/** What takes a change back; null for an extension that was asked for: that is for somebody else to decide. */
export function undoneDeadline({ problem, change }: PlannedDeadline, version: number): ProblemChange | null {
  if (change === null || problem.state !== 'registered') return null
  return {
    problemId: problem.id,
    version,
    ...(change.class !== undefined && { class: problem.class }),
    ...(change.dueOn !== undefined && { dueOn: problem.dueOn }),
  }
}
