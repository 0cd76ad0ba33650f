import { endpoints, type MeetingDetail, type MeetingStep, meetingSteps, type StepState } from '@duizhao/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assigned, register, staffOf, struckOff } from '../../testing/ledger.ts'
import { someCampaign, someMeeting } from '../../testing/meetings.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost, someRecord, talkOf } from '../../testing/records.ts'

let office: Office
let superior: Employee
let bodies = 0

/** A body of its own with an organiser, a head and a member. */
interface Team {
  readonly place: Office['city']
  readonly organiser: Employee
  readonly head: Employee
  readonly member: Employee
}

beforeAll(async () => {
  office = await openOffice()
  superior = await office.employ(office.city, 'organiser')
})
afterAll(() => office.close())

async function newTeam(): Promise<Team> {
  bodies += 1
  const place = await office.addOrganisation(office.city, `第 ${bodies} 局党组`, 'party_group')
  const [organiser, head, member] = [
    await office.employ(place, 'organiser'),
    await office.employ(place, 'head'),
    await office.employ(place, 'member'),
  ]
  await givePost(office, { personId: head.session.person.id, bodyId: place.id, role: 'head' })
  await givePost(office, { personId: member.session.person.id, bodyId: place.id, role: 'member' })
  return { place, organiser, head, member }
}

const about = ({ id }: Pick<MeetingDetail, 'id'>) => ({ params: { meetingId: id } })
const open = ({ organiser, place }: Team, more = {}) =>
  organiser.call(endpoints.createMeeting, {
    params: { organisationId: place.id },
    body: someMeeting({ plannedOn: '2026-01-20', ...more }),
  })
const read = (by: Employee, meeting: MeetingDetail) => by.call(endpoints.readMeeting, about(meeting))
const step = (meeting: MeetingDetail, name: MeetingStep) => {
  const found = meeting.steps.find((each) => each.step === name)
  if (!found) throw new Error(`no step ${name}`)
  return found
}

async function linkRecord({ organiser, place }: Team, meeting: MeetingDetail, body: Parameters<typeof someRecord>[0]) {
  const params = { organisationId: place.id }
  const { id } = await organiser.call(endpoints.createRecord, { params, body: someRecord(body) })
  await organiser.call(endpoints.linkToMeeting, { ...about(meeting), body: { kind: 'record', id } })
  return id
}

let files = 0

/** A paper of somebody, linked to the meeting, and as far as it goes. */
async function paper(
  team: Team,
  meeting: MeetingDetail,
  kind: 'plan' | 'team' | 'personal',
  by: Employee,
  upTo = 'approved',
) {
  files += 1
  const file = new File([`${kind} 第 ${files} 份\n\n正文。\n`], `文稿${files}.txt`)
  const made = await by.call(endpoints.createPaper, {
    params: { organisationId: team.place.id },
    query: { kind },
    file,
  })
  const params = { paperId: made.paper.id }
  await by.call(endpoints.linkToMeeting, { ...about(meeting), body: { kind: 'paper', id: made.paper.id } })
  if (upTo === 'draft') return made.paper.id
  const { paper: sent } = await by.call(endpoints.submitPaper, { params })
  if (upTo === 'submitted') return sent.id
  const body = { version: sent.version }
  if (upTo === 'returned') await superior.call(endpoints.returnPaper, { params, body: { ...body, reason: '数字不符' } })
  else await superior.call(endpoints.approvePaper, { params, body: { ...body, opinion: '同意' } })
  return sent.id
}

const groups = (team: Team, meeting: MeetingDetail, count: number) =>
  team.organiser.call(endpoints.setOpinionGroups, {
    ...about(meeting),
    body: {
      version: meeting.version,
      groups: Array.from({ length: count }, (_, no) => ({ name: `第 ${no + 1} 类座谈会`, asked: 10, received: 3 })),
    },
  })

