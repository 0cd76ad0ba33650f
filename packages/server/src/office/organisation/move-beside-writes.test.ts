import { setTimeout as wait } from 'node:timers/promises'
import { endpoints } from '@duizhao/contract'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { transaction } from '../../platform/database/transaction.ts'
import { register, someProblem } from '../../testing/ledger.ts'
import { someMeeting } from '../../testing/meetings.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost } from '../../testing/records.ts'
import { today } from '../../testing/scene.ts'

let office: Office
let admin: Employee
let organiser: Employee
beforeAll(async () => {
  office = await openOffice()
  admin = await office.employ(office.city, 'system_admin')
  organiser = await office.employ(office.city, 'organiser')
})
afterAll(() => office.close())

/** Does `write` and, before it can commit, moves an organisation under another; both end well. */
async function moveBeside(write: () => Promise<unknown>, moved: string, parentId: string): Promise<void> {
  const { version } = await admin.call(endpoints.readOrganisation, { params: { organisationId: moved } })
  const doing: Promise<unknown>[] = []
  await transaction(office.pool.db, async (tx) => {
    await sql`select from audit_head for update`.execute(tx)
    doing.push(write())
    await wait(300)
    doing.push(
      admin.call(endpoints.moveOrganisation, { params: { organisationId: moved }, body: { parentId, version } }),
    )
    await wait(300)
  })
  await Promise.all(doing)
}

/** Problems whose path is not that of their organisation, and counters that are not the number of their problems. */
async function astray(): Promise<unknown[]> {
  const { rows } = await sql`
    select problem.id from problem join organisation on organisation.id = problem.organisation_id
    where (problem.a1, problem.a2, problem.a3, problem.a4)
      is distinct from (organisation.a1, organisation.a2, organisation.a3, organisation.a4)
    union all
    select organisation_id from problem_count counted
    where count <> (select count(*) from problem where counted.organisation_id in (a1, a2, a3, a4)
      and counted.source = problem.source and counted.class = problem.class and counted.state = problem.state)
  `.execute(office.pool.db)
  return rows
}

it('a problem registered meanwhile comes along, and is counted where it is', async () => {
  const { water, waterOffice, education } = office
  await register(organiser, waterOffice)
  await moveBeside(() => register(organiser, waterOffice), water.id, education.id)
  expect(await astray()).toEqual([])
})

it('so does one that changes meanwhile', async () => {
  const bureau = await office.addOrganisation(office.city, '临江市住建局')
  const section = await office.addOrganisation(bureau, '基建科', 'department')
  await register(organiser, section, someProblem('audit'))
  const { id, version } = await register(organiser, section)
  const body = { ...someProblem('audit'), version }
  const change = () => organiser.call(endpoints.changeProblem, { params: { problemId: id }, body })
  await moveBeside(change, bureau.id, office.education.id)
  expect(await astray()).toEqual([])
})

it('and what is added meanwhile below what is below it', async () => {
  const bureau = await office.addOrganisation(office.city, '临江市交通局')
  const section = await office.addOrganisation(bureau, '水运科', 'department')
  const add = () =>
    admin.call(endpoints.createOrganisation, {
      params: { organisationId: section.id },
      body: { name: '航道组', kind: 'department' },
    })
  await moveBeside(add, bureau.id, office.education.id)
  const { rows } = await sql`select from organisation where name = '航道组' and level = 5 and a5 = id`.execute(
    office.pool.db,
  )
  expect(rows).toHaveLength(1)
})

it('and of what is renamed meanwhile, what it was called is kept in its order', async () => {
  const bureau = await office.addOrganisation(office.city, '临江市粮食局')
  const section = await office.addOrganisation(bureau, '储备科', 'department')
  const rename = () =>
    admin.call(endpoints.changeOrganisation, {
      params: { organisationId: section.id },
      body: { name: '储备中心', kind: 'department', version: 1 },
    })
  await moveBeside(rename, bureau.id, office.education.id)
  const { rows } = await sql`select name, level from organisation_version where organisation_id = ${section.id}
    order by valid_to`.execute(office.pool.db)
  expect(rows).toEqual([
    { name: '储备科', level: 3 },
    { name: '储备中心', level: 3 },
  ])
})

it('a meeting ordered again meanwhile, what is said at one and a paper handed in come along', async () => {
  const bureau = await office.addOrganisation(office.city, '临江市商务局')
  const group = await office.addOrganisation(bureau, '外贸中心', 'party_group')
  const [one, other] = [await office.employ(group, 'member'), await office.employ(group, 'member')]
  const people = [one, other].map(({ session }) => session.person.id)
  for (const personId of people) await givePost(office, { personId, bodyId: group.id, role: 'deputy' })
  const [fromId = '', aboutId = ''] = people
  const params = { organisationId: group.id }
  const open = () => organiser.call(endpoints.createMeeting, { params, body: someMeeting() })
  const [old, held] = [await open(), await open()]
  const session = { meetingId: held.id, circle: 'team' as const }
  const day = { onDay: today(), hostId: fromId, place: '' }
  const recorder = await office.employ(group, 'organiser')
  await recorder.call(endpoints.beginSession, { params: session, body: day })
  const remark = { fromId, aboutId, text: '督促不够，三份报告都迟交', version: null, isWithdrawn: false }
  const handIn = (words: string) => {
    const file = new File([`${words}\n\n正文。\n`], '方案.txt')
    return organiser.call(endpoints.createPaper, { params, query: { kind: 'plan' }, file })
  }
  // The first is slow: what reads files only starts then.
  await handIn('会议方案')
  await moveBeside(
    () =>
      Promise.all([
        organiser.call(endpoints.orderMeetingAgain, {
          params: { meetingId: old.id },
          body: { reason: '批评意见都是表扬' },
        }),
        recorder.call(endpoints.writeRemark, { params: { ...session, remarkId: newId() }, body: remark }),
        handIn('补课的方案'),
      ]),
    bureau.id,
    office.education.id,
  )
  const paths = sql<{ of: string; isThere: boolean }>`
    select of, (a1, a2, a3, a4) = (select a1, a2, a3, a4 from organisation where id = organisation_id) as "isThere" from (
      select 'meeting' as of, organisation_id, a1, a2, a3, a4 from meeting
      union all select 'standing', organisation_id, a1, a2, a3, a4 from meeting_standing
      union all select 'matter', organisation_id, a1, a2, a3, a4 from matter
      union all select 'paper', organisation_id, a1, a2, a3, a4 from paper) as rows where organisation_id = ${group.id}
    order by of`
  const of = ['matter', ...Array<string>(3).fill('meeting'), 'paper', 'paper', ...Array<string>(3).fill('standing')]
  expect((await paths.execute(office.pool.db)).rows).toEqual(of.map((each) => ({ of: each, isThere: true })))
})
