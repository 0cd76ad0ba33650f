import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'

/** The ladder of written demands (督办): each step is sharper than the one before. */
export const noticeKinds = ['remind', 'guide', 'urge', 'admonish'] as const
export const NoticeKind = z.enum(noticeKinds, '请选种类')
export type NoticeKind = z.infer<typeof NoticeKind>

export const noticeKindNames: Readonly<Record<NoticeKind, string>> = {
  remind: '整改情况提醒书',
  guide: '督查指导书',
  urge: '督办通知书',
  admonish: '告诫书',
}

export const Notice = z.object({
  id: z.uuid(),
  problemId: z.uuid(),
  problemNumber: z.int(),
  problemText: z.string(),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  kind: NoticeKind,
  number: z.string().describe('文号，如 督〔2026〕3号'),
  text: z.string(),
  issuedBy: z.string(),
  issuedOn: CalendarDate,
  answerDueOn: CalendarDate,
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredOn: CalendarDate.nullable(),
})
export type Notice = z.infer<typeof Notice>
