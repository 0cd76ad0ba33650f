import { askedOf, kindsInWords, type RecordKind, type WorkRecordDetail } from '@duizhao/contract'
import type { Tx } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/refusal.ts'
import { enterSearch, leaveSearch } from '../../platform/search/index.ts'
import { presentRecord } from './present-records.ts'
import { recordById, type RecordRow } from './queries.ts'
import type { Asking } from './view-queries.ts'

/** What the audit log calls a record: of a talk only that it was one. */
export function nameForReaders({ kinds, name, onDay }: RecordRow): string {
  return isForReaders(kinds) ? name : `${onDay} ${kindsInWords(kinds)}`
}

/** What the audit log keeps of a record: never who talked with whom, nor what was said. */
export function factsOf({ kinds, onDay, state }: RecordRow): Readonly<Record<string, unknown>> {
  return { kinds, onDay, state }
}

/** What the audit log calls a file of minutes: by its name only where it is known that it tells of no talk. */
export function fileForReaders(kinds: readonly RecordKind[], name: string): string {
  return kinds.length > 0 && isForReaders(kinds) ? name : '一份记录'
}

/** True where what somebody wrote may stand in the audit log; of a talk it may name the two, or tell what they said. */
export function isForReaders(kinds: readonly RecordKind[]): boolean {
  return askedOf(kinds).visibility !== 'parties'
}

/** A record just written, as who wrote it sees it. */
export async function readBack(
  tx: Tx,
  asking: Asking,
  id: string,
): Promise<{ readonly row: RecordRow; readonly detail: WorkRecordDetail }> {
  const row = await recordById(tx, asking, id)
  if (!row) throw notFound('这次履职记录')
  return { row, detail: await presentRecord(tx, asking, row) }
}

/** Search finds what superiors may see too, by what they may see of it; drafts, plans and talks are not found. */
export async function putIntoSearch(tx: Tx, row: RecordRow): Promise<void> {
  const { id, path, name, kinds, subjects, onDay, organisationName } = row
  if (row.state !== 'kept' || row.visibility === 'parties' || row.withdrawn !== null)
    return leaveSearch(tx, 'record', id)
  await enterSearch(tx, {
    ...{ kind: 'record', id, path, title: name, link: `/records/${id}` },
    context: [kindsInWords(kinds), organisationName, onDay].join(' · '),
    text: [...subjects, kindsInWords(kinds)].join('\n'),
  })
}
