import { passwordRules } from '@duizhao/contract'
import { sql } from 'kysely'
import type { Actor, ActorGrant } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { deleteFactor } from './second-factor-queries.ts'

/** An account with its person, as far as signing in needs it. */
export interface AccountRow {
  readonly id: string
  readonly login: string
  readonly passwordHash: string
  readonly mustChangePassword: boolean
  readonly passwordChangedAt: Date
  readonly disabledAt: Date | null
  readonly hasSecondFactor: boolean
  readonly personId: string
  readonly personName: string
  readonly position: string
  readonly organisationId: string
  readonly organisationName: string
}

/** Whether signing in asks for a code. */
const HAS_SECOND_FACTOR = sql<boolean>`exists (
  select from second_factor where second_factor.account_id = account.id and second_factor.turned_on_at is not null)`

function accounts(db: Database | Tx) {
  return db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select([
      'account.id',
      'account.login',
      'account.password_hash as passwordHash',
      'account.must_change_password as mustChangePassword',
      'account.password_changed_at as passwordChangedAt',
      'account.disabled_at as disabledAt',
      'person.id as personId',
      'person.name as personName',
      'person.position',
      'organisation.id as organisationId',
      'organisation.name as organisationName',
    ])
    .select(HAS_SECOND_FACTOR.as('hasSecondFactor'))
}

export async function accountByLogin(db: Database | Tx, login: string): Promise<AccountRow | undefined> {
  return accounts(db)
    .where(sql`lower(account.login)`, '=', login.toLowerCase())
    .executeTakeFirst()
}

/** The account of a login, locked until the transaction ends. */
export async function accountForSignIn(tx: Tx, login: string): Promise<AccountRow | undefined> {
  return accounts(tx)
    .where(sql`lower(account.login)`, '=', login.toLowerCase())
    .forUpdate('account')
    .executeTakeFirst()
}

export async function setSignedIn(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('account').set({ last_signed_in_at: now }).where('id', '=', id).execute()
}

/** Keeps a password its owner chose, and forgets the oldest; with the present one, `passwordRules.kept` are known. */
async function keepPrevious(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .insertInto('previous_password')
    .columns(['account_id', 'replaced_at', 'hash'])
    .expression((builder) =>
      builder
        .selectFrom('account')
        .select((own) => ['id', own.val(now).as('replaced_at'), 'password_hash'])
        .where('id', '=', id)
        .where('must_change_password', '=', false),
    )
    .onConflict((on) => on.doNothing())
    .execute()
  const kept = tx
    .selectFrom('previous_password')
    .select('replaced_at')
    .where('account_id', '=', id)
    .orderBy('replaced_at', 'desc')
    .limit(passwordRules.kept - 1)
  await tx.deleteFrom('previous_password').where('account_id', '=', id).where('replaced_at', 'not in', kept).execute()
}

/** The hashes of the passwords an account had before, as many as are kept. */
export async function previousHashes(db: Database, id: string): Promise<string[]> {
  const rows = await db.selectFrom('previous_password').select('hash').where('account_id', '=', id).limit(100).execute()
  return rows.map(({ hash }) => hash)
}

/** Lets all initial passwords that were not changed yet be used as they are, from now on: of a city that is only tried. */
export async function keepInitialPasswords(tx: Tx, now: Date): Promise<void> {
  await tx
    .updateTable('account')
    .set({ password_changed_at: now, must_change_password: false })
    .where('must_change_password', '=', true)
    .execute()
}

export async function setPassword(
  tx: Tx,
  id: string,
  { hash, now, mustChange }: { readonly hash: string; readonly now: Date; readonly mustChange: boolean },
): Promise<void> {
  await keepPrevious(tx, id, now)
  await tx
    .updateTable('account')
    .set({ password_hash: hash, password_changed_at: now, must_change_password: mustChange })
    .where('id', '=', id)
    .execute()
}

export interface NewSession {
  readonly id: string
  readonly tokenHash: Buffer
  readonly accountId: string
  readonly now: Date
  readonly endsAt: Date
  readonly address: string
  readonly device: string
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('session')
    .values({
      id: session.id,
      token_hash: session.tokenHash,
      account_id: session.accountId,
      started_at: session.now,
      last_seen_at: session.now,
      ends_at: session.endsAt,
      address: session.address,
      device: session.device,
    })
    .execute()
}

