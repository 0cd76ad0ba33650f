/**
 * Sends a campaign on a filled database, and measures what is asked of its meetings: `node measure-meetings.ts DATABASE_URL`.
 * A third are done with the plan; of one, sixty sit together and everybody has criticised everybody. Prints JSON: how many
 * microseconds sending took, and the median of each question.
 */
import process from 'node:process'
import { meetingById, meetingsPage } from '../loop/meetings/meeting-queries.ts'
import { insertMeetingsOf } from '../loop/meetings/standing-queries.ts'
import { seenSession } from '../loop/sessions/index.ts'
import type { ActorContext } from '../platform/context.ts'
import { openPool } from '../platform/database/pool.ts'
import { transaction } from '../platform/database/transaction.ts'
import { askInTurn } from './ask-in-turn.ts'
import { idOf } from './bench-ids.ts'

const [url = ''] = process.argv.slice(2)
const { db, patient, pool, close } = openPool(url, 5)
const TODAY = '2026-11-21'
const [ROOT, CITY, CAMPAIGN] = [idOf(1, 0), idOf(2, 3), idOf(9, 0)]

const began = process.hrtime.bigint()
// As the service does it: what is long has a connection that is waited for.
const sent = await transaction(patient, (tx) =>
  insertMeetingsOf(tx, CAMPAIGN, { nextStep: 'plan', nextDue: '2027-01-15', createdBy: ROOT, now: new Date() }),
)
const sending = Number(process.hrtime.bigint() - began) / 1_000
if (sent === 0) throw new Error('nobody received the campaign')
await pool.query(
  `update meeting_standing set next_due = date '2026-10-01' + (hashtext(meeting_id::text) & 127),
     next_step = case when hashtext(meeting_id::text) % 3 = 0 then 'study' else 'plan' end,
     done = case when hashtext(meeting_id::text) % 3 = 0 then '{plan}'::text[] else '{}' end`,
)
const { rows } = await pool.query<{ id: string }>('select id from meeting limit 1000')
const ids = rows.map((row) => row.id)
const [LARGEST = ''] = ids
const PEOPLE = 60
const REMARK = '下乡调研少，今年只去了两次，到基层听意见不够'
for (const statement of [
  `insert into person (id, organisation_id, name)
   select gen_random_uuid(), organisation_id, '成员' || n from meeting, generate_series(1, ${PEOPLE}) as n where meeting.id = $1`,
  `insert into post (id, organisation_id, a1, a2, a3, person_id, role, seat, from_on)
   select gen_random_uuid(), meeting.organisation_id, a1, a2, a3, person.id, 'member', row_number() over (), '2020-01-01'
   from meeting join person on person.organisation_id = meeting.organisation_id where meeting.id = $1`,
  `insert into meeting_session (meeting_id, circle, on_day, begun_by, begun_at) values ($1, 'team', '${TODAY}', '${ROOT}', now())`,
  `insert into matter (id, organisation_id, a1, a2, a3, kind, meeting_id, circle, from_person_id, about_person_id, text, created_by)
   select gen_random_uuid(), meeting.organisation_id, a1, a2, a3, 'criticism', meeting.id, 'team', one.id, other.id, '${REMARK}', '${ROOT}'
   from meeting join person as one on one.organisation_id = meeting.organisation_id
     join person as other on other.organisation_id = meeting.organisation_id and other.id <> one.id
   where meeting.id = $1`,
])
  await pool.query(statement, [LARGEST])
await pool.query('vacuum (analyze) meeting, meeting_standing, person, post, matter, meeting_session')
const body = (await meetingById(db, LARGEST))?.organisationId ?? ''
const recorder = {
  ...{ db, now: new Date(`${TODAY}T02:00:00Z`) },
  actor: {
    ...{ accountId: ROOT, personId: ROOT },
    grants: [{ id: ROOT, role: 'organiser', organisationId: body, organisationName: '党组', level: 3 }],
  },
} as unknown as ActorContext
const seen = await seenSession(recorder, { meetingId: LARGEST, circle: 'team' })
if (seen.whole?.remarks.length !== PEOPLE * (PEOPLE - 1))
  throw new Error('not everybody is seen to have said something')

const whole = { organisation: { id: ROOT, level: 1 }, below: true, standing: 'all' as const, today: TODAY }
const part = { ...whole, organisation: { id: CITY, level: 2 } }
const page = { limit: 50 }
const some = (): string => ids[Math.floor(Math.random() * ids.length)] ?? ''
const questions = new Map<string, () => Promise<unknown>>([
  ['主键', () => meetingById(db, some())],
  ['全部：总表一页', () => meetingsPage(db, whole, page)],
  ['全部：超期一页', () => meetingsPage(db, { ...whole, standing: 'late' }, page)],
  ['全部：一个专题', () => meetingsPage(db, { ...whole, campaignId: CAMPAIGN }, page)],
  ['全部：下一步是学习的', () => meetingsPage(db, { ...whole, campaignId: CAMPAIGN, step: 'study' }, page)],
  ['一个市：总表一页', () => meetingsPage(db, part, page)],
  ['一个市：一个专题里超期的', () => meetingsPage(db, { ...part, campaignId: CAMPAIGN, standing: 'late' }, page)],
  [
    `会议进行一页：${PEOPLE} 人，${PEOPLE * (PEOPLE - 1)} 条意见`,
    () => seenSession(recorder, { meetingId: LARGEST, circle: 'team' }),
  ],
])
await askInTurn(questions, { 发给全部组织: sending })
await close()
