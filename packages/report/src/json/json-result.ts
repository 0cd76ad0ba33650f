import type { Claim, Item, Problem, Section } from '@duizhao/engine'
import { z } from 'zod'
import type { Outcome, ReviewedDocument, UnreadableFile } from '../outcome/outcome.ts'

const offset = z.int().min(0)
const span = z.object({ start: offset, end: offset })
const share = z.number().min(0).max(1)
const itemId = z.string().describe('编号，如 problem-1')

const item = z.object({
  id: itemId,
  lead: z.string().describe('开头一句或小标题，不超过 60 字，不含序号'),
  start: offset.describe('自己的话从哪里开始，不含序号'),
  end: offset,
})

const finding = z.object({
  rule: z.string().regex(/^(?:numbering|count|structure|substance|residue|wording|similarity)\/[a-z0-9-]+$/),
  severity: z.enum(['error', 'warning', 'advice']),
  start: offset,
  end: offset,
  message: z.string(),
  suggestion: z.string().optional().describe('可以直接替换原文的写法，只在有把握时给出'),
})

const documentResult = z.object({
  path: z.string(),
  kind: z.enum([
    'team',
    'personal',
    'branch',
    'political_ecology',
    'rectification_report',
    'feedback',
    'ledger',
    'plan',
    'meeting_report',
    'notice',
    'minutes',
    'talk',
    'speech',
    'rules',
    'template',
    'other',
  ]),
  title: z.string(),
  year: z.int().nullable(),
  characters: z.int().min(0).describe('文字长度，UTF-16 单位，与各处位置一致'),
  error: z.string().optional().describe('没有读成时：原因和办法；这时其余各项为空'),
  sections: z.array(z.object({ role: z.string(), heading: z.string(), start: offset, end: offset })),
  problems: z.array(
    item.extend({
      aspect: z.string().nullable().describe('所在方面的序号和标题，如“（一）理论学习方面”'),
      hasExample: z.boolean(),
      causes: z.array(itemId),
      measures: z.array(itemId),
    }),
  ),
  causes: z.array(item),
  measures: z.array(item),
  prior: z.array(item).describe('上次整改落实情况'),
  statements: z.array(item).describe('有关情况说明'),
  claims: z.array(
    z.object({
      text: z.string(),
      start: offset,
      end: offset,
      claimed: z.int().nullable().describe('文中说的数；占位符为 null'),
      found: z.int().nullable().describe('实际列出的数；无法判断为 null'),
    }),
  ),
  findings: z.array(finding),
  suppressed: z
    .array(finding.extend({ reason: z.string() }))
    .optional()
    .describe('配置中决定不采纳的意见；没有则不出现'),
  failedRules: z.array(z.string()).optional().describe('自己出了错、因而没有检查的规则；没有则不出现'),
})

/** The result of `duizhao review --format json`, version 1. Fields may be added within a version, never changed or taken away. */
export const jsonResultSchema = z.object({
  version: z.literal(1),
  documents: z.array(documentResult).describe('按路径排列，包括没有读成的文件'),
  similarity: z.array(
    z.object({
      a: z.string(),
      b: z.string(),
      shareOfA: share,
      shareOfB: share,
      passages: z.array(z.object({ a: span, b: span })),
    }),
  ),
})

/** The JSON Schema (draft 2020-12) of the result. */
export function resultJsonSchema(): object {
  return { title: 'duizhao review --format json', ...z.toJSONSchema(jsonResultSchema, { io: 'input' }) }
}

export type JsonResult = z.infer<typeof jsonResultSchema>
type DocumentResult = z.infer<typeof documentResult>

/** The outcome of a run in the published form. */
export function toJsonResult({ documents, unreadable, similarity }: Outcome): JsonResult {
  const all = [...documents.map(toDocumentResult), ...unreadable.map(toUnreadResult)]
  return {
    version: 1,
    documents: all.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
    similarity: similarity.map(({ a, b, shareOfA, shareOfB, passages }) => ({
      a,
      b,
      shareOfA,
      shareOfB,
      passages: passages.map((passage) => ({ a: toSpan(passage.a), b: toSpan(passage.b) })),
    })),
  }
}

function toDocumentResult(document: ReviewedDocument): DocumentResult {
  const { examination, suppressed, failed } = document
  const aspects = new Map(examination.aspects.map(({ id, mark, heading }) => [id, mark + heading]))
  return {
    path: document.path,
    kind: examination.kind,
    title: examination.title,
    year: examination.year,
    characters: document.text.length,
    sections: examination.sections.map(toSection),
    problems: examination.problems.map((problem) => toProblem(problem, aspects)),
    causes: examination.causes.map(toItem),
    measures: examination.measures.map(toItem),
    prior: examination.prior.map(toItem),
    statements: examination.statements.map(toItem),
    claims: examination.claims.map(toClaim),
    findings: document.findings.map(toFinding),
    ...(suppressed.length === 0
      ? {}
      : { suppressed: suppressed.map((one) => ({ ...toFinding(one), reason: one.reason })) }),
    ...(failed.length === 0 ? {} : { failedRules: failed.map(({ rule }) => rule) }),
  }
}

function toUnreadResult({ path, message, todo }: UnreadableFile): DocumentResult {
  const nothing = {
    sections: [],
    problems: [],
    causes: [],
    measures: [],
    prior: [],
    statements: [],
    claims: [],
    findings: [],
  }
  return { path, kind: 'other', title: '', year: null, characters: 0, error: message + todo, ...nothing }
}

function toSpan({ start, end }: { readonly start: number; readonly end: number }): z.infer<typeof span> {
  return { start, end }
}

function toSection({ role, heading, start, end }: Section): DocumentResult['sections'][number] {
  return { role, heading, start, end }
}

function toItem({ id, lead, start, end }: Item): z.infer<typeof item> {
  return { id, lead, start, end }
}

function toProblem(problem: Problem, aspects: ReadonlyMap<string, string>): DocumentResult['problems'][number] {
  const { id, aspect, lead, start, end, hasExample, causes, measures } = problem
  const heading = aspect === undefined ? null : (aspects.get(aspect) ?? null)
  return {
    id,
    aspect: heading,
    lead,
    start,
    end,
    hasExample,
    causes: causes.map((link) => link.id),
    measures: measures.map((link) => link.id),
  }
}

function toClaim({ text, start, end, claimed, found }: Claim): DocumentResult['claims'][number] {
  return { text, start, end, claimed, found }
}

function toFinding({
  rule,
  severity,
  place: { start, end },
  message,
  suggestion,
}: ReviewedDocument['findings'][number]): z.infer<typeof finding> {
  return { rule, severity, start, end, message, ...(suggestion === undefined ? {} : { suggestion }) }
}
