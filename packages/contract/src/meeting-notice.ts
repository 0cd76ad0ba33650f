import type { MeetingKind, MeetingTemplate, SectionRole, TemplateAspect } from '@duizhao/engine/wording'
import { meetingNames, sectionNames } from '@duizhao/engine/wording'
import { z } from 'zod'

/** The keys of a table by what they are called. */
function byName<Key extends string>(names: Readonly<Record<Key, string>>): ReadonlyMap<string, Key> {
  return new Map(Object.entries<string>(names).map(([key, name]) => [name, key as Key]))
}

const MEETINGS = byName<MeetingKind>(meetingNames)
const SECTIONS = byName<SectionRole>(sectionNames)

/** What is said of a value of the wrong kind; of one that is missing, that it is. */
function told(wrong: string): { error: (issue: { input?: unknown }) => string } {
  return { error: ({ input }) => (input === undefined ? '没有写' : wrong) }
}

function named(names: ReadonlyMap<string, string>): z.ZodType<string> {
  return z
    .string(told('应当是文字'))
    .refine((name) => names.has(name), { error: `只能是${[...names.keys()].join('、')}之一` })
}

const written = (most: number) =>
  z.string(told('应当是文字')).trim().min(2, { error: '至少要有两个字' }).max(most, { error: '太长了' })
const words = written(200)
/** An aspect with the words it is known by in materials, or with the second level of the notice, or both. */
const detailed = z.strictObject({
  名称: words,
  关键词: z.array(words).min(1).optional(),
  要点: z.array(words).min(1).optional(),
})
const asked = z
  .array(z.union([words, detailed], { error: '应当是文字' }), {
    error: '应当是列表（用方括号）',
  })
  .max(30)
  .default([])

/**
 * What an office types from its own notice of a meeting. The keys are Chinese, since clerks write the file by hand; command
 * line, page and service read the same one.
 */
export const MeetingNotice = z.strictObject({
  会议: named(MEETINGS).describe('开的是什么会'),
  年度: z.int(told('应当是年份，如 2026')).min(2012).max(2100).describe('会议所属的年度，不是召开的年份'),
  // As long as that of a campaign, whose file this is.
  主题: written(500).describe('通知规定的主题，原文'),
  方面: asked.describe('通知规定的方面，按次序；材料里的叫法不同时写明关键词'),
  部分: z.array(named(SECTIONS)).default(['存在的问题', '原因剖析', '整改措施']).describe('材料必有的部分'),
  对照: asked.describe('方面之外还要对照的'),
  另外要写: asked.describe('还要专门写的内容'),
  要通报: asked.describe('会上要通报的事项'),
})
export type MeetingNotice = z.infer<typeof MeetingNotice>
/** The same as it stands in a file. */
export type MeetingNoticeFile = z.input<typeof MeetingNotice>

/** A notice that was read, or what is wrong with the file, a Chinese sentence each. */
export type ReadMeetingNotice = { readonly template: MeetingTemplate } | { readonly wrong: readonly string[] }

/** Reads the text of a notice file as the template that materials are judged against. */
export function readMeetingNotice(text: string): ReadMeetingNotice {
  const result = MeetingNotice.safeParse(parsed(text))
  if (result.success) return { template: templateOf(result.data) }
  return { wrong: result.error.issues.map(sentenceOf) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `不认识“${issue.keys.join('”“')}”这一项。`
  const at = issue.path.map((key) => (typeof key === 'number' ? `第${key + 1}条` : String(key))).join('的')
  if (at === '') return '不是正确的 JSON，请检查逗号、引号和括号。'
  return `“${at}”${issue.message}。`
}

function templateOf(notice: MeetingNotice): MeetingTemplate {
  const meeting = MEETINGS.get(notice.会议) ?? 'democratic_life'
  return {
    id: `notice-${notice.年度}`,
    year: notice.年度,
    meeting,
    campaign: `${notice.年度}年度${notice.会议}（本单位通知）`,
    theme: notice.主题,
    aliases: [],
    aspects: notice.方面.map(aspectOf),
    requiredSections: notice.部分.flatMap((name) => SECTIONS.get(name) ?? []),
    mirrors: notice.对照.map(aspectOf),
    topics: notice.另外要写.map(aspectOf),
    reported: notice.要通报.map(aspectOf),
    source: '本单位录入的通知',
    known: 'regulation',
  }
}

const SHORTEST_KEYWORD = 4

/** Without keywords of its own, an aspect is known by any clause of its name: 带头固本培元、增强党性 by 固本培元. */
function aspectOf(aspect: MeetingNotice['方面'][number]): TemplateAspect {
  const { 名称: title, 关键词: keywords, 要点: points } = typeof aspect === 'string' ? { 名称: aspect } : aspect
  const known = keywords ?? clausesOf(title)
  return points === undefined ? { title, keywords: known } : { title, keywords: known, points }
}

function clausesOf(title: string): readonly string[] {
  const bare = title.replace(/^带头|方面$/g, '')
  const clauses = bare.split(/[、，；]/).filter((clause) => clause.length >= SHORTEST_KEYWORD)
  return clauses.length === 0 ? [bare] : clauses
}
