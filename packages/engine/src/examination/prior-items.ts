import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import type { FoundItem } from './found-item.ts'
import type { RoleSection } from './sections.ts'
import { paragraphsIn, sentencesIn, trimmed } from './sentences.ts'
import { wordsOf } from './words.ts'

/** “针对‘……’的问题” at the beginning of a paragraph, a sentence or a clause: here an account of one problem begins. */
const ACCOUNT =
  /^(?:针对|关于|对(?:于|照)?)(?:[“"][^”"]{2,60}[”"]|[^。，；：]{2,40}?)(?:的)?(?:问题|情况|不足|现象)(?:[，：。]|$)|^(?![\d（(①-⑳]|[一二三四五六七八九十]{1,3}[、是]|上|去年|对照)[^。，；：]{4,30}的问题[，。：]/

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

function clausesOf(text: string, paragraph: Span): Span[] {
  return sentencesIn(text, paragraph).flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end)
    const starts = [0, ...Array.from(words.matchAll(/[；;：:]/g), ({ index }) => index + 1)]
    return starts.map((start) => trimmed(text, { start: sentence.start + start, end: sentence.end }))
  })
}
