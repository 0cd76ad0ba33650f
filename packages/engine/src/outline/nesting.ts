import type { MarkToken } from './mark-tokens.ts'

/** Says whether lists of one key stand above lists of another in this document. */
export type IsAbove = (a: MarkToken, b: MarkToken) => boolean

/**
 * Reads from the document which kind of mark contains which: B lies inside A if B begins anew between one A and the
 * next. Where the document does not say, the usual order (rank) decides. One pass per kind of mark.
 */
export function nestingOf(tokens: readonly MarkToken[]): IsAbove {
  const keys = [...new Set(tokens.map((token) => token.key))]
  const evidence = new Map<string, number>()
  for (const key of keys) {
    for (const [inner, count] of restartsBetween(key, tokens)) evidence.set(`${key}>${inner}`, count)
  }
  return (a, b) => {
    const difference = (evidence.get(`${a.key}>${b.key}`) ?? 0) - (evidence.get(`${b.key}>${a.key}`) ?? 0)
    return difference === 0 ? a.rank < b.rank : difference > 0
  }
}

function restartsBetween(key: string, tokens: readonly MarkToken[]): Map<string, number> {
  const total = new Map<string, number>()
  let sinceLast = new Map<string, number>()
  let last: number | null = null
  for (const token of tokens) {
    if (token.key === key) {
      const continues = last !== null && (token.ordinal === 0 || token.ordinal === last + 1)
      if (continues) for (const [inner, count] of sinceLast) total.set(inner, (total.get(inner) ?? 0) + count)
      sinceLast = new Map()
      if (token.ordinal > 0 || last === null) last = token.ordinal
    } else if (token.ordinal <= 1) {
      sinceLast.set(token.key, (sinceLast.get(token.key) ?? 0) + 1)
    }
  }
  return total
}
