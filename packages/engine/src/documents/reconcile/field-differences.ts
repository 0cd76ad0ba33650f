import type { Place } from '../../findings/place.ts'
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
  const pairs = [...pairsIn(seen, AUTHORITY[order], (problem) => told(problem) !== undefined)].flatMap(
    (pair): Contradiction[] => {
      const [one, two] = [told(pair.own), told(pair.other)]
      return one && two && contradicts(pair.own, pair.other) ? [{ pair, one, two }] : []
    },
  )
  for (const ofRow of Map.groupBy(pairs, ({ pair }) => pair.row).values()) {
    const sure = ofRow.filter(({ pair }) => !pair.isDoubtful)
    // A doubtful match that says what a sure one says is the same contradiction.
    const isSaid = ({ pair }: Contradiction): boolean =>
      pair.isDoubtful && sure.some((known) => !contradicts(known.pair.other, pair.other))
    const doubtful = ofRow.filter((each) => each.pair.isDoubtful && !isSaid(each))
    for (const against of [[...sure, ...ofRow.filter(isSaid)], doubtful]) yield* differenceWith(against, field)
  }
}

interface Contradiction {
  readonly pair: Pair
  readonly one: TracedText
  readonly two: TracedText
}

/** What the first document says and others say otherwise is one contradiction, however many repeat it. */
function* differenceWith(against: readonly Contradiction[], field: ProblemField): Generator<ReconcileObservation> {
  const [first, ...more] = against
  if (first === undefined) return
  const { pair, one, two } = first
  const sayings = [saying(pair.here, one), ...against.map((each) => saying(each.pair.there, each.two))]
  const message = `${fieldNames[field]}不一致：${sayings.join('，')}`
  const difference = differenceOf(pair, { words: [one, two], message })
  yield { ...difference, related: [...difference.related, ...more.map((each) => placeOf(each.pair.there, each.two))] }
}

/** A difference of two documents, at their words. */
export function differenceOf(
  { row, here, there, isDoubtful }: Pick<Pair, 'row' | 'here' | 'there' | 'isDoubtful'>,
  { words: [one, two], message }: { readonly words: readonly [TracedText, TracedText]; readonly message: string },
): ReconcileObservation & { readonly related: readonly Place[] } {
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
