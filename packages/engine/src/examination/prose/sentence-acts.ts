import { sentenceWeights } from '../../standards/lexicon/sentence-weights.ts'
import { unpackedWeights } from './packed-weights.ts'
import { type ProseRole, type SentenceAct, sentenceActs } from './sentence-act.ts'
import { FEATURE_PLACES, featuresAfter, sentenceFeatures } from './sentence-features.ts'

/** What a sentence does and how sure that is, from 0 to 1, given what the others of its paragraph do. */
export interface TaggedSentence {
  readonly act: SentenceAct
  readonly confidence: number
}

/** A sequence of acts, from its last one back. */
interface Path {
  readonly likelihood: number
  readonly last: TaggedSentence | null
  readonly before: Path | null
}

/** One weight for each act in each row; `tools/sentences.ts` learns them. */
type Weights = ArrayLike<number>

let learnt: Int8Array | null = null

/** What each sentence of a paragraph does: of all sequences of acts the likeliest by the learnt weights. */
export function actsOfSentences(
  sentences: readonly string[],
  role: ProseRole,
  { weights, scale }: { weights: Weights; scale: number } = learntWeights(),
): readonly TaggedSentence[] {
  let paths: readonly Path[] = [{ likelihood: 0, last: null, before: null }]
  const features = sentenceFeatures(sentences, role)
  for (const [i, words] of sentences.entries()) {
    const own = scoresOf(weights, features[i] ?? [])
    const featuresBehind = featuresAfter(words, sentences[i - 1] ?? '')
    const best: (Path | undefined)[] = sentenceActs.map(() => undefined)
    for (const before of paths) {
      const after = scoresOf(weights, featuresBehind(before.last?.act ?? null))
      const shares = likelihoods(own.map((score, act) => (score + (after[act] ?? 0)) * scale))
      for (const [n, act] of sentenceActs.entries()) {
        const confidence = shares[n] ?? 0
        const likelihood = before.likelihood + Math.log(confidence + Number.MIN_VALUE)
        const rival = best[n]
        if (!rival || rival.likelihood < likelihood) best[n] = { likelihood, last: { act, confidence }, before }
      }
    }
    paths = best.flatMap((path) => path ?? [])
  }
  return actsOf(paths.reduce((one, other) => (other.likelihood > one.likelihood ? other : one)))
}

function actsOf(path: Path): TaggedSentence[] {
  const acts: TaggedSentence[] = []
  for (let at: Path | null = path; at?.last; at = at.before) acts.push(at.last)
  return acts.toReversed()
}

function scoresOf(weights: Weights, features: Iterable<number>): number[] {
  const scores = sentenceActs.map(() => 0)
  for (const place of features)
    for (let act = 0; act < scores.length; act++)
      scores[act] = (scores[act] ?? 0) + (weights[place * sentenceActs.length + act] ?? 0)
  return scores
}

function likelihoods(scores: readonly number[]): number[] {
  const highest = Math.max(...scores)
  const powers = scores.map((score) => Math.exp(score - highest))
  const sum = powers.reduce((one, other) => one + other, 0)
  return powers.map((power) => power / sum)
}

function learntWeights(): { weights: Weights; scale: number } {
  learnt ??= unpackedWeights(sentenceWeights, FEATURE_PLACES * sentenceActs.length)
  return { weights: learnt, scale: sentenceWeights.scale }
}
