import type { Observation } from '../../findings/finding.ts'
import type { TextPlace } from '../../findings/place.ts'
import type { Rule } from '../../findings/rule.ts'
import type { RuleId } from '../rule.ts'

/** One of two documents with text in common, as a rule sees it. */
export interface PairSide {
  readonly path: string
  /** What the other document is called. */
  readonly other: string
  /** The part of its own text that the other has too, 0 to 1. */
  readonly share: number
  /** Where that text is, the longest passage first. */
  readonly places: readonly TextPlace[]
}

/** Two documents with text in common. */
export interface SeenPair {
  readonly sides: readonly [PairSide, PairSide]
  /** True if both are of one author. */
  readonly own: boolean
  /** True if one is a list made from the other, both of one unit. */
  readonly isOwnList: boolean
}

/** What a rule about pairs yields, for each of the two documents. */
export interface PairObservation extends Observation<TextPlace> {
  /** True if the document is copied as a whole, which makes an error of it. */
  readonly isWhole: boolean
}

/** A rule about two materials. An example is two papers; ⟦ ⟧ mark the longest passage in each. */
export type PairRule = Rule<SeenPair, PairObservation, RuleId>

/** From this share on a material is copied as a whole (审核实践中的认定线); below it parts of it are. */
const WHOLE = 0.8

/** An observation for each of the two documents at its longest passage; `words` says what is wrong, given name and amount. */
export function* onBothSides(
  { sides }: Pick<SeenPair, 'sides'>,
  words: (told: { readonly other: string; readonly amount: string }) => string,
): Generator<PairObservation> {
  for (const { other, share, places } of sides) {
    const [place, ...related] = places
    if (place === undefined) continue
    const amount = `${places.length}处、占${Math.round(share * 100)}%`
    yield { place, related, message: words({ other, amount }), isWhole: share >= WHOLE }
  }
}

/** A share this small on both sides is what two papers of one notice and one trade have in common. */
const LITTLE = 0.03

/** True if either of the two documents has enough of the other to speak of it. */
export function isMuch({ sides }: Pick<SeenPair, 'sides'>): boolean {
  return sides.some(({ share }) => share >= LITTLE)
}
