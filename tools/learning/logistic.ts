const ROUNDS = 12
/** From this round on the weights are averaged. */
const FIRST_KEPT = 4
const RATE = 0.05
/** How strongly weights are held near nought. */
const HOLD = 1e-4

/** What is known of something, as rows of the table of weights, and which of the classes it is. */
export interface Example {
  readonly features: readonly number[]
  readonly class: number
}

/** Weights, a row for each place and in it one for each class, by logistic regression (AdaGrad, the order shuffled by a fixed seed). */
export function learnWeights(
  examples: readonly Example[],
  { places, classes }: { readonly places: number; readonly classes: number },
): Float64Array {
  const weights = new Float64Array(places * classes)
  const squares = new Float64Array(places * classes).fill(1e-6)
  const mean = new Float64Array(weights.length)
  const next = shuffler(examples)
  for (let round = 0; round < ROUNDS; round++) {
    for (const { features, class: right } of next()) {
      const shares = sharesOf(weights, features, classes)
      for (let n = 0; n < classes; n++) {
        const step = ((shares[n] ?? 0) - (n === right ? 1 : 0)) / Math.sqrt(features.length)
        for (const place of features) {
          const at = place * classes + n
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

function sharesOf(weights: Float64Array, features: readonly number[], classes: number): number[] {
  const scores = Array.from({ length: classes }, (_, n) =>
    features.reduce((sum, place) => sum + (weights[place * classes + n] ?? 0), 0),
  )
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
