import type { Notice, NoticeKind, Page } from '@duizhao/contract'
import { levelColumn, type OrganisationPath, pathOf } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import { holdOne } from '../../platform/database/locks.ts'
import { page, type SortKey } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { seenProblems } from '../ledger/index.ts'

function notices(db: Database | Tx) {
  return db
    .selectFrom('notice')
    .innerJoin('problem', 'problem.id', 'notice.problem_id')
    .innerJoin('organisation', 'organisation.id', 'problem.organisation_id')
    .innerJoin('account', 'account.id', 'notice.issued_by')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('account as answerer', 'answerer.id', 'notice.answered_by')
    .leftJoin('person as answering', 'answering.id', 'answerer.person_id')
    .select([
      'notice.id',
      'notice.problem_id as problemId',
      'problem.number as problemNumber',
      'problem.text as problemText',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
      'notice.kind',
      'notice.year',
      'notice.serial',
      'notice.organisation_id as issuerId',
      'notice.text',
      'person.name as issuedBy',
      'notice.issued_on as issuedOn',
      'notice.answer_due_on as answerDueOn',
      'notice.answer',
      'answering.name as answeredBy',
      'notice.answered_on as answeredOn',
    ])
}

type NoticeRow = Awaited<ReturnType<ReturnType<typeof notices>['execute']>>[number]

function toNotice(row: NoticeRow): Notice {
  const { organisationId, organisationName, kind, year, serial, issuerId: _, ...rest } = row
  return {
    ...rest,
    kind,
    number: `督〔${year}〕${serial}号`,
    organisation: { id: organisationId, name: organisationName },
  }
}

export interface NoticeQuery {
  /** With its level, once it is known that the actor may read it; null for all the actor may see. */
  readonly organisation: { readonly id: string; readonly level: number } | null
  /** Of one problem only. */
  readonly problemId: string | null
  readonly isOpen: boolean
  readonly after?: string | undefined
  readonly limit: number
}

/** Notices the actor may see: those without an answer by the date it is due, or all of them, the latest first. */
export async function noticesPage(
  db: Database,
  actor: Actor,
  { organisation, problemId, isOpen, ...paging }: NoticeQuery,
): Promise<Page<Notice>> {
  let wanted = notices(db).where((builder) => seenProblems(builder, 'problem', { actor, permission: 'problem.read' }))
  if (organisation !== null) wanted = wanted.where(`problem.${levelColumn(organisation.level)}`, '=', organisation.id)
  if (problemId !== null) wanted = wanted.where('notice.problem_id', '=', problemId)
  if (isOpen) wanted = wanted.where('notice.answer', 'is', null)
  const { items, next } = await page(wanted, isOpen ? BY_DUE_DATE : problemId === null ? BY_TIME : OF_PROBLEM, {
    ...paging,
    descending: !isOpen,
  })
  return { items: items.map(toNotice), next }
}

// Ids are in order of time: the latest notice has the greatest. Each order is that of an index.
const BY_TIME: readonly SortKey[] = [{ column: 'notice.id', property: 'id' }]
const BY_DUE_DATE: readonly SortKey[] = [{ column: 'notice.answer_due_on', property: 'answerDueOn' }, ...BY_TIME]
const OF_PROBLEM: readonly SortKey[] = [{ column: 'notice.issued_on', property: 'issuedOn' }, ...BY_TIME]

export async function readNotice(db: Database | Tx, id: string): Promise<Notice> {
  return toNotice(await notices(db).where('notice.id', '=', id).executeTakeFirstOrThrow())
}

/** A notice with what its document and its answer need besides. */
export interface HeldNotice extends Notice {
  /** Where its problem lies. */
  readonly path: OrganisationPath
  readonly dueOn: string | null
  readonly leadName: string | null
  readonly handlerName: string | null
  readonly issuerId: string
  readonly issuerName: string
  readonly issuerAccountId: string
}

export async function heldNotice(db: Database | Tx, id: string): Promise<HeldNotice | undefined> {
  const row = await notices(db)
    .innerJoin('organisation as issuer', 'issuer.id', 'notice.organisation_id')
    .leftJoin('person as lead', 'lead.id', 'problem.lead_id')
    .leftJoin('person as handler', 'handler.id', 'problem.handler_id')
    .select(['problem.a1', 'problem.a2', 'problem.a3', 'problem.a4', 'problem.a5', 'problem.a6'])
    .select(['problem.a7', 'problem.a8', 'problem.due_on as dueOn', 'lead.name as leadName'])
    .select(['handler.name as handlerName', 'issuer.name as issuerName', 'notice.issued_by as issuerAccountId'])
    .where('notice.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { dueOn, leadName, handlerName, issuerId, issuerName, issuerAccountId } = row
  const beside = { dueOn, leadName, handlerName, issuerId, issuerName, issuerAccountId }
  return { ...toNotice(row), ...beside, path: pathOf(row) }
}

/** Which kinds of notice a problem has had. */
export async function issuedKinds(tx: Tx, problemId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('notice').select('kind').distinct().where('problem_id', '=', problemId).execute()
  return new Set(rows.map(({ kind }) => kind))
}

export interface NewNotice {
  readonly id: string
  readonly problemId: string
  readonly kind: NoticeKind
  readonly organisationId: string
  readonly text: string
  readonly issuedBy: string
  readonly issuedOn: string
  readonly answerDueOn: string
}

/**
 * Inserts a notice under its organisation's next number of the year, and returns that. Whoever issues at the same time
 * waits for this transaction: no number twice, and none left out by one that failed.
 */
export async function insertNotice(
  tx: Tx,
  notice: NewNotice,
): Promise<{ readonly year: number; readonly serial: number }> {
  const year = Number(notice.issuedOn.slice(0, 4))
  await holdOne(tx, 'notice-number', `${notice.organisationId} ${year}`)
  const { last } = await tx
    .selectFrom('notice')
    .select((builder) => builder.fn.max('serial').as('last'))
    .where('organisation_id', '=', notice.organisationId)
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  const serial = (last ?? 0) + 1
  await tx
    .insertInto('notice')
    .values({
      id: notice.id,
      problem_id: notice.problemId,
      kind: notice.kind,
      year,
      serial,
      organisation_id: notice.organisationId,
      text: notice.text,
      issued_by: notice.issuedBy,
      issued_on: notice.issuedOn,
      answer_due_on: notice.answerDueOn,
    })
    .execute()
  return { year, serial }
}

/** Writes the answer if there is none yet; false if there is. */
export async function enterAnswer(
  tx: Tx,
  id: string,
  given: { readonly answer: string; readonly by: string; readonly on: string },
): Promise<boolean> {
  const updated = await tx
    .updateTable('notice')
    .set({ answer: given.answer, answered_by: given.by, answered_on: given.on })
    .where('id', '=', id)
    .where('answer', 'is', null)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}
