import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { atLeast, textOf } from '../../platform/text.ts'

/** What is done after the feedback: plan and report are handed up, the inspection is concluded, who raised it is answered. */
export const outcomeKinds = ['plan', 'report', 'conclusion', 'answer'] as const
export type OutcomeKind = (typeof outcomeKinds)[number]
export const outcomeKindNames: Readonly<Record<OutcomeKind, string>> = {
  plan: '整改方案',
  report: '整改报告',
  conclusion: '结论',
  answer: '答复',
}

export const OutcomeReason = textOf('撤去的理由', 500).min(...atLeast(2, '请写明撤去的理由'))

export const OutcomeFields = z
  .object({
    kind: z.enum(outcomeKinds, '请选办了什么'),
    onDay: CalendarDate.describe('哪一天报送、作出、答复'),
    text: textOf('说明', 2000).default('').describe('报给谁，结论、答复的内容'),
    paperId: z.uuid('请选文稿').nullable().default(null).describe('审定、印发了的文稿'),
  })
  .refine(({ kind, paperId }) => paperId !== null || kind === 'conclusion' || kind === 'answer', {
    error: '报送的方案、报告要选文稿',
    path: ['paperId'],
  })
  .refine(({ text, paperId }) => text !== '' || paperId !== null, { error: '请写明内容，或者选文稿', path: ['text'] })
export type OutcomeFields = z.infer<typeof OutcomeFields>

export const InspectionOutcome = z.object({
  id: z.uuid(),
  kind: z.enum(outcomeKinds),
  onDay: CalendarDate,
  text: z.string(),
  paper: z.object({ id: z.uuid(), title: z.string() }).nullable().describe('看不到那份文稿的为空'),
  by: z.string(),
  isLate: z.boolean().describe('方案、报告过了时限才报送'),
})
export type InspectionOutcome = z.infer<typeof InspectionOutcome>
