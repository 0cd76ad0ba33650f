import type { LocatedFinding } from './locate.ts'

/** What one set of findings has that another has not. */
export interface Difference {
  readonly added: readonly LocatedFinding[]
  readonly removed: readonly LocatedFinding[]
  /** One finding told in two ways: other words, another severity, another place. */
  readonly changed: readonly { readonly before: LocatedFinding; readonly after: LocatedFinding }[]
  /** How many are the same in everything. */
  readonly same: number
}

type Key = (finding: LocatedFinding) => string

const whole: Key = ({ tool, path, rule, severity, message, place, excerpt }) =>
  JSON.stringify([tool, path, rule, severity, message, place, excerpt])

/** What makes two findings one that was changed, strictest first: each finds its partners among those left by the one before. */
const likenesses: readonly Key[] = [
  ({ tool, path, rule, message }) => JSON.stringify([tool, path, rule, message]),
  ({ tool, path, rule, place, excerpt }) => JSON.stringify([tool, path, rule, place, excerpt]),
  ({ tool, path, message }) => JSON.stringify([tool, path, message]),
  ({ tool, rule, message }) => JSON.stringify([tool, rule, message]),
]

/** Compares what was found before with what is found now. */
export function difference(before: readonly LocatedFinding[], after: readonly LocatedFinding[]): Difference {
  const exact = pair(before, after, whole)
  const changed: { before: LocatedFinding; after: LocatedFinding }[] = []
  let { removed, added } = exact
  for (const likeness of likenesses) {
    const found = pair(removed, added, likeness)
    changed.push(...found.pairs)
    ;({ removed, added } = found)
  }
  return { added, removed, changed, same: exact.pairs.length }
}

/** Pairs findings with equal keys, each one once, in order; the rest are added or removed. */
function pair(before: readonly LocatedFinding[], after: readonly LocatedFinding[], key: Key) {
  const waiting = Map.groupBy(before, key)
  const pairs: { before: LocatedFinding; after: LocatedFinding }[] = []
  const added: LocatedFinding[] = []
  for (const finding of after) {
    const partner = waiting.get(key(finding))?.shift()
    if (partner === undefined) added.push(finding)
    else pairs.push({ before: partner, after: finding })
  }
  return { pairs, added, removed: [...waiting.values()].flat() }
}
