import type { Facts, Machine, Transition } from '../../platform/machine.ts'
import {
  askedStates,
  changeableStates,
  closedStates,
  type ProblemState,
  problemStateNames,
  underwayStates,
} from './problem.ts'

/** What can be done with a problem. */
export const problemActions = [
  'assign',
  'withdrawAssignment',
  'withdraw',
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
  'filePaper',
  'confirmOnPaper',
  'strikeOffOnPaper',
  'refusePaper',
  'return',
  'acceptClosure',
  'refuseClosure',
  'proveEffective',
  'findRelapse',
  'transfer',
  'requestMerge',
  'merge',
  'refuseMerge',
  'split',
  'issueNotice',
  'answerNotice',
] as const
export type ProblemAction = (typeof problemActions)[number]

/** How problems come into the ledger; a list that comes again tells more of those it brought. */
export type ProblemEntry = 'register' | 'import'

/** What has to hold besides the state and the role. */
export type ProblemGuard =
  | 'hasPendingExtension'
  | 'hasNoPendingExtension'
  | 'askedNot'
  | 'isRequester'
  | 'isNextApprover'
  | 'isLastApproval'
  | 'isNotLastApproval'
  | 'hasNoApprover'
  | 'hasPaper'
  | 'hasNoPaper'
  | 'filedNotPaper'
  | 'confirmsPapers'
  | 'isLastOnPaper'
  | 'isNotLastOnPaper'
  | 'isNotProvedYet'
  | 'didNotWorkOnIt'
  | 'didNotVerify'
  | 'hasPendingMerge'
  | 'hasNoPendingMerge'
  | 'askedNotMerge'
  | 'answersNotice'
  | 'hasNoOpenNotice'
  | 'hasNoWork'
  | 'isUntouched'
  | 'isOfItsOwn'
  | 'isNotFromAbove'

/** What decides in which state a problem comes into the ledger. */
export type EntryGuard = 'isRelapse' | 'isPartOfAssigned' | 'namesLead' | 'tellsDone' | 'tellsProgress' | 'tellsLead'

const guardNames: Readonly<Record<ProblemGuard | EntryGuard, string>> = {
  hasPendingExtension: '有一份等待决定的延期申请',
  hasNoPendingExtension: '没有等待决定的延期申请',
  askedNot: '不是自己提出的延期',
  isRequester: '是申请销号的人',
  isNextApprover: '轮到自己审批，并且从来没有经手过整改、申请或前面的审批',
  isLastApproval: '是最后一级审批',
  isNotLastApproval: '后面还有一级审批',
  hasNoApprover: '没有人能办这一级审批',
  hasPaper: '登记了一份等待确认的上级书面核验',
  hasNoPaper: '没有等待确认的上级书面核验',
  filedNotPaper: '不是自己登记的书面核验',
  confirmsPapers: '上级有人在这里的，由上级的人和原件核对',
  isLastOnPaper: '后面没有别人能办的审批',
  isNotLastOnPaper: '后面还有别人能办的审批',
  isNotProvedYet: '还没有认定有效',
  didNotWorkOnIt: '从来没有经手过整改',
  didNotVerify: '不是核验销号的人',
  hasPendingMerge: '有人申请并入另一问题',
  hasNoPendingMerge: '没有等待决定的并入申请',
  askedNotMerge: '不是自己申请并入的',
  answersNotice: '有一份还没有答复的督办单，不是自己发的，或者自己是责任领导、责任人',
  hasNoOpenNotice: '没有还没有答复的督办单',
  hasNoWork: '还没有报告过进展、交过佐证材料、办结过措施',
  isUntouched: '登记、导入以后还没有人办过',
  isOfItsOwn: '不是反弹、拆分来的，也没有别的问题并入它、申请并入它',
  isNotFromAbove: '不是上级登记、导入的',
  isRelapse: '是回头看发现的反弹',
  isPartOfAssigned: '由已有责任领导的问题拆出',
  namesLead: '登记时就定了责任领导',
  tellsDone: '表里写着已完成',
  tellsProgress: '表里写着（新的）进展',
  tellsLead: '表里写着责任领导，原来没有',
}

