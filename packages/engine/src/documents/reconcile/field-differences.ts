import { AUTHORITY, type Pair, pairsIn, placeOf, saying } from './beside.ts'
import { comparedWords } from './compared-words.ts'
import type { ReconcileObservation } from './reconcile-rule.ts'
import { fieldNames, type SideBySide } from './side-by-side.ts'
import type { ProblemField, TracedProblem, TracedText } from './traced-problem.ts'

/** How two documents are compared in one field of a problem. */
export interface FieldComparison {
  readonly field: ProblemField
  /** Whose word counts first. */
  readonly order?: keyof typeof AUTHORITY
  /** True if both cannot be right; asked only where their words are not the same. */
  readonly contradicts: (own: TracedProblem, other: TracedProblem) => boolean
  /** Where a problem says something of the field, if not in the field itself. */
  readonly told?: (problem: TracedProblem) => TracedText | undefined
}

/** Where documents contradict each other in a field; what only one of them says is no contradiction. */
export function* fieldDifferences(seen: SideBySide, comparison: FieldComparison): Generator<ReconcileObservation> {
  const { field, order = 'plan', contradicts, told = ({ fields }) => fields[field] } = comparison
  for (const pair of pairsIn(seen, AUTHORITY[order], (problem) => told(problem) !== undefined)) {
    const [one, two] = [told(pair.own), told(pair.other)]
    if (one === undefined || two === undefined || !contradicts(pair.own, pair.other)) continue
    const both = `${saying(pair.here, one)}，${saying(pair.there, two)}`
    yield differenceOf(pair, { words: [one, two], message: `${fieldNames[field]}不一致：${both}` })
  }
}

/** A difference of two documents, at their words. */
export function differenceOf(
  { row, here, there, isDoubtful }: Pick<Pair, 'row' | 'here' | 'there' | 'isDoubtful'>,
  { words: [one, two], message }: { readonly words: readonly [TracedText, TracedText]; readonly message: string },
): ReconcileObservation {
  return { message, place: placeOf(here, one), related: [placeOf(there, two)], row, isDoubtful }
}

/** Compares the words of a field, if both documents have some and they are not the same. */
export function byWords(
  field: ProblemField,
  differ: (own: string, other: string) => boolean,
): FieldComparison['contradicts'] {
  return (own, other) => {
    const [a, b] = [own.fields[field]?.text, other.fields[field]?.text]
    return a !== undefined && b !== undefined && comparedWords(a) !== comparedWords(b) && differ(a, b)
  }
}
