import type { Database } from '../../database/pool.ts'
import type { Tx } from '../../database/transaction.ts'
import type { OrganisationRow } from '../../organisation/index.ts'
import { compact, importKey } from './import-key.ts'
import { type Candidate, problemsBelow, problemsByKey } from './known-queries.ts'
import type { LedgerLine } from './ledger-line.ts'

/** A line with the problem it tells of, or with the key of the new one. */
export interface Match {
  readonly line: LedgerLine
  readonly problemId: string | null
  readonly key: string
}

/** Lines with the same words, and the problems they may mean. */
interface Group {
  readonly lines: LedgerLine[]
  readonly candidates: Map<string, Candidate>
}

/** Finds for each line the problem it tells of, by the key of an earlier import, else by its words. */
export async function matchLines(
  db: Database | Tx,
  organisation: OrganisationRow,
  lines: readonly LedgerLine[],
): Promise<Match[]> {
  const groups = new Map<string, Group>()
  const keys = new Map<string, Group>()
  for (const line of lines) {
    const words = compact(line.text)
    const group: Group = groups.get(words) ?? { lines: [], candidates: new Map() }
    group.lines.push(line)
    groups.set(words, group)
    keys.set(importKey(organisation.id, line.text, line.ordinal), group)
  }
  const imported = await problemsByKey(db, organisation, [...keys.keys()])
  for (const candidate of imported) keys.get(candidate.importKey ?? '')?.candidates.set(candidate.id, candidate)
  const isShort = [...groups.values()].some((group) => live(group).length < group.lines.length)
  for (const candidate of isShort ? await problemsBelow(db, organisation) : [])
    groups.get(compact(candidate.text))?.candidates.set(candidate.id, candidate)
  const matched = new Map([...groups.values()].flatMap((group) => pair(group, organisation.id)))
  return lines.flatMap((line) => matched.get(line) ?? [])
}

function live({ candidates }: Group): Candidate[] {
  return [...candidates.values()].filter(isLive)
}

/** A problem that came back or was merged goes on as another. */
function isLive({ state }: Candidate): boolean {
  return state !== 'relapsed' && state !== 'superseded'
}

/** Beyond so many with the same words they are paired in their order. */
const MOST_COMPARED = 40

/** Pairs the lines of a group with its problems, the most alike first; the others become new ones. */
function pair(group: Group, organisationId: string): [LedgerLine, Match][] {
  const { lines } = group
  const candidates = [...group.candidates.values()].toSorted((a, b) => Number(isLive(b)) - Number(isLive(a)))
  const keyOf = (line: LedgerLine, ordinal = line.ordinal): string => importKey(organisationId, line.text, ordinal)
  const score = (line: LedgerLine, candidate: Candidate): number =>
    (isLive(candidate) ? 8 : 0) +
    (line.aspect === candidate.aspect ? 4 : 0) +
    (line.dueOn === candidate.dueOn ? 2 : 0) +
    (keyOf(line) === candidate.importKey ? 1 : 0)
  const isSmall = lines.length <= MOST_COMPARED && candidates.length <= MOST_COMPARED
  const pairs = isSmall
    ? lines
        .flatMap((line) => candidates.map((candidate) => ({ line, candidate, score: score(line, candidate) })))
        .toSorted((a, b) => b.score - a.score)
    : lines.flatMap((line, at) => {
        const candidate = candidates[at]
        return candidate ? [{ line, candidate }] : []
      })
  const found = new Map<LedgerLine, string>()
  const taken = new Set<string>()
  for (const { line, candidate } of pairs) {
    if (found.has(line) || taken.has(candidate.id)) continue
    found.set(line, candidate.id)
    taken.add(candidate.id)
  }
  const used = new Set(candidates.map(({ importKey: key }) => key))
  let ordinal = 0
  return lines.map((line) => {
    const problemId = found.get(line) ?? null
    if (problemId === null)
      do ordinal += 1
      while (used.has(keyOf(line, ordinal)))
    return [line, { line, problemId, key: keyOf(line, ordinal) }]
  })
}
