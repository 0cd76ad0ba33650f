import { type Evidence, evidenceOf } from './evidence.ts'
import { countsOf, rarityIn } from './rarity.ts'
import { type StatedProblem, traitsOf } from './traits.ts'

/** The evidence on every pair of two lists, by the places of both problems: what weights are learnt from. */
export function evidenceAmong(
  earlier: readonly StatedProblem[],
  later: readonly StatedProblem[],
): { readonly later: number; readonly earlier: number; readonly evidence: Evidence }[] {
  const [known, asked] = [earlier.map(traitsOf), later.map(traitsOf)]
  const rarity = rarityIn(countsOf(known), countsOf(asked))
  return asked.flatMap((one, at) =>
    known.map((other, place) => ({ later: at, earlier: place, evidence: evidenceOf(one, other, rarity) })),
  )
}
