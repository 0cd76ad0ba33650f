/**
 * Fills a migrated, empty database with the duties and records of a year, for benchmarks: `node fill-duties.ts DATABASE_URL
 * SIZE`. A root with SIZE bodies below it, 20 to a county; 30 duties of the root that all owe, standings of each, and a
 * hundred records a body. Prints nothing.
 */
import process from 'node:process'
import pg from 'pg'
import { idInSql } from './bench-ids.ts'

const [url = '', size = '0'] = process.argv.slice(2)
const client = new pg.Client({ connectionString: url })
await client.connect()

const BODIES = Number(size)
const A_COUNTY = 20
const DUTIES = 30
const RECORDS = 100
const ROOT = idInSql('1', '0')
const county = idInSql('3', `b / ${A_COUNTY}`)
const body = idInSql('4', 'b')
const bodies = `generate_series(0, ${BODIES - 1}) as b`
/** A number from 0 to 2³¹ that is always the same of the same, and looks like none. */
const scattered = (number: string): string => `(hashint4(${number}) & 2147483647)`

const statements = [
  `truncate organisation cascade`,
  `insert into organisation (id, kind, name, level, a1) values (${ROOT}, 'committee', '省', 1, ${ROOT})`,
  `insert into organisation (id, parent_id, kind, name, level, a1, a2)
   select ${idInSql('3', 'n')}, ${ROOT}, 'committee', '县' || n, 2, ${ROOT}, ${idInSql('3', 'n')}
   from generate_series(0, ${Math.floor((BODIES - 1) / A_COUNTY)}) as n`,
  `insert into organisation (id, parent_id, kind, name, level, a1, a2, a3)
   select ${body}, ${county}, 'branch', '支部' || b, 3, ${ROOT}, ${county}, ${body} from ${bodies}`,
  `insert into person (id, organisation_id, name) values (${idInSql('6', '0')}, ${ROOT}, '江一舟')`,
  `insert into account (id, person_id, login, password_hash, password_changed_at)
   values (${idInSql('7', '0')}, ${idInSql('6', '0')}, 'bench', '', now())`,
  `insert into duty (id, organisation_id, a1, name, kinds, list, amount, unit, per, owed_kinds, is_inherited, from_on, known)
   select ${idInSql('5', 'd')}, ${ROOT}, ${ROOT}, '事项' || d, array['study'],
     (array['main', 'supervision', 'organisation_life', 'study', 'safety'])[1 + d % 5], 1, 'times', 'month', array['branch'], true, date '2026-01-01', 'own'
   from generate_series(0, ${DUTIES - 1}) as d`,
  `insert into duty_standing (organisation_id, a1, a2, a3, duty_id, year, met, late, missing, pending, spared, unknown)
   select ${body}, ${ROOT}, ${county}, ${body}, ${idInSql('5', 'd')}, 2026, 12 - m - l, l, m, 0, 0, 0
   from ${bodies}, generate_series(0, ${DUTIES - 1}) as d,
     lateral (select ${scattered('b * 31 + d')} % 4 as m, ${scattered('b * 37 + d')} % 3 as l) as scattered`,
  `insert into body_standing (organisation_id, a1, a2, a3, list, year, missing, late)
   select duty_standing.organisation_id, duty_standing.a1, duty_standing.a2, duty_standing.a3, coalesce(list, ''), year, sum(missing), sum(late)
   from duty_standing join duty on duty.id = duty_id
   group by grouping sets ((duty_standing.organisation_id, duty_standing.a1, duty_standing.a2, duty_standing.a3, year, list),
     (duty_standing.organisation_id, duty_standing.a1, duty_standing.a2, duty_standing.a3, year))`,
  `insert into record (id, organisation_id, a1, a2, a3, kinds, name, on_day, visibility, state, created_by)
   select ${idInSql('8', `b * ${RECORDS} + r`)}, ${body}, ${ROOT}, ${county}, ${body},
     array[(array['study', 'theme_day', 'branch_meeting', 'analysis'])[1 + r % 4]], '第' || r || '次', date '2026-01-01' + (r * 3),
     'body', 'kept', ${idInSql('7', '0')}
   from ${bodies}, generate_series(0, ${RECORDS - 1}) as r`,
  `vacuum (analyze) organisation, duty, duty_standing, body_standing, record`,
]
for (const statement of statements) await client.query(statement)
await client.end()
