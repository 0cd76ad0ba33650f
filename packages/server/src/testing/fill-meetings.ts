/**
 * Fills a migrated, empty database with a campaign and those who are to hold its meetings, for benchmarks: `node
 * fill-meetings.ts DATABASE_URL SIZE`. A root, 10 cities, SIZE bodies evenly below them. Nothing is sent yet. Prints nothing.
 */
import process from 'node:process'
import pg from 'pg'
import { idInSql, idOf } from './bench-ids.ts'

const [url = '', size = '0'] = process.argv.slice(2)
const client = new pg.Client({ connectionString: url })
await client.connect()

const CITIES = 10
const [ROOT, CAMPAIGN] = [idOf(1, 0), idOf(9, 0)]
const city = (number: string): string => idInSql('2', number)
const body = idInSql('3', 'n')

for (const statement of [
  `insert into organisation (id, kind, name, level, a1) values ('${ROOT}', 'committee', '省', 1, '${ROOT}')`,
  `insert into organisation (id, parent_id, kind, name, level, a1, a2)
   select ${city('n')}, '${ROOT}', 'committee', '市' || n, 2, '${ROOT}', ${city('n')} from generate_series(0, ${CITIES - 1}) as n`,
  `insert into organisation (id, parent_id, kind, name, level, a1, a2, a3)
   select ${body}, ${city(`n % ${CITIES}`)}, 'party_group', '党组' || n, 3, '${ROOT}', ${city(`n % ${CITIES}`)}, ${body}
   from generate_series(0, ${Number(size) - 1}) as n`,
  `insert into person (id, organisation_id, name) values ('${ROOT}', '${ROOT}', '经办人')`,
  `insert into account (id, person_id, login, password_hash, password_changed_at) values ('${ROOT}', '${ROOT}', 'a', '', now())`,
  `insert into campaign (id, organisation_id, a1, kind, cycle_year, name, from_on, until_on, lead_workdays, report_days, known, body_kinds, created_by)
   values ('${CAMPAIGN}', '${ROOT}', '${ROOT}', 'democratic_life', 2026, '2026年度民主生活会', '2026-12-01', '2027-01-31', 10, 15,
     'practice', '{party_group}', '${ROOT}')`,
  'analyze',
])
  await client.query(statement)
await client.end()
