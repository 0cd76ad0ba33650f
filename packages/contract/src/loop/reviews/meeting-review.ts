import { z } from 'zod'
import { PaperKind, PaperReading, PaperState } from '../papers/index.ts'

const Named = z.object({ id: z.uuid(), name: z.string() })

/** A paper of a meeting as it stands in review: what was found, what was said of that, and what was decided last. */
export const MeetingReview = z.object({
  paper: z.object({ id: z.uuid(), title: z.string(), kind: PaperKind, state: PaperState }),
  organisation: Named,
  author: z.string(),
  versionId: z.uuid(),
  ordinal: z.int(),
  reading: PaperReading.nullable().describe('引擎读出了什么；空为读不出文字'),
  accepted: z.int().describe('采纳的审核意见'),
  dismissed: z.int().describe('不采纳的'),
  open: z.int().describe('还没有处理的'),
  remarks: z.int().describe('审核人提的意见'),
  decided: z
    .object({ by: z.string(), at: z.iso.datetime(), isApproval: z.boolean(), reason: z.string(), ordinal: z.int() })
    .nullable()
    .describe('上一次审定或退回；空为还没有'),
})
export type MeetingReview = z.infer<typeof MeetingReview>
