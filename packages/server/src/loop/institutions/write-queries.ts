import type { InstitutionChange, InstitutionLook, InstitutionSource, LookResult } from '@duizhao/contract'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { seenProblems } from '../ledger/index.ts'

export interface InstitutionFields {
  readonly change: InstitutionChange
  readonly effectiveOn: string
  readonly replacesId: string | null
  readonly responsibleId: string
}

const columnsOf = ({ change, effectiveOn, replacesId, responsibleId }: InstitutionFields) => ({
  ...{ change, effective_on: effectiveOn, replaces_id: replacesId, responsible_id: responsibleId },
})

export async function insertInstitution(
  tx: Tx,
  paperId: string,
  fields: InstitutionFields,
  { on, accountId }: { readonly on: string; readonly accountId: string },
): Promise<void> {
  const values = { ...columnsOf(fields), paper_id: paperId, registered_on: on, created_by: accountId }
  await tx.insertInto('institution').values(values).execute()
}

export async function updateInstitution(tx: Tx, paperId: string, fields: InstitutionFields): Promise<void> {
  await tx
    .updateTable('institution')
    .set((eb) => ({ ...columnsOf(fields), version: eb('version', '+', 1) }))
    .where('paper_id', '=', paperId)
    .execute()
}

/** Enters that it is repealed, or that it is not. */
export async function setRepealed(
  tx: Tx,
  paperId: string,
  repealed: { readonly on: string; readonly reason: string } | null,
): Promise<void> {
  await tx
    .updateTable('institution')
    .set((eb) => ({
      ...{ repealed_on: repealed?.on ?? null, repeal_reason: repealed?.reason ?? '' },
      version: eb('version', '+', 1),
    }))
    .where('paper_id', '=', paperId)
    .execute()
}

/** Takes an institution out of the register; what it came of goes with it. */
export async function deleteInstitution(tx: Tx, paperId: string): Promise<void> {
  await tx.deleteFrom('institution_problem').where('paper_id', '=', paperId).execute()
  await tx.deleteFrom('institution').where('paper_id', '=', paperId).execute()
}

/** Holds papers until the transaction ends: what is an institution, and what it takes the place of. */
export async function holdPapers(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.selectFrom('paper').select('id').where('id', 'in', ids).orderBy('id').forUpdate().execute()
}

export async function wasLookedAt(tx: Tx, paperId: string): Promise<boolean> {
  const look = await tx.selectFrom('institution_look').select('id').where('paper_id', '=', paperId).executeTakeFirst()
  return look !== undefined
}

interface Heir {
  readonly paperId: string
  readonly title: string
  readonly effectiveOn: string
  readonly isVoid: boolean
}

/** The institutions that are said to take the place of one, be they in force yet or not. */
export async function heirsOf(tx: Tx, paperId: string): Promise<Heir[]> {
  const rows = await tx
    .selectFrom('institution')
    .innerJoin('paper', 'paper.id', 'institution.paper_id')
    .select(['paper_id as paperId', 'paper.title', 'effective_on as effectiveOn', 'paper.state'])
    .where('replaces_id', '=', paperId)
    .execute()
  return rows.map(({ state, ...row }) => ({ ...row, isVoid: state === 'void' }))
}

export interface NewLook {
  readonly id: string
  readonly paperId: string
  readonly on: string
  readonly result: LookResult
  readonly text: string
  readonly recordId: string | null
  readonly accountId: string
  readonly byName: string
  readonly at: Date
}

export async function insertLook(tx: Tx, look: NewLook): Promise<void> {
  const { id, result, text, at } = look
  await tx
    .insertInto('institution_look')
    .values({
      ...{ id, result, text, at, paper_id: look.paperId, looked_on: look.on, record_id: look.recordId },
      ...{ account_id: look.accountId, by_name: look.byName },
    })
    .execute()
}

const MOST_LOOKS = 100

/** The looks at an institution, the latest first. */
export async function looksAt(
  db: Database | Tx,
  paperId: string,
): Promise<(Omit<InstitutionLook, 'record'> & { readonly recordId: string | null })[]> {
  const rows = await db
    .selectFrom('institution_look')
    .select(['id', 'looked_on as on', 'result', 'text', 'record_id as recordId', 'by_name as by'])
    .where('paper_id', '=', paperId)
    .orderBy('looked_on', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_LOOKS)
    .execute()
  return rows.map(({ result, ...row }) => ({ ...row, result: result as LookResult }))
}

const MOST_SOURCES = 200

/** The problems an institution came of, of those the actor may see. */
export async function sourcesOf(db: Database | Tx, actor: Actor, paperId: string): Promise<InstitutionSource[]> {
  const rows = await db
    .selectFrom('institution_problem')
    .innerJoin('problem', 'problem.id', 'institution_problem.problem_id')
    .leftJoin('measure', 'measure.id', 'institution_problem.measure_id')
    .select(['problem.id', 'problem.number', 'problem.text', 'measure.text as measure'])
    .where('institution_problem.paper_id', '=', paperId)
    .where((eb) => seenProblems(eb, 'problem', { actor, permission: 'problem.read' }))
    .orderBy('problem.number')
    .limit(MOST_SOURCES)
    .execute()
  return rows.map(({ id, number, text, measure }) => ({ problem: { id, number, text }, measure }))
}

/** Says that an institution came of a problem, by which of its measures. */
export async function putSource(
  tx: Tx,
  source: { readonly paperId: string; readonly problemId: string; readonly measureId: string | null },
  { accountId, at }: { readonly accountId: string; readonly at: Date },
): Promise<void> {
  await tx
    .insertInto('institution_problem')
    .values({
      ...{ paper_id: source.paperId, problem_id: source.problemId, measure_id: source.measureId },
      ...{ account_id: accountId, at },
    })
    .onConflict((conflict) =>
      conflict.columns(['paper_id', 'problem_id']).doUpdateSet({ measure_id: source.measureId }),
    )
    .execute()
}

/** Takes that back; true if it was said. */
export async function dropSource(tx: Tx, paperId: string, problemId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('institution_problem')
    .where('paper_id', '=', paperId)
    .where('problem_id', '=', problemId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
