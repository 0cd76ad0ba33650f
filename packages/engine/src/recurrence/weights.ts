import type { Evidence } from './evidence.ts'

/** How much each kind of evidence counts: learnt from samples/recurrence by `node tools/recurrence-weights.ts`. */
export const evidenceWeights: Evidence = {
  again: 0.57,
  otherHead: -1.34,
  matterCosine: 0.76,
  matterSum: 1.02,
  otherMatter: -1.03,
  unknownMatter: 0.61,
  leastCovered: 0.95,
  mostCovered: 1.17,
  leastHeadCovered: 0.63,
  mostHeadCovered: 0.99,
  wordCosine: 0.83,
  wordSum: 1.38,
  wordWithin: 0.49,
  sameAspect: 0.36,
  otherAspect: -0.4,
}

/** The score of two problems of which nothing is known. */
export const evidenceBias = -4.5

/** What the score counts, and how far it is above the scores of the other pairs with either problem. */
export const standingWeights = { bias: -0.8, score: 0.76, lead: 0.42 } as const
