import type { Cell, SourceDocument } from '../../reading/source-document.ts'
import { type Ledger, type LedgerRow, readLedgers } from '../../tables/ledger.ts'
import type { FeedbackItem } from './feedback-item.ts'

/** The problems the tables of a paper list, each with the category and the aspect of its line. */
export function tableItems(document: SourceDocument): FeedbackItem[] {
  return document.tables.flatMap((table) => readLedgers(table, { text: document.text }).flatMap(itemsOf))
}

function itemsOf(ledger: Ledger): FeedbackItem[] {
  const sorts = ledger.columns.filter(({ field }) => field === 'category').map(({ index }) => index)
  const [outer, inner] = sorts
  const headings = outer === undefined || inner === undefined ? sortedBySection : sortedByColumns(outer, inner)
  return ledger.rows
    .filter(({ subject }) => subject === 'problem' || subject === 'manifestation')
    .map((row) => ({ ...headings(row), start: row.problem.start, end: row.problem.end, text: wordsOf(row) }))
}

type Headings = Pick<FeedbackItem, 'category' | 'aspect'>

function sortedBySection({ category, section }: LedgerRow): Headings {
  const [own, above] = [oneLine(category?.text), oneLine(section?.text)]
  return above === '' || above === own ? { category: own, aspect: '' } : { category: above, aspect: own }
}

/** Two columns that sort, one within the other: what a line leaves blank is that of the line above, in the same category. */
function sortedByColumns(outer: number, inner: number): (row: LedgerRow) => Headings {
  let last: Headings = { category: '', aspect: '' }
  return ({ cells }) => {
    const said = (column: number): string => oneLine(cells.find((cell) => covers(cell, column))?.text)
    const [category, aspect] = [said(outer), said(inner)]
    const isSame = category === '' || category === last.category
    last = { category: category || last.category, aspect: aspect || (isSame ? last.aspect : '') }
    return last
  }
}

function covers({ column, columnSpan }: Cell, index: number): boolean {
  return column <= index && index < column + columnSpan
}

function oneLine(words = ''): string {
  return words.replaceAll(/\s+/g, '')
}

function wordsOf({ problem, manifestation }: LedgerRow): string {
  return [problem.text, manifestation?.text].filter((words) => words !== undefined && words !== '').join('\n')
}
