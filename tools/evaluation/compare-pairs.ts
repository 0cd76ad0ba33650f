import { compare } from '@duizhao/engine'
import type { FoundPair } from './match-pairs.ts'

/** The similar pairs of a set of texts, by file name. */
export function comparePairs(texts: ReadonlyMap<string, string>): FoundPair[] {
  return compare([...texts].map(([id, text]) => ({ id, text })))
}
