import { type Place, textPlace } from '../../findings/place.ts'
import { oneLine, shortened } from '../../wording/shorten.ts'
import { type ReconciledRow, roleNames, type SideBySide } from './side-by-side.ts'
import type { DocumentRole, TracedDocument, TracedProblem, TracedText } from './traced-problem.ts'

/** Whose word counts first: of what is to be done the plan decides, of how far it is the ledger tells. */
export const AUTHORITY: Readonly<Record<'plan' | 'state', readonly DocumentRole[]>> = {
  plan: ['plan', 'ledger', 'report', 'notice', 'feedback'],
  state: ['ledger', 'report', 'notice', 'plan', 'feedback'],
}

/** The documents' places in a row, those whose word counts first first. */
export function inOrder(documents: readonly TracedDocument[], order: readonly DocumentRole[]): number[] {
  return documents
    .map((_, place) => place)
    .toSorted((a, b) => order.indexOf(documents[a]?.role ?? 'notice') - order.indexOf(documents[b]?.role ?? 'notice'))
}

/** The document all others answer to: the first that lists problems. Null if none does. */
export function leaderOf(documents: readonly TracedDocument[]): { leader: TracedDocument; place: number } | null {
  const place = documents.findIndex(({ problems }) => problems.length > 0)
  const leader = documents[place]
  return leader === undefined ? null : { leader, place }
}

/** The one problem a document has in a row; null where it was taken together with others or apart: nothing compares one by one. */
export function oneIn(row: ReconciledRow, place: number): TracedProblem | null {
  const problems = row.problems[place] ?? []
  return problems.length === 1 && row.isShared[place] !== true ? (problems[0] ?? null) : null
}

/** True if what is compared between two documents depends on a doubtful match. */
export function isDoubtful(row: ReconciledRow, places: readonly number[]): boolean {
  return places.some((place) => row.isDoubtful[place] === true)
}

/** Where words of a document stand. */
export function placeOf(document: TracedDocument, { start, end, cell }: TracedText): Place {
  return cell === null ? textPlace(document.path, { start, end }) : { kind: 'cell', path: document.path, ...cell }
}

/** 整改方案写“2025年3月底前”. */
export function saying({ role }: TracedDocument, { text }: Pick<TracedText, 'text'>): string {
  return `${roleNames[role]}写“${quoted(text)}”`
}

const LONGEST_QUOTE = 50

/** Words of a document as a message quotes them. */
export function quoted(text: string): string {
  return shortened(oneLine(text), LONGEST_QUOTE)
}

/** Two documents' problems in one row that can be compared one by one, the one whose word counts first first. */
export interface Pair {
  readonly row: number
  readonly own: TracedProblem
  readonly other: TracedProblem
  readonly here: TracedDocument
  readonly there: TracedDocument
  readonly isDoubtful: boolean
}

/** Pairs in every row: the first document in `order` that says something, with each of the others. */
export function* pairsIn(
  { documents, rows }: SideBySide,
  order: readonly DocumentRole[],
  says: (problem: TracedProblem) => boolean,
): Generator<Pair> {
  const places = inOrder(documents, order)
  for (const [index, row] of rows.entries()) {
    const saying = places.filter((place) => {
      const problem = oneIn(row, place)
      return problem !== null && says(problem)
    })
    const [first] = saying
    for (const place of places) {
      if (first === undefined || place === first) continue
      const [own, other] = [oneIn(row, first), oneIn(row, place)]
      const [here, there] = [documents[first], documents[place]]
      if (own && other && here && there)
        yield { row: index, own, other, here, there, isDoubtful: isDoubtful(row, [first, place]) }
    }
  }
}
