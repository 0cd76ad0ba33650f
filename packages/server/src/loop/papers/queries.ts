import { type Page, type Paper, type PaperKind, type PaperState, personalPaperKinds } from '@duizhao/contract'
import { type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import { columnsOf, levelColumn, may, type OrganisationPath, pathOf, visible } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { DB } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** A paper with what its use cases need besides. */
export interface PaperRow extends Omit<Paper, 'changedAt'> {
  readonly path: OrganisationPath
  readonly accountId: string
  readonly allVersions: number
  readonly shownVersions: number
  readonly seen: Reach
  readonly changedAt: Date
}

/** How much of a paper one may see: versions from one to another, and whether only what was decided of it in the end. */
export interface Reach {
  readonly from: number
  readonly upTo: number
  readonly isOutcome: boolean
}

/** True if a version is among those one may see. */
export function isWithin({ from, upTo }: Reach, ordinal: number): boolean {
  return from <= ordinal && ordinal <= upTo
}

/** Papers that the actor may see; null: whoever asks may. */
function papers(db: Database | Tx, actor: Actor | null) {
  const some = db.selectFrom('paper')
  return (actor === null ? some : some.where((builder) => seen(builder, actor)))
    .innerJoin('organisation', 'organisation.id', 'paper.organisation_id')
    .innerJoin('account', 'account.id', 'paper.created_by')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['paper.id', 'paper.kind', 'paper.title', 'paper.number', 'paper.subject', 'paper.state'])
    .select(['paper.created_by as accountId', 'paper.versions as allVersions', 'paper.shown_versions as shownVersions'])
    .select(['paper.issued_on as issuedOn', 'paper.changed_at as changedAt', 'paper.version'])
    .select(['paper.a1', 'paper.a2', 'paper.a3', 'paper.a4', 'paper.a5', 'paper.a6', 'paper.a7', 'paper.a8'])
    .select(['organisation.id as organisationId', 'organisation.name as organisationName'])
    .select(['person.id as personId', 'person.name as personName'])
}

type Selected = Awaited<ReturnType<ReturnType<typeof papers>['execute']>>[number]

function toRow(row: Selected, actor: Actor | null): PaperRow {
  const { id, title, number, subject, accountId, allVersions, shownVersions, issuedOn, changedAt, version } = row
  const path = pathOf(row)
  const seen = actor === null ? { from: 1, upTo: allVersions, isOutcome: false } : reachOf(actor, row, path)
  return {
    ...{ id, title, number, subject, accountId, allVersions, shownVersions, seen, issuedOn, changedAt, version, path },
    kind: row.kind as PaperKind,
    state: row.state as PaperState,
    versions: seen.upTo - seen.from + 1,
    organisation: { id: row.organisationId, name: row.organisationName },
    author: { id: row.personId, name: row.personName },
  }
}

/**
 * The author sees all; who reviews, what was handed in; the others what was approved, not what it was before nor what was
 * said of that.
 */
function reachOf(
  actor: Actor,
  { accountId, allVersions, shownVersions }: Pick<Selected, 'accountId' | 'allVersions' | 'shownVersions'>,
  path: OrganisationPath,
): Reach {
  if (accountId === actor.accountId) return { from: 1, upTo: allVersions, isOutcome: false }
  if (may(actor, 'paper.review', path)) return { from: 1, upTo: shownVersions, isOutcome: false }
  return { from: shownVersions, upTo: shownVersions, isOutcome: true }
}

/**
 * The papers one may see: one's own; with the right to review, what was ever handed in for review and not taken back; with
 * the right to read, what was approved or issued and is not about one person.
 */
function seen(builder: ExpressionBuilder<DB, 'paper'>, actor: Actor): Expression<SqlBool> {
  const { or, and, eb } = builder
  return or([
    eb('paper.created_by', '=', actor.accountId),
    and([
      or([
        eb('paper.state', 'in', ['submitted', 'returned', 'approved', 'issued']),
        and([eb('paper.state', '=', 'void'), eb('paper.shown_versions', '>', 0)]),
      ]),
      visible(builder, 'paper', { actor, permission: 'paper.review' }),
    ]),
    and([
      or([
        eb('paper.state', 'in', ['approved', 'issued']),
        and([eb('paper.state', '=', 'void'), eb('paper.issued_on', 'is not', null)]),
      ]),
      eb('paper.kind', 'not in', [...personalPaperKinds]),
      visible(builder, 'paper', { actor, permission: 'paper.read' }),
    ]),
  ])
}

export interface PaperQuery {
  readonly organisation: { readonly id: string; readonly level: number }
  readonly kind?: PaperKind | undefined
  readonly state?: PaperState | undefined
  readonly mine: boolean
  readonly below: boolean
  readonly after?: string | undefined
  readonly limit: number
}

/** The papers of an organisation that the actor may see, the latest drafted first. */
export async function papersPage(
  db: Database,
  actor: Actor,
  { organisation, kind, state, mine, below, ...paging }: PaperQuery,
): Promise<Page<Paper>> {
  const column = below ? (`paper.${levelColumn(organisation.level)}` as const) : 'paper.organisation_id'
  let query = papers(db, actor).where(column, '=', organisation.id)
  if (kind !== undefined) query = query.where('paper.kind', '=', kind)
  if (state !== undefined) query = query.where('paper.state', '=', state)
  if (mine) query = query.where('paper.created_by', '=', actor.accountId)
  const { items, next } = await page(query, [{ column: 'paper.id', property: 'id' }], { ...paging, descending: true })
  return { items: items.map((row) => paperOf(toRow(row, actor))), next }
}

