import { mkdtempSync, rmSync } from 'node:fs'
import { chmod } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig, startServer } from '@duizhao/server'

interface Table {
  readonly oid: number
  readonly name: string
  readonly meaning: string
}

interface Column {
  readonly table_oid: number
  readonly name: string
  readonly type: string
  readonly is_required: boolean
  readonly usual: string | null
  readonly target: string | null
  readonly meaning: string
}

interface Rule {
  readonly table_oid: number
  readonly definition: string
}

/** A source of rows: the part of a pool of connections that is needed here. */
interface Source {
  query<R extends object>(text: string): Promise<{ rows: R[] }>
}

const TABLES = `
  select oid::int, relname as name, coalesce(obj_description(oid, 'pg_class'), '') as meaning
  from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by oid`

const COLUMNS = `
  select attrelid::int as table_oid, attname as name, format_type(atttypid, atttypmod) as type, attnotnull as is_required,
    pg_get_expr(adbin, adrelid) as usual, coalesce(col_description(attrelid, attnum), '') as meaning,
    (select confrelid::regclass::text from pg_constraint
      where contype = 'f' and conrelid = attrelid and conkey = array[attnum] limit 1) as target
  from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
  where attrelid in (select oid from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace)
    and attnum > 0 and not attisdropped
  order by attrelid, attnum`

const RULES = `
  select conrelid::int as table_oid, pg_get_constraintdef(oid, true) as definition
  from pg_constraint
  where connamespace = 'public'::regnamespace and (contype in ('p', 'u', 'c') or (contype = 'f' and cardinality(conkey) > 1))
  order by conrelid, array_position(array['p', 'u', 'f', 'c'], contype::text), conname`

const INDEXES = `
  select indrelid::int as table_oid, pg_get_indexdef(indexrelid) as definition
  from pg_index join pg_class on pg_class.oid = indrelid
  where relnamespace = 'public'::regnamespace
    and not exists (select from pg_constraint where conindid = indexrelid and contype in ('p', 'u'))
  order by indrelid, indexrelid`

/** docs/database.md: the tables of a database that this program has just made. */
export async function databasePage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-docs-'))
  // The account PostgreSQL runs under has to get through.
  await chmod(folder, 0o755)
  let page = ''
  const config = readConfig({ DUIZHAO_DATA: folder, DUIZHAO_PORT: '0', DUIZHAO_LOG: 'silent' })
  const prepare = async ({ pool }: { readonly pool: Source }): Promise<void> => void (page = await describe(pool))
  try {
    const server = await startServer(config, { version: '', prepare })
    await server.stop()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return page
}

async function describe(source: Source): Promise<string> {
  const { rows: tables } = await source.query<Table>(TABLES)
  const { rows: columns } = await source.query<Column>(COLUMNS)
  const { rows: rules } = await source.query<Rule>(RULES)
  const { rows: indexes } = await source.query<Rule>(INDEXES)
  const sections = tables.flatMap(({ oid, name, meaning }) => [
    `## ${name}`,
    '',
    ...(meaning === '' ? [] : [`${meaning}。`, '']),
    '| 列 | 类型 | 可空 | 缺省 | 指向 | 说明 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...columns.filter(({ table_oid }) => table_oid === oid).map(columnRow),
    '',
    ...listed(rules, oid, ({ definition }) => definition),
    ...listed(indexes, oid, ({ definition }) => definition.replace(/ ON public\.\w+ USING/, ' USING')),
  ])
  const head = [
    '# 数据库',
    '',
    '由 `npm run docs` 从刚建好的数据库生成；建库的语句在 `packages/server/src/platform/database/migrations`，说明写在那里的 comment 里。',
    '后台任务的表在另一个模式 `pgboss` 里，由 pg-boss 自己管。',
  ]
  return [...head, '', ...sections].join('\n')
}

function columnRow({ name, type, is_required, usual, target, meaning }: Column): string {
  const cells = [
    `\`${name}\``,
    type,
    is_required ? '' : '可空',
    usual === null ? '' : `\`${usual}\``,
    target === null ? '' : `[${target}](#${target})`,
    meaning.replaceAll('|', '\\|'),
  ]
  return `| ${cells.join(' | ')} |`
}

/** The rules of one table, a line each, and an empty line if there are any. */
function listed(rules: readonly Rule[], oid: number, text: (rule: Rule) => string): string[] {
  const lines = rules.filter(({ table_oid }) => table_oid === oid).map((rule) => `- \`${text(rule)}\``)
  return lines.length === 0 ? [] : [...lines, '']
}
