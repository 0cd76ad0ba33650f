import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { Evidence } from './evidence.ts'
import { Hint } from './hint.ts'
import { Origin } from './origin.ts'
import { MeasureFields, Problem, ProblemClass, problemClassNames } from './problem.ts'
import { problemActions } from './problem-machine.ts'

export const Measure = z.object({ id: z.uuid(), ...MeasureFields.shape })
export type Measure = z.infer<typeof Measure>

export const Progress = z.object({
  id: z.uuid(),
  on: CalendarDate,
  text: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
})
export type Progress = z.infer<typeof Progress>

export const Extension = z.object({
  id: z.uuid(),
  until: CalendarDate.nullable(),
  class: ProblemClass.nullable().describe('同时要改成的整改类型'),
  reason: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  decision: z.object({ isGranted: z.boolean(), reason: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
})
export type Extension = z.infer<typeof Extension>

export const ProblemDetail = z.object({
  ...Problem.shape,
  result: z.string().describe('整改成效'),
  exception: z.string().describe('条件没有全部满足而申请销号的理由'),
  measures: z.array(Measure),
  progress: z.array(Progress),
  evidence: z.array(Evidence),
  origins: z.array(Origin).describe('出自哪里；看不到那份文稿、那次记录的人看不到这一处'),
  extensions: z.array(Extension),
  mayDecideExtension: z.array(z.string()).describe('能决定延期的人：申请了的，不含申请的人；还没有申请的，不含自己'),
  pendingMerge: z
    .object({ id: z.uuid(), number: z.int(), by: z.string(), reason: z.string() })
    .extend({
      text: z.string().nullable().describe('看不到那个问题的人为空'),
      mayDecide: z.array(z.string()).describe('两个问题都能审批、又不是申请的人'),
    })
    .nullable()
    .describe('申请并入的问题，谁为什么申请的；要另一个人同意'),
  paper: z
    .object({ authority: z.string(), signedBy: z.string(), datedOn: CalendarDate, name: z.string(), by: z.string() })
    .extend({ evidenceId: z.uuid(), mayConfirm: z.array(z.string()).describe('能和原件核对、确认的人') })
    .nullable()
    .describe('登记了、等待另一个人确认的上级书面核验'),
  claimed: z.int().describe('同一次导入里，导入时已销号、还没有确认的个数（连同这个）'),
  mayConfirmClosure: z.array(z.string()).describe('导入时已销号、还没有确认的，能确认的人'),
  openNotice: z
    .object({ answerDueOn: CalendarDate })
    .nullable()
    .describe('还没有答复的督办单里，答复期限最早的；没有的为空'),
  heirs: z
    .array(z.object({ id: z.uuid(), number: z.int(), relation: z.enum(['relapse', 'split', 'merge']) }))
    .describe('反弹、拆分、并入后接着整改的问题'),
  approvals: z.array(
    z.object({
      name: z.string(),
      isDone: z.boolean(),
      by: z.string().nullable(),
      onPaper: z.string().nullable().describe('书面核验的上级单位；不是书面核验的为 null'),
      fallsTo: z
        .enum(['role', 'superior', 'nobody'])
        .describe('role 由规定的角色办；superior 规定的角色没有人能办了，由上级办；nobody 没有人能办，要上级书面核验'),
      mayApprove: z.array(z.string()).describe('还没有办的，现在能办的人'),
    }),
  ),
  endedRequest: z
    .object({ by: z.string(), at: z.iso.datetime(), reason: z.string(), isReturned: z.boolean() })
    .nullable()
    .describe('上一次申请销号被退回、自己撤回：谁、何时、为什么；没有申请过的、正在审批的、已经办结的为空'),
  conditions: z.array(z.object({ id: z.string(), name: z.string(), isMet: z.boolean(), missing: z.string() })),
  unreached: z
    .array(z.string())
    .describe('责任领导、责任人里没有账号，或者没有看台账的授权的人：看不到这个问题，收不到消息'),
  hints: z.array(Hint).describe('只给核验的人和组织者看'),
  allowed: z.array(z.enum(problemActions)),
})
export type ProblemDetail = z.infer<typeof ProblemDetail>

/** What an extension asks for, as a sentence ends: 延到 2026年9月30日，改为长期坚持. */
export function extensionWords(
  { until, class: kind }: Pick<Extension, 'until' | 'class'>,
  say: (date: string) => string,
): string {
  const words = [
    until === null ? '不再定时限' : `延到 ${say(until)}`,
    ...(kind === null ? [] : [`改为${problemClassNames[kind]}`]),
  ]
  return words.join('，')
}

/** What happened to a problem, for its timeline. */
export const ProblemEvent = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  by: z.string(),
  action: z.string(),
  actionName: z.string(),
  from: z.string().nullable(),
  to: z.string(),
  reason: z.string(),
  /** Fields changed, with what they were and what they are. */
  changes: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
})
export type ProblemEvent = z.infer<typeof ProblemEvent>
