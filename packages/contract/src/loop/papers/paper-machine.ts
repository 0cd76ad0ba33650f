import type { Machine } from '../../platform/machine.ts'
import { type PaperState, paperStateNames } from './paper.ts'

/** What can be done with a paper. */
export const paperActions = [
  'create',
  'change',
  'addVersion',
  'submit',
  'recall',
  'return',
  'approve',
  'issue',
  'study',
  'void',
] as const
export type PaperAction = (typeof paperActions)[number]

export type PaperGuard = 'isAuthor' | 'isNotAuthor' | 'isNotPersonal' | 'isHandedInFor'

/** The life of a paper: drafted by one, approved by another, then issued. */
export const paperMachine: Machine<PaperState, PaperAction, PaperGuard> = {
  subject: '文稿',
  stateNames: paperStateNames,
  actionNames: {
    create: '起草文稿',
    change: '修改基本信息',
    addVersion: '提交新版本',
    submit: '送审',
    recall: '撤回送审',
    return: '退回修改',
    approve: '审定',
    issue: '印发',
    study: '关联研究的会议',
    void: '作废',
  },
  guardNames: {
    isAuthor: '是起草的人',
    isNotAuthor: '不是起草的人',
    isNotPersonal: '不是个人的材料、谈话记录',
    isHandedInFor: '替起草的人提交',
  },
  transitions: [
    // What is handed in for another goes to review at once: it is nobody's draft but his.
    { action: 'create', from: null, to: 'submitted', permission: 'paper.review', needs: ['isHandedInFor'] },
    { action: 'create', from: null, to: 'draft', permission: 'paper.write', needs: [] },
    { action: 'change', from: ['draft', 'returned'], to: null, permission: 'paper.write', needs: ['isAuthor'] },
    { action: 'addVersion', from: ['draft', 'returned'], to: null, permission: 'paper.write', needs: ['isAuthor'] },
    {
      action: 'addVersion',
      from: ['returned'],
      to: 'submitted',
      permission: 'paper.review',
      needs: ['isHandedInFor'],
    },
    { action: 'submit', from: ['draft', 'returned'], to: 'submitted', permission: 'paper.write', needs: ['isAuthor'] },
    { action: 'recall', from: ['submitted'], to: 'draft', permission: 'paper.write', needs: ['isAuthor'] },
    { action: 'return', from: ['submitted'], to: 'returned', permission: 'paper.review', needs: ['isNotAuthor'] },
    { action: 'approve', from: ['submitted'], to: 'approved', permission: 'paper.review', needs: ['isNotAuthor'] },
    { action: 'issue', from: ['approved'], to: 'issued', permission: 'paper.issue', needs: ['isNotPersonal'] },
    {
      action: 'study',
      from: ['draft', 'submitted', 'returned'],
      to: null,
      permission: 'paper.write',
      needs: ['isAuthor'],
    },
    { action: 'study', from: ['approved', 'issued'], to: null, permission: 'paper.write', needs: ['isAuthor'] },
    { action: 'study', from: ['approved', 'issued'], to: null, permission: 'paper.review', needs: [] },
    { action: 'void', from: ['draft', 'returned'], to: 'void', permission: 'paper.write', needs: ['isAuthor'] },
    { action: 'void', from: ['approved', 'issued'], to: 'void', permission: 'paper.issue', needs: [] },
  ],
}