const entries: readonly Transition<ProblemState, ProblemEntry, EntryGuard>[] = [
  { action: 'register', from: null, to: 'registered', permission: 'problem.lookBack', needs: ['isRelapse'] },
  { action: 'register', from: null, to: 'assigned', permission: 'problem.write', needs: ['isPartOfAssigned'] },
  { action: 'register', from: null, to: 'assigned', permission: 'problem.write', needs: ['namesLead'] },
  { action: 'register', from: null, to: 'registered', permission: 'problem.write', needs: [] },
  // What a list says was done before there was this ledger waits until another than who imported it confirms it.
  { action: 'import', from: null, to: 'closure_claimed', permission: 'problem.write', needs: ['tellsDone'] },
  { action: 'import', from: null, to: 'rectifying', permission: 'problem.write', needs: ['tellsProgress'] },
  { action: 'import', from: null, to: 'assigned', permission: 'problem.write', needs: ['tellsLead'] },
  { action: 'import', from: null, to: 'registered', permission: 'problem.write', needs: [] },
  // What is in the ledger may be begun by a list, never ended: to strike off takes a request and an approval.
  { action: 'import', from: changeableStates, to: 'rectifying', permission: 'problem.write', needs: ['tellsProgress'] },
  { action: 'import', from: ['registered'], to: 'assigned', permission: 'problem.write', needs: ['tellsLead'] },
  { action: 'import', from: changeableStates, to: null, permission: 'problem.write', needs: [] },
]

