import type { Evidence, EvidenceKind, FileState } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

function evidences(db: Database | Tx) {
  return db
    .selectFrom('evidence')
    .innerJoin('stored_file', 'stored_file.hash', 'evidence.file_hash')
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
      'evidence.dated_on as datedOn',
      'evidence.at',
      'stored_file.size',
      'stored_file.state as fileState',
      'stored_file.media_type as mediaType',
      'person.name as by',
    ])
}

export async function evidenceOf(db: Database | Tx, problemId: string): Promise<Evidence[]> {
  const rows = await evidences(db)
    .where('evidence.problem_id', '=', problemId)
    .orderBy('evidence.at')
    .orderBy('evidence.id')
    .limit(500)
    .execute()
  return rows.map(({ by, at, kind, fileState, ...rest }) => ({
    ...rest,
    fileState: fileState as FileState,
    kind: kind as EvidenceKind,
    by: by ?? '导入',
    at: at.toISOString(),
  }))
}

export async function evidenceById(db: Database | Tx, id: string) {
  return evidences(db).where('evidence.id', '=', id).executeTakeFirst()
}

export interface NewEvidence {
  readonly measureId: string | null
  readonly hash: string
  readonly name: string
  readonly kind: EvidenceKind
  readonly datedOn: string
  readonly accountId: string
  readonly at: Date
}

/** Enters evidence; its id. */
export async function insertEvidence(tx: Tx, problemId: string, evidence: NewEvidence): Promise<string> {
  const id = newId()
  const { measureId, hash, name, kind, datedOn, accountId, at } = evidence
  await tx
    .insertInto('evidence')
    .values({
      id,
      problem_id: problemId,
      measure_id: measureId,
      file_hash: hash,
      name,
      kind,
      dated_on: datedOn,
      account_id: accountId,
      at,
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
    .select(['evidence.file_hash as hash', 'evidence.name', 'problem.number as problemNumber'])
    .where('evidence.file_hash', 'in', hashes)
    .orderBy('problem.number')
    .limit(MOST_USES)
    .execute()
}
