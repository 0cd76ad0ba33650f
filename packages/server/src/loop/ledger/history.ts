import { shortened } from '@duizhao/engine/wording'
import { standingOf } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { digesting, vouchFor } from '../../platform/audit/index.ts'
import type { Deed } from '../../platform/act.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { enterSearch, leaveSearch, type Searchable } from '../../platform/search/index.ts'
import { countFlows } from './flows.ts'
import { addToCounters, type Counter, insertEvents, type NewEvent, replaceVersions } from './history-queries.ts'
import { problemSearches } from './personal-queries.ts'
import { entriesOf } from './touch-queries.ts'
import type { ProblemRow } from './problem-queries.ts'
import { rowDigest } from './row-digest.ts'
import { VOUCHED } from './vouched-queries.ts'

export interface Change {
  /** null for a problem just registered. */
  readonly before: ProblemRow | null
  readonly after: ProblemRow
  readonly deed: Deed
}

export interface Doing {
  readonly now: Date
  /** Nobody: the system. Without an account: somebody of whom only the name is known. */
  readonly actor?: { readonly accountId: string | null; readonly personName: string }
}

const AT_ONCE = 500

/**
 * Writes what follows from changes of problems, in the transaction that makes them: the event of the timeline, the row as
 * it stands from now on, the counters along the tree, the sums of its day, the entry of the search. The entry in the audit log that follows
 * vouches for the events.
 */
export async function enterHistory(tx: Tx, doing: Doing, changes: readonly Change[]): Promise<void> {
  const act = newId()
  const digest = digesting()
  // Before the versions they have now are ended.
  const entries = await entriesOf(
    tx,
    changes.flatMap(({ after }) => (isTakenBack(after) ? [after.id] : [])),
  )
  for (let from = 0; from < changes.length; from += AT_ONCE) {
    const some = changes.slice(from, from + AT_ONCE)
    const events = some.map((change) => eventOf(doing, change))
    for (const event of await insertEvents(tx, act, events)) digest.add(event)
    await replaceVersions(
      tx,
      some.map(({ after }) => after),
      doing.now,
    )
    await enterSearch(tx, ...some.filter(isSearchedAnew).map(({ after }) => searchable(after)))
    const gone = some.flatMap(({ after }) => (isTakenBack(after) ? [after] : []))
    for (const [kind, problems] of Map.groupBy(gone, searchKindOf))
      await leaveSearch(tx, kind, ...problems.map(({ id }) => id))
  }
  await count(tx, changes)
  await countFlows(tx, doing.now, changes, entries)
  if (changes.length > 0) vouchFor(tx, { of: VOUCHED, act, ...digest.digest() })
}

function eventOf({ now, actor }: Doing, { before, after, deed }: Change): NewEvent {
  return {
    id: newId(),
    problemId: after.id,
    at: now,
    accountId: actor?.accountId ?? null,
    byName: actor?.personName ?? '系统',
    action: deed.action,
    from: before?.state ?? null,
    to: after.state,
    reason: deed.reason ?? '',
    changes: deed.changes ?? [],
    rowHash: rowDigest(after),
  }
}

function isTakenBack({ state }: ProblemRow): boolean {
  return state === 'withdrawn'
}

function isSearchedAnew({ before, after }: Change): boolean {
  return (
    before === null ||
    before.text !== after.text ||
    before.aspect !== after.aspect ||
    before.organisationId !== after.organisationId
  )
}

const MOST_TITLE = 60

const [ordinary, personal] = problemSearches

const searchKindOf = ({ aboutId }: ProblemRow): string => (aboutId === null ? ordinary : personal).kind

function searchable(problem: ProblemRow): Searchable {
  const { id, number, path, text, aspect, cause } = problem
  const title = shortened(text, MOST_TITLE)
  const context = [`问题 ${number} 号`, ...(aspect === '' ? [] : [aspect])].join(' · ')
  return {
    kind: searchKindOf(problem),
    id,
    path,
    title,
    context,
    link: `/problems/${id}`,
    text: `${text}\n${aspect}\n${cause}`,
  }
}

/** Adds what came and takes away what went, for every organisation from the root down: one lock order, so no deadlocks. */
export async function count(tx: Tx, changes: readonly Pick<Change, 'before' | 'after'>[]): Promise<void> {
  const deltas = new Map<string, { readonly counter: Counter; delta: number }>()
  const add = (row: ProblemRow | null, by: number): void => {
    for (const [level, counter] of countersOf(row).entries()) {
      const name = JSON.stringify([level, counter])
      const known = deltas.get(name) ?? { counter, delta: 0 }
      known.delta += by
      deltas.set(name, known)
    }
  }
  for (const { before, after } of changes) {
    add(before, -1)
    add(after, 1)
  }
  const inOrder = [...deltas].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, counted]) => counted)
  await addToCounters(
    tx,
    inOrder.filter(({ delta }) => delta !== 0),
  )
}

/** The counters a problem is counted in, from the root down: none for what goes on as another row, or was a mistake. */
function countersOf(row: ProblemRow | null): Counter[] {
  if (row === null || standingOf(row) === null) return []
  const { source, class: kind, state, provedOn, isOverdue } = row
  return row.path.map((organisationId) => ({
    organisationId,
    source,
    class: kind,
    state,
    isProved: provedOn !== null,
    isOverdue,
  }))
}
