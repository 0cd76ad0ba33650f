import { passageWeights } from '../../standards/lexicon/passage-weights.ts'
import type { SectionRole } from '../../standards/field-words.ts'
import { unpackedWeights } from '../prose/packed-weights.ts'
import { PASSAGE_PLACES, passageFeatures } from './passage-features.ts'

/** What a passage of a material may be about; whatever is none of the five is `other`. */
export const passageRoles = [
  'problems',
  'causes',
  'measures',
  'prior_rectification',
  'statement',
  'other',
] as const satisfies readonly SectionRole[]
export type PassageRole = (typeof passageRoles)[number]

/** One weight for each role in each row; `tools/passages.ts` learns them. */
type Weights = ArrayLike<number>

let learnt: Int8Array | null = null

/** How likely a passage is about each of `passageRoles`, by its own words alone; they add up to 1. */
export function roleShares(
  words: string,
  { weights, scale }: { weights: Weights; scale: number } = learntWeights(),
): readonly number[] {
  const features = passageFeatures(words)
  const scores = passageRoles.map((_, role) =>
    features.reduce((sum, place) => sum + (weights[place * passageRoles.length + role] ?? 0) * scale, 0),
  )
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((one, other) => one + other, 0)
  return powers.map((power) => power / sum)
}

function learntWeights(): { weights: Weights; scale: number } {
  learnt ??= unpackedWeights(passageWeights, PASSAGE_PLACES * passageRoles.length)
  return { weights: learnt, scale: passageWeights.scale }
}
