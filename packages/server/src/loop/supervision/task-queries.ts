import { askedStates, carries, closedStates, underwayStates } from '@duizhao/contract'
import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { levelColumn } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import { problemRow, type ProblemRow, seenProblems } from '../ledger/index.ts'
import { hasProgressSince } from './reminder-queries.ts'

/** A problem as a task names it. */
export interface TaskProblem {
  readonly id: string
  readonly number: number
  readonly text: string
  readonly dueOn: string | null
  readonly organisationName: string
}

interface Asked {
  readonly actor: Actor
  readonly today: string
  readonly limit: number
}

function problems(db: Database) {
  return db
    .selectFrom('problem')
    .innerJoin('organisation', 'organisation.id', 'problem.organisation_id')
    .select(['problem.id', 'problem.number', 'problem.text', 'problem.due_on as dueOn'])
    .select('organisation.name as organisationName')
}

/** Led or handled by the actor, or of a unit the actor is the liaison of. */
const isMine =
  ({ personId, grants }: Actor) =>
  <DB, TB extends keyof DB>(builder: ExpressionBuilder<DB, TB>): Expression<SqlBool> =>
    builder.or([
      sql<SqlBool>`problem.lead_id = ${personId}`,
      sql<SqlBool>`problem.handler_id = ${personId}`,
      ...grants
        .filter(({ role }) => role === 'handler')
        .map(
          ({ organisationId, level }) => sql<SqlBool>`${sql.ref(`problem.${levelColumn(level)}`)} = ${organisationId}`,
        ),
    ])

/** The actor's problems to report on: due until a day, overdue, or sustained and not reported on this quarter. */
export function ownProblems(
  db: Database,
  { actor, today, limit, until, quarterStart }: Asked & { readonly until: string; readonly quarterStart: string },
) {
  return problems(db)
    .select(sql<boolean>`coalesce(problem.due_on < ${today}::date, false)`.as('isOverdue'))
    .where(isMine(actor))
    .where((builder) => seenProblems(builder, 'problem', { actor, permission: 'problem.read' }))
    .where('problem.is_open', '=', true)
    .where('problem.state', 'in', underwayStates)
    .where((builder) =>
      builder.or([
        builder('problem.due_order', '<=', until),
        builder.and([builder('problem.class', '=', 'sustained'), builder.not(hasProgressSince(quarterStart))]),
      ]),
    )
    .orderBy('problem.due_order')
    .orderBy('problem.id')
    .limit(limit)
    .execute()
}

/** Notices without an answer about the actor's problems: those one issued oneself only where one leads or handles it. */
export function noticesToAnswer(db: Database, { actor, limit }: Asked) {
  return problems(db)
    .innerJoin('notice', 'notice.problem_id', 'problem.id')
    .select(['notice.id as noticeId', 'notice.year', 'notice.serial', 'notice.answer_due_on as answerDueOn'])
    .where('notice.answer', 'is', null)
    .where(isMine(actor))
    .where((builder) =>
      builder.or([
        builder('notice.issued_by', '!=', actor.accountId),
        builder('problem.lead_id', '=', actor.personId),
        builder('problem.handler_id', '=', actor.personId),
      ]),
    )
    .where((builder) => seenProblems(builder, 'problem', { actor, permission: 'problem.report' }))
    .where('problem.is_open', '=', true)
    .where('problem.state', '!=', 'registered')
    .orderBy('notice.answer_due_on')
    .orderBy('notice.id')
    .limit(limit)
    .execute()
}

/** Extensions others have asked for, where the actor decides. */
export function pendingExtensions(db: Database, { actor, limit }: Asked) {
  return problems(db)
    .innerJoin('extension', 'extension.problem_id', 'problem.id')
    .innerJoin('account', 'account.id', 'extension.requested_by')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['extension.until', 'person.name as byName'])
    .where('extension.decided_at', 'is', null)
    .where('extension.requested_by', '!=', actor.accountId)
    .where('problem.state', 'in', underwayStates)
    .where((builder) => seenProblems(builder, 'problem', { actor, permission: 'problem.write' }))
    .orderBy('problem.due_order')
    .orderBy('problem.id')
    .limit(limit)
    .execute()
}

/** Problems nobody answers for yet. */
export function unassignedProblems(db: Database, { actor, limit }: Asked) {
  return problems(db)
    .where('problem.is_open', '=', true)
    .where('problem.state', '=', 'registered')
    .where((builder) => seenProblems(builder, 'problem', { actor, permission: 'problem.write' }))
    .orderBy('problem.due_order')
    .orderBy('problem.id')
    .limit(limit)
    .execute()
}

/** Problems over their deadline in the ledgers the actor keeps, that others answer for. */
export function overdueOfOthers(db: Database, { actor, today, limit }: Asked) {
  const kept = actor.grants
    .filter(({ role }) => carries(role, 'problem.write'))
    .map(({ organisationId }) => organisationId)
  return problems(db)
    .leftJoin('person', (on) => on.on(sql<SqlBool>`person.id = coalesce(problem.handler_id, problem.lead_id)`))
    .select('person.name as answering')
    .where('problem.organisation_id', '=', sql<string>`any(${kept}::uuid[])`)
    .where('problem.is_open', '=', true)
    .where('problem.state', 'in', underwayStates)
    .where('problem.due_order', '<', today)
    .where((builder) => seenProblems(builder, 'problem', { actor, permission: 'problem.write' }))
    .where((builder) => sql<SqlBool>`(${isMine(actor)(builder)}) is not true`)
    .orderBy('problem.due_order')
    .orderBy('problem.id')
    .limit(limit)
    .execute()
}

