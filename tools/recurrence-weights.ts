/**
 * Learns the weights in packages/engine/src/recurrence/weights.ts from the labelled lists in samples/recurrence and prints
 * them: `node tools/recurrence-weights.ts`. Logistic regression by plain descent, without chance. Likeness never speaks
 * against: the lists are made hard by neighbours in the same words, real ones are not.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { evidenceAmong, evidenceKinds, type StatedProblem } from '@duizhao/engine/recurrence'

interface Unit {
  readonly earlier: readonly StatedProblem[]
  readonly later: readonly StatedProblem[]
  readonly same: readonly (readonly [later: number, earlier: number])[]
}

interface Case {
  readonly values: readonly number[]
  readonly isSame: boolean
  readonly unit: number
  readonly later: number
  readonly earlier: number
}

const FOLDER = join(import.meta.dirname, '../samples/recurrence')
const AGAINST = new Set<string>(['otherHead', 'otherMatter', 'unknownMatter', 'otherAspect'])
const [RATE, MOMENTUM, DECAY, STEPS] = [0.1, 0.9, 0.02, 3000]

const units = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.answers.json'))
  .toSorted()
  .flatMap((name) => (JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as { units: readonly Unit[] }).units)

function casesOf({ earlier, later, same }: Unit, unit: number): Case[] {
  return evidenceAmong(earlier, later).map((pair) => ({
    values: [1, ...evidenceKinds.map((kind) => pair.evidence[kind])],
    isSame: same.some(([one, other]) => one === pair.later && other === pair.earlier),
    unit,
    later: pair.later,
    earlier: pair.earlier,
  }))
}

const product = (weights: readonly number[], values: readonly number[]): number =>
  weights.reduce((total, weight, at) => total + weight * (values[at] ?? 0), 0)

function learn(cases: readonly Case[], isBound: (at: number) => boolean): number[] {
  const size = cases[0]?.values.length ?? 0
  const same = cases.filter(({ isSame }) => isSame).length
  let weights = Array.from({ length: size }, () => 0)
  let speeds = [...weights]
  for (let step = 0; step < STEPS; step++) {
    const slopes = Array.from({ length: size }, () => 0)
    for (const { values, isSame } of cases) {
      const error = 1 / (1 + Math.exp(-product(weights, values))) - (isSame ? 1 : 0)
      for (const [at, value] of values.entries()) slopes[at] = (slopes[at] ?? 0) + error * value
    }
    speeds = speeds.map((speed, at) => {
      const decay = at === 0 ? 0 : DECAY * (weights[at] ?? 0)
      return MOMENTUM * speed - RATE * ((slopes[at] ?? 0) / same + decay)
    })
    weights = weights.map((weight, at) => {
      const moved = weight + (speeds[at] ?? 0)
      return isBound(at) ? Math.max(0, moved) : moved
    })
  }
  return weights
}

const cases = units.flatMap(casesOf)
const weights = learn(cases, (at) => at > 0 && !AGAINST.has(evidenceKinds[at - 1] ?? ''))
const scored = cases.map((each) => ({ ...each, score: product(weights, each.values) }))
const standing = scored.map((each) => {
  const beside = scored
    .filter((other) => other !== each && other.unit === each.unit)
    .filter((other) => other.later === each.later || other.earlier === each.earlier)
    .reduce((best, { score }) => Math.max(best, score), weights[0] ?? 0)
  return { ...each, values: [1, each.score, Math.max(-4, Math.min(4, each.score - beside))] }
})
const written = (names: readonly string[], learnt: readonly number[]): string =>
  names.map((name, at) => `  ${name}: ${(learnt[at] ?? 0).toFixed(2)},\n`).join('')
process.stdout.write(
  `${written(['bias', ...evidenceKinds], weights)}standing\n${written(
    ['bias', 'score', 'lead'],
    learn(standing, () => false),
  )}`,
)
