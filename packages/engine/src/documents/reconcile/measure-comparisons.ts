import { AUTHORITY, inOrder, isDoubtful } from './beside.ts'
import { type ComparedMeasures, compareMeasures } from './compare-measures.ts'
import type { SideBySide } from './side-by-side.ts'
import type { TracedDocument } from './traced-problem.ts'

/** The measures of a problem in two documents, the one whose word counts first first. */
export interface MeasureComparison {
  readonly row: number
  readonly here: TracedDocument
  readonly there: TracedDocument
  readonly isDoubtful: boolean
  readonly compared: ComparedMeasures
}

/** The measures of every row, compared between the first document that lists some and each of the others. */
export function* measureComparisons({ documents, rows }: SideBySide): Generator<MeasureComparison> {
  for (const [index, row] of rows.entries()) {
    const [first, ...others] = inOrder(documents, AUTHORITY.plan).filter(
      (place) =>
        row.isShared[place] !== true && (row.problems[place] ?? []).some(({ measures }) => measures.length > 0),
    )
    const here = first === undefined ? undefined : documents[first]
    if (first === undefined || here === undefined) continue
    for (const place of others) {
      const there = documents[place]
      if (there === undefined) continue
      const compared = compareMeasures(row.problems[first] ?? [], row.problems[place] ?? [])
      yield { row: index, here, there, isDoubtful: isDoubtful(row, [first, place]), compared }
    }
  }
}
