import type { SourceDocument } from '../../../reading/source-document.ts'
import { readLedgers } from '../../../tables/ledger.ts'
import type { ListedItem } from '../meeting-facts.ts'

/** The rows of the lists in a document: opinions, problems, measures. */
export function itemsIn(document: SourceDocument): ListedItem[] {
  return document.tables.flatMap((table) =>
    readLedgers(table, { text: document.text }).flatMap(({ rows }) =>
      rows.map(({ problem, manifestation, number, source, cells }) => ({
        text: [
          problem.text,
          manifestation?.text ?? '',
          source?.text ?? '',
          ...cells.filter(({ column }) => column > problem.column).map(({ text }) => text),
        ].join(' '),
        number: number?.text ?? '',
        start: problem.start,
        end: problem.end,
      })),
    ),
  )
}
