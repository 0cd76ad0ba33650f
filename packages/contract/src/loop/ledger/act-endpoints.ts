import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { atLeast } from '../../platform/text.ts'
import {
  FoundText,
  MaybeReason,
  MOST_MEASURES,
  Opinion,
  ProblemText,
  ProgressText,
  Reason,
  ResultText,
} from './field-texts.ts'
import { MeasureFields, ProblemClass, ProblemFields } from './problem.ts'
import { acting, reporting } from './acting.ts'
import { Passage } from './origin.ts'

export const version = z.int().min(1).describe('改动所依据的版本；别人先改了就不会覆盖')
const approving = { ...acting, access: 'problem.approve' } as const

export const changeProblem = endpoint({
  ...acting,
  action: 'ledger.change',
  summary: '修改问题',
  method: 'PATCH',
  path: '/problems/:problemId',
  body: ProblemFields.extend({ version }),
})

export const Assignment = z.object({
  leadId: z.uuid('请选责任领导').describe('责任领导'),
  handlerId: z.uuid('请选责任人').nullable().describe('责任人'),
  class: ProblemClass,
  dueOn: CalendarDate.nullable(),
})
export type Assignment = z.infer<typeof Assignment>

export const assignProblem = endpoint({
  ...acting,
  action: 'ledger.assign',
  summary: '分派',
  method: 'POST',
  path: '/problems/:problemId/assignments',
  body: Assignment.extend({ version: version.optional() }),
})

export const withdrawAssignment = endpoint({
  ...acting,
  action: 'ledger.withdrawAssignment',
  summary: '撤销分派',
  method: 'POST',
  path: '/problems/:problemId/assignment-withdrawals',
  body: z.object({ reason: Reason }),
})

export const withdrawProblem = endpoint({
  ...acting,
  action: 'ledger.withdraw',
  summary: '撤回登记有误的问题',
  method: 'POST',
  path: '/problems/:problemId/withdrawals',
  body: z.object({ reason: Reason }),
})

export const planMeasures = endpoint({
  ...reporting,
  action: 'ledger.planMeasures',
  summary: '制定整改措施',
  method: 'PUT',
  path: '/problems/:problemId/measures',
  body: z.object({
    measures: z
      .array(MeasureFields.extend({ id: z.uuid().nullable() }))
      .min(1, '至少一条措施')
      .max(MOST_MEASURES, `最多 ${MOST_MEASURES} 条措施`),
    version,
  }),
})

export const reportProgress = endpoint({
  ...reporting,
  action: 'ledger.reportProgress',
  summary: '报告进展',
  method: 'POST',
  path: '/problems/:problemId/progress',
  body: z.object({
    on: CalendarDate,
    text: ProgressText.min(...atLeast(4, '请写清进展情况')),
    doneMeasureIds: z.array(z.uuid()).max(MOST_MEASURES).default([]).describe('这次完成的措施'),
  }),
})

export const requestExtension = endpoint({
  ...reporting,
  action: 'ledger.requestExtension',
  summary: '申请延期',
  method: 'POST',
  path: '/problems/:problemId/extensions',
  body: z.object({
    until: CalendarDate.nullable().describe('延到哪一天；改为长期坚持的可以不写'),
    class: ProblemClass.optional().describe('同时要改成的整改类型，不写则不变'),
    reason: Reason,
  }),
})

export const decideExtension = endpoint({
  ...acting,
  action: 'ledger.decideExtension',
  summary: '决定延期',
  method: 'POST',
  path: '/problems/:problemId/extension-decisions',
  body: z.object({ isGranted: z.boolean('请选同意或不同意'), reason: MaybeReason }),
})

export const requestStrikeOff = endpoint({
  ...reporting,
  action: 'ledger.requestStrikeOff',
  summary: '申请销号',
  method: 'POST',
  path: '/problems/:problemId/strike-off-requests',
  body: z.object({
    result: ResultText.min(...atLeast(4, '请写整改成效')),
    exception: MaybeReason.default('').describe('条件没有全部满足时，写明为什么仍然申请'),
  }),
})

export const withdrawStrikeOff = endpoint({
  ...reporting,
  action: 'ledger.withdrawStrikeOff',
  summary: '撤回销号申请',
  method: 'POST',
  path: '/problems/:problemId/strike-off-withdrawals',
  body: z.object({ reason: Reason }),
})

export const approveStrikeOff = endpoint({
  ...approving,
  action: 'ledger.approveStrikeOff',
  summary: '审批销号',
  method: 'POST',
  path: '/problems/:problemId/approvals',
  body: z.object({ opinion: Opinion }),
})

export const returnProblem = endpoint({
  ...approving,
  action: 'ledger.return',
  summary: '退回并说明',
  method: 'POST',
  path: '/problems/:problemId/returns',
  body: z.object({ reason: Reason }),
})

export const decideClosure = endpoint({
  ...approving,
  action: 'ledger.decideClosure',
  isLong: true,
  summary: '确认或不认可导入时已销号',
  method: 'POST',
  path: '/problems/:problemId/closure-decisions',
  body: z.object({
    isAccepted: z.boolean('请选认可或不认可'),
    reason: Reason.describe('怎么核对的，或者为什么不认可'),
    isWholeImport: z.boolean().default(false).describe('同一次导入里还没有确认的一并决定'),
  }),
})

export const lookBack = endpoint({
  ...acting,
  action: 'ledger.lookBack',
  summary: '回头看',
  method: 'POST',
  path: '/problems/:problemId/look-backs',
  access: 'problem.lookBack',
  body: z.object({
    isEffective: z.boolean(),
    found: FoundText,
    early: MaybeReason.default('').describe('没有到回头看的日期就认定有效的理由'),
  }),
})

export const addOrigin = endpoint({
  ...acting,
  action: 'ledger.addOrigin',
  isLong: true,
  summary: '指出问题的出处',
  method: 'POST',
  path: '/problems/:problemId/origins',
  body: z.object({ origin: Passage }),
})

export const removeOrigin = endpoint({
  ...acting,
  action: 'ledger.removeOrigin',
  summary: '删除指错的出处',
  method: 'POST',
  path: '/problems/:problemId/origins/:originId/removal',
  params: { ...acting.params, originId: z.uuid() },
  body: z.object({ reason: Reason }),
})

export const transferProblem = endpoint({
  ...acting,
  action: 'ledger.transfer',
  summary: '移交其他单位',
  method: 'POST',
  path: '/problems/:problemId/transfers',
  body: z.object({ organisationId: z.uuid('请选单位'), reason: Reason }),
})

export const requestMerge = endpoint({
  ...acting,
  action: 'ledger.requestMerge',
  summary: '申请并入另一问题',
  method: 'POST',
  path: '/problems/:problemId/merges',
  body: z.object({ intoNumber: z.int('请写编号').describe('并入的问题的编号'), reason: Reason }),
})

export const decideMerge = endpoint({
  ...approving,
  action: 'ledger.decideMerge',
  summary: '决定并入',
  method: 'POST',
  path: '/problems/:problemId/merge-decisions',
  body: z.object({ isAccepted: z.boolean('请选同意或不同意'), reason: Reason }),
})

/** How many problems can be made of one. */
export const MOST_PARTS = 20

export const splitProblem = endpoint({
  ...acting,
  action: 'ledger.split',
  summary: '拆成几个问题',
  method: 'POST',
  path: '/problems/:problemId/splits',
  body: z.object({
    texts: z.array(ProblemText).min(2, '至少拆成两个').max(MOST_PARTS, `最多拆成 ${MOST_PARTS} 个`),
    reason: Reason,
  }),
})
