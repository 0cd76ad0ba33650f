import { compact } from './import-key.ts'
import type { Candidate } from './known-queries.ts'
import type { LedgerLine } from './ledger-line.ts'
import { textIndex } from './alike-texts.ts'

/** Problems that no line tells of and a new one may be like, at most so many: the newest. */
const MOST_LEFT = 5_000

/**
 * For lines that tell of no problem there is, the one that they tell of but for a word: whether they do is for a person
 * to say. The most alike first; no problem is offered twice.
 */
export function alikeProblems(
  lines: readonly LedgerLine[],
  left: readonly Candidate[],
  mayMean: (line: LedgerLine, candidate: Candidate) => boolean,
): ReadonlyMap<LedgerLine, Candidate> {
  const candidates = left.slice(0, MOST_LEFT)
  const index = textIndex(candidates.map(({ text }) => compact(text)))
  const pairs = lines.flatMap((line) =>
    index.alike(compact(line.text)).flatMap(({ at, likeness }) => {
      const candidate = candidates[at]
      return candidate && mayMean(line, candidate) ? [{ line, candidate, likeness }] : []
    }),
  )
  const found = new Map<LedgerLine, Candidate>()
  const taken = new Set<string>()
  for (const { line, candidate } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (found.has(line) || taken.has(candidate.id)) continue
    found.set(line, candidate)
    taken.add(candidate.id)
  }
  return found
}
