import { type Evidence, evidenceKinds, evidenceOf, literalCoverage, type Rarity } from './evidence.ts'
import { earlierIndex } from './earlier-index.ts'
import { countsOf, rarityIn } from './rarity.ts'
import { type SharedWords, sharedWords } from './shared-words.ts'
import { type StatedProblem, type Traits, traitsOf } from './traits.ts'
import { evidenceBias, evidenceWeights, standingWeights } from './weights.ts'

/** An earlier problem that a later one may be, with how likely that is, 0 to 1, and what both have. */
export interface Recurrence<Earlier> {
  readonly earlier: Earlier
  readonly likelihood: number
  readonly shared: SharedWords
}

/** From here on a candidate is offered: on lists nobody had seen before about seven of ten were right (samples/README.md). */
const LEAST_LIKELIHOOD = 0.75
const MOST = 3
/** A problem that stands in the other almost word for word is offered whatever else is said. */
const LITERAL = 0.85
const FARTHEST_LEAD = 4

interface Pair {
  readonly later: number
  readonly earlier: number
  readonly score: number
  readonly literal: number
}

/**
 * Which of an organisation's earlier problems each of its later ones may be (老问题反弹), the likeliest first, three at
 * most; an empty list where none is. Only offered: a person decides. Said for it: the same matters, the same words or
 * others for them, the aspect, and that no other pair with either problem fits as well; what is said of everything (套话) and
 * what is wrong (不深入) count nothing. Pure and deterministic; the earlier problems are gone through once.
 */
export function recurrencesAmong<Earlier extends StatedProblem>(
  earlier: readonly Earlier[],
): (later: readonly StatedProblem[]) => Recurrence<Earlier>[][] {
  const known = earlier.map(traitsOf)
  const [counts, index] = [countsOf(known), earlierIndex(known)]
  return (later) => {
    const asked = later.map(traitsOf)
    const rarity = rarityIn(counts, countsOf(asked))
    const pairs = asked.flatMap((traits, at) =>
      index(traits, rarity).flatMap((place): Pair[] => {
        const other = known[place]
        return other === undefined ? [] : [{ later: at, earlier: place, ...scoreOf(traits, other, rarity) }]
      }),
    )
    const [rows, columns] = [Map.groupBy(pairs, (pair) => pair.later), Map.groupBy(pairs, (pair) => pair.earlier)]
    return asked.map((traits, at) =>
      (rows.get(at) ?? [])
        .map((pair) => ({
          pair,
          likelihood: likelihoodOf(pair, bestBeside(pair, rows.get(at), columns.get(pair.earlier))),
        }))
        .filter(({ likelihood }) => likelihood >= LEAST_LIKELIHOOD)
        .toSorted((one, other) => other.likelihood - one.likelihood)
        .slice(0, MOST)
        .flatMap(({ pair, likelihood }) => {
          const [found, other] = [earlier[pair.earlier], known[pair.earlier]]
          if (found === undefined || other === undefined) return []
          return [{ earlier: found, likelihood, shared: sharedWords(traits, other, rarity) }]
        }),
    )
  }
}

function scoreOf(later: Traits, earlier: Traits, rarity: Rarity): Pick<Pair, 'score' | 'literal'> {
  const literal = Math.min(literalCoverage(later, earlier, rarity), literalCoverage(earlier, later, rarity))
  return { score: weighed(evidenceOf(later, earlier, rarity)), literal }
}

function weighed(evidence: Evidence): number {
  return evidenceKinds.reduce((total, kind) => total + evidenceWeights[kind] * evidence[kind], evidenceBias)
}

/** The best score among the other pairs with the same later or the same earlier problem. */
function bestBeside(pair: Pair, row: readonly Pair[] = [], column: readonly Pair[] = []): number {
  return [...row, ...column].reduce((best, each) => (each === pair ? best : Math.max(best, each.score)), evidenceBias)
}

function likelihoodOf({ score, literal }: Pair, beside: number): number {
  const lead = Math.max(-FARTHEST_LEAD, Math.min(FARTHEST_LEAD, score - beside))
  const { bias, score: perScore, lead: perLead } = standingWeights
  const likelihood = 1 / (1 + Math.exp(-(bias + perScore * score + perLead * lead)))
  return literal >= LITERAL ? Math.max(likelihood, literal) : likelihood
}
