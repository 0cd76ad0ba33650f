import { readLedger } from '@duizhao/engine'
import type { ReviewFinding, Item, Paragraph, Table } from '@duizhao/engine'
import { documentKindNames, meetingNames, sectionNames, wordCount } from '@duizhao/engine/wording'
import { pairFindings } from '../outcome/compare-documents.ts'
import type { ReviewedDocument, SimilarDocuments } from '../outcome/outcome.ts'
import { titleOf } from './page-overview.ts'
import type {
  PageCell,
  PageDocument,
  PageFinding,
  PageItem,
  PageItemKind,
  PageParagraph,
  PageTable,
} from '@duizhao/view/data'

/** A reviewed document as the page draws it. */
export function toPageDocument(document: ReviewedDocument, similarity: readonly SimilarDocuments[]): PageDocument {
  const { path, format, text, notes, examination, template } = document
  const { kind, meeting, year } = examination
  const facts = [
    documentKindNames[kind],
    meeting === null ? null : meetingNames[meeting],
    year === null ? '年度不明' : `${year} 年度`,
    `${wordCount(text)} 字`,
    template && `按“${template.campaign}”的模板审核`,
    path,
  ]
  return {
    path,
    title: titleOf(path, examination.title),
    facts: facts.filter((fact) => fact !== null),
    notes,
    text,
    isMarkdown: format === 'md',
    paragraphs: document.paragraphs.map((paragraph) => toParagraph(paragraph, document)),
    tables: document.tables.map((table) => toTable(table, text)),
    sections: examination.sections.map(({ role, heading, start, end }) => ({
      role: sectionNames[role],
      heading,
      start,
      end,
    })),
    aspects: examination.aspects.map(({ id, mark, heading, headingSpan }) => ({
      id,
      mark,
      heading,
      start: headingSpan.start,
    })),
    items: toItems(document),
    claims: examination.claims.map(({ start, end, claimed, found }) => ({ start, end, claimed, found })),
    findings: toFindings(document, similarity),
  }
}

/** A text of which only the words are known: a document of an earlier run. */
export function toPlainPageDocument(path: string, text: string): PageDocument {
  const paragraphs = Array.from(text.matchAll(/[^\r\n]+/g), ({ index, 0: line }): PageParagraph => ({
    start: index,
    end: index + line.length,
    look: 'body',
  }))
  return {
    path,
    title: titleOf(path, ''),
    facts: [path],
    notes: [],
    text,
    isMarkdown: false,
    paragraphs,
    tables: [],
    sections: [],
    aspects: [],
    items: [],
    claims: [],
    findings: [],
  }
}

function toParagraph({ start, end, style }: Paragraph, { examination }: ReviewedDocument): PageParagraph {
  const holds = (offset: number): boolean => start <= offset && offset < end
  const heads = (span: { readonly start: number; readonly end: number }): boolean =>
    span.end > span.start && holds(span.start)
  if (style === 'footnote') return { start, end, look: 'footnote' }
  if (
    style === 'title' ||
    (holds(examination.titleSpan.start) && examination.titleSpan.end > examination.titleSpan.start)
  )
    return { start, end, look: 'title' }
  if (examination.sections.some(({ headingSpan }) => heads(headingSpan))) return { start, end, look: 'section' }
  // A heading that runs on into its text is set as text.
  if (examination.aspects.some(({ headingSpan }) => heads(headingSpan) && end <= headingSpan.end + 2))
    return { start, end, look: 'aspect' }
  return { start, end, look: 'body' }
}

function toTable(table: Table, text: string): PageTable {
  const { start, end, name, cells, rowCount } = table
  const words = (span: { readonly start: number; readonly end: number }): string =>
    text.slice(span.start, span.end).trim()
  const { headers, firstRow } = headingsOf(table)
  // Sheets are often ruled far beyond what is written in them.
  const filled = new Set(cells.filter((cell) => words(cell) !== '').map(({ column }) => column))
  const rows = Array.from({ length: rowCount }, (_, row) => ({
    row,
    cells: cells.filter((cell) => cell.row === row && filled.has(cell.column)),
  }))
  const used = rows.filter((row) => row.cells.some((cell) => words(cell) !== ''))
  return {
    start,
    end,
    name: name ?? '',
    headRows: used.filter(({ row }) => row < firstRow).length,
    rows: used.map((row) =>
      row.cells.map((cell): PageCell => ({
        start: cell.start,
        end: cell.end,
        rowSpan: cell.rowSpan,
        columnSpan: cell.columnSpan,
        header: headers.get(cell.column) ?? '',
      })),
    ),
  }
}

/** The headings of a table's columns, and the first row that is no heading. */
function headingsOf(table: Table): { headers: ReadonlyMap<number, string>; firstRow: number } {
  const ledger = readLedger(table)
  const first = ledger?.rows[0]
  if (ledger && first)
    return {
      headers: new Map(ledger.columns.map(({ index, header }) => [index, header.split('|').at(-1) ?? ''])),
      firstRow: (first.category ?? first.problem).row,
    }
  return {
    headers: new Map(table.cells.filter(({ row }) => row === 0).map(({ column, text }) => [column, text])),
    firstRow: 1,
  }
}

function toItems({ examination }: ReviewedDocument): PageItem[] {
  const { problems, causes, measures, prior, statements } = examination
  const plain = (kind: PageItemKind, items: readonly Item[]): PageItem[] =>
    items.map(({ id, lead, start, end }, index) => ({ id, kind, number: index + 1, lead, start, end, linked: [] }))
  return [
    ...problems.map(
      ({ id, lead, start, end, aspect, hasExample, causes: because, measures: against }, index): PageItem => ({
        id,
        kind: 'problem',
        number: index + 1,
        lead,
        start,
        end,
        hasExample,
        linked: [...because, ...against].map((link) => link.id),
        ...(aspect === undefined ? {} : { aspect }),
      }),
    ),
    ...plain('cause', causes),
    ...plain('measure', measures),
    ...plain('prior', prior),
    ...plain('statement', statements),
  ]
}

function toFindings(
  { path, findings, suppressed }: ReviewedDocument,
  similarity: readonly SimilarDocuments[],
): PageFinding[] {
  const pairs = similarity.map((pair) => pairFindings(pair).findings.filter(({ place }) => place.path === path))
  const pairOf = ({ rule, place, message }: ReviewFinding): number =>
    pairs.findIndex((found) =>
      found.some((own) => own.rule === rule && own.place.start === place.start && own.message === message),
    )
  const shown = [...findings, ...suppressed].map((finding): PageFinding => ({
    rule: finding.rule,
    severity: finding.severity,
    start: finding.place.start,
    end: finding.place.end,
    message: finding.message,
    ...(finding.suggestion === undefined ? {} : { suggestion: finding.suggestion }),
    ...(pairOf(finding) < 0 ? {} : { pair: pairOf(finding) }),
    ...('reason' in finding && typeof finding.reason === 'string' ? { reason: finding.reason } : {}),
  }))
  return shown.toSorted((a, b) => a.start - b.start || a.end - b.end)
}
