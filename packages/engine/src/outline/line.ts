import { stripMarkup } from '../reading/markup.ts'
import type { ParagraphStyle, SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'

/** A paragraph as the reader sees it: markup left out, with the way back to the text. */
export interface Line extends Span {
  readonly plain: string
  readonly style: ParagraphStyle
  readonly level: number | undefined
  readonly bold: boolean
  /** The position in the document's text of the plain character at `index`. */
  startOf(index: number): number
  /** The position in the document's text just after the plain character before `index`. */
  endOf(index: number): number
}

/** “存 在 的 不 足”: a heading whose characters stand apart to look longer. */
const LETTER_SPACED = /^\s*\S(?:[^\S\n]{1,3}\S){2,20}\s*$/

/** A line's characters; without the spaces between them where each stands apart. */
function asWritten(
  words: string,
  start: number,
): { readonly plain: string; readonly offsets: readonly number[] | null } {
  if (!LETTER_SPACED.test(words) || /[\d\x20-\x7e]{2}/.test(words.replace(/\s/g, '')))
    return { plain: words, offsets: null }
  const kept = Array.from(words.matchAll(/\S/g), ({ index }) => index)
  return { plain: kept.map((at) => words.charAt(at)).join(''), offsets: kept.map((at) => start + at) }
}

const known = new WeakMap<SourceDocument, readonly Line[]>()

/**
 * The document's running text line by line; table cells and footnotes are not part of the outline. Worked out once a
 * document.
 */
export function linesOf(document: SourceDocument): readonly Line[] {
  const before = known.get(document)
  if (before) return before
  const lines: Line[] = []
  for (const paragraph of document.paragraphs) {
    if (paragraph.style === 'cell' || paragraph.style === 'footnote') continue
    const { start, end, style, level, bold = false } = paragraph
    const { plain, offsets } =
      document.format === 'md'
        ? stripMarkup(document.text, paragraph)
        : asWritten(document.text.slice(start, end), start)
    const startOf = (i: number): number => (offsets ? (offsets[i] ?? end) : start + i)
    const endOf = (i: number): number => (i > 0 ? startOf(i - 1) + 1 : startOf(0))
    lines.push({ start, end, style, level, bold, plain, startOf, endOf })
  }
  const written = lines.filter((line) => line.plain.trim() !== '')
  known.set(document, written)
  return written
}
