import type { Permission } from '../../platform/permissions.ts'
import type { ProblemState } from './problem.ts'

/** What can be done with a problem. */
export const problemActions = [
  'assign',
  'change',
  'planMeasures',
  'reportProgress',
  'addEvidence',
  'requestExtension',
  'decideExtension',
  'requestStrikeOff',
  'withdrawStrikeOff',
  'confirm',
  'strikeOff',
  'return',
  'proveEffective',
  'findRelapse',
  'transfer',
  'merge',
  'split',
  'issueNotice',
  'answerNotice',
] as const
export type ProblemAction = (typeof problemActions)[number]

/** What has to hold besides the state and the role. */
export const problemGuards = [
  'hasPendingExtension',
  'hasNoPendingExtension',
  'askedNot',
  'isRequester',
  'isNextApprover',
  'isLastApproval',
  'isNotLastApproval',
  'isNotProvedYet',
  'didNotWorkOnIt',
  'hasOpenNotice',
] as const
export type ProblemGuard = (typeof problemGuards)[number]

export const problemGuardNames: Readonly<Record<ProblemGuard, string>> = {
  hasPendingExtension: '有一份等待决定的延期申请',
  hasNoPendingExtension: '没有等待决定的延期申请',
  askedNot: '不是自己提出的延期',
  isRequester: '是申请销号的人',
  isNextApprover: '轮到自己审批，并且没有经手整改、申请或前面的审批',
  isLastApproval: '是最后一级审批',
  isNotLastApproval: '后面还有一级审批',
  isNotProvedYet: '还没有认定有效',
  didNotWorkOnIt: '没有经手整改',
  hasOpenNotice: '有一份还没有答复的督办单',
}

export interface ProblemTransition {
  readonly action: ProblemAction
  readonly from: readonly ProblemState[]
  /** null: the state stays. */
  readonly to: ProblemState | null
  readonly permission: Permission
  readonly needs: readonly ProblemGuard[]
}

const rectified = ['registered', 'assigned', 'rectifying'] as const
const asked = ['strike_off_requested', 'unit_confirmed'] as const

/** The life of a problem, the whole of it: who may do what in which state, and what comes of it. */
export const problemMachine: readonly ProblemTransition[] = [
  { action: 'assign', from: ['registered'], to: 'assigned', permission: 'problem.write', needs: [] },
  { action: 'assign', from: ['assigned', 'rectifying'], to: null, permission: 'problem.write', needs: [] },
  { action: 'change', from: rectified, to: null, permission: 'problem.write', needs: [] },
  { action: 'planMeasures', from: rectified, to: null, permission: 'problem.report', needs: [] },
  {
    action: 'reportProgress',
    from: ['assigned', 'rectifying'],
    to: 'rectifying',
    permission: 'problem.report',
    needs: [],
  },
  { action: 'addEvidence', from: ['assigned', 'rectifying'], to: null, permission: 'problem.report', needs: [] },
  {
    action: 'requestExtension',
    from: ['assigned', 'rectifying'],
    to: null,
    permission: 'problem.report',
    needs: ['hasNoPendingExtension'],
  },
  {
    action: 'decideExtension',
    from: ['assigned', 'rectifying'],
    to: null,
    permission: 'problem.write',
    needs: ['hasPendingExtension', 'askedNot'],
  },
  {
    action: 'requestStrikeOff',
    from: ['rectifying'],
    to: 'strike_off_requested',
    permission: 'problem.report',
    needs: ['hasNoPendingExtension'],
  },
  { action: 'withdrawStrikeOff', from: asked, to: 'rectifying', permission: 'problem.report', needs: ['isRequester'] },
  {
    action: 'confirm',
    from: asked,
    to: 'unit_confirmed',
    permission: 'problem.approve',
    needs: ['isNextApprover', 'isNotLastApproval'],
  },
  {
    action: 'strikeOff',
    from: asked,
    to: 'struck_off',
    permission: 'problem.approve',
    needs: ['isNextApprover', 'isLastApproval'],
  },
  { action: 'return', from: asked, to: 'rectifying', permission: 'problem.approve', needs: ['isNextApprover'] },
  {
    action: 'proveEffective',
    from: ['struck_off'],
    to: null,
    permission: 'problem.lookBack',
    needs: ['isNotProvedYet', 'didNotWorkOnIt'],
  },
  { action: 'findRelapse', from: ['struck_off'], to: 'relapsed', permission: 'problem.lookBack', needs: [] },
  { action: 'transfer', from: rectified, to: 'registered', permission: 'problem.write', needs: [] },
  { action: 'merge', from: rectified, to: 'superseded', permission: 'problem.write', needs: [] },
  { action: 'split', from: rectified, to: 'superseded', permission: 'problem.write', needs: [] },
  { action: 'issueNotice', from: ['assigned', 'rectifying'], to: null, permission: 'problem.demand', needs: [] },
  {
    action: 'answerNotice',
    from: ['assigned', 'rectifying', ...asked],
    to: null,
    permission: 'problem.report',
    needs: ['hasOpenNotice'],
  },
]

export const problemActionNames: Readonly<Record<ProblemAction, string>> = {
  assign: '分派',
  change: '修改问题',
  planMeasures: '制定措施',
  reportProgress: '报告进展',
  addEvidence: '上传佐证材料',
  requestExtension: '申请延期',
  decideExtension: '决定延期',
  requestStrikeOff: '申请销号',
  withdrawStrikeOff: '撤回申请',
  confirm: '确认并上报',
  strikeOff: '核验通过，销号',
  return: '退回并说明',
  proveEffective: '回头看：有效',
  findRelapse: '回头看：反弹',
  transfer: '移交其他单位',
  merge: '并入另一问题',
  split: '拆成几个问题',
  issueNotice: '发督办单',
  answerNotice: '答复督办单',
}

/** What is asked about a problem and an actor: the permissions the actor has over it, and which guards hold. */
export interface ProblemFacts {
  readonly state: ProblemState
  readonly permissions: ReadonlySet<Permission>
  readonly guards: ReadonlySet<ProblemGuard>
}

/** The transition an action would make now; null if it may not be done. */
export function transitionFor(action: ProblemAction, facts: ProblemFacts): ProblemTransition | null {
  return problemMachine.find((transition) => transition.action === action && isOpenTo(transition, facts)) ?? null
}

/** What may be done now, in the order of `problemActions`. */
export function allowedActions(facts: ProblemFacts): ProblemAction[] {
  return problemActions.filter((action) => transitionFor(action, facts) !== null)
}

function isOpenTo({ from, permission, needs }: ProblemTransition, facts: ProblemFacts): boolean {
  return (
    from.includes(facts.state) && facts.permissions.has(permission) && needs.every((guard) => facts.guards.has(guard))
  )
}
