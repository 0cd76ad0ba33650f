import { randomBytes } from 'node:crypto'
import pg, { escapeIdentifier, escapeLiteral } from 'pg'
import { locks } from './locks.ts'

/** The role the service works under where nobody chose one; only migrations and commands on the machine own the tables. */
const SERVICE = 'duizhao_service'

/** What the service may do with tables that are more than its own: the log and the histories are written, never changed. */
const NARROW: Readonly<Record<string, string>> = {
  audit_entry: 'select, insert',
  audit_head: 'select, update',
  problem_event: 'select, insert',
  migration: 'select',
}

/**
 * The queue makes and alters its own tables; those of an older installation belong to the owner. The schema first: who is
 * given what lies in it has to have a right to it.
 */
const OF_QUEUE = `
  select 'schema pgboss' as what from pg_namespace where nspname = 'pgboss' and nspowner <> $1::regrole
  union all select 'table ' || c.oid::regclass from pg_class c
    where relnamespace = to_regnamespace('pgboss') and relkind in ('r', 'p') and relowner <> $1::regrole
  union all select 'routine ' || oid::regprocedure from pg_proc
    where pronamespace = to_regnamespace('pgboss') and proowner <> $1::regrole
  union all select 'type ' || oid::regtype from pg_type
    where typnamespace = to_regnamespace('pgboss') and typtype = 'e' and typowner <> $1::regrole`

/** What the service empties itself, so that nothing is left of what was deleted. */
const EMPTIED = ['answer']

/** Why a role for the service cannot be had, in a sentence that says what to do. */
export class ServiceRoleFailure extends Error {}

/** The account the service is to work under. */
interface Account {
  readonly role: string
  readonly password: string
}

/**
 * Gives the service's role what it needs on a migrated database, and no more: no superuser, no owner of the tables, no
 * right to change the log or the history of a problem, to empty them or to disable their triggers. Does so again at every
 * start: tables may have come. Returns the address it connects at: `serviceUrl`, whose role is made if there is none and is
 * else left as its administrator made it, or without one that of a role of our own, with a password that is new at every
 * start and kept nowhere. Throws `ServiceRoleFailure` if there is no such role and the owner may not make it.
 */
export async function admitService(ownerUrl: string, serviceUrl?: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'duizhao owner' })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [locks.migrations])
    const url = new URL(serviceUrl ?? ownAddress(ownerUrl))
    const account = { role: decodeURIComponent(url.username), password: decodeURIComponent(url.password) }
    await makeRole(client, account, serviceUrl === undefined)
    await grant(client, account.role)
    await client.query('commit')
    return url.href
  } finally {
    await client.end()
  }
}

function ownAddress(ownerUrl: string): string {
  const url = new URL(ownerUrl)
  url.username = SERVICE
  url.password = randomBytes(24).toString('base64url')
  return url.href
}

const NOT_ALLOWED = '42501'

async function makeRole(client: pg.Client, { role, password }: Account, isOurs: boolean): Promise<void> {
  const { rows } = await client.query(`select from pg_roles where rolname = $1`, [role])
  if (rows.length > 0 && !isOurs) return
  const words = `role ${escapeIdentifier(role)} login nosuperuser nocreatedb nocreaterole password`
  await asOwner(
    client,
    `${rows.length === 0 ? 'create' : 'alter'} ${words} ${escapeLiteral(password)}`,
    `数据库里没有 ${role} 这个账号，DATABASE_OWNER_URL 的用户又没有建账号的权限。请管数据库的人执行：create ${words} '口令'，口令与 DATABASE_URL 里的一致。`,
  )
}

/** Runs what the owner may lack the right to; `otherwise` says what to do then. */
async function asOwner(client: pg.Client, statement: string, otherwise: string): Promise<void> {
  try {
    await client.query(statement)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === NOT_ALLOWED) throw new ServiceRoleFailure(otherwise)
    throw error
  }
}

async function grant(client: pg.Client, name: string): Promise<void> {
  const role = escapeIdentifier(name)
  const { rows: places } = await client.query<{ schema: string; database: string }>(
    'select quote_ident(current_schema()) as schema, quote_ident(current_database()) as database',
  )
  const { schema = '', database = '' } = places[0] ?? {}
  const rights = 'select, insert, update, delete'
  await client.query(`grant create, temporary on database ${database} to ${role}`)
  await client.query(`grant usage on schema ${schema} to ${role}`)
  await client.query(`grant ${rights} on all tables in schema ${schema} to ${role}`)
  await client.query(`grant usage, select on all sequences in schema ${schema} to ${role}`)
  await client.query(`alter default privileges in schema ${schema} grant ${rights} on tables to ${role}`)
  for (const [table, few] of Object.entries(NARROW)) {
    await client.query(`revoke all on ${schema}.${table} from ${role}`)
    await client.query(`grant ${few} on ${schema}.${table} to ${role}`)
  }
  for (const table of EMPTIED) await client.query(`grant truncate on ${schema}.${table} to ${role}`)
  const { rows: queue } = await client.query<{ what: string }>(OF_QUEUE, [role])
  if (queue.length === 0) return
  // Who is no superuser gives things only to roles that he could be himself.
  const given = `grant ${role} to current_user`
  await asOwner(
    client,
    given,
    `后台任务的表要交给 ${name}，DATABASE_OWNER_URL 的用户没有这个权限。请管数据库的人执行：${given}（current_user 换成那个用户）。`,
  )
  for (const { what } of queue) await client.query(`alter ${what} owner to ${role}`)
}

/** Why whoever connects there could change the audit log, in words; null if they could not. */
export async function excessOf(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ superuser: boolean; owner: boolean; changes: boolean }>(
      `select (select rolsuper from pg_roles where rolname = current_user) as superuser,
        (select pg_has_role(relowner, 'member') from pg_class where oid = 'audit_entry'::regclass) as owner,
        has_table_privilege('audit_entry', 'update, delete, truncate') as changes`,
    )
    const [found] = rows
    if (found?.superuser === true) return '是超级用户'
    if (found?.owner === true) return '是这些表的所有者'
    return found?.changes === true ? '有修改、删除审计日志的权限' : null
  } finally {
    await client.end()
  }
}