const cases: readonly [MeetingStep, StepState, string, (team: Team, meeting: MeetingDetail) => Promise<unknown>][] = [
  ['plan', 'missing', '还没有送审的方案', async () => {}],
  ['plan', 'missing', '还没有送审的方案', (team, meeting) => paper(team, meeting, 'plan', team.organiser, 'draft')],
  [
    'plan',
    'missing',
    '方案已送审，等审定',
    (team, meeting) => paper(team, meeting, 'plan', team.organiser, 'submitted'),
  ],
  ['plan', 'missing', '方案退回修改', (team, meeting) => paper(team, meeting, 'plan', team.organiser, 'returned')],
  ['plan', 'met', '方案已审定', (team, meeting) => paper(team, meeting, 'plan', team.organiser)],
  ['study', 'missing', '还没有会前学习的记录', async () => {}],
  ['study', 'met', '学习 1 次', (team, meeting) => linkRecord(team, meeting, { onDay: '2026-01-08' })],
  ['opinions', 'missing', '还没有填征求意见的数', async () => {}],
  ['opinions', 'missing', '1 种方式，收到 3 条；至少要 2 种方式', (team, meeting) => groups(team, meeting, 1)],
  ['opinions', 'met', '2 种方式，收到 6 条', (team, meeting) => groups(team, meeting, 2)],
  ['talks', 'missing', '该谈 1 对，还缺 1 对', async () => {}],
  [
    'talks',
    'met',
    '该谈的 1 对都谈了',
    ({ organiser, place, head, member }) =>
      organiser.call(endpoints.createRecord, {
        params: { organisationId: place.id },
        body: talkOf(head.session.person.id, member.session.person.id, { onDay: '2026-01-10' }),
      }),
  ],
  ['materials', 'missing', '班子（支部）的材料没有交，2 人的材料没有交', async () => {}],
  [
    'materials',
    'missing',
    '1 人的材料没有交',
    async (team, meeting) => {
      await paper(team, meeting, 'team', team.organiser, 'submitted')
      await paper(team, meeting, 'personal', team.member, 'submitted')
    },
  ],
  ['review', 'missing', '还没有提交的材料', async () => {}],
  [
    'review',
    'missing',
    '2 份材料，1 份没有审定',
    async (team, meeting) => {
      await paper(team, meeting, 'team', team.organiser)
      await paper(team, meeting, 'personal', team.member, 'submitted')
    },
  ],
  ['review', 'met', '1 份材料都审定了', (team, meeting) => paper(team, meeting, 'personal', team.member)],
  ['session', 'missing', '还没有开', async () => {}],
  ['session', 'met', '已开，有会议的记录', (team, meeting) => linkRecord(team, meeting, life)],
  ['lists', 'missing', '查摆的问题还没有进台账', async () => {}],
  ['report', 'missing', '情况还没有上报', async () => {}],
  ['publication', 'missing', '还没有会后印发的通报', async () => {}],
  ['rectification', 'pending', '还没有问题', async () => {}],
  ['next', 'pending', '下次会上先通报这次的整改', async () => {}],
]
const life = { kinds: ['life_meeting' as const], onDay: '2026-01-21' }

describe('a step', () => {
  it.each(cases)('%s is %s: %s', async (name, state, words, bring) => {
    const team = await newTeam()
    const meeting = await open(team)
    await bring(team, meeting)
    expect(step(await read(team.organiser, meeting), name)).toMatchObject({ state, words })
  })

  it('not asked of the kind of meeting does not apply', async () => {
    const meeting = await open(await newTeam(), { kind: 'organisational_life' })
    expect(meeting.steps.filter(({ state }) => state === 'not_applicable').map(({ step: name }) => name)).toEqual([
      'plan',
      'report',
      'publication',
    ])
  })

  it('is not overdue before its day', async () => {
    const meeting = await open(await newTeam(), { plannedOn: '2099-01-20' })
    expect(step(meeting, 'session')).toMatchObject({ state: 'pending', due: '2099-01-20' })
  })

  it('has problems of the ledger that name the meeting, and how many are closed', async () => {
    const team = await newTeam()
    const meeting = await open(team)
    const { id } = await team.organiser.call(endpoints.registerProblem, {
      params: { organisationId: team.place.id },
      body: { source: 'meeting', aspect: '', text: '学用脱节', cause: '', goal: '', class: 'sustained', dueOn: null },
    })
    await team.organiser.call(endpoints.linkToMeeting, { ...about(meeting), body: { kind: 'problem', id } })
    const after = await read(team.organiser, meeting)
    expect(step(after, 'lists')).toMatchObject({ state: 'met', words: '1 个问题进了台账' })
    expect(after.problems).toEqual({ all: 1, closed: 0 })
  })

  it('has the problems that others became: parts of one, one it was merged into, one that came back', async () => {
    const { water } = office
    const staff = await staffOf(office)
    const { organiser, reviewer, second } = staff
    const body = someMeeting({ plannedOn: '2026-01-20' })
    const meeting = await organiser.call(endpoints.createMeeting, { params: { organisationId: water.id }, body })
    const problemsAfter = async () => (await read(organiser, meeting)).problems
    const named = async ({ id }: { readonly id: string }) => {
      await organiser.call(endpoints.linkToMeeting, { ...about(meeting), body: { kind: 'problem', id } })
      return { params: { problemId: id } }
    }
    const parts = { texts: ['巡查记录缺失', '巡查照片缺失'], reason: '两件事' }
    const two = await named(await assigned(staff, water))
    await organiser.call(endpoints.splitProblem, { ...two, body: parts })
    expect(await problemsAfter()).toEqual({ all: 2, closed: 0 })
    const same = await named(await register(organiser, water))
    const { number: intoNumber } = await register(organiser, water)
    await organiser.call(endpoints.requestMerge, { ...same, body: { intoNumber, reason: '同一件事' } })
    await second.call(endpoints.decideMerge, { ...same, body: { isAccepted: true, reason: '核对过，是同一件事' } })
    expect(await problemsAfter()).toEqual({ all: 3, closed: 0 })
    const done = await named(await struckOff(staff, water))
    expect(await problemsAfter()).toEqual({ all: 4, closed: 1 })
    await reviewer.call(endpoints.lookBack, { ...done, body: { isEffective: false, found: '又缺了三次记录' } })
    expect(await problemsAfter()).toEqual({ all: 4, closed: 0 })
  })
})