const actions: readonly Transition<ProblemState, ProblemAction, ProblemGuard>[] = [
  { action: 'assign', from: ['registered'], to: 'assigned', permission: 'problem.write', needs: [] },
  { action: 'assign', from: underwayStates, to: null, permission: 'problem.write', needs: [] },
  {
    action: 'withdrawAssignment',
    from: ['assigned'],
    to: 'registered',
    permission: 'problem.write',
    needs: ['hasNoWork', 'hasNoPendingExtension', 'hasNoOpenNotice'],
  },
  // Registered by mistake: once anybody has acted on it, it goes its way like any other. What a superior found is not for
  // the unit alone to take away.
  {
    action: 'withdraw',
    from: [...changeableStates, 'closure_claimed'],
    to: 'withdrawn',
    permission: 'problem.write',
    needs: ['isUntouched', 'isOfItsOwn', 'isNotFromAbove'],
  },
  { action: 'change', from: changeableStates, to: null, permission: 'problem.write', needs: [] },
  { action: 'planMeasures', from: changeableStates, to: null, permission: 'problem.report', needs: [] },
  { action: 'reportProgress', from: underwayStates, to: 'rectifying', permission: 'problem.report', needs: [] },
  { action: 'addEvidence', from: underwayStates, to: null, permission: 'problem.report', needs: [] },
  {
    action: 'requestExtension',
    from: underwayStates,
    to: null,
    permission: 'problem.report',
    needs: ['hasNoPendingExtension'],
  },
  {
    action: 'decideExtension',
    from: underwayStates,
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
  {
    action: 'withdrawStrikeOff',
    from: askedStates,
    to: 'rectifying',
    permission: 'problem.report',
    needs: ['isRequester'],
  },
  {
    action: 'confirm',
    from: askedStates,
    to: 'unit_confirmed',
    permission: 'problem.approve',
    needs: ['isNextApprover', 'isNotLastApproval'],
  },
  {
    action: 'strikeOff',
    from: askedStates,
    to: 'struck_off',
    permission: 'problem.approve',
    needs: ['isNextApprover', 'isLastApproval'],
  },
  // Nobody here may take the level: what the superior signed stands for it, filed by one and confirmed by another.
  {
    action: 'filePaper',
    from: askedStates,
    to: null,
    permission: 'problem.report',
    needs: ['hasNoApprover', 'hasNoPaper'],
  },
  {
    action: 'confirmOnPaper',
    from: askedStates,
    to: 'unit_confirmed',
    permission: 'problem.approve',
    needs: ['hasNoApprover', 'hasPaper', 'filedNotPaper', 'confirmsPapers', 'isNotLastOnPaper'],
  },
  {
    action: 'strikeOffOnPaper',
    from: askedStates,
    to: 'struck_off_on_paper',
    permission: 'problem.approve',
    needs: ['hasNoApprover', 'hasPaper', 'filedNotPaper', 'confirmsPapers', 'isLastOnPaper'],
  },
  { action: 'refusePaper', from: askedStates, to: null, permission: 'problem.approve', needs: ['hasPaper'] },
  { action: 'return', from: askedStates, to: 'rectifying', permission: 'problem.approve', needs: ['isNextApprover'] },
  {
    action: 'acceptClosure',
    from: ['closure_claimed'],
    to: 'closed_on_import',
    permission: 'problem.approve',
    needs: ['didNotWorkOnIt'],
  },
  {
    action: 'refuseClosure',
    from: ['closure_claimed'],
    to: 'rectifying',
    permission: 'problem.approve',
    needs: ['didNotWorkOnIt'],
  },
  {
    action: 'proveEffective',
    from: closedStates,
    to: null,
    permission: 'problem.lookBack',
    needs: ['isNotProvedYet', 'didNotWorkOnIt', 'didNotVerify'],
  },
  { action: 'findRelapse', from: closedStates, to: 'relapsed', permission: 'problem.lookBack', needs: [] },
  { action: 'transfer', from: changeableStates, to: 'registered', permission: 'problem.write', needs: [] },
  {
    action: 'requestMerge',
    from: changeableStates,
    to: null,
    permission: 'problem.write',
    needs: ['hasNoPendingMerge'],
  },
  {
    action: 'merge',
    from: changeableStates,
    to: 'superseded',
    permission: 'problem.approve',
    needs: ['hasPendingMerge', 'askedNotMerge'],
  },
  {
    action: 'refuseMerge',
    from: changeableStates,
    to: null,
    permission: 'problem.approve',
    needs: ['hasPendingMerge'],
  },
  { action: 'split', from: changeableStates, to: 'superseded', permission: 'problem.write', needs: [] },
  { action: 'issueNotice', from: underwayStates, to: null, permission: 'problem.demand', needs: [] },
  {
    action: 'answerNotice',
    from: [...underwayStates, ...askedStates],
    to: null,
    permission: 'problem.report',
    needs: ['answersNotice'],
  },
]

export const problemActionNames: Readonly<Record<ProblemAction, string>> = {
  assign: '分派',
  withdrawAssignment: '撤销分派',
  withdraw: '登记有误，撤回',
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
  filePaper: '登记上级书面核验',
  confirmOnPaper: '确认书面核验，上报',
  strikeOffOnPaper: '确认书面核验，销号',
  refusePaper: '不确认书面核验',
  return: '退回并说明',
  acceptClosure: '确认导入时已销号',
  refuseClosure: '不认可，继续整改',
  proveEffective: '回头看：有效',
  findRelapse: '回头看：反弹',
  transfer: '移交其他单位',
  requestMerge: '申请并入另一问题',
  merge: '同意并入',
  refuseMerge: '不并入',
  split: '拆成几个问题',
  issueNotice: '发督办单',
  answerNotice: '答复督办单',
}

/** What is asked about a problem and an actor. */
export type ProblemFacts = Facts<ProblemState, ProblemGuard>

/** The life of a problem, the whole of it: who may do what in which state, and what comes of it. */
export const problemMachine: Machine<ProblemState, ProblemAction | ProblemEntry, ProblemGuard | EntryGuard> = {
  subject: '问题',
  stateNames: problemStateNames,
  actionNames: { register: '登记', import: '导入', ...problemActionNames },
  guardNames,
  transitions: [...entries, ...actions],
}
