import { endpoints, type MeetingDetail } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { rectified, register, someProblem, staffOf } from '../../testing/ledger.ts'
import { someMeeting } from '../../testing/meetings.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost } from '../../testing/records.ts'
import { today } from '../../testing/scene.ts'

let office: Office
let superior: Employee
let organiser: Employee
let team: readonly [Employee, Employee, Employee]
beforeAll(async () => {
  office = await openOffice()
  superior = await office.employ(office.city, 'organiser')
  organiser = await office.employ(office.water, 'organiser')
  const employ = () => office.employ(office.water, 'team_member')
  team = [await employ(), await employ(), await employ()]
  for (const [at, each] of team.entries())
    await givePost(office, { personId: idOf(each), bodyId: office.water.id, role: at === 0 ? 'head' : 'member' })
})
afterAll(() => office.close())

const idOf = ({ session }: Employee): string => session.person.id
const [A, B, C] = [0, 1, 2]
const meetingAt = (id: string, by = organiser) => by.call(endpoints.readMeeting, { params: { meetingId: id } })
const linesOf = ({ steps }: MeetingDetail, rule: string) =>
  steps.flatMap(({ lines }) => lines).filter((line) => line.rule === rule)
const saysOf = (meeting: MeetingDetail, rule: string) =>
  linesOf(meeting, rule).map(({ state, message, times }) => `${state} ${times} ${message ?? ''}`.trim())

/** A session of the team, today, of which the third is away; what is said of whom. */
async function held(said: readonly (readonly [from: number, about: number, text: string])[]): Promise<string> {
  const params = { organisationId: office.water.id }
  const { id } = await organiser.call(endpoints.createMeeting, { params, body: someMeeting() })
  const key = { meetingId: id, circle: 'team' as const }
  await organiser.call(endpoints.beginSession, { params: key, body: { onDay: today(), hostId: idOf(team[0]) } })
  const away = { personId: idOf(team[2]), kind: 'excused' as const, at: new Date().toISOString() }
  await organiser.call(endpoints.writePresence, { params: { ...key, eventId: newId() }, body: away })
  for (const [from, about, text] of said)
    await organiser.call(endpoints.writeRemark, {
      params: { ...key, remarkId: newId() },
      body: { fromId: idOf(team[from] ?? team[0]), aboutId: idOf(team[about] ?? team[0]), text, version: null },
    })
  const { whole } = await organiser.call(endpoints.readMeetingSession, { params: key })
  await organiser.call(endpoints.endSession, { params: key, body: { version: whole?.version ?? 0 } })
  return id
}

it('each problem of the meeting before is to be told of; what is about a person is told to nobody', async () => {
  const staff = await staffOf(office)
  const body = someMeeting({ plannedOn: '2099-01-20' })
  const { id } = await organiser.call(endpoints.createMeeting, { params: { organisationId: office.water.id }, body })
  expect(saysOf(await meetingAt(id), 'follow-up/prior-problem')).toEqual(['not_applicable 1 上次没有问题'])
  await rectified(staff, office.water, { ...someProblem('meeting'), text: '档案整理长期滞后' })
  await register(organiser, office.water, { ...someProblem('meeting'), text: '值班制度没有落实' })
  await organiser.call(endpoints.registerProblem, {
    params: { organisationId: office.water.id },
    body: { ...someProblem('criticism'), text: '本人学习不够深入', aboutId: staff.leaderPerson.personId },
  })
  expect(saysOf(await meetingAt(id), 'follow-up/prior-problem')).toEqual([
    'missing 1 上次查摆的“值班制度没有落实”，整改落实情况里没有交代，请补上',
  ])
})

it('what was said at a session is judged: who was not criticised, by praise only, and what is in no ledger yet', async () => {
  const id = await held([
    [A, B, '下乡调研少，今年只去了两次'],
    [B, A, '工作很出色，值得学习'],
    [A, C, '对分管的科室过问不够'],
  ])
  const meeting = await meetingAt(id)
  const names = team.map(({ session }) => session.person.name)
  expect(saysOf(meeting, 'completeness/empty-remark')).toEqual([
    `missing 1 ${names[B]}对${names[A]}的批评没有指出具体问题，请核对`,
  ])
  // Its day is not over: whoever was not criticised may still be.
  expect(linesOf(meeting, 'completeness/missing-remark').map(({ state }) => state)).toEqual(['met'])
  expect(linesOf(meeting, 'completeness/missing-remark-pair')).toMatchObject([{ state: 'pending' }])
  expect(saysOf(meeting, 'follow-up/problem-unlisted')).toEqual([
    'pending 1 批评指出的“下乡调研少，今年只去了两次”，台账里没有，请补上',
    'pending 1 批评指出的“对分管的科室过问不够”，台账里没有，请补上',
  ])
  expect(saysOf(meeting, 'procedure/absent-statement')).toEqual([
    `pending 1 ${names[C]}没有到会，也没有书面发言，请补上`,
  ])
  expect(saysOf(meeting, 'follow-up/absent-untold')).toEqual([
    `pending 1 ${names[C]}没有到会，会上的批评意见还没有转告，请转告并记下`,
  ])
  expect(saysOf(meeting, 'procedure/prior-unreported')).toEqual(['met 1'])
  // The superior, and the members, learn how many, and not what was said of whom.
  for (const other of [superior, team[1]]) {
    const seen = await meetingAt(id, other)
    expect(saysOf(seen, 'completeness/empty-remark')).toEqual(['missing 1'])
    expect(JSON.stringify(seen)).not.toContain('下乡调研少')
    for (const name of names) expect(JSON.stringify(seen.steps)).not.toContain(name)
  }
})

it('what a remark led to is no longer missing: in the ledger, or ended with a reason', async () => {
  const id = await held([[A, B, '下乡调研少，今年只去了两次']])
  const params = { meetingId: id, circle: 'team' as const }
  const { whole } = await organiser.call(endpoints.readMeetingSession, { params })
  const [remark] = whole?.remarks ?? []
  await organiser.call(endpoints.endMatter, {
    params: { matterId: remark?.id ?? '' },
    body: { ending: 'explained', reason: '因防汛值守，已经当场说明', version: remark?.version ?? 0 },
  })
  expect(saysOf(await meetingAt(id), 'follow-up/problem-unlisted')).toEqual(['met 1'])
})
