import type { FileState, PaperReading, PaperVersion } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { Reach } from './queries.ts'

export interface NewVersion {
  readonly id: string
  readonly paperId: string
  readonly hash: string
  readonly fileName: string
  readonly note: string
  readonly reading: PaperReading | null
  readonly accountId: string
  readonly at: Date
}

/** Enters a version as the next one; which it is. */
export async function insertVersion(tx: Tx, { id, paperId, ...version }: NewVersion): Promise<number> {
  const { versions } = await tx
    .updateTable('paper')
    .set((builder) => ({ versions: builder('versions', '+', 1) }))
    .where('id', '=', paperId)
    .returning('versions')
    .executeTakeFirstOrThrow()
  const { hash, fileName, note, reading, accountId, at } = version
  await tx
    .insertInto('paper_version')
    .values({
      ...{ id, note, at, paper_id: paperId, ordinal: versions, file_hash: hash, file_name: fileName },
      ...{ reading: reading === null ? null : JSON.stringify(reading), account_id: accountId },
    })
    .execute()
  return versions
}

function versions(db: Database | Tx) {
  return db
    .selectFrom('paper_version')
    .innerJoin('stored_file', 'stored_file.hash', 'paper_version.file_hash')
    .innerJoin('account', 'account.id', 'paper_version.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select([
      'paper_version.id',
      'paper_version.paper_id as paperId',
      'paper_version.ordinal',
      'paper_version.file_name as fileName',
      'paper_version.file_hash as hash',
      'paper_version.note',
      'paper_version.reading',
      'paper_version.studied_in as studiedIn',
      'paper_version.at',
      'person.name as by',
      'stored_file.size',
      'stored_file.state as fileState',
    ])
}

/** A version as it is kept: of the meeting its id. */
export type VersionRow = Omit<PaperVersion, 'studiedIn' | 'seesReview'> & { readonly studiedIn: string | null }

/** The versions of a paper that one may see, the latest first. */
export async function versionsOf(db: Database, paperId: string, { from, upTo }: Reach): Promise<VersionRow[]> {
  const rows = await versions(db)
    .where('paper_id', '=', paperId)
    .where('ordinal', '>=', from)
    .where('ordinal', '<=', upTo)
    .orderBy('ordinal', 'desc')
    .execute()
  return rows.map(({ id, ordinal, fileName, hash, note, by, size, at, reading, fileState, studiedIn }) => ({
    ...{ id, ordinal, fileName, hash, note, by, size, studiedIn },
    at: at.toISOString(),
    fileState: fileState as FileState,
    reading: reading as PaperReading | null,
  }))
}

export type StoredVersion = NonNullable<Awaited<ReturnType<typeof versionById>>>

export async function versionById(db: Database | Tx, id: string) {
  return versions(db).where('paper_version.id', '=', id).executeTakeFirst()
}

/** The file of a paper's latest version; undefined if it has none. */
export async function latestFile(
  db: Database | Tx,
  paperId: string,
): Promise<{ readonly hash: string; readonly name: string } | undefined> {
  return db
    .selectFrom('paper_version')
    .select(['file_hash as hash', 'file_name as name'])
    .where('paper_id', '=', paperId)
    .orderBy('ordinal', 'desc')
    .limit(1)
    .executeTakeFirst()
}

const MOST_USES = 1_000

/** The papers that have one of the files among their versions. */
export async function papersOfFiles(db: Database, hashes: readonly string[]) {
  if (hashes.length === 0) return []
  return db
    .selectFrom('paper_version')
    .innerJoin('paper', 'paper.id', 'paper_version.paper_id')
    .select(['paper_version.file_hash as hash', 'paper.title', 'paper_version.ordinal'])
    .where('paper_version.file_hash', 'in', hashes)
    .orderBy('paper.id')
    .orderBy('paper_version.ordinal')
    .limit(MOST_USES)
    .execute()
}
