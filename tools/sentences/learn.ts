import { FEATURE_PLACES, featuresAfter, sentenceActs, sentenceFeatures } from '@duizhao/engine'
import type { TrainingParagraph } from './training-paragraphs.ts'

const ROUNDS = 12
/** From this round on the weights are averaged. */
const FIRST_KEPT = 4
const RATE = 0.05
/** How strongly weights are held near nought. */
const HOLD = 1e-4

interface Example {
  readonly features: readonly number[]
  readonly act: number
}

/** Weights learnt from paragraphs by logistic regression (AdaGrad, the order shuffled by a fixed seed). */
export function learn(paragraphs: readonly TrainingParagraph[]): Float64Array {
  const acts = sentenceActs.length
  const weights = new Float64Array(FEATURE_PLACES * acts)
  const squares = new Float64Array(FEATURE_PLACES * acts).fill(1e-6)
  const examples = paragraphs.flatMap(examplesOf)
  const next = shuffler(examples)
  const mean = new Float64Array(weights.length)
  for (let round = 0; round < ROUNDS; round++) {
    for (const { features, act } of next()) {
      const shares = sharesOf(weights, features)
      for (let n = 0; n < acts; n++) {
        const step = ((shares[n] ?? 0) - (n === act ? 1 : 0)) / Math.sqrt(features.length)
        for (const place of features) {
          const at = place * acts + n
          const weight = weights[at] ?? 0
          const slope = step + HOLD * weight
          const sum = (squares[at] ?? 0) + slope * slope
          squares[at] = sum
          weights[at] = weight - (RATE * slope) / Math.sqrt(sum)
        }
      }
    }
    if (round >= FIRST_KEPT)
      weights.forEach((weight, at) => (mean[at] = (mean[at] ?? 0) + weight / (ROUNDS - FIRST_KEPT)))
  }
  return mean
}

/** Each sentence twice: as one of a paragraph known to be about something, and as one of any paragraph. */
function examplesOf({ role, sentences }: TrainingParagraph): Example[] {
  const words = sentences.map((sentence) => sentence.words)
  return [...new Set([role, 'any' as const])].flatMap((told) => {
    const own = sentenceFeatures(words, told)
    return sentences.map((sentence, i) => {
      const after = featuresAfter(sentence.words, words[i - 1] ?? '')(sentences[i - 1]?.act ?? null)
      return { features: [...new Set([...(own[i] ?? []), ...after])], act: sentenceActs.indexOf(sentence.act) }
    })
  })
}

function sharesOf(weights: Float64Array, features: readonly number[]): number[] {
  const acts = sentenceActs.length
  const scores = sentenceActs.map((_, n) => features.reduce((sum, place) => sum + (weights[place * acts + n] ?? 0), 0))
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((one, other) => one + other, 0)
  return powers.map((power) => power / sum)
}

/** Gives the same examples in another order each time, the same orders in every run. */
function shuffler(examples: readonly Example[]): () => readonly Example[] {
  const order = [...examples]
  let seed = 1
  return () => {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff
      const j = seed % (i + 1)
      const [one, other] = [order[i], order[j]]
      if (one && other) [order[i], order[j]] = [other, one]
    }
    return order
  }
}
