import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordCount } from '@duizhao/engine/wording'
import pg from 'pg'
import { expect, it } from 'vitest'
import { testDatabase } from '../../testing/database.ts'
import { migrate } from './migrate.ts'

const FOLDER = join(import.meta.dirname, 'migrations')

/**
 * SHA-256 of every migration that has landed: offices have run it, so it is never changed again, only followed by another.
 * As `sha256sum` writes them; `npm run tables` enters a new one and changes none.
 */
const landed = hashesIn(readFileSync(join(FOLDER, 'landed.sha256'), 'utf8'))

function hashesIn(list: string): Record<string, string> {
  const lines = list.matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm)
  return Object.fromEntries([...lines].map(([, hash = '', name = '']) => [name, hash]))
}

const ID = "'00000000-0000-7000-8000-000000000001'"
/** A text with everything that is counted in its own way. */
const COUNTED = '一、完成率98.5%——“三会一课”①\t\u00a0\u3000Office 2019 版·𠮷\u200b林 〔2026〕3号\ufeff。'
const HASH = `repeat('0', 64)`

/** What is in an office's database when the next migration comes, by the migration that made room for it. */
const rows: Readonly<Record<string, readonly string[]>> = {
  '0001-organisations.sql': [
    `insert into organisation (id, kind, name, level, a1) values (${ID}, 'committee', '临江市委', 1, ${ID})`,
    `insert into person (id, organisation_id, name) values (${ID}, ${ID}, '方明')`,
  ],
  '0002-identity.sql': [
    `insert into account (id, person_id, login, password_hash, password_changed_at) values (${ID}, ${ID}, 'fangming', '', now())`,
    `insert into role_grant (id, account_id, role, organisation_id, granted_at) values (${ID}, ${ID}, 'organiser', ${ID}, now())`,
    `insert into session values (${ID}, '\\x00', ${ID}, now(), now(), now(), '', '')`,
  ],
  '0003-audit.sql': [
    `insert into audit_entry values (1, now(), 'system.start', null, null, null, null, '', true, '', '', '{}', ${HASH}, ${HASH})`,
  ],
  '0004-office.sql': [
    `insert into setting (content) values ('{}')`,
    `insert into stored_file (hash, size, media_type) values (${HASH}, 1, 'text/plain')`,
    `insert into notification (id, account_id, title, link, at) values (${ID}, ${ID}, '提醒', '/', now())`,
    `insert into search_entry (kind, id, a1, title, context, link, words) values ('person', ${ID}, ${ID}, '方明', '', '/', '')`,
  ],
  '0005-ledger.sql': [
    `insert into problem (id, organisation_id, a1, source, text, class, state, registered_on, changed_at)
     values (${ID}, ${ID}, ${ID}, 'other', '台账缺页', 'sustained', 'registered', '2026-01-05', now())`,
    `insert into measure (id, problem_id, position, text) values (${ID}, ${ID}, 0, '每周核对')`,
    `insert into progress (id, problem_id, dated_on, text, at) values (${ID}, ${ID}, '2026-01-05', '已经补齐', now())`,
    `insert into evidence (id, problem_id, file_hash, name, kind, dated_on, at) values (${ID}, ${ID}, ${HASH}, '台账', 'other', '2026-01-05', now())`,
    `insert into notice (id, problem_id, kind, year, serial, organisation_id, text, issued_by, issued_on, answer_due_on)
     values (${ID}, ${ID}, 'remind', 2026, 1, ${ID}, '请整改', ${ID}, '2026-01-05', '2026-02-05')`,
  ],
  '0008-organisation-versions.sql': [
    `insert into organisation_version (organisation_id, valid_to, level, name) values (${ID}, now(), 1, '临江县委')`,
  ],
  '0020-second-factor.sql': [
    `insert into second_factor (account_id, secret, begun_at) values (${ID}, '\\x00', now())`,
    `insert into recovery_code (account_id, hash) values (${ID}, '\\x00')`,
  ],
  '0026-papers.sql': [
    `insert into paper (id, organisation_id, a1, kind, title, state, created_by, versions, changed_at) values (${ID}, ${ID}, ${ID}, 'plan', '方案', 'draft', ${ID}, 1, now())`,
    `insert into paper_version (id, paper_id, ordinal, file_hash, file_name, reading, account_id, at)
     values (${ID}, ${ID}, 1, ${HASH}, '方案.txt', '{"characters": 1, "errors": 2}', ${ID}, now())`,
  ],
  '0051-paper-reviews.sql': [
    `insert into paper_review (paper_version_id, rules, document, findings, reviewed_at)
     values (${ID}, '', '${JSON.stringify({ text: COUNTED, facts: ['方案', '1 字'] })}', '[]', now())`,
  ],
}

