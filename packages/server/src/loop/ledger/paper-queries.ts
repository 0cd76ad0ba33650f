import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** A paper the superior signed, as it is filed. */
export interface NewPaper {
  readonly evidenceId: string
  readonly authority: string
  readonly signedBy: string
  readonly accountId: string
  readonly at: Date
}

export async function insertPaper(tx: Tx, problemId: string, paper: NewPaper): Promise<void> {
  const { evidenceId, authority, signedBy, accountId, at } = paper
  await tx
    .insertInto('paper_verification')
    .values({
      id: newId(),
      problem_id: problemId,
      evidence_id: evidenceId,
      authority,
      signed_by: signedBy,
      filed_by: accountId,
      filed_at: at,
    })
    .execute()
}

/** A paper that waits to be confirmed, with who filed it. */
export interface PendingPaper {
  readonly authority: string
  readonly signedBy: string
  readonly filedBy: string
  readonly evidenceId: string
  readonly datedOn: string
  readonly name: string
  readonly hash: string
  readonly by: string
}

/** The paper that waits to be confirmed; undefined if none does. */
export async function pendingPaperOf(db: Database | Tx, problemId: string): Promise<PendingPaper | undefined> {
  return (
    db
      .selectFrom('paper_verification')
      .innerJoin('evidence', 'evidence.id', 'evidence_id')
      .innerJoin('account', 'account.id', 'filed_by')
      .innerJoin('person', 'person.id', 'account.person_id')
      .select(['paper_verification.authority', 'paper_verification.signed_by as signedBy'])
      .select(['paper_verification.filed_by as filedBy', 'paper_verification.evidence_id as evidenceId'])
      .select(['evidence.dated_on as datedOn', 'evidence.name', 'person.name as by'])
      // What is signed is a file.
      .select(sql<string>`evidence.file_hash`.as('hash'))
      .where('paper_verification.problem_id', '=', problemId)
      .where('paper_verification.decided_at', 'is', null)
      .executeTakeFirst()
  )
}

/** What became of a paper; of one that is accepted, the levels of the approval it stands for. */
export interface PaperDecision {
  readonly isAccepted: boolean
  readonly opinion: string
  readonly accountId: string
  readonly at: Date
  readonly firstLevel: number | null
  readonly levels: number | null
}

/** Decides the paper that waits, if there is one. */
export async function decidePending(tx: Tx, problemId: string, decision: PaperDecision): Promise<void> {
  const { isAccepted, opinion, accountId, at, firstLevel, levels } = decision
  await tx
    .updateTable('paper_verification')
    .set({ is_accepted: isAccepted, opinion, decided_by: accountId, decided_at: at, first_level: firstLevel, levels })
    .where('problem_id', '=', problemId)
    .where('decided_at', 'is', null)
    .execute()
}

/** A request that is taken back or returned ends what was verified for it: none waits, and none stands for a level. */
export async function voidPapers(tx: Tx, problemId: string, by: { readonly accountId: string; readonly at: Date }) {
  const ended = { isAccepted: false, opinion: '申请已撤回或退回', firstLevel: null, levels: null }
  await decidePending(tx, problemId, { ...ended, ...by })
  await tx.updateTable('paper_verification').set({ levels: 0 }).where('problem_id', '=', problemId).execute()
}

/** Somebody here approved after all: the paper that waits, if one does, is not needed. */
export async function dropPending(tx: Tx, problemId: string, by: { readonly accountId: string; readonly at: Date }) {
  const dropped = { isAccepted: false, opinion: '已由能审批的人审批', firstLevel: null, levels: null }
  await decidePending(tx, problemId, { ...dropped, ...by })
}

/** Which superior's paper stands for which levels of the approval under way or done, by level. */
export async function papersByLevel(db: Database | Tx, problemId: string): Promise<ReadonlyMap<number, string>> {
  const rows = await db
    .selectFrom('paper_verification')
    .select(['authority', 'first_level as first', 'levels'])
    .where('problem_id', '=', problemId)
    .where('is_accepted', '=', true)
    .orderBy('filed_at')
    .execute()
  return new Map(
    rows.flatMap(({ authority, first, levels }) =>
      Array.from({ length: levels ?? 0 }, (_, at) => [(first ?? 0) + at, authority] as const),
    ),
  )
}