/** A paper as it is shown. */
export function paperOf(row: PaperRow): Paper {
  const { path: _, accountId: __, allVersions: ___, shownVersions: ____, seen: _____, changedAt, ...paper } = row
  return { ...paper, changedAt: changedAt.toISOString() }
}

/** A paper if the actor may see it. */
export async function seenPaper(db: Database | Tx, actor: Actor, id: string): Promise<PaperRow | undefined> {
  const row = await papers(db, actor).where('paper.id', '=', id).executeTakeFirst()
  return row && toRow(row, actor)
}

/** Those of some papers that the actor may see. */
export async function seenPapers(
  db: Database | Tx,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PaperRow>> {
  if (ids.length === 0) return new Map()
  const rows = await papers(db, actor).where('paper.id', 'in', ids).execute()
  return new Map(rows.map((row) => [row.id, toRow(row, actor)]))
}

/** The papers of an organisation by some titles that the actor may see and that may still get a version, the last first. */
export async function changeablePapers(
  db: Database | Tx,
  actor: Actor,
  { organisationId, titles }: { readonly organisationId: string; readonly titles: readonly string[] },
): Promise<PaperRow[]> {
  if (titles.length === 0) return []
  const rows = await papers(db, actor)
    .where('paper.organisation_id', '=', organisationId)
    .where('paper.title', 'in', titles)
    .where('paper.state', 'in', ['draft', 'returned'])
    .orderBy('paper.id', 'desc')
    .limit(MOST_CHANGEABLE)
    .execute()
  return rows.map((row) => toRow(row, actor))
}

const MOST_CHANGEABLE = 1_000

/** A paper that was just written, with all of it. */
export async function writtenPaper(tx: Tx, id: string): Promise<PaperRow> {
  const row = await papers(tx, null).where('paper.id', '=', id).executeTakeFirstOrThrow()
  return toRow(row, null)
}

/** Papers that are in the search as none of some kinds. */
export async function papersNotFound(tx: Tx, kinds: readonly string[], limit: number): Promise<PaperRow[]> {
  const rows = await papers(tx, null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('search_entry')
            .select('search_entry.id')
            .where('search_entry.kind', 'in', kinds)
            .whereRef('search_entry.id', '=', 'paper.id'),
        ),
      ),
    )
    .limit(limit)
    .execute()
  return rows.map((row) => toRow(row, null))
}

/** Holds a paper until the transaction ends, then reads it as `seenPaper`. */
export async function seenPaperForUpdate(tx: Tx, actor: Actor, id: string): Promise<PaperRow | undefined> {
  await tx.selectFrom('paper').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return seenPaper(tx, actor, id)
}

export interface NewPaper {
  readonly id: string
  readonly organisation: { readonly id: string; readonly path: OrganisationPath }
  readonly kind: PaperKind
  readonly title: string
  readonly state: PaperState
  readonly accountId: string
  readonly at: Date
}

export async function insertPaper(
  tx: Tx,
  { id, organisation, kind, title, state, accountId, at }: NewPaper,
): Promise<void> {
  await tx
    .insertInto('paper')
    .values({
      ...{ id, kind, title, state, created_by: accountId, changed_at: at },
      organisation_id: organisation.id,
      ...columnsOf(organisation.path),
    })
    .execute()
}

/** What an action may write into a paper besides its state. */
export type PaperChange = Partial<{
  readonly kind: PaperKind
  readonly title: string
  readonly subject: string
  readonly number: string
  readonly issued_on: string
  readonly shown_versions: number
}>

export async function updatePaper(
  tx: Tx,
  id: string,
  change: PaperChange & { readonly state: PaperState; readonly changed_at: Date },
): Promise<void> {
  await tx
    .updateTable('paper')
    .set((builder) => ({ ...change, version: builder('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

const MOST_TASKS = 50

/** Papers that wait for the actor's review. */
export async function papersToReview(db: Database, actor: Actor) {
  return db
    .selectFrom('paper')
    .innerJoin('organisation', 'organisation.id', 'paper.organisation_id')
    .select(['paper.id', 'paper.title', 'organisation.name as organisationName'])
    .where('paper.state', '=', 'submitted')
    .where('paper.created_by', '<>', actor.accountId)
    .where((builder) => visible(builder, 'paper', { actor, permission: 'paper.review' }))
    .orderBy('paper.id')
    .limit(MOST_TASKS)
    .execute()
}

/** The actor's own papers that were returned. */
export async function returnedPapers(db: Database, actor: Actor) {
  return db
    .selectFrom('paper')
    .innerJoin('organisation', 'organisation.id', 'paper.organisation_id')
    .select(['paper.id', 'paper.title', 'organisation.name as organisationName'])
    .where('paper.state', '=', 'returned')
    .where('paper.created_by', '=', actor.accountId)
    .orderBy('paper.id')
    .limit(MOST_TASKS)
    .execute()
}

export async function hasPapers(tx: Tx, organisationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('paper')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The papers a body issued in some days that still stand, the earliest first. */
export async function issuedPapers(
  db: Database,
  organisationId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<{ readonly id: string; readonly day: string | null; readonly label: string }[]> {
  return db
    .selectFrom('paper')
    .select(['id', 'issued_on as day', 'title as label'])
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'issued')
    .where('issued_on', '>=', from)
    .where('issued_on', '<=', to)
    .orderBy('issued_on')
    .orderBy('id')
    .execute()
}