/** An account's roles that have not been revoked, with where they reach, in the same query as the account. */
const GRANTS = sql<ActorGrant[]>`(
  select coalesce(json_agg(json_build_object('id', held.id, 'role', held.role, 'organisationId', place.id,
    'organisationName', place.name, 'level', place.level) order by place.level, held.granted_at), '[]')
  from role_grant as held join organisation as place on place.id = held.organisation_id
  where held.account_id = account.id and held.revoked_at is null)`

/** An account as it acts: who signs in with it, and their roles. */
export function toActor(account: AccountRow & { readonly grants: readonly ActorGrant[] }): Actor {
  const { id: accountId, login, personId, personName, organisationId, grants } = account
  return { accountId, login, personId, personName, organisationId, grants }
}

/** The same for a login that is known. Throws if nobody has it. */
export async function actorOf(db: Database | Tx, login: string): Promise<Actor> {
  const row = await accounts(db)
    .select(GRANTS.as('grants'))
    .where(sql`lower(account.login)`, '=', login.toLowerCase())
    .executeTakeFirstOrThrow()
  return toActor(row)
}

export interface SessionRow extends AccountRow {
  readonly grants: readonly ActorGrant[]
  readonly sessionId: string
  readonly lastSeenAt: Date
  readonly endsAt: Date
}

export async function sessionByToken(db: Database, tokenHash: Buffer): Promise<SessionRow | undefined> {
  return accounts(db)
    .innerJoin('session', 'session.account_id', 'account.id')
    .select(['session.id as sessionId', 'session.last_seen_at as lastSeenAt', 'session.ends_at as endsAt'])
    .select(GRANTS.as('grants'))
    .where('session.token_hash', '=', tokenHash)
    .executeTakeFirst()
}

export async function touchSession(db: Database, id: string, now: Date): Promise<void> {
  await db.updateTable('session').set({ last_seen_at: now }).where('id', '=', id).execute()
}

export async function deleteSession(db: Database | Tx, id: string): Promise<void> {
  await db.deleteFrom('session').where('id', '=', id).execute()
}

/** Ends the sessions of an account, except one if it is named. */
export async function deleteSessionsOf(tx: Tx, accountId: string, except?: string): Promise<void> {
  let query = tx.deleteFrom('session').where('account_id', '=', accountId)
  if (except !== undefined) query = query.where('id', '!=', except)
  await query.execute()
}

export async function sessionsOf(db: Database, accountId: string) {
  return db
    .selectFrom('session')
    .select(['id', 'started_at as startedAt', 'last_seen_at as lastSeenAt', 'address', 'device'])
    .where('account_id', '=', accountId)
    .orderBy('last_seen_at', 'desc')
    .limit(100)
    .execute()
}

export async function deleteEndedSessions(db: Database, now: Date, idleSince: Date): Promise<void> {
  await db
    .deleteFrom('session')
    .where((where) => where.or([where('ends_at', '<', now), where('last_seen_at', '<', idleSince)]))
    .execute()
}

export async function grantsOf(db: Database | Tx, accountId: string): Promise<ActorGrant[]> {
  const { grants } = await db
    .selectFrom('account')
    .select(GRANTS.as('grants'))
    .where('account.id', '=', accountId)
    .executeTakeFirstOrThrow()
  return grants
}

/** What is kept of an account besides its roles. */
export async function accountFacts(db: Database, accountId: string) {
  return db
    .selectFrom('account')
    .select([
      'login',
      'created_at as createdAt',
      'last_signed_in_at as lastSignedInAt',
      'password_changed_at as passwordChangedAt',
    ])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow()
}

/** What an account nobody will use again was opened by: its second step and the passwords before the present one. */
export async function eraseCredentials(tx: Tx, accountId: string): Promise<void> {
  await deleteFactor(tx, accountId)
  await tx.deleteFrom('previous_password').where('account_id', '=', accountId).execute()
}
