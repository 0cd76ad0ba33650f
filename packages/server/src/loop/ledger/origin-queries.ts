import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** Where a problem was taken from, as it is kept: a span of a version of a paper, a topic of a record, or what a file names. */
export interface OriginPlace {
  readonly versionId: string | null
  readonly begins: number | null
  readonly ends: number | null
  readonly recordId: string | null
  readonly topic: number | null
  /** What an imported ledger calls it, where it was not found; null where it was. */
  readonly named: string | null
  readonly words: string
}

/** The same for the same place, and for no other. */
export function placeKey({ versionId, begins, ends, recordId, topic, named, words }: OriginPlace): string {
  return named === null ? [versionId, begins, ends, recordId, topic].join(' ') : `${named}：${words}`
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
    .select([
      'origin.id',
      'paper_version_id as versionId',
      'begins',
      'ends',
      'record_id as recordId',
      'topic',
      'named',
      'words',
    ])
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

/** A place with the problem that was taken from there. */
export interface OriginOf {
  readonly problemId: string
  readonly place: OriginPlace
}

const AT_ONCE = 500

/** Enters where problems were taken from. */
export async function insertOrigins(
  tx: Tx,
  origins: readonly OriginOf[],
  by: { readonly accountId: string; readonly at: Date; readonly importId?: string },
): Promise<void> {
  for (let from = 0; from < origins.length; from += AT_ONCE)
    await tx
      .insertInto('origin')
      .values(
        origins.slice(from, from + AT_ONCE).map(({ problemId, place: { versionId, recordId, ...place } }) => ({
          ...{ ...place, id: newId(), problem_id: problemId, at: by.at, account_id: by.accountId },
          ...{ paper_version_id: versionId, record_id: recordId, import_id: by.importId ?? null },
        })),
      )
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