describe('where a meeting is', () => {
  it('is counted with what it follows from: a plan approved is behind at once, and the list says so', async () => {
    const team = await newTeam()
    const meeting = await open(team)
    await paper(team, meeting, 'plan', team.organiser)
    await linkRecord(team, meeting, { onDay: '2026-01-08' })
    const { items } = await superior.call(endpoints.listMeetings, { params: { organisationId: team.place.id } })
    expect(items[0]).toMatchObject({ done: ['plan', 'study'], nextStep: 'opinions', nextDue: '2026-01-19' })
  })

  it('goes back with a record that is taken back; the day it was held too', async () => {
    const team = await newTeam()
    const meeting = await open(team)
    const id = await linkRecord(team, meeting, life)
    expect(await read(team.organiser, meeting)).toMatchObject({ heldOn: '2026-01-21' })
    const { version } = await team.organiser.call(endpoints.readRecord, { params: { recordId: id } })
    await team.organiser.call(endpoints.withdrawRecord, {
      params: { recordId: id },
      body: { reason: '记错了', version },
    })
    expect(await read(team.organiser, meeting)).toMatchObject({ heldOn: null, done: [] })
  })

  it('goes back so too where everything was done with', async () => {
    const team = await newTeam()
    const meeting = await open(team)
    const id = await linkRecord(team, meeting, life)
    for (const name of meetingSteps.filter((each) => each !== 'session'))
      await team.organiser.call(endpoints.setAside, {
        ...about(meeting),
        body: { rule: `step/${name}`, reason: '上级另有安排' },
      })
    expect(await read(team.organiser, meeting)).toMatchObject({ heldOn: '2026-01-21', nextStep: null })
    const { version } = await team.organiser.call(endpoints.readRecord, { params: { recordId: id } })
    const body = { reason: '记错了', version }
    await team.organiser.call(endpoints.withdrawRecord, { params: { recordId: id }, body })
    expect(await read(team.organiser, meeting)).toMatchObject({ heldOn: null, nextStep: 'session' })
  })

  it('follows from the day it was held, however late it had been planned', async () => {
    const team = await newTeam()
    const meeting = await open(team, { plannedOn: '2026-09-20' })
    await team.organiser.call(endpoints.createRecord, {
      params: { organisationId: team.place.id },
      body: talkOf(team.head.session.person.id, team.member.session.person.id, { onDay: '2026-01-10' }),
    })
    await linkRecord(team, meeting, life)
    const after = await read(team.organiser, meeting)
    expect(step(after, 'talks').state).toBe('met')
    expect(after.done).toEqual(['talks', 'session'])
  })

  it('is told from the beginning: what is not asked of its kind is behind, and what was done before counts', async () => {
    const team = await newTeam()
    await team.organiser.call(endpoints.createRecord, {
      params: { organisationId: team.place.id },
      body: talkOf(team.head.session.person.id, team.member.session.person.id, { onDay: '2026-01-10' }),
    })
    await open(team, { kind: 'organisational_life' })
    const { items } = await superior.call(endpoints.listMeetings, { params: { organisationId: team.place.id } })
    expect(items[0]).toMatchObject({
      done: ['plan', 'talks', 'report', 'publication'],
      late: ['study', 'opinions', 'materials', 'review', 'session', 'lists'],
    })
  })

  it('is what is counted anew for any day: moving it moves every day that follows, and keeps nothing of the old', async () => {
    const team = await newTeam()
    let meeting = await open(team)
    const day = fc.date({ min: new Date('2026-01-05'), max: new Date('2027-12-20'), noInvalidDate: true })
    await fc.assert(
      fc.asyncProperty(day, async (date) => {
        const plannedOn = date.toISOString().slice(0, 10)
        const { version } = meeting
        meeting = await team.organiser.call(endpoints.changeMeeting, {
          ...about(meeting),
          body: { plannedOn, version },
        })
        const fresh = await open(team, { plannedOn })
        const days = (of: MeetingDetail) => of.steps.map(({ step: name, due }) => [name, due])
        expect(days(meeting)).toEqual(days(fresh))
        expect(meeting).toMatchObject({ nextStep: fresh.nextStep, nextDue: fresh.nextDue, done: [] })
        const rows = office.pool.db.selectFrom('meeting').where('id', '=', meeting.id)
        const { planned_on, version: _, ...rest } = await rows.selectAll().executeTakeFirstOrThrow()
        expect(planned_on).toBe(plannedOn)
        expect(Object.values(rest)).not.toContain(meeting.nextDue)
      }),
      { numRuns: 8 },
    )
  })
})

