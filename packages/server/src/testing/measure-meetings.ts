/**
 * Fills a migrated, empty database with the meetings of so many bodies, and measures what is asked of them:
 * `node measure-meetings.ts DATABASE_URL SIZE`. A root, 10 cities, the bodies evenly below them; a third are done with the
 * plan. Prints JSON: how long sending took, and the median microseconds of each question, in turn with a lookup by primary key.
 */
import process from 'node:process'
import { meetingById, meetingsPage } from '../loop/meetings/meeting-queries.ts'
import { insertMeetingsOf } from '../loop/meetings/standing-queries.ts'
import { openPool } from '../platform/database/pool.ts'
import { transaction } from '../platform/database/transaction.ts'

const [url = '', size = '0'] = process.argv.slice(2)
const { db, patient, pool, close } = openPool(url, 5)
const TODAY = '2026-11-21'
const ROUNDS = 100
const WARM = 20

function id(kind: number, number: number): string {
  return `${kind.toString(16).padStart(8, '0')}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`
}

const [root, campaign] = [id(1, 0), id(9, 0)]
const city = (number: string): string => `('00000002-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`
const body = (number: string): string => `('00000003-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`

for (const statement of [
  `insert into organisation (id, kind, name, level, a1) values ('${root}', 'committee', '省', 1, '${root}')`,
  `insert into organisation (id, parent_id, kind, name, level, a1, a2)
   select ${city('n')}, '${root}', 'committee', '市' || n, 2, '${root}', ${city('n')} from generate_series(0, 9) as n`,
  `insert into organisation (id, parent_id, kind, name, level, a1, a2, a3)
   select ${body('n')}, ${city('n % 10')}, 'party_group', '党组' || n, 3, '${root}', ${city('n % 10')}, ${body('n')}
   from generate_series(0, ${Number(size) - 1}) as n`,
  `insert into person (id, organisation_id, name) values ('${root}', '${root}', '经办人')`,
  `insert into account (id, person_id, login, password_hash, password_changed_at) values ('${root}', '${root}', 'a', '', now())`,
  `insert into campaign (id, organisation_id, a1, kind, cycle_year, name, from_on, until_on, lead_workdays, report_days, known, body_kinds, created_by)
   values ('${campaign}', '${root}', '${root}', 'democratic_life', 2026, '2026年度民主生活会', '2026-12-01', '2027-01-31', 10, 15,
     'practice', '{party_group}', '${root}')`,
  'analyze',
])
  await pool.query(statement)

const began = process.hrtime.bigint()
// As the service does it: what is long has a connection that is waited for.
const sent = await transaction(patient, (tx) =>
  insertMeetingsOf(tx, campaign, { nextStep: 'plan', nextDue: '2027-01-15', createdBy: root, now: new Date() }),
)
const sending = Number(process.hrtime.bigint() - began) / 1_000
if (sent !== Number(size)) throw new Error(`${sent} meetings for ${size} bodies`)
await pool.query(
  `update meeting_standing set next_due = date '2026-10-01' + (hashtext(meeting_id::text) & 127),
     next_step = case when hashtext(meeting_id::text) % 3 = 0 then 'study' else 'plan' end,
     done = case when hashtext(meeting_id::text) % 3 = 0 then '{plan}'::text[] else '{}' end`,
)
await pool.query('vacuum (analyze) meeting, meeting_standing')
const { rows } = await pool.query<{ id: string }>('select id from meeting limit 1000')
const ids = rows.map((row) => row.id)

const whole = { organisation: { id: root, level: 1 }, below: true, standing: 'all' as const, today: TODAY }
const part = { ...whole, organisation: { id: id(2, 3), level: 2 } }
const page = { limit: 50 }
const some = (): string => ids[Math.floor(Math.random() * ids.length)] ?? ''
const questions = new Map<string, () => Promise<unknown>>([
  ['主键', () => meetingById(db, some())],
  ['全部：总表一页', () => meetingsPage(db, whole, page)],
  ['全部：超期一页', () => meetingsPage(db, { ...whole, standing: 'late' }, page)],
  ['全部：一个专题', () => meetingsPage(db, { ...whole, campaignId: campaign }, page)],
  ['全部：下一步是学习的', () => meetingsPage(db, { ...whole, campaignId: campaign, step: 'study' }, page)],
  ['一个市：总表一页', () => meetingsPage(db, part, page)],
  ['一个市：一个专题里超期的', () => meetingsPage(db, { ...part, campaignId: campaign, standing: 'late' }, page)],
])
const times = new Map<string, number[]>([...questions.keys()].map((name) => [name, []]))
for (let round = 0; round < ROUNDS + WARM; round++)
  for (const [name, ask] of questions) {
    const start = process.hrtime.bigint()
    await ask()
    if (round >= WARM) times.get(name)?.push(Number(process.hrtime.bigint() - start) / 1_000)
  }
await close()
const medians = [...times].map(([name, all]) => [name, all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0])
process.stdout.write(`${JSON.stringify({ ...Object.fromEntries(medians), 发给全部组织: sending })}\n`)
