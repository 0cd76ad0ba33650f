import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** Where a problem was taken from, as it is kept: a span of a version of a paper, or a topic of a record. */
export interface OriginPlace {
  readonly versionId: string | null
  readonly begins: number | null
  readonly ends: number | null
  readonly recordId: string | null
  readonly topic: number | null
  readonly words: string
}

/** The same for the same place, and for no other. */
export function placeKey({ versionId, begins, ends, recordId, topic }: Omit<OriginPlace, 'words'>): string {
  return [versionId, begins, ends, recordId, topic].join(' ')
}

export interface OriginRow extends OriginPlace {
  readonly id: string
  readonly problemId: string
  readonly by: string
  readonly at: Date
}

/** Where some problems were taken from, of each the earliest first: whether it is seen there is for papers and records to say. */
export async function originRows(db: Database | Tx, problemIds: readonly string[]): Promise<OriginRow[]> {
  return db
    .selectFrom('origin')
    .innerJoin('account', 'account.id', 'origin.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['origin.id', 'paper_version_id as versionId', 'begins', 'ends', 'record_id as recordId', 'topic', 'words'])
    .select(['origin.at', 'person.name as by', 'problem_id as problemId'])
    .where(sql<boolean>`problem_id = any(${problemIds}::uuid[])`)
    .orderBy('origin.at')
    .orderBy('origin.id')
    .execute()
}

/** Takes away that a problem was taken from there. */
export async function deleteOrigin(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('origin').where('id', '=', id).execute()
}

/** Enters where problems were taken from. */
export async function insertOrigin(
  tx: Tx,
  problemId: string,
  { versionId, recordId, ...place }: OriginPlace,
  by: { readonly accountId: string; readonly at: Date; readonly importId?: string },
): Promise<void> {
  await tx
    .insertInto('origin')
    .values({
      ...{ ...place, id: newId(), problem_id: problemId, at: by.at, account_id: by.accountId },
      ...{ paper_version_id: versionId, record_id: recordId, import_id: by.importId ?? null },
    })
    .execute()
}

/** The problems that go on with one come from where it came from; each place once. */
export async function passOrigins(tx: Tx, from: string, to: readonly string[]): Promise<void> {
  const [kept, there] = await Promise.all([
    tx.selectFrom('origin').selectAll().where('problem_id', '=', from).orderBy('at').orderBy('id').execute(),
    tx.selectFrom('origin').selectAll().where('problem_id', 'in', to).execute(),
  ])
  const placeOf = ({ paper_version_id: versionId, record_id: recordId, ...place }: (typeof kept)[number]) =>
    placeKey({ ...place, versionId, recordId })
  const rows = to.flatMap((problemId) => {
    const known = new Set(there.flatMap((one) => (one.problem_id === problemId ? [placeOf(one)] : [])))
    return kept.filter((one) => !known.has(placeOf(one))).map((one) => ({ ...one, id: newId(), problem_id: problemId }))
  })
  if (rows.length > 0) await tx.insertInto('origin').values(rows).execute()
}