describe('who is missing', () => {
  it('is told by name to who runs the meeting, as a number to the superior and to members', async () => {
    const team = await newTeam()
    const meeting = await open(team)
    const own = step(await read(team.organiser, meeting), 'materials')
    expect(own.missing.map(({ id }) => id).toSorted()).toEqual(
      [team.head.session.person.id, team.member.session.person.id].toSorted(),
    )
    for (const other of [superior, team.member]) {
      const seen = await read(other, meeting)
      expect(step(seen, 'materials')).toMatchObject({ missing: [], missingCount: 2 })
      expect(seen.isWhole).toBe(false)
      expect(seen.steps.flatMap(({ lines }) => lines).filter(({ message }) => message !== null)).toEqual([])
      const text = JSON.stringify(seen)
      expect(text).not.toContain(team.head.session.person.name)
    }
  })
})

describe('what is not done here', () => {
  const aside = (team: Team, meeting: MeetingDetail, rule: string, by = team.organiser) =>
    by.call(endpoints.setAside, { ...about(meeting), body: { rule, reason: '上级统一制定了方案' } })

  it('says why; the reason stays, counts as done and is not written twice', async () => {
    const team = await newTeam()
    const meeting = await open(team)
    const after = await aside(team, meeting, 'step/plan')
    expect(step(after, 'plan')).toMatchObject({ state: 'set_aside', waiver: { reason: '上级统一制定了方案' } })
    expect(after.done).toEqual(['plan'])
    await expect(aside(team, meeting, 'step/plan')).rejects.toMatchObject({ refusal: { code: 'conflict' } })
    await expect(aside(team, meeting, 'step/none')).rejects.toMatchObject({ refusal: { code: 'invalid' } })
    await expect(aside(team, meeting, 'step/study', team.member)).rejects.toMatchObject({
      refusal: { code: 'forbidden' },
    })
  })

  it('needs a reason of five characters', async () => {
    const team = await newTeam()
    const meeting = await open(team)
    const body = { rule: 'step/plan', reason: '不办' }
    await expect(team.organiser.call(endpoints.setAside, { ...about(meeting), body })).rejects.toMatchObject({
      refusal: { code: 'invalid', places: [{ field: 'reason' }] },
    })
  })
})

