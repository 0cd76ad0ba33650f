import { isUncounted } from '@duizhao/contract'
import type { Database } from '../../../platform/database/pool.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { OrganisationRow } from '../../../office/organisation/index.ts'
import { compact, importKey } from './import-key.ts'
import { type Candidate, problemsBelow, problemsByKey } from './known-queries.ts'
import type { LedgerLine } from './ledger-line.ts'
import { placeOf, type Units, unitsIn } from './units.ts'

/** A line with the problem it tells of, or with the key of the new one. */
export interface Match {
  readonly line: LedgerLine
  readonly problemId: string | null
  readonly key: string
}

export interface Matches {
  readonly matches: readonly Match[]
  /** The problems that go on and no line tells of, the newest first; only looked for where a line tells of none. */
  readonly left: readonly Candidate[]
  /** True if a line may tell of a problem: it is of where the ledger is imported, or of a unit that the line names. */
  readonly mayMean: (line: LedgerLine, candidate: Candidate) => boolean
}

/** Into which organisation, and which organisations the units in the lines are. */
export interface Target {
  readonly organisation: OrganisationRow
  readonly units: Units
}

/** Lines with the same words, and the problems they may mean. */
interface Group {
  readonly lines: LedgerLine[]
  readonly candidates: Map<string, Candidate>
}

/** Finds for each line the problem it tells of, by the key of an earlier import, else by its words. */
export async function matchLines(db: Database | Tx, target: Target, lines: readonly LedgerLine[]): Promise<Matches> {
  const { organisation } = target
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
  const all = isShort ? await problemsBelow(db, organisation) : []
  for (const candidate of all) groups.get(compact(candidate.text))?.candidates.set(candidate.id, candidate)
  const mayMean = (line: LedgerLine, { organisationId, organisationName }: Candidate): boolean =>
    organisationId === organisation.id ||
    organisationId === placeOf(line, organisation, target.units).id ||
    unitsIn(line).includes(organisationName)
  const matched = new Map([...groups.values()].flatMap((group) => pair(group, organisation.id, mayMean)))
  const matches = lines.flatMap((line) => matched.get(line) ?? [])
  const told = new Set(matches.map(({ problemId }) => problemId))
  return { matches, left: all.filter((candidate) => isLive(candidate) && !told.has(candidate.id)), mayMean }
}

function live({ candidates }: Group): Candidate[] {
  return [...candidates.values()].filter(isLive)
}

/** A problem that came back or was merged goes on as another. */
function isLive({ state }: Candidate): boolean {
  return !isUncounted(state)
}

/** Beyond so many with the same words they are paired in their order. */
const MOST_COMPARED = 40

/** Pairs the lines of a group with its problems, the most alike first; the others become new ones. */
function pair(
  { lines, candidates }: Group,
  organisationId: string,
  mayMean: Matches['mayMean'],
): [LedgerLine, Match][] {
  const known = [...candidates.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const [first] = lines
  const keyOf = (ordinal: number): string => importKey(organisationId, first?.text ?? '', ordinal)
  const keys = new Set(lines.map((_, at) => keyOf(at + 1)))
  // What was imported here is meant wherever it was handed over to.
  const isOwn = (each: Candidate): boolean => each.organisationId === organisationId || keys.has(each.importKey ?? '')
  const found = pairsIn(lines, known, { isOwn, mayMean })
  const used = new Set(known.map(({ importKey: key }) => key))
  let ordinal = 0
  return lines.map((line) => {
    const problemId = found.get(line) ?? null
    if (problemId === null)
      do ordinal += 1
      while (used.has(keyOf(ordinal)))
    return [line, { line, problemId, key: keyOf(ordinal) }]
  })
}

function pairsIn(
  lines: readonly LedgerLine[],
  known: readonly Candidate[],
  { isOwn, mayMean }: Pick<Matches, 'mayMean'> & { readonly isOwn: (candidate: Candidate) => boolean },
): ReadonlyMap<LedgerLine, string> {
  const found = new Map<LedgerLine, string>()
  const taken = new Set<string>()
  const take = (line: LedgerLine, { id }: Candidate): void => {
    if (found.has(line) || taken.has(id)) return
    found.set(line, id)
    taken.add(id)
  }
  if (lines.length <= MOST_COMPARED && known.length <= MOST_COMPARED * 10) {
    const pairs = lines.flatMap((line) => {
      const units = new Set(unitsIn(line))
      return known
        .filter((candidate) => isOwn(candidate) || mayMean(line, candidate))
        .map((candidate) => ({ line, candidate, score: likeness(line, candidate, units) }))
    })
    for (const { line, candidate } of pairs.toSorted((a, b) => b.score - a.score)) take(line, candidate)
  } else {
    const left = Map.groupBy(known.toReversed(), (each) => (isOwn(each) ? '' : each.organisationName))
    for (const line of lines) {
      const unit = [...unitsIn(line), ''].find((name) => (left.get(name) ?? []).length > 0)
      const candidate = unit === undefined ? undefined : left.get(unit)?.pop()
      if (candidate) take(line, candidate)
    }
  }
  return found
}

function likeness(line: LedgerLine, candidate: Candidate, units: ReadonlySet<string>): number {
  const alike = [
    line.dueOn === candidate.dueOn,
    line.class === candidate.class,
    line.source === candidate.source,
    line.aspect === candidate.aspect,
    units.has(candidate.organisationName),
    isLive(candidate) !== line.goesOnElsewhere,
  ]
  return alike.reduce((sum, isAlike, weight) => sum + (isAlike ? 2 ** weight : 0), 0)
}
