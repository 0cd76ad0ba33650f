import { readFile } from 'node:fs/promises'
import { meetingTemplates } from '@duizhao/engine'
import { z } from 'zod'
import { factsOf } from '@duizhao/report'
import type { ReviewSettings, Suppression } from '@duizhao/report'
import { UsageError } from '../usage-error.ts'
import { findJsonLines, lineOf } from './json-lines.ts'

export const CONFIG_FILE = 'duizhao.config.json'

/** True for the name of a file with an office's own notice, where the id of a template may stand too. */
export function isTemplateFile(template: string): boolean {
  return template.endsWith('.json')
}

const ruleId = z.string().refine((id) => factsOf(id) !== null, {
  error: ({ input }) => `没有“${String(input)}”这条规则，用 duizhao rules 查看全部规则`,
})
const templateId = z
  .string()
  .refine((id) => isTemplateFile(id) || meetingTemplates.some((template) => template.id === id), {
    error: ({ input }) => `没有“${String(input)}”这个模板，可用的有 ${meetingTemplates.map(({ id }) => id).join('、')}`,
  })
const filled = z.string().trim().min(1, { error: '不能为空' })

const suppressionSchema: z.ZodType<Suppression> = z.strictObject({
  file: filled.describe('文件名，不含文件夹'),
  rule: ruleId.describe('规则编号，如 wording/doubled-words'),
  text: z.string().describe('意见所指的原文，一字不差'),
  reason: filled.describe('不采纳的理由'),
})

/** `duizhao.config.json`. */
const configSchema = z.strictObject({
  template: templateId.optional().describe('按哪一年的会议模板审核，或写本单位通知的 .json 文件；不写则自动选择'),
  unit: z.array(filled).optional().describe('本单位的名称和简称'),
  rules: z
    .record(ruleId, z.enum(['off', 'error', 'warning', 'advice'], { error: '只能是 off、error、warning、advice 之一' }))
    .optional()
    .describe('关闭规则，或改变它的轻重'),
  suppressions: z.array(suppressionSchema).optional().describe('看过后决定不采纳的意见'),
})

export type Config = z.infer<typeof configSchema> & Pick<ReviewSettings, 'ownTemplate'>

/** Reads the configuration; an absent file is an empty one. Throws a `UsageError` naming key and line if it is not valid. */
export async function readConfig(path: string): Promise<Config> {
  const text = await readIfPresent(path)
  return text === null ? {} : parseConfig(text, path)
}

/** The configuration a text holds. Throws a `UsageError` naming key and line if it is not valid. */
export function parseConfig(text: string, path: string): Config {
  const result = configSchema.safeParse(parseJson(text, path))
  if (result.success) return result.data
  const lines = findJsonLines(text)
  const sentences = result.error.issues.flatMap((issue) =>
    describeIssue(issue).map(({ at, words }) => `${path} 第 ${lineOf(lines, at)} 行：${words}。`),
  )
  throw new UsageError(sentences.join('\n'))
}

async function readIfPresent(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\ufeff/, '')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw new UsageError(`配置文件 ${path} 无法读取：${error instanceof Error ? error.message : String(error)}。`)
  }
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = Number(/position (\d+)/.exec(message)?.[1] ?? text.length)
    const line = text.slice(0, position).split('\n').length
    throw new UsageError(`${path} 第 ${line} 行：不是正确的 JSON，请检查逗号、引号和括号。`)
  }
}

interface Complaint {
  readonly at: readonly PropertyKey[]
  readonly words: string
}

function describeIssue(issue: z.core.$ZodIssue): Complaint[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ at: [...issue.path, key], words: `不认识的键 ${nameOf([...issue.path, key])}` }))
  }
  if (issue.code === 'invalid_key')
    return [{ at: issue.path, words: `${nameOf(issue.path)}：${issue.issues[0]?.message ?? '键不对'}` }]
  if (issue.code === 'invalid_type')
    return [{ at: issue.path, words: `${nameOf(issue.path)}：${missingOrWrong(issue)}` }]
  return [{ at: issue.path, words: `${nameOf(issue.path)}：${issue.message}` }]
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: '文字',
  array: '列表（用方括号）',
  object: '对象（用花括号）',
  record: '对象（用花括号）',
}

function missingOrWrong(issue: z.core.$ZodIssueInvalidType): string {
  const wanted = TYPE_NAMES[issue.expected] ?? issue.expected
  return issue.input === undefined && issue.message.includes('undefined') ? `必须写明，是${wanted}` : `应当是${wanted}`
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.length === 0
    ? '整个文件'
    : `“${path.map((key) => (typeof key === 'number' ? `第 ${key + 1} 项` : String(key))).join(' → ')}”`
}
