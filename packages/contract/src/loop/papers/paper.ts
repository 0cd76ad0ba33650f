import { type DocumentKind, documentKindNames, documentKinds, severitiesInWords } from '@duizhao/engine/wording'
import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { atLeast, textOf } from '../../platform/text.ts'

/** Kinds of papers (文稿): those the engine knows; a template is nobody's paper. */

export const PaperKind = z.enum(documentKinds, '请选种类').exclude(['template'], '请选种类')
export type PaperKind = Exclude<DocumentKind, 'template'>
export const paperKindNames: Readonly<Record<PaperKind, string>> = documentKindNames

/**
 * Papers about one person: they are not everybody's, however far they have come. Their author and those who review them
 * see them.
 */
export const personalPaperKinds = ['personal', 'talk'] as const satisfies readonly PaperKind[]

export const paperStates = ['draft', 'submitted', 'returned', 'approved', 'issued', 'void'] as const
export type PaperState = (typeof paperStates)[number]
export const PaperState = z.enum(paperStates, '请选状态')
export const paperStateNames: Readonly<Record<PaperState, string>> = {
  draft: '起草',
  submitted: '送审',
  returned: '退回修改',
  approved: '审定',
  issued: '印发',
  void: '作废',
}

export const PaperTitle = textOf('标题', 120).min(...atLeast(2, '请写标题'))
export const PaperNumber = textOf('文号', 60).describe('文号，如：江编办〔2026〕3号')
export const PaperSubject = textOf('事由', 200).describe('专题、事由')
export const PaperNote = textOf('说明', 500).describe('这一版改了什么')
export const PaperReason = textOf('理由', 1_000).min(...atLeast(2, '请写明理由'))
export const PaperOpinion = textOf('审核意见', 1_000).min(...atLeast(2, '请写审核意见'))

/** What the engine found in a version: how long it is, how many of each it holds, how many findings of each severity. */
export const PaperReading = z.object({
  characters: z.int().describe('字数，算法同 Word'),
  problems: z.int(),
  causes: z.int(),
  measures: z.int(),
  errors: z.int(),
  warnings: z.int(),
  advice: z.int(),
})
export type PaperReading = z.infer<typeof PaperReading>

/** What the rules found in a version: 错误 1、疑点 0、建议 2. */
export function findingsInWords({ errors: error, warnings: warning, advice }: PaperReading): string {
  return error + warning + advice === 0 ? '系统检查没有发现问题' : severitiesInWords({ error, warning, advice })
}

const Named = z.object({ id: z.uuid(), name: z.string() })

/** A line of the list. */
export const Paper = z.object({
  id: z.uuid(),
  organisation: Named,
  kind: PaperKind,
  title: z.string(),
  number: z.string(),
  subject: z.string(),
  /** Who drafted it: who handed in its first version. */
  author: Named,
  state: PaperState,
  issuedOn: CalendarDate.nullable(),
  /** How many versions there are, of those one may see. */
  versions: z.int(),
  changedAt: z.iso.datetime(),
  version: z.int(),
})
export type Paper = z.infer<typeof Paper>

export const PaperVersion = z.object({
  id: z.uuid(),
  /** 1 for the first. */
  ordinal: z.int(),
  fileName: z.string(),
  size: z.int(),
  hash: z.string().describe('文件的 SHA-256'),
  fileState: z.enum(['whole', 'damaged', 'missing']),
  note: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  reading: PaperReading.nullable().describe('引擎读出了什么；null 为读不出文字'),
  seesReview: z.boolean().describe('看得到对这一版的审核：自己起草的、提交请自己审核的'),
  studiedIn: z
    .object({ id: z.uuid(), name: z.string(), on: CalendarDate })
    .nullable()
    .describe('哪次会研究的：一次履职记录；看不到那次记录的、记录撤回了的为空'),
})
export type PaperVersion = z.infer<typeof PaperVersion>

export const PaperEvent = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  by: z.string(),
  actionName: z.string(),
  to: z.string().describe('状态'),
  reason: z.string(),
  /** Of which version it was said; null before there was one. */
  ordinal: z.int().nullable(),
})
export type PaperEvent = z.infer<typeof PaperEvent>
