import { z } from 'zod'
import { atLeast, textOf } from '../../platform/text.ts'
import { PaperReading } from '../papers/index.ts'
import { ReviewedText } from './reviewed-text.ts'

export const findingSeverities = ['error', 'warning', 'advice'] as const
export type FindingSeverity = (typeof findingSeverities)[number]

/** What is known of a finding of a version; where it stands is counted in UTF-16 units of its text. */
export const PaperFinding = z.object({
  key: z.string().describe('在这一版里认出它：同一条规则、同样的话，重新审核以后还是它'),
  rule: z.string(),
  severity: z.enum(findingSeverities),
  start: z.int(),
  end: z.int(),
  message: z.string(),
  suggestion: z.string().nullable().describe('建议改为什么；空文字为建议删去'),
})
export type PaperFinding = z.infer<typeof PaperFinding>

/** What is told about a rule. */
export const PaperRule = z.object({ name: z.string(), why: z.string(), source: z.string() })
export type PaperRule = z.infer<typeof PaperRule>

const Named = z.object({ id: z.uuid(), name: z.string() })

export const PaperReview = z.object({
  paper: z.object({ id: z.uuid(), title: z.string() }),
  ordinal: z.int(),
  organisation: Named,
  reviewed: z
    .object({
      at: z.iso.datetime(),
      isOutdated: z.boolean().describe('审核以后规则变了，可以重新审核'),
      text: ReviewedText,
      findings: z.array(PaperFinding),
      rules: z.record(z.string(), PaperRule).describe('用到的规则'),
    })
    .nullable()
    .describe('引擎的审核；空为还没有审核'),
})
export type PaperReview = z.infer<typeof PaperReview>

/** What a reviewer decides on a finding. */
export const verdicts = ['accepted', 'dismissed'] as const
export type Verdict = (typeof verdicts)[number]
export const verdictNames: Readonly<Record<Verdict, string>> = { accepted: '采纳', dismissed: '不采纳' }

export const RemarkText = textOf('意见', 1_000).min(...atLeast(2, '请写意见'))
export const DismissalReason = textOf('理由', 300).min(...atLeast(2, '请写明为什么不采纳'))

const done = { by: z.string(), at: z.iso.datetime() }

export const FindingVerdict = z.object({
  ...done,
  key: z.string(),
  verdict: z.enum(verdicts),
  reason: z.string().describe('不采纳的理由；采纳的为空'),
})
export type FindingVerdict = z.infer<typeof FindingVerdict>

export const PaperRemark = z.object({
  ...done,
  id: z.uuid(),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  isOwn: z.boolean().describe('是自己提的'),
})
export type PaperRemark = z.infer<typeof PaperRemark>

/** What people said of a version: of what the engine found, and in words of their own. */
export const ReviewMarks = z.object({
  verdicts: z.array(FindingVerdict),
  remarks: z.array(PaperRemark),
  mayJudge: z.boolean().describe('现在可以逐条处理：送审的这一版，不是自己起草的'),
})
export type ReviewMarks = z.infer<typeof ReviewMarks>

/** A version beside an earlier one: what was changed in the text, and what became of the findings. */
export const ReviewChanges = z.object({
  earlier: z.object({ versionId: z.uuid(), ordinal: z.int() }).nullable().describe('与哪一版比；空为没有可比的'),
  gone: z.array(PaperFinding).describe('那一版有、这一版没有了的意见'),
  fresh: z.array(z.string()).describe('这一版新的意见'),
  changes: z
    .array(z.object({ beginning: z.string(), was: z.string(), is: z.string(), ending: z.string() }))
    .describe('改动的各处：前面的几个字，原来是什么，现在是什么，后面的几个字'),
  moreChanges: z.int().describe('没有列出的改动还有几处'),
})
export type ReviewChanges = z.infer<typeof ReviewChanges>

/** A version that waits for one's review, with what was found in it and how far one is. */
export const WaitingPaper = z.object({
  versionId: z.uuid(),
  paper: z.object({ id: z.uuid(), title: z.string() }),
  ordinal: z.int(),
  organisation: Named,
  author: z.string(),
  at: z.iso.datetime().describe('文稿最近一次变动'),
  reading: PaperReading.nullable().describe('引擎读出了什么；空为读不出文字'),
  judged: z.int().describe('已经处理的审核意见'),
  remarks: z.int().describe('审核人提的意见'),
})
export type WaitingPaper = z.infer<typeof WaitingPaper>
