import type { Page } from '@duizhao/contract'
import { sql } from 'kysely'
import { visible } from '../access.ts'
import type { Actor } from '../context.ts'
import type { Database } from '../database/pool.ts'
import { page } from '../database/paging.ts'
import type { Tx } from '../database/transaction.ts'
import { mayOverWhole } from '../whole-queries.ts'
import type { ChainedEntry } from './chained-entry.ts'

export async function lockHead(tx: Tx): Promise<{ number: number; hash: string }> {
  return tx.selectFrom('audit_head').select(['number', 'hash']).forUpdate().executeTakeFirstOrThrow()
}

/** Writes the entry and moves the head of the chain to it, in one statement. */
export async function appendEntry(tx: Tx, entry: ChainedEntry, hash: string): Promise<void> {
  await tx
    .with('moved', (db) => db.updateTable('audit_head').set({ number: entry.number, hash }))
    .insertInto('audit_entry')
    .values({
      number: entry.number,
      at: entry.at,
      action: entry.action,
      account_id: entry.accountId,
      login: entry.login,
      person_name: entry.personName,
      organisation_id: entry.organisationId,
      subject: entry.subject,
      succeeded: entry.succeeded,
      address: entry.address,
      request_id: entry.requestId,
      detail: JSON.stringify(entry.detail),
      previous_hash: entry.previousHash,
      hash,
    })
    .execute()
}

export async function readHead(db: Database | Tx): Promise<{ number: number; hash: string }> {
  return db.selectFrom('audit_head').select(['number', 'hash']).executeTakeFirstOrThrow()
}

/** True if an entry vouches for what was there before acts had names. */
export async function hasCover(tx: Tx, of: string): Promise<boolean> {
  const found = await tx
    .selectFrom('audit_entry')
    .select('number')
    .where('action', '=', 'audit.coverHistory')
    .where(sql<boolean>`detail -> 'history' -> 0 ->> 'of' = ${of}`)
    .executeTakeFirst()
  return found !== undefined
}

export type StoredEntry = ChainedEntry & { readonly hash: string }

/** Entries in order from `from` on, at most `limit`. */
export async function entriesFrom(db: Database | Tx, from: number, limit: number): Promise<StoredEntry[]> {
  const rows = await db
    .selectFrom('audit_entry')
    .selectAll()
    .where('number', '>=', from)
    .orderBy('number')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    at: row.at.toISOString(),
    action: row.action,
    accountId: row.account_id,
    login: row.login,
    personName: row.person_name,
    organisationId: row.organisation_id,
    subject: row.subject,
    succeeded: row.succeeded,
    address: row.address,
    requestId: row.request_id,
    detail: row.detail as Record<string, unknown>,
    previousHash: row.previous_hash,
    hash: row.hash,
  }))
}

export interface AuditFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly action?: string | undefined
  readonly login?: string | undefined
  /** Instants; the range is half-open. */
  readonly from?: Date | undefined
  readonly to?: Date | undefined
  readonly failed?: boolean | undefined
}

export interface AuditRow {
  readonly number: number
  readonly at: Date
  readonly action: string
  readonly login: string | null
  readonly personName: string | null
  readonly subject: string
  readonly organisationId: string | null
  readonly organisationName: string | null
  readonly succeeded: boolean
  readonly address: string
  readonly detail: unknown
  readonly hash: string
}

/**
 * The newest entries first, of those about organisations within the actor's reach; of what is about none, or about one that
 * is no more, only for who reaches the whole.
 */
export async function auditPage(db: Database, actor: Actor, filter: AuditFilter): Promise<Page<AuditRow>> {
  let query = db
    .selectFrom('audit_entry')
    .leftJoin('organisation', 'organisation.id', 'audit_entry.organisation_id')
    .select([
      'audit_entry.number',
      'audit_entry.at',
      'audit_entry.action',
      'audit_entry.login',
      'audit_entry.person_name as personName',
      'audit_entry.subject',
      'audit_entry.organisation_id as organisationId',
      'organisation.name as organisationName',
      'audit_entry.succeeded',
      'audit_entry.address',
      'audit_entry.detail',
      'audit_entry.hash',
    ])
  if (!(await mayOverWhole(db, actor, 'audit.read')))
    query = query.where((builder) => visible(builder, 'organisation', { actor, permission: 'audit.read' }))
  const { action, login, from, to, failed } = filter
  if (action !== undefined) query = query.where('audit_entry.action', '=', action)
  if (login !== undefined && login !== '') query = query.where(sql`lower(audit_entry.login)`, '=', login.toLowerCase())
  if (from !== undefined) query = query.where('audit_entry.at', '>=', from)
  if (to !== undefined) query = query.where('audit_entry.at', '<', to)
  if (failed === true) query = query.where('audit_entry.succeeded', '=', false)
  return page(query, [{ column: 'audit_entry.number', property: 'number' }], { ...filter, descending: true })
}

/** The latest entries of a login. */
export async function latestOf(db: Database, login: string, limit: number) {
  return (
    db
      .selectFrom('audit_entry')
      .select(['at', 'action', 'subject', 'succeeded'])
      // In lower case, as the index has it: by the login as it is, the whole log would be read.
      .where(sql<boolean>`lower(login) = lower(${login})`)
      .orderBy('number', 'desc')
      .limit(limit)
      .execute()
  )
}

/** When the installation was set up, as far as the audit log tells. */
export async function firstEntryAt(db: Database): Promise<Date | null> {
  const row = await db.selectFrom('audit_entry').select('at').orderBy('number').limit(1).executeTakeFirst()
  return row?.at ?? null
}

/** Since when anchors could not be written, counting from the last that was; null if none has failed since. */
export async function anchorsFailSince(db: Database, last: Date): Promise<Date | null> {
  const row = await db
    .selectFrom('audit_entry')
    .select('at')
    .where('action', '=', 'audit.anchor')
    .where('succeeded', '=', false)
    .where('at', '>', last)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Beyond that many nobody counts. */
export const MOST_COUNTED = 1_000

/** How many entries since then tell of what did not succeed, of those the actor may read; one more than counted if more. */
export async function countUnsuccessful(db: Database, actor: Actor, since: Date): Promise<number> {
  let query = db
    .selectFrom('audit_entry')
    .leftJoin('organisation', 'organisation.id', 'audit_entry.organisation_id')
    .select('audit_entry.number')
    .where('audit_entry.succeeded', '=', false)
    .where('audit_entry.at', '>=', since)
    .limit(MOST_COUNTED + 1)
  if (!(await mayOverWhole(db, actor, 'audit.read')))
    query = query.where((builder) => visible(builder, 'organisation', { actor, permission: 'audit.read' }))
  const row = await db
    .selectFrom(query.as('found'))
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** When the log was verified last, and whether it was whole; undefined if it never was. */
export async function lastVerification(db: Database) {
  return db
    .selectFrom('audit_entry')
    .select(['at', 'succeeded'])
    .where('action', '=', 'audit.verify')
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
}
