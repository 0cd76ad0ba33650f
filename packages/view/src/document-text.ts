import { element } from './element.ts'
import { renderNote } from './note.ts'
import type { PageCell, PageDocument, PageFinding, PageParagraph, PageRule, PageSpan, PageTable } from './page-data.ts'
import { renderText } from './running-text.ts'
import type { Decoration, TextAnchor, TextMark } from './running-text.ts'

/** Spans longer than this are underlined lightly, so that a paragraph-long finding does not drown its text. */
const LONG = 50
/** Of still longer ones only the beginning is underlined: they stand for a part of the document, not for words. */
const VERY_LONG = 200
const BEGINNING = 30

const KIND_LABELS = { problem: '问', cause: '因', measure: '措', prior: '改', statement: '述' } as const

interface TextOptions {
  readonly rules: Readonly<Record<string, PageRule>>
  /** What the ids in the text begin with. */
  readonly prefix: string
  readonly toolsOf?: (finding: number) => readonly HTMLElement[]
}

/** The document's text as on paper, each paragraph followed by the notes on it, with what can be done with each. */
export function renderDocumentText(page: PageDocument, { rules, prefix, toolsOf }: TextOptions): HTMLElement {
  const article = element('article', {
    class: page.tables.some(({ rows }) => (rows[0]?.length ?? 0) > 4) ? 'paper wide' : 'paper',
    'aria-label': '原文',
  })
  const decoration = decorate(page, prefix)
  const notes = page.findings.map((finding, index) => ({
    finding,
    note: renderNote(finding, index, { rule: rules[finding.rule] ?? null, prefix, tools: toolsOf?.(index) ?? [] }),
  }))
  const blocks = blocksOf(page)
  let next = 0
  for (const [index, block] of blocks.entries()) {
    article.append('rows' in block ? renderTable(page, block, decoration) : renderParagraph(page, block, decoration))
    const limit = blocks[index + 1]?.start ?? Infinity
    for (; next < notes.length && (notes[next]?.finding.start ?? 0) < limit; next += 1) {
      const note = notes[next]?.note
      if (note) article.append(note)
    }
  }
  for (; next < notes.length; next += 1) article.append(notes[next]?.note ?? '')
  return article
}

/** Paragraphs and tables in reading order; paragraphs inside a table are drawn with the table. */
function blocksOf({ paragraphs, tables }: PageDocument): (PageParagraph | PageTable)[] {
  const free = paragraphs.filter(({ start, end }) => !tables.some((table) => table.start <= start && end <= table.end))
  return [...free, ...tables].toSorted((a, b) => a.start - b.start)
}

function decorate(page: PageDocument, prefix: string): Decoration {
  const marks: TextMark[] = page.findings.map((finding, index) => ({
    start: finding.start,
    end: markEnd(finding),
    className: classOf(finding),
    key: `f${index}`,
  }))
  if (page.isMarkdown)
    for (const { index, 0: words } of page.text.matchAll(/^#{1,6}[ \t]|\*\*/gm))
      marks.push({ start: index, end: index + words.length, className: 'markup', key: 'markup' })
  const silent = (id: string, offset: number): TextAnchor => ({
    offset: firstVisible(page.text, offset),
    id: `${prefix}-${id}`,
    label: '',
    kind: 'silent',
  })
  const anchors = page.items.map(({ id, kind, number, start }) => ({
    offset: start,
    id: `${prefix}-${id}`,
    label: `${KIND_LABELS[kind]}${number}`,
    kind,
  }))
  const aspects = page.aspects.map(({ id, start }) => silent(id, start))
  const sections = page.sections.map(({ start }, index) => silent(`section-${index}`, start))
  const claims = page.claims.map(({ start }, index) => silent(`claim-${index}`, start))
  return { marks, anchors: [...sections, ...aspects, ...claims, ...anchors] }
}

function classOf({ rule, severity, start, end, reason, isRemark = false }: PageFinding): string {
  if (isRemark) return `said solid${end - start > LONG ? ' long' : ''}`
  const line = /^(?:wording|residue)\//.test(rule) ? 'wavy' : 'solid'
  return `${reason === undefined ? severity : 'suppressed'} ${line}${end - start > LONG ? ' long' : ''}`
}

function markEnd({ start, end }: PageSpan): number {
  return end - start > VERY_LONG ? start + BEGINNING : end
}

function renderParagraph({ text }: PageDocument, paragraph: PageParagraph, decoration: Decoration): HTMLElement {
  const tag = paragraph.look === 'section' ? 'h3' : paragraph.look === 'aspect' ? 'h4' : 'p'
  const span = trimmed(text, paragraph)
  return element(tag, { class: paragraph.look, 'data-start': span.start }, renderText(text, span, decoration))
}

function renderTable({ text }: PageDocument, { name, rows, headRows }: PageTable, decoration: Decoration): HTMLElement {
  const lines = rows.map((row, index) =>
    element(
      'tr',
      { class: index < headRows ? 'head' : null },
      ...row.map((cell) => renderCell(text, cell, index < headRows, decoration)),
    ),
  )
  return element('div', { class: 'table' }, element('table', { 'aria-label': name === '' ? null : name }, ...lines))
}

function renderCell(text: string, cell: PageCell, isHead: boolean, decoration: Decoration): HTMLElement {
  const attributes = {
    rowspan: cell.rowSpan > 1 ? cell.rowSpan : null,
    colspan: cell.columnSpan > 1 ? cell.columnSpan : null,
    'data-start': cell.start,
    'data-header': isHead || cell.header === '' ? null : cell.header,
  }
  return element(isHead ? 'th' : 'td', attributes, renderText(text, cell, decoration))
}

/** Paper indents by itself: the spaces people type before a paragraph are not drawn. */
function trimmed(text: string, { start, end }: PageSpan): PageSpan {
  return { start: Math.min(firstVisible(text, start), end), end }
}

function firstVisible(text: string, offset: number): number {
  let place = offset
  while (place < text.length && /\s/.test(text.charAt(place))) place += 1
  return place
}
