import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import type { FoundItem } from './found-item.ts'
import type { RoleSection } from './sections.ts'
import { paragraphsIn, sentencesIn, trimmed } from './sentences.ts'
import { wordsOf } from './words.ts'

/** “针对‘……’的问题” at the beginning of a paragraph, a sentence or a clause: here an account of one problem begins. */
const ACCOUNT =
  /^(?:针对|关于|对(?:于|照)?)(?:[“"][^”"]{2,60}[”"]|[^。，；：]{2,40}?)(?:的)?(?:问题|情况|不足|现象)(?:[，：。]|$)|^(?![\d（(①-⑳]|[一二三四五六七八九十]{1,3}[、是]|上|去年|对照)(?:[^。，；：]{4,30}的(?:问题|事)|[“"][^”"]{2,60}[”"]问题)[，。：]/

/** True for a heading that names the problem its part accounts for: “1.关于‘……’的问题”. */
export function namesAccount(words: string): boolean {
  return ACCOUNT.test(words)
}

/**
 * The accounts of single problems that open with the problem, if there are more of them than numbered items, or as
 * many on lines of their own: under headings of fields, or several in one paragraph. Empty otherwise.
 */
export function accountsIn(document: SourceDocument, section: RoleSection, numbered: number): FoundItem[] {
  const paragraphs = paragraphsIn(document, section)
  const starts = paragraphs.flatMap((paragraph) =>
    clausesOf(document.text, paragraph).filter((clause) => ACCOUNT.test(wordsOf(document, clause))),
  )
  if (starts.length < 2 && section.parts.every(({ inline }) => inline)) {
    const named = paragraphs.flatMap((paragraph) => namedTogether(document.text, paragraph))
    if (named.length > 1) return named
  }
  const ownLines = starts.filter(({ start }) => paragraphs.some((paragraph) => paragraph.start === start)).length
  if (starts.length < 2 || Math.max(starts.length, ownLines + 1) <= numbered) return []
  const headings = section.parts.filter(({ inline }) => !inline).map(({ start }) => start)
  return starts.map(({ start }, i) => {
    const next = [starts[i + 1]?.start ?? section.end, ...headings].filter((position) => position > start)
    const span = trimmed(document.text, { start, end: Math.min(...next, section.end) })
    const stop = /[，：。\n]/.exec(document.text.slice(start + 4, span.end))
    const heading = { start, end: stop ? start + 4 + stop.index : span.end }
    return { mark: '', span, heading, parent: null }
  })
}

/** “‘甲’‘乙’两个问题，均已整改”: several problems accounted for in one sentence. */
const NAMED_TOGETHER =
  /(?:[“"][^”"\n]{3,40}[”"][、和及与]?){2,}(?:等)?(?:[\d一二两三四五六七八九十]{1,3}[个项条])?(?:方面)?的?(?:问题|不足)/

function namedTogether(text: string, paragraph: Span): FoundItem[] {
  const list = NAMED_TOGETHER.exec(text.slice(paragraph.start, paragraph.end))
  if (!list) return []
  const from = paragraph.start + list.index
  const names = Array.from(list[0].matchAll(/[“"][^”"]+[”"]/g), (name) => {
    const start = from + name.index
    return { start, end: start + name[0].length }
  })
  return names.map((heading, i) => {
    const span = { start: heading.start, end: names[i + 1]?.start ?? paragraph.end }
    return { mark: '', span: trimmed(text, span), heading, parent: null }
  })
}

/** What ends a clause, or stands before the name of the problem it accounts for. */
const CLAUSE = /[；;：:]|(?:查摆|检视|反馈|指出|认领|提出)(?:出来|出)?的(?=[“"])/g

function clausesOf(text: string, paragraph: Span): Span[] {
  return sentencesIn(text, paragraph).flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end)
    const starts = [0, ...Array.from(words.matchAll(CLAUSE), ({ index, 0: end }) => index + end.length)]
    return starts.map((start) => trimmed(text, { start: sentence.start + start, end: sentence.end }))
  })
}
