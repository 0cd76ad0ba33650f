import { FEATURE_PLACES, featuresAfter, sentenceActs, sentenceFeatures } from '@duizhao/engine'
import { type Example, learnWeights } from '../learning/logistic.ts'
import type { TrainingParagraph } from './training-paragraphs.ts'

/** What sentences do, as weights learnt from paragraphs. */
export function learn(paragraphs: readonly TrainingParagraph[]): Float64Array {
  return learnWeights(paragraphs.flatMap(examplesOf), { places: FEATURE_PLACES, classes: sentenceActs.length })
}

/** Each sentence twice: as one of a paragraph known to be about something, and as one of any paragraph. */
function examplesOf({ role, sentences }: TrainingParagraph): Example[] {
  const words = sentences.map((sentence) => sentence.words)
  return [...new Set([role, 'any' as const])].flatMap((told) => {
    const own = sentenceFeatures(words, told)
    return sentences.map((sentence, i) => {
      const after = featuresAfter(sentence.words, words[i - 1] ?? '')(sentences[i - 1]?.act ?? null)
      return { features: [...new Set([...(own[i] ?? []), ...after])], class: sentenceActs.indexOf(sentence.act) }
    })
  })
}