/** One problem of every import that brought some as struck off, which the actor may be the one to confirm. */
export function claimedProblems(db: Database, { actor, limit }: Asked) {
  return problems(db)
    .distinctOn('problem.import_id')
    .where('problem.state', '=', 'closure_claimed')
    .where(
      sql<boolean>`not exists (select from problem_hand where problem_id = problem.id and person_id = ${actor.personId})`,
    )
    .where((builder) => seenProblems(builder, 'problem', { actor, permission: 'problem.approve' }))
    .orderBy('problem.import_id')
    .orderBy('problem.id')
    .limit(limit)
    .execute()
}

/** Papers of a superior that wait to be confirmed by another than who filed them; who in fact may is for the policy. */
export async function papersToConfirm(db: Database, { actor, limit }: Pick<Asked, 'actor' | 'limit'>) {
  const rows = await db
    .selectFrom('problem')
    .innerJoin('organisation', 'organisation.id', 'problem.organisation_id')
    .innerJoin('paper_verification', 'paper_verification.problem_id', 'problem.id')
    .selectAll('problem')
    .select(['organisation.name as organisationName', 'paper_verification.authority'])
    .select('paper_verification.filed_by as filedBy')
    .where('paper_verification.decided_at', 'is', null)
    .where('paper_verification.filed_by', '<>', actor.accountId)
    .where('problem.state', 'in', askedStates)
    .where((builder) => seenProblems(builder, 'problem', { actor, permission: 'problem.approve' }))
    .orderBy('problem.due_order')
    .orderBy('problem.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    problem: problemRow(row),
    organisationName: row.organisationName,
    authority: row.authority,
    paper: { filedBy: row.filedBy },
  }))
}

/** Problems struck off whose look-back is due. */
export function dueLookBacks(db: Database, { actor, today, limit }: Asked) {
  return problems(db)
    .select('problem.look_back_on as lookBackOn')
    .where('problem.state', 'in', closedStates)
    .where('problem.proved_on', 'is', null)
    .where('problem.look_back_on', '<=', today)
    .where((builder) => seenProblems(builder, 'problem', { actor, permission: 'problem.lookBack' }))
    .orderBy('problem.look_back_on')
    .orderBy('problem.id')
    .limit(limit)
    .execute()
}

/** A request to strike off, with what the policy asks about it. */
export interface AskedProblem {
  readonly problem: ProblemRow
  readonly organisationName: string
}

/**
 * Requests to strike off that have come to a level of the chain which falls to one of the actor's roles. Narrowed here so
 * that a page is enough; who may in fact approve is for the policy.
 */
export async function askedProblems(
  db: Database,
  { actor, limit }: { readonly actor: Actor; readonly limit: number },
): Promise<AskedProblem[]> {
  const steps = stepsOf(actor)
  if (steps.length === 0) return []
  const rows = await db
    .selectFrom('problem')
    .innerJoin('organisation', 'organisation.id', 'problem.organisation_id')
    .selectAll('problem')
    .select('organisation.name as organisationName')
    .where('problem.is_open', '=', true)
    .where('problem.state', 'in', askedStates)
    .where(
      sql<boolean>`not exists (select from problem_hand where problem_id = problem.id and person_id = ${actor.personId})`,
    )
    .where(sql<boolean>`not (${actor.accountId} = any (problem.approver_ids))`)
    .where((builder) => builder.or(steps))
    .orderBy('problem.due_order')
    .orderBy('problem.id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    problem: problemRow(row),
    organisationName: row.organisationName,
  }))
}

/**
 * Where each of the actor's grants approves: in its subtree, or only below it, at the level the request has come to; above
 * the problem's own organisation also where nobody else is left.
 */
function stepsOf({ grants }: Actor): Expression<SqlBool>[] {
  const step = sql`problem.chain -> problem.approvals`
  return grants
    .filter(({ role }) => carries(role, 'problem.approve'))
    .map(({ role, level, organisationId }) => {
      const lies = sql`${sql.ref(`problem.${levelColumn(level)}`)} = ${organisationId}`
      const isBelow = sql`(problem.organisation_id <> ${organisationId} or problem.a2 is null)`
      const asks = sql`(${step}) @> ${JSON.stringify({ role })}::jsonb`
      const isOwn = sql`(${step}) @> '{"isSuperior": false}'::jsonb`
      return sql<SqlBool>`(${lies} and (${asks} and (${isOwn} or ${isBelow}) or ${isBelow} and not exists (
        select from role_grant join account on account.id = account_id
        where role = ${step} ->> 'role'
          and role_grant.organisation_id in (problem.a1, problem.a2, problem.a3, problem.a4,
            problem.a5, problem.a6, problem.a7, problem.a8)
          and (${isOwn} or role_grant.organisation_id <> problem.organisation_id or problem.a2 is null)
          and revoked_at is null and disabled_at is null and not (account.id = any (problem.approver_ids))
          and not exists (
            select from problem_hand where problem_id = problem.id and problem_hand.person_id = account.person_id))))`
    })
}
