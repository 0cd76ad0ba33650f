import type { CitedThing, Evidence, EvidenceKind, FileState } from '@duizhao/contract'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

function evidences(db: Database | Tx) {
  return db
    .selectFrom('evidence')
    .leftJoin('stored_file', 'stored_file.hash', 'evidence.file_hash')
    .leftJoin('account', 'account.id', 'evidence.account_id')
    .leftJoin('person', 'person.id', 'account.person_id')
    .where('evidence.removed_at', 'is', null)
    .select([
      'evidence.id',
      'evidence.problem_id as problemId',
      'evidence.measure_id as measureId',
      'evidence.name',
      'evidence.kind',
      'evidence.file_hash as hash',
      'evidence.record_id as recordId',
      'evidence.paper_version_id as versionId',
      'evidence.dated_on as datedOn',
      'evidence.at',
      'stored_file.size',
      'stored_file.state as fileState',
      'stored_file.media_type as mediaType',
      'person.name as by',
    ])
    .select(
      sql<boolean>`coalesce(
      (select withdrawn_on is not null from record where record.id = evidence.record_id),
      (select paper.state = 'void' from paper join paper_version on paper_id = paper.id
        where paper_version.id = evidence.paper_version_id), false)`.as('isVoid'),
    )
    .select(
      sql<boolean>`coalesce(
      (select record.version <> evidence.record_version from record where record.id = evidence.record_id), false)`.as(
        'isChanged',
      ),
    )
}

/** A piece of evidence, with the id of what is cited: whether it is seen is for its feature to say. */
export interface EvidenceRow extends Omit<Evidence, 'cited'> {
  readonly cited: (Omit<NonNullable<Evidence['cited']>, 'link'> & { readonly id: string }) | null
}

/** The evidence of a problem, the earliest first; of a paper the id is that of the version. */
export async function evidenceRows(db: Database | Tx, problemId: string): Promise<EvidenceRow[]> {
  const rows = await evidences(db)
    .where('evidence.problem_id', '=', problemId)
    .orderBy('evidence.at')
    .orderBy('evidence.id')
    .limit(500)
    .execute()
  return rows.map(({ id, measureId, name, datedOn, isVoid, isChanged, ...row }) => ({
    ...{ id, measureId, name, datedOn },
    kind: row.kind as EvidenceKind,
    file:
      row.hash === null
        ? null
        : {
            ...{ hash: row.hash, size: row.size ?? 0, mediaType: row.mediaType ?? '' },
            state: (row.fileState ?? 'missing') as FileState,
          },
    cited:
      row.recordId !== null
        ? { of: 'record', id: row.recordId, isVoid, isChanged }
        : row.versionId !== null
          ? { of: 'paper', id: row.versionId, isVoid, isChanged }
          : null,
    by: row.by ?? '导入',
    at: row.at.toISOString(),
  }))
}

/** True if a record or a version of a paper is evidence of a problem already, of the same measure or of the whole. */
export async function isCitedAlready(tx: Tx, problemId: string, { measureId, cited }: CitedOf): Promise<boolean> {
  const row = await tx
    .selectFrom('evidence')
    .select('id')
    .where('problem_id', '=', problemId)
    .where('removed_at', 'is', null)
    .where('measure_id', measureId === null ? 'is' : '=', measureId)
    .where(cited.of === 'record' ? 'record_id' : 'paper_version_id', '=', cited.id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

interface CitedOf {
  readonly measureId: string | null
  readonly cited: { readonly of: CitedThing; readonly id: string }
}

export async function evidenceById(db: Database | Tx, id: string) {
  return evidences(db).where('evidence.id', '=', id).executeTakeFirst()
}

export interface NewEvidence {
  readonly measureId: string | null
  /** A file, by its hash; a record, as it is now; a version of a paper. */
  readonly of:
    | { readonly hash: string }
    | { readonly recordId: string; readonly version: number }
    | { readonly versionId: string }
  readonly name: string
  readonly kind: EvidenceKind
  readonly datedOn: string
  readonly accountId: string
  readonly at: Date
}

/** Enters evidence; its id. */
export async function insertEvidence(tx: Tx, problemId: string, evidence: NewEvidence): Promise<string> {
  const id = newId()
  const { measureId, of, name, kind, datedOn, accountId, at } = evidence
  await tx
    .insertInto('evidence')
    .values({
      ...{ id, name, kind, at, problem_id: problemId, measure_id: measureId },
      file_hash: 'hash' in of ? of.hash : null,
      record_id: 'recordId' in of ? of.recordId : null,
      record_version: 'recordId' in of ? of.version : null,
      paper_version_id: 'versionId' in of ? of.versionId : null,
      ...{ dated_on: datedOn, account_id: accountId },
    })
    .execute()
  return id
}

/** Takes evidence out of what counts; false if it was not in it any more. */
export async function withdrawEvidence(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('evidence')
    .set({ removed_at: at })
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const MOST_USES = 1_000

/** The problems whose evidence is among the files, withdrawn or not. */
export async function evidenceOfFiles(
  db: Database,
  hashes: readonly string[],
): Promise<{ readonly hash: string; readonly name: string; readonly problemNumber: number }[]> {
  if (hashes.length === 0) return []
  return db
    .selectFrom('evidence')
    .innerJoin('problem', 'problem.id', 'evidence.problem_id')
    .select(['evidence.name', 'problem.number as problemNumber'])
    .select(sql<string>`evidence.file_hash`.as('hash'))
    .where('evidence.file_hash', 'in', hashes)
    .orderBy('problem.number')
    .limit(MOST_USES)
    .execute()
}
