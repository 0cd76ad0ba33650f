import { isWorkbook, type SourceDocument } from '../reading/source-document.ts'
import { contentsEnd, isContentsHeading } from '../outline/contents-lines.ts'
import type { Part } from '../outline/part.ts'
import type { Span } from '../span.ts'
import { wordsOf } from './words.ts'

export interface Title {
  readonly title: string
  readonly span: Span
}

const LONGEST_LINE = 60
const NAMES_A_DOCUMENT =
  /材料|报告|提纲|函$|方案|台账|清单|汇报|检查|剖析|发言|通报|纪要|计划|总结|一览表|汇总表|统计表|登记表|情况表|明细表|说明|意见/

/**
 * The document's title: the short lines before the running text, or what Word or Markdown marks as title. A title
 * broken over several lines is joined. Empty if the document begins with running text.
 */
export function findTitle(document: SourceDocument, outline: Part): Title {
  if (isWorkbook(document)) return tableTitle(document)
  const limit = outline.children.find((part) => !part.inline)?.start ?? document.text.length
  const lines = []
  const contents = contentsEnd(document)
  // A title stands above a table of contents, or below it.
  const heading = document.paragraphs.find((paragraph) => isContentsHeading(wordsOf(document, paragraph)))
  const above = heading !== undefined && heading.start > (document.paragraphs[0]?.start ?? 0)
  const begin = above ? 0 : contents
  for (const paragraph of document.paragraphs) {
    if (paragraph.start < begin) continue
    if (contents > 0 && above && paragraph.start >= heading.start) break
    if (paragraph.style === 'cell' || paragraph.style === 'footnote' || paragraph.start >= limit || lines.length >= 5)
      break
    const words = wordsOf(document, paragraph).trim()
    if (lines.length === 0 && isCovering(words)) continue
    if (words.length > LONGEST_LINE || /[。；！]/.test(words) || isAside(words)) break
    if (words !== '') lines.push({ paragraph, words })
  }
  if (lines.length === 0) return tableTitle(document)
  const last = lines.findLastIndex(({ words }) => NAMES_A_DOCUMENT.test(words))
  const used = lines.slice(0, Math.max(1, last + 1))
  const start = used[0]?.paragraph.start ?? 0
  const end = used.at(-1)?.paragraph.end ?? start
  return { title: used.map(({ words }) => words).join(''), span: { start, end } }
}

/** What stands above a paper pasted from a message: words to its reader, and a rule. */
function isCovering(words: string): boolean {
  return /^[-—=_*]{4,}$/.test(words) || (/您|麻烦/.test(words) && /，/.test(words)) || /^\[[^\]]{1,6}\]/.test(words)
}

/** Lines of a title block that are not the title: date, name and post, address. */
function isAside(words: string): boolean {
  return /^[（(]?(?:20\d\d|二〇)[\d〇一二三四五六七八九十年月日.\-/\s]{2,14}[）)]?$/.test(words) || /[：:]$/.test(words)
}

/** A workbook's title is the first cell of its first sheet, if it spans columns or names a document. */
function tableTitle(document: SourceDocument): Title {
  const cell = document.tables[0]?.cells[0]
  const words = cell?.text.trim() ?? ''
  if (!cell || words.length > LONGEST_LINE || (cell.columnSpan < 2 && !NAMES_A_DOCUMENT.test(words))) {
    return { title: '', span: { start: 0, end: 0 } }
  }
  return { title: words, span: { start: cell.start, end: cell.end } }
}