/** Everything the catalogue says of what is ours, a line each. */
const CATALOGUE = `
  with ours as (select oid, relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S'))
  select 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull || attidentity::text || attgenerated::text
      || ' ' || coalesce(pg_get_expr(adbin, adrelid), '') || ' ' || coalesce(col_description(ours.oid, attnum), '') as line
    from ours join pg_attribute on attrelid = ours.oid and attnum > 0 and not attisdropped
    left join pg_attrdef on adrelid = ours.oid and adnum = attnum
  union all select 'table ' || relname || ' ' || coalesce(obj_description(oid, 'pg_class'), '') from ours
  union all select 'constraint ' || relname || ' ' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid)
    from ours join pg_constraint on conrelid = ours.oid
  union all select 'index ' || pg_get_indexdef(indexrelid) from ours join pg_index on indrelid = ours.oid
  union all select 'trigger ' || relname || ' ' || pg_get_triggerdef(pg_trigger.oid)
    from ours join pg_trigger on tgrelid = ours.oid where not tgisinternal
  union all select 'function ' || pg_get_functiondef(oid) from pg_proc where pronamespace = 'public'::regnamespace
  union all select 'type ' || typname || ' ' || coalesce((select string_agg(enumlabel, ',' order by enumsortorder) from pg_enum where enumtypid = pg_type.oid), '')
    from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd')
  order by 1`

async function ask<Row extends object>(url: string, ...statements: readonly string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    let found: Row[] = []
    for (const statement of statements) ({ rows: found } = await client.query<Row>(statement))
    return found
  } finally {
    await client.end()
  }
}

async function catalogue(url: string): Promise<string[]> {
  return (await ask<{ line: string }>(url, CATALOGUE)).map(({ line }) => line)
}

type Hashes = Readonly<Record<string, string>>

const sha256 = (text: string): string => createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')

/** What is wrong with the migrations there are, a sentence for each file that says what to do. */
function faultsOf(there: Hashes, known: Hashes): string[] {
  const names = new Set([...Object.keys(known), ...Object.keys(there)])
  return [...names].flatMap((name) => {
    const hash = there[name]
    if (hash === known[name]) return []
    if (known[name] === undefined)
      return `迁移 ${name} 是新的，还没有登记：请运行 npm run tables，它会写进 migrations/landed.sha256。`
    const what = hash === undefined ? '不见了' : '改过了'
    return `迁移 ${name} 已经落地，却${what}：落地的迁移各单位已经运行过，从不修改；请恢复原样，要改的写成一个新的迁移，号码接着最大的。还没有提交过的，删去 landed.sha256 里的那一行，再运行 npm run tables。`
  })
}

it('no migration that has landed was changed since; a new one is entered here when it lands', () => {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.sql'))
  const there = Object.fromEntries(names.map((name) => [name, sha256(readFileSync(join(FOLDER, name), 'utf8'))]))
  expect(faultsOf(there, landed).join('\n')).toBe('')
})

it('says of a migration changed, gone or not entered which it is and what to do', () => {
  const there = { '0001-a.sql': sha256('changed'), '0003-c.sql': sha256('new') }
  const faults = faultsOf(there, { '0001-a.sql': sha256('landed'), '0002-b.sql': sha256('landed') })
  expect(faults).toEqual([
    expect.stringMatching(/0001-a\.sql 已经落地，却改过了.*从不修改.*新的迁移/),
    expect.stringMatching(/0002-b\.sql 已经落地，却不见了.*从不修改.*新的迁移/),
    expect.stringMatching(/0003-c\.sql 是新的.*npm run tables/),
  ])
})

it('a database upgraded step by step with rows in it is like a fresh one, and keeps the rows', async () => {
  const [fresh, upgraded] = [await testDatabase(), await testDatabase('template0')]
  try {
    const names = Object.keys(landed)
    for (const [at, name] of names.entries()) {
      expect(await migrate(upgraded.url, names.slice(0, at + 1))).toEqual([name])
      await ask(upgraded.url, ...(rows[name] ?? []))
    }
    const wanted = await catalogue(fresh.url)
    expect(wanted.length).toBeGreaterThan(300)
    expect(await catalogue(upgraded.url)).toEqual(wanted)
    for (const statement of Object.values(rows).flat()) {
      const table = /insert into (\w+)/.exec(statement)?.[1] ?? ''
      expect(await ask(upgraded.url, `select from ${table}`), table).toHaveLength(1)
    }
    const words = wordCount(COUNTED)
    expect(await ask(upgraded.url, 'select reading from paper_version')).toEqual([
      { reading: { characters: words, errors: 2 } },
    ])
    expect(await ask(upgraded.url, `select document -> 'facts' as facts from paper_review`)).toEqual([
      { facts: ['方案', `${words} 字`] },
    ])
    expect(await ask(upgraded.url, 'select open_notices from problem')).toEqual([{ open_notices: 1 }])
  } finally {
    await fresh.close()
    await upgraded.close()
  }
})
