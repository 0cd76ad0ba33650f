import type { Evidence, EvidenceKind, Extension, Measure, Progress } from '@duizhao/contract'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

export type MeasureRow = Measure

export async function measuresOf(db: Database | Tx, problemId: string): Promise<Measure[]> {
  return db
    .selectFrom('measure')
    .select(['id', 'text', 'responsible', 'due_on as dueOn', 'funding', 'contingency', 'done_on as doneOn'])
    .where('problem_id', '=', problemId)
    .orderBy('position')
    .orderBy('id')
    .execute()
}

/** Progress, the newest first. */
export async function progressOf(db: Database | Tx, problemId: string): Promise<Progress[]> {
  const rows = await db
    .selectFrom('progress')
    .leftJoin('account', 'account.id', 'progress.account_id')
    .leftJoin('person', 'person.id', 'account.person_id')
    .select(['progress.id', 'progress.dated_on as on', 'progress.text', 'person.name as by', 'progress.at'])
    .where('problem_id', '=', problemId)
    .orderBy('dated_on', 'desc')
    .orderBy('progress.id', 'desc')
    .limit(500)
    .execute()
  return rows.map(({ by, at, ...rest }) => ({ ...rest, by: by ?? '导入', at: at.toISOString() }))
}

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
  return rows.map(({ by, at, kind, ...rest }) => ({
    ...rest,
    kind: kind as EvidenceKind,
    by: by ?? '导入',
    at: at.toISOString(),
  }))
}

export async function evidenceById(db: Database | Tx, id: string) {
  return evidences(db).where('evidence.id', '=', id).executeTakeFirst()
}

export async function extensionsOf(db: Database | Tx, problemId: string): Promise<Extension[]> {
  const rows = await db
    .selectFrom('extension')
    .innerJoin('account as asker', 'asker.id', 'extension.requested_by')
    .innerJoin('person as asking', 'asking.id', 'asker.person_id')
    .leftJoin('account as decider', 'decider.id', 'extension.decided_by')
    .leftJoin('person as deciding', 'deciding.id', 'decider.person_id')
    .select([
      'extension.id',
      'extension.until',
      'extension.reason',
      'extension.requested_at as at',
      'extension.is_granted as isGranted',
      'extension.decision_reason as decisionReason',
      'extension.decided_at as decidedAt',
      'asking.name as by',
      'deciding.name as decidedBy',
    ])
    .where('extension.problem_id', '=', problemId)
    .orderBy('extension.requested_at')
    .execute()
  return rows.map(({ at, isGranted, decisionReason, decidedAt, decidedBy, ...rest }) => ({
    ...rest,
    at: at.toISOString(),
    decision:
      decidedAt === null || isGranted === null
        ? null
        : { isGranted, reason: decisionReason, by: decidedBy ?? '', at: decidedAt.toISOString() },
  }))
}
