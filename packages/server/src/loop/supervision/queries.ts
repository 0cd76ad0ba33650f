import type { Notice, NoticeKind, Page } from '@duizhao/contract'
import { sql } from 'kysely'
import { levelColumn, type OrganisationPath, pathOf, visible } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import { holdOne } from '../../platform/database/locks.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { notices, toNotice } from '../ledger/index.ts'

export interface NoticeQuery {
  /** With its level, once it is known that the actor may read it; null for all the actor may see. */
  readonly organisation: { readonly id: string; readonly level: number } | null
  readonly isOpen: boolean
  readonly after?: string | undefined
  readonly limit: number
}

/** Notices the actor may see: those without an answer by the date it is due, or all of them, the latest first. */
export async function noticesPage(
  db: Database,
  actor: Actor,
  { organisation, isOpen, ...paging }: NoticeQuery,
): Promise<Page<Notice>> {
  let wanted = notices(db).where((builder) => visible(builder, 'problem', { actor, permission: 'problem.read' }))
  if (organisation !== null) wanted = wanted.where(`problem.${levelColumn(organisation.level)}`, '=', organisation.id)
  if (isOpen) wanted = wanted.where('notice.answer', 'is', null)
  const byDate = [{ column: 'notice.answer_due_on', property: 'answerDueOn' }]
  // Ids are in order of time: the latest notice has the greatest.
  const keys = [...(isOpen ? byDate : []), { column: 'notice.id', property: 'id' }]
  const { items, next } = await page(wanted, keys, { ...paging, descending: !isOpen })
  return { items: items.map(toNotice), next }
}

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

export interface NoticeTemplate {
  readonly hash: string
  readonly name: string
}

/** The template of an organisation, or of the nearest above it that has one. */
export async function templateFor(db: Database | Tx, organisationId: string): Promise<NoticeTemplate | undefined> {
  const above = sql<boolean>`owner.id in (issuer.a1, issuer.a2, issuer.a3, issuer.a4, issuer.a5, issuer.a6, issuer.a7, issuer.a8)`
  return db
    .selectFrom('organisation as issuer')
    .innerJoin('organisation as owner', (join) => join.on(above))
    .innerJoin('notice_template', 'notice_template.organisation_id', 'owner.id')
    .select(['notice_template.file_hash as hash', 'notice_template.name'])
    .where('issuer.id', '=', organisationId)
    .orderBy('owner.level', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function writeTemplate(tx: Tx, organisationId: string, { hash, name }: NoticeTemplate): Promise<void> {
  await tx
    .insertInto('notice_template')
    .values({ organisation_id: organisationId, file_hash: hash, name })
    .onConflict((on) => on.column('organisation_id').doUpdateSet({ file_hash: hash, name }))
    .execute()
}
