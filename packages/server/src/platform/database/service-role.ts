import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { locks } from './locks.ts'

/** The role the service of an embedded database works under; only migrations and commands on the machine own the tables. */
const SERVICE = 'duizhao_service'

/** What the service may do with tables that are more than its own: the log and the histories are written, never changed. */
const NARROW: Readonly<Record<string, string>> = {
  audit_entry: 'select, insert',
  audit_head: 'select, update',
  problem_event: 'select, insert',
  migration: 'select',
}

/** The queue makes and alters its own tables; those of an older installation belong to the owner. */
const OF_QUEUE = `
  select 'table ' || c.oid::regclass as what from pg_class c
    where relnamespace = to_regnamespace('pgboss') and relkind in ('r', 'p') and relowner <> $1::regrole
  union all select 'routine ' || oid::regprocedure from pg_proc
    where pronamespace = to_regnamespace('pgboss') and proowner <> $1::regrole
  union all select 'type ' || oid::regtype from pg_type
    where typnamespace = to_regnamespace('pgboss') and typtype = 'e' and typowner <> $1::regrole
  union all select 'schema pgboss' from pg_namespace where nspname = 'pgboss' and nspowner <> $1::regrole`

/**
 * Gives the service's role what it needs on a migrated database, and no more: no superuser, no owner of the tables, no
 * right to change the log or the history of a problem, to empty them or to disable their triggers. Does so again at every
 * start: tables may have come. Returns the address it connects at, with a password that is new at every start and kept
 * nowhere.
 */
export async function admitService(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'duizhao owner' })
  await client.connect()
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1)', [locks.migrations])
    const password = randomBytes(24).toString('base64url')
    await makeRole(client, password)
    await grant(client)
    await client.query('commit')
    const url = new URL(ownerUrl)
    url.username = SERVICE
    url.password = password
    return url.href
  } finally {
    await client.end()
  }
}

async function makeRole(client: pg.Client, password: string): Promise<void> {
  const { rows } = await client.query(`select from pg_roles where rolname = $1`, [SERVICE])
  const made = rows.length === 0 ? 'create' : 'alter'
  await client.query(`${made} role ${SERVICE} login nosuperuser nocreatedb nocreaterole password '${password}'`)
}

async function grant(client: pg.Client): Promise<void> {
  const { rows: places } = await client.query<{ schema: string; database: string }>(
    'select quote_ident(current_schema()) as schema, quote_ident(current_database()) as database',
  )
  const { schema = '', database = '' } = places[0] ?? {}
  const rights = 'select, insert, update, delete'
  await client.query(`grant create on database ${database} to ${SERVICE}`)
  await client.query(`grant usage on schema ${schema} to ${SERVICE}`)
  await client.query(`grant ${rights} on all tables in schema ${schema} to ${SERVICE}`)
  await client.query(`grant usage, select on all sequences in schema ${schema} to ${SERVICE}`)
  await client.query(`alter default privileges in schema ${schema} grant ${rights} on tables to ${SERVICE}`)
  for (const [table, few] of Object.entries(NARROW)) {
    await client.query(`revoke all on ${schema}.${table} from ${SERVICE}`)
    await client.query(`grant ${few} on ${schema}.${table} to ${SERVICE}`)
  }
  const { rows: queue } = await client.query<{ what: string }>(OF_QUEUE, [SERVICE])
  for (const { what } of queue) await client.query(`alter ${what} owner to ${SERVICE}`)
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
