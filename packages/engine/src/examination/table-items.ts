import type { Cell, SourceDocument } from '../reading/source-document.ts'
import { readLedger } from '../tables/ledger.ts'
import type { FoundItem } from './items.ts'

/** The problems, causes and measures that stand in a document's tables, in reading order. */
export interface TableItems {
  readonly problems: readonly FoundItem[]
  readonly causes: readonly FoundItem[]
  readonly measures: readonly FoundItem[]
}

/** Reads ledgers and lists (整改台账、问题清单、征求意见汇总表) as problems with their causes and measures. */
export function itemsOfTables(document: SourceDocument): TableItems {
  const rows = document.tables.flatMap((table) => readLedger(table)?.rows ?? [])
  const own = rows.filter(({ cells, problem }) => cells.measure !== problem)
  return {
    problems: own.map(({ problem }) => asItem(problem)),
    causes: rows.flatMap(({ cells }) => (cells.cause ? [asItem(cells.cause)] : [])),
    measures: rows.flatMap(({ measures, cells, problem }) => (cells.measure === problem ? [asItem(problem)] : measures.map(asItem))),
  }
}

function asItem({ start, end, text }: Pick<Cell, 'start' | 'end' | 'text'>): FoundItem {
  const stop = /[，。；：\n]/.exec(text.slice(4))
  const span = { start, end }
  return { mark: '', span, heading: { start, end: Math.min(end, start + (stop ? 4 + stop.index : end - start)) }, parent: null }
}
