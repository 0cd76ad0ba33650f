import type { Line } from './line.ts'
import type { MarkToken } from './mark-tokens.ts'

const SENTENCE_STOP = /[。；！？;!?]/
/** Dates, signatures and addresses are short lines too, but head nothing. */
const NO_HEADING = /^[（(]?(?:20\d\d|二〇)[\d年月日.\-/〇一二三四五六七八九十\s]*[）)]?$|^(?:附件|附：|抄送|中共.{2,30}(?:委员会|党组|支部)$)|[：:]$|^第.{1,4}页/

/**
 * Which lines without a number are headings: Word's heading styles, `#` in Markdown, a bold line, a line such as
 * "理论学习方面". Returns a token of family 'unnumbered' whose key tells the ways of writing apart, or null.
 * Lines before the first paragraph of running text are the document's title and head nothing.
 */
export function headingToken(lines: readonly Line[], index: number): MarkToken | null {
  const line = lines[index]
  if (!line) return null
  const plain = line.plain.trim()
  const next = lines[index + 1]
  const key = headingKey(line, plain, next)
  if (key === null) return null
  const from = line.plain.length - line.plain.trimStart().length
  return { key, family: 'unnumbered', rank: rankOf(key), ordinal: 0, mark: '', from, to: from, inline: false }
}

function headingKey(line: Line, plain: string, next: Line | undefined): string | null {
  if (plain.length > 60 || NO_HEADING.test(plain) || next === undefined) return null
  if (line.style === 'heading') return `heading-${line.level ?? 1}`
  if (SENTENCE_STOP.test(plain)) return null
  if (line.bold && plain.length <= 40) return 'bold'
  if (plain.length <= 40 && /(?:方面|情况|问题|不足|差距|原因|措施|方向|打算|剖析|成效)$/.test(plain) && !/[，,]/.test(plain)) return 'topic'
  return null
}

function rankOf(key: string): number {
  const level = /^heading-(\d)$/.exec(key)?.[1]
  return level ? Number(level) - 0.1 : 2.5
}
