import type { Item, Paragraph, Table } from '@duizhao/engine'
import { countCharacters } from '../results/outcome.ts'
import type { ReviewedDocument } from '../results/outcome.ts'
import { kindNames, meetingNames, roleNames } from '../results/words.ts'
import { titleOf } from './page-overview.ts'
import type { PageCell, PageDocument, PageFinding, PageItem, PageItemKind, PageParagraph, PageTable } from './page/page-data.ts'

/** A reviewed document as the page draws it. */
export function toPageDocument(document: ReviewedDocument): PageDocument {
  const { path, format, text, notes, examination, template } = document
  const { kind, meeting, year } = examination
  const facts = [kindNames[kind], meeting === null ? null : meetingNames[meeting], year === null ? '年度不明' : `${year} 年度`, `${countCharacters(text)} 字`, template && `按“${template.campaign}”的模板审核`, path]
  return {
    path,
    title: titleOf(path, examination.title),
    facts: facts.filter((fact) => fact !== null),
    notes,
    text,
    isMarkdown: format === 'md',
    paragraphs: document.paragraphs.map((paragraph) => toParagraph(paragraph, document)),
    tables: document.tables.map((table) => toTable(table, text)),
    sections: examination.sections.map(({ role, heading, start, end }) => ({ role: roleNames[role], heading, start, end })),
    aspects: examination.aspects.map(({ id, mark, heading, headingSpan }) => ({ id, mark, heading, start: headingSpan.start })),
    items: toItems(document),
    claims: examination.claims.map(({ start, end, claimed, found }) => ({ start, end, claimed, found })),
    findings: toFindings(document),
  }
}

/** A text of which only the words are known: a document of an earlier run. */
export function toPlainPageDocument(path: string, text: string): PageDocument {
  const paragraphs = Array.from(text.matchAll(/[^\r\n]+/g), ({ index, 0: line }): PageParagraph => ({ start: index, end: index + line.length, look: 'body' }))
  return { path, title: titleOf(path, ''), facts: [path], notes: [], text, isMarkdown: false, paragraphs, tables: [], sections: [], aspects: [], items: [], claims: [], findings: [] }
}

function toParagraph({ start, end, style }: Paragraph, { examination }: ReviewedDocument): PageParagraph {
  const holds = (offset: number): boolean => start <= offset && offset < end
  const heads = (span: { readonly start: number; readonly end: number }): boolean => span.end > span.start && holds(span.start)
  if (style === 'footnote') return { start, end, look: 'footnote' }
  if (style === 'title' || (holds(examination.titleSpan.start) && examination.titleSpan.end > examination.titleSpan.start)) return { start, end, look: 'title' }
  if (examination.sections.some(({ headingSpan }) => heads(headingSpan))) return { start, end, look: 'section' }
  // A heading that runs on into its text is set as text.
  if (examination.aspects.some(({ headingSpan }) => heads(headingSpan) && end <= headingSpan.end + 2)) return { start, end, look: 'aspect' }
  return { start, end, look: 'body' }
}

function toTable({ start, end, name, cells, rowCount }: Table, text: string): PageTable {
  const filled = new Set(cells.filter((cell) => text.slice(cell.start, cell.end).trim() !== '').map(({ column }) => column))
  const rows = Array.from({ length: rowCount }, (): PageCell[] => [])
  for (const cell of cells) {
    // Sheets are often ruled far beyond what is written in them.
    if (!filled.has(cell.column)) continue
    rows[cell.row]?.push({ start: cell.start, end: cell.end, rowSpan: cell.rowSpan, columnSpan: cell.columnSpan })
  }
  const used = rows.filter((row) => row.some((cell) => text.slice(cell.start, cell.end).trim() !== ''))
  return { start, end, name: name ?? '', rows: used }
}

function toItems({ examination }: ReviewedDocument): PageItem[] {
  const { problems, causes, measures, prior, statements } = examination
  const plain = (kind: PageItemKind, items: readonly Item[]): PageItem[] => items.map(({ id, lead, start, end }, index) => ({ id, kind, number: index + 1, lead, start, end, linked: [] }))
  return [
    ...problems.map(({ id, lead, start, end, aspect, hasExample, causes: because, measures: against }, index): PageItem => ({
      id,
      kind: 'problem',
      number: index + 1,
      lead,
      start,
      end,
      hasExample,
      linked: [...because, ...against].map((link) => link.id),
      ...(aspect === undefined ? {} : { aspect }),
    })),
    ...plain('cause', causes),
    ...plain('measure', measures),
    ...plain('prior', prior),
    ...plain('statement', statements),
  ]
}

function toFindings({ findings, suppressed }: ReviewedDocument): PageFinding[] {
  const shown = [...findings, ...suppressed].map((finding): PageFinding => ({
    rule: finding.rule,
    severity: finding.severity,
    start: finding.start,
    end: finding.end,
    message: finding.message,
    ...(finding.suggestion === undefined ? {} : { suggestion: finding.suggestion }),
    ...('reason' in finding && typeof finding.reason === 'string' ? { reason: finding.reason } : {}),
  }))
  return shown.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