describe('reporting a meeting', () => {
  const report = (team: Team, { id, version }: MeetingDetail, reportedOn = '2026-02-01') =>
    team.organiser.call(endpoints.reportMeeting, {
      params: { meetingId: id },
      body: { reportedOn, version },
    })
  const hold = async (team: Team, meeting: MeetingDetail, absent: readonly Employee[] = []) => {
    const participants = absent.map(({ session }) => ({
      personId: session.person.id,
      kind: 'excused' as const,
      note: '',
    }))
    await linkRecord(team, meeting, { ...life, participants })
    return read(team.organiser, meeting)
  }

  it('is not done before it is held, nor for a day before', async () => {
    const team = await newTeam()
    const meeting = await open(team)
    await expect(report(team, meeting)).rejects.toMatchObject({ refusal: { code: 'conflict' } })
    const held = await hold(team, meeting)
    await expect(report(team, held, '2026-01-20')).rejects.toMatchObject({ refusal: { code: 'invalid' } })
  })

  it('of a body’s first meeting is not blocked', async () => {
    const team = await newTeam()
    const held = await hold(team, await open(team))
    expect(await report(team, held)).toMatchObject({ reportedOn: '2026-02-01', done: ['session', 'report'] })
  })

  it('is refused while the quorum failed, and done once that has been set aside', async () => {
    const team = await newTeam()
    const held = await hold(team, await open(team), [team.member])
    const line = held.steps.flatMap(({ lines }) => lines).find(({ rule }) => rule === 'procedure/quorum')
    expect(line).toMatchObject({ state: 'missing', isBlock: true, message: expect.stringContaining('实到1人') })
    await expect(report(team, held)).rejects.toMatchObject({
      refusal: { code: 'conflict', title: '还不能上报：到会人数不够。' },
    })
    const body = { rule: 'procedure/quorum', reason: '上级同意按时召开' }
    const after = await team.organiser.call(endpoints.setAside, { ...about(held), body })
    expect(await report(team, after)).toMatchObject({ reportedOn: '2026-02-01' })
  })
})

describe('what names a meeting', () => {
  it('is of the same body, and of one meeting only', async () => {
    const [team, other] = [await newTeam(), await newTeam()]
    const [meeting, second] = [await open(team), await open(team)]
    const id = await linkRecord(team, meeting, { onDay: '2026-01-08' })
    const link = (to: MeetingDetail, by = superior) =>
      by.call(endpoints.linkToMeeting, { ...about(to), body: { kind: 'record', id } })
    await expect(link(second)).rejects.toMatchObject({ refusal: { code: 'conflict' } })
    await expect(link(await open(other))).rejects.toMatchObject({ refusal: { code: 'invalid' } })
    const params = { meetingId: meeting.id, kind: 'record' as const, id }
    await team.organiser.call(endpoints.unlinkFromMeeting, { params })
    expect(await link(second)).toMatchObject({ done: ['study'] })
  })

  it('is a member’s own material, by himself; not another’s', async () => {
    const team = await newTeam()
    const meeting = await open(team)
    await paper(team, meeting, 'personal', team.member, 'submitted')
    const id = await paper(team, await open(team), 'team', team.organiser)
    await expect(
      team.member.call(endpoints.linkToMeeting, { ...about(meeting), body: { kind: 'paper', id } }),
    ).rejects.toMatchObject({ refusal: { code: 'forbidden' } })
  })
})

it('a meeting with a campaign is asked for what the campaign asks', async () => {
  const place = await office.addOrganisation(office.city, '临江市水利工委', 'working_committee')
  await office.addOrganisation(place, '第一水利站党支部', 'branch')
  const head = await office.employ(place, 'organiser')
  const campaign = await head.call(endpoints.createCampaign, {
    params: { organisationId: place.id },
    body: someCampaign({ reportDays: 30, leadWorkdays: 5, fromOn: '2026-01-05', untilOn: '2026-01-20' }),
  })
  await head.call(endpoints.openCampaign, { params: { campaignId: campaign.id }, body: { version: 1 } })
  const { items } = await head.call(endpoints.listMeetings, {
    params: { organisationId: place.id },
    query: { below: true },
  })
  const meeting = await head.call(endpoints.readMeeting, { params: { meetingId: items[0]?.id ?? '' } })
  expect(step(meeting, 'plan').due).toBe('2026-01-13')
  expect(step(meeting, 'report').due).toBe('2026-02-19')
  expect(meeting.asks).toMatchObject({ aspects: campaign.aspects, reportItems: campaign.reportItems })
})
