import { setTimeout as wait } from 'node:timers/promises'
import { endpoints, type MeetingSession, RefusedCall } from '@duizhao/contract'
import { read } from '@duizhao/engine'
import { sql } from 'kysely'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lockTree } from '../../office/organisation/queries.ts'
import { someMeeting } from '../../testing/meetings.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost } from '../../testing/records.ts'
import { today } from '../../testing/scene.ts'

let office: Office
/** Three of the team of 水务局, of whom the first is its head. */
let team: readonly [Employee, Employee, Employee]
let organiser: Employee
/** Records by its post only. */
let secretary: Employee

beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.water, 'organiser')
  team = [
    await office.employ(office.water, 'member'),
    await office.employ(office.water, 'team_member'),
    await office.employ(office.water, 'handler'),
  ]
  for (const [at, { session }] of team.entries())
    await givePost(office, {
      ...{ personId: session.person.id, bodyId: office.water.id },
      role: at === 0 ? 'head' : 'deputy',
    })
  secretary = team[0]
})
afterAll(() => office.close())

const idOf = ({ session }: Employee): string => session.person.id
type Key = { readonly meetingId: string; readonly circle: 'team' }

async function begun(onDay = today()): Promise<Key> {
  const body = someMeeting()
  const { id } = await organiser.call(endpoints.createMeeting, { params: { organisationId: office.water.id }, body })
  const params = { meetingId: id, circle: 'team' as const }
  await organiser.call(endpoints.beginSession, {
    params,
    body: { onDay, hostId: idOf(team[0]), place: '三楼会议室' },
  })
  return params
}

/** So many days from today. */
const dayFrom = (days: number): string => new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10)
const tasksOf = async (key: Key): Promise<string[]> =>
  (await secretary.call(endpoints.readHome, {})).tasks
    .filter(({ link }) => link.includes(key.meetingId))
    .map(({ title }) => title)

/** The same in a body of its own, of two, of whom one has been there since today. */
async function begunElsewhere(name: string) {
  const place = await office.addOrganisation(office.city, name)
  const recorder = await office.employ(place, 'organiser')
  const [one, late] = [await office.employ(place, 'member'), await office.employ(place, 'member')]
  const post = { bodyId: place.id, role: 'deputy' } as const
  await givePost(office, { ...post, personId: idOf(one) })
  await givePost(office, { ...post, personId: idOf(late), fromOn: today() })
  const given = { params: { organisationId: place.id }, body: someMeeting() }
  const { id } = await recorder.call(endpoints.createMeeting, given)
  const key: Key = { meetingId: id, circle: 'team' }
  await recorder.call(endpoints.beginSession, { params: key, body: { onDay: today() } })
  return { recorder, one, late, key }
}

let minute = 0
const mark = (key: Key, who: Employee, kind: 'absent' | 'excused' | 'left' | 'came', by = organiser) => {
  minute += 1
  const at = new Date(Date.now() + minute * 1_000).toISOString()
  return by.call(endpoints.writePresence, {
    params: { ...key, eventId: newId() },
    body: { personId: idOf(who), kind, at },
  })
}

const TEXT = '对分管科室督促不够，三份报告都迟交了'
const say = (
  key: Key,
  [from, about]: readonly [Employee, Employee],
  { id = newId(), text = TEXT, by = organiser, version = null as number | null, isWithdrawn = false } = {},
) =>
  by.call(endpoints.writeRemark, {
    params: { ...key, remarkId: id },
    body: { fromId: idOf(from), aboutId: idOf(about), text, version, isWithdrawn },
  })

const readBy = (key: Key, by: Employee): Promise<MeetingSession> =>
  by.call(endpoints.readMeetingSession, { params: key })
const remarksOf = ({ whole }: MeetingSession) => whole?.remarks ?? []
const end = async (key: Key, by = organiser) => {
  const { whole } = await readBy(key, by)
  return by.call(endpoints.endSession, { params: key, body: { version: whole?.version ?? 0 } })
}
const codeOf = async (asked: Promise<unknown>): Promise<string> => {
  try {
    await asked
    return 'done'
  } catch (error) {
    if (error instanceof RefusedCall) return error.refusal.code
    throw error
  }
}

async function minutesOf(key: Key, by = organiser): Promise<string> {
  const file = await by.call(endpoints.sessionMinutes, { params: key })
  const document = await read(new Uint8Array(await file.arrayBuffer()), '会议记录.docx')
  return 'text' in document ? document.text : ''
}

describe('a quorum', () => {
  it('fails as people are away, holds again as one comes, and a session below it cannot be ended', async () => {
    const key = await begun()
    expect((await readBy(key, organiser)).quorum).toEqual({ expected: 3, present: 3, needed: 2, isMet: true })
    await mark(key, team[1], 'absent')
    expect((await mark(key, team[2], 'excused')).quorum).toEqual({ expected: 3, present: 1, needed: 2, isMet: false })
    expect(await codeOf(end(key))).toBe('conflict')
    expect((await mark(key, team[2], 'came')).quorum).toMatchObject({ present: 2, isMet: true })
    expect(await end(key)).toMatchObject({ isEnded: true })
  })

  it('counts who left before the end as come, in the minutes and everywhere', async () => {
    const key = await begun()
    await mark(key, team[1], 'excused')
    expect((await mark(key, team[2], 'left')).quorum).toMatchObject({ present: 1, isMet: false })
    expect((await end(key)).quorum).toEqual({ expected: 3, present: 2, needed: 2, isMet: true })
    expect(await minutesOf(key)).toContain('应到：3人　实到：2人')
  })

  it('counts only who is due to come', async () => {
    const key = await begun()
    expect(await codeOf(mark(key, organiser, 'absent'))).toBe('invalid')
  })
})

describe('two recorders', () => {
  it('write lines that stand side by side, whoever is first', async () => {
    for (const order of [
      [organiser, secretary],
      [secretary, organiser],
    ] as const) {
      const key = await begun()
      const [one, other] = [newId(), newId()]
      const writes = new Map([
        [organiser, () => say(key, [team[1], team[2]], { id: one, by: organiser, text: '下基层少' })],
        [secretary, () => say(key, [team[1], team[2]], { id: other, by: secretary, text: '学习不够' })],
      ])
      for (const by of order) await writes.get(by)?.()
      const seen = remarksOf(await readBy(key, organiser))
      expect(new Set(seen.map(({ id, text }) => `${id} ${text}`))).toEqual(
        new Set([`${one} 下基层少`, `${other} 学习不够`]),
      )
      expect((await readBy(key, organiser)).remarks).toMatchObject({ filled: 1, cells: 6, total: 2 })
    }
  })

  it('who sends a line again that arrived before changes nothing; who goes on with it as new changes it', async () => {
    const key = await begun()
    const id = newId()
    await say(key, [team[1], team[2]], { id })
    const entries = () =>
      office.pool.db.selectFrom('audit_entry').select('number').where('action', '=', 'session.writeRemark').execute()
    const before = (await entries()).length
    expect(remarksOf(await say(key, [team[1], team[2]], { id }))).toMatchObject([{ id, version: 1 }])
    expect((await entries()).length).toBe(before)
    expect(remarksOf(await say(key, [team[1], team[2]], { id, text: '改了一句' }))).toMatchObject([
      { id, version: 2, text: '改了一句' },
    ])
  })

  it('who changes a line the other changed meanwhile is told what it is now', async () => {
    const key = await begun()
    const id = newId()
    await say(key, [team[1], team[2]], { id })
    await say(key, [team[1], team[2]], { id, text: '先改的', version: 1 })
    await expect(say(key, [team[1], team[2]], { id, text: '后改的', version: 1, by: secretary })).rejects.toMatchObject(
      { refusal: { code: 'conflict', current: { version: 2, text: '先改的' } } },
    )
  })

  it('who both begin, begin one session', async () => {
    const key = await begun()
    const again = await secretary.call(endpoints.beginSession, { params: key, body: { onDay: today(), place: '五楼' } })
    expect(again).toMatchObject({ isBegun: true, whole: { place: '五楼' } })
  })

  it('a line that arrives after the end is kept; a line taken back is not there', async () => {
    const key = await begun()
    const id = newId()
    await end(key)
    await say(key, [team[1], team[2]], { id })
    expect(await say(key, [team[1], team[2]], { id, version: 1, isWithdrawn: true })).toMatchObject({
      remarks: { total: 0 },
      whole: { remarks: [] },
    })
    expect(await codeOf(mark(key, team[1], 'left'))).toBe('conflict')
  })
})

it('a session is begun on its day, not before', async () => {
  const key = await begun()
  const asked = organiser.call(endpoints.beginSession, { params: key, body: { onDay: dayFrom(1) } })
  await expect(asked).rejects.toMatchObject({ refusal: { code: 'invalid', places: [{ field: 'onDay' }] } })
})

it('what was said of oneself was said on the day of the session, whenever it was written down', async () => {
  const key = await begun(dayFrom(-3))
  const id = newId()
  await say(key, [team[0], team[1]], { id })
  const { items } = await team[1].call(endpoints.listOwnMatters, {})
  expect(items.find((each) => each.id === id)).toMatchObject({ saidOn: dayFrom(-3) })
})

it('a remark written while its body is moved lies where the body lies then', async () => {
  const key = await begun()
  const id = newId()
  const written = await office.pool.db.transaction().execute(async (tx) => {
    await lockTree(tx)
    const writing = say(key, [team[0], team[1]], { id })
    // It is done, or it waits for the move.
    await Promise.race([writing, waiting()])
    await tx.updateTable('meeting').set({ a1: office.education.id }).where('id', '=', key.meetingId).execute()
    return { writing }
  })
  await written.writing
  const { a1 } = await office.pool.db.selectFrom('matter').select('a1').where('id', '=', id).executeTakeFirstOrThrow()
  expect(a1).toBe(office.education.id)
})

/** Comes when somebody waits for the tree. */
async function waiting(): Promise<void> {
  for (;;) {
    const { rows } = await sql`select from pg_locks where locktype = 'advisory' and not granted`.execute(office.pool.db)
    if (rows.length > 0) return
    await wait(10)
  }
}

it('what a remark is made of is told to who records, by the rules of the engine', async () => {
  const key = await begun()
  for (const text of [TEXT, '工作认真负责，是我们的榜样', '建议多到基层走走', ''])
    await say(key, [team[1], team[2]], { text })
  expect(remarksOf(await readBy(key, organiser)).map(({ substance }) => substance)).toEqual([
    'concrete',
    'praise',
    'suggestion',
    'empty',
  ])
})

describe('the end of a session', () => {
  it('is a record of the body that names the meeting, with the exceptions only', async () => {
    const key = await begun()
    await mark(key, team[2], 'excused')
    await organiser.call(endpoints.writeSessionLine, {
      params: { ...key, lineId: newId() },
      body: { kind: 'written', personId: idOf(team[2]), text: '检视自己：下基层少', version: null },
    })
    const { recordId } = await end(key)
    const kept = await office.pool.db
      .selectFrom('record')
      .innerJoin('participation', 'participation.record_id', 'record.id')
      .select(['meeting_id', 'kinds', 'participation.person_id', 'participation.kind'])
      .where('record.id', '=', recordId)
      .orderBy('participation.kind')
      .execute()
    expect(kept).toEqual([
      { meeting_id: key.meetingId, kinds: ['life_meeting'], person_id: idOf(team[2]), kind: 'excused' },
      { meeting_id: key.meetingId, kinds: ['life_meeting'], person_id: idOf(team[2]), kind: 'wrote' },
    ])
    expect(await codeOf(end(key))).toBe('conflict')
  })

  it('makes the meeting held at once', async () => {
    const { recorder, key } = await begunElsewhere('临江市统计局')
    await end(key, recorder)
    const meeting = await recorder.call(endpoints.readMeeting, { params: { meetingId: key.meetingId } })
    expect(meeting).toMatchObject({ heldOn: today() })
  })

  it('leaves tasks: to tell who was absent, to say what becomes of each; telling and ending take them away', async () => {
    const key = await begun()
    await mark(key, team[2], 'absent')
    await say(key, [team[1], team[2]])
    await end(key)
    expect(await tasksOf(key)).toEqual(['向缺席的 1 人转告批评意见', '会上的 1 条意见还没有结果'])
    await secretary.call(endpoints.passRemarksOn, { params: key, body: { personId: idOf(team[2]), on: today() } })
    const [remark] = remarksOf(await readBy(key, secretary))
    expect(remark).toMatchObject({ toldOn: today() })
    const body = { ending: 'explained', reason: '三份报告都因停电迟交', version: remark?.version ?? 0 } as const
    await secretary.call(endpoints.endMatter, { params: { matterId: remark?.id ?? '' }, body })
    expect(await tasksOf(key)).toEqual([])
    expect(await codeOf(secretary.call(endpoints.endMatter, { params: { matterId: remark?.id ?? '' }, body }))).toBe(
      'conflict',
    )
  })

  it('leaves it to another what becomes of what was said of one who records, as long as there is another', async () => {
    const key = await begun()
    await say(key, [team[1], team[0]])
    await end(key)
    const [remark] = remarksOf(await readBy(key, secretary))
    const given = { ...key, remarkId: remark?.id ?? '' }
    const { version = 0, text = '' } = remark ?? {}
    const people = { fromId: idOf(team[1]), aboutId: idOf(team[0]) }
    const write = (by: Employee, more: object) =>
      by.call(endpoints.writeRemark, { params: given, body: { ...people, text, version, ...more } })
    const ending = (by: Employee) =>
      by.call(endpoints.endMatter, {
        params: { matterId: given.remarkId },
        body: { ending: 'not_adopted', reason: '情况不是这样', version },
      })
    expect(await codeOf(ending(secretary))).toBe('forbidden')
    expect(await codeOf(write(secretary, { isWithdrawn: true }))).toBe('forbidden')
    expect(await codeOf(write(secretary, { text: '没有意见', version: null }))).toBe('forbidden')
    await write(secretary, {})
    await ending(organiser)
    expect(await tasksOf(key)).toEqual([])
  })

  it('lets who is alone end it', async () => {
    const place = await office.addOrganisation(office.city, '临江市档案馆')
    const [alone, other] = [await office.employ(place, 'member'), await office.employ(place, 'member')]
    await givePost(office, { personId: idOf(alone), bodyId: place.id, role: 'head' })
    await givePost(office, { personId: idOf(other), bodyId: place.id, role: 'deputy' })
    const superior = await office.employ(office.city, 'organiser')
    const { id } = await superior.call(endpoints.createMeeting, {
      params: { organisationId: place.id },
      body: someMeeting(),
    })
    const key: Key = { meetingId: id, circle: 'team' }
    await alone.call(endpoints.beginSession, { params: key, body: { onDay: today() } })
    const remarkId = newId()
    const body = { fromId: idOf(other), aboutId: idOf(alone), text: '三份报告都迟交了', version: null }
    await alone.call(endpoints.writeRemark, { params: { ...key, remarkId }, body })
    const ended = { ending: 'explained', reason: '因停电迟交，已经说明', version: 1 } as const
    const matter = await alone.call(endpoints.endMatter, { params: { matterId: remarkId }, body: ended })
    expect(matter.outcome?.ending).toBe('explained')
  })

  it('leaves no task once the superior had the meeting held again: the old one stays as it was', async () => {
    const superior = await office.employ(office.city, 'organiser')
    const key = await begun()
    await mark(key, team[2], 'absent')
    await say(key, [team[1], team[2]])
    await end(key)
    expect(await tasksOf(key)).toHaveLength(2)
    await superior.call(endpoints.orderMeetingAgain, {
      params: { meetingId: key.meetingId },
      body: { reason: '批评意见都是表扬，责令补课' },
    })
    expect(await tasksOf(key)).toEqual([])
  })

  it('lets who was told be told again, when the words became others or were of somebody else', async () => {
    const key = await begun()
    await mark(key, team[1], 'absent')
    await mark(key, team[1], 'came')
    await mark(key, team[2], 'absent')
    const ids = [newId(), newId(), newId()] as const
    for (const id of ids) await say(key, [team[0], team[2]], { id })
    await end(key)
    await secretary.call(endpoints.passRemarksOn, {
      params: key,
      body: { personId: idOf(team[2]), on: today(), note: '当面' },
    })
    await say(key, [team[0], team[2]], { id: ids[0], version: 2, text: '改了一句' })
    await say(key, [team[0], team[1]], { id: ids[1], version: 2 })
    await say(key, [team[1], team[2]], { id: ids[2], version: 2 })
    const told = new Map(remarksOf(await readBy(key, organiser)).map(({ id, toldOn }) => [id, toldOn]))
    expect(ids.map((id) => told.get(id))).toEqual([null, null, today()])
    expect((await tasksOf(key))[0]).toBe('向缺席的 1 人转告批评意见')
  })

  it('gives minutes with what was said of who is not due by the day that was put right', async () => {
    const { recorder, one, late, key } = await begunElsewhere('临江市档案局')
    await say(key, [one, late], { by: recorder })
    await recorder.call(endpoints.beginSession, { params: key, body: { onDay: dayFrom(-1) } })
    expect(await minutesOf(key, recorder)).toContain(`${one.session.person.name}：${TEXT}`)
  })

  it('gives minutes in Word: who was there, and what was said in the order of the agenda', async () => {
    const key = await begun()
    await mark(key, team[2], 'excused')
    await say(key, [team[1], team[1]], { text: '我下基层少' })
    await say(key, [team[0], team[1]])
    await organiser.call(endpoints.writeSessionLine, {
      params: { ...key, lineId: newId() },
      body: { kind: 'superior', speaker: '督导组方明', text: '意见提得具体', version: null },
    })
    await end(key)
    const text = await minutesOf(key)
    const names = team.map(({ session }) => session.person.name)
    const wanted = [
      '地点：三楼会议室',
      `主持：${names[0]}`,
      '应到：3人　实到：2人',
      `缺席：${names[2]}（请假）`,
      '一、通报上次会议整改措施落实情况',
      '自我批评：我下基层少',
      `${names[0]}：${TEXT}`,
      '督导组方明：意见提得具体',
    ]
    expect(wanted.filter((words) => !text.includes(words))).toEqual([])
    const places = wanted.map((words) => text.indexOf(words))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
  })
})

describe('a remark that is confirmed', () => {
  it('is a problem of the ledger, assigned, with its measure, and the person sees what became of it', async () => {
    const key = await begun()
    const [remark] = remarksOf(await say(key, [team[0], team[1]]))
    const given = {
      params: { matterId: remark?.id ?? '' },
      body: {
        text: '三份报告都迟交',
        class: 'dated',
        leadId: idOf(team[1]),
        dueOn: '2099-06-30',
        measure: '每周核对一次进度',
        version: remark?.version ?? 0,
      },
    } as const
    const { outcome } = await organiser.call(endpoints.confirmMatter, given)
    const problem = await organiser.call(endpoints.readProblem, { params: { problemId: outcome?.problem?.id ?? '' } })
    expect(problem).toMatchObject({
      ...{ source: 'criticism', text: '三份报告都迟交', state: 'assigned', lead: { id: idOf(team[1]) } },
      ...{ dueOn: '2099-06-30', measures: [{ text: '每周核对一次进度' }] },
    })
    const { done } = await organiser.call(endpoints.readMeeting, { params: { meetingId: key.meetingId } })
    expect(done).toContain('lists')
    expect(await codeOf(organiser.call(endpoints.confirmMatter, given))).toBe('conflict')
    const { items } = await team[1].call(endpoints.listOwnMatters, {})
    expect(items[0]).toMatchObject({
      ...{ text: TEXT, from: { id: idOf(team[0]) } },
      outcome: { ending: 'problem', problem: { number: problem.number } },
    })
  })

  it('comes into the ledger whole or not at all', async () => {
    const key = await begun()
    const [remark] = remarksOf(await say(key, [team[0], team[1]]))
    const count = async () => (await office.pool.db.selectFrom('problem').select('id').execute()).length
    const before = await count()
    const body = {
      text: '三份报告都迟交',
      class: 'dated',
      leadId: newId(),
      dueOn: '2099-06-30',
      measure: '每周核对一次进度',
      version: remark?.version ?? 0,
    } as const
    const asked = organiser.call(endpoints.confirmMatter, { params: { matterId: remark?.id ?? '' }, body })
    expect(await codeOf(asked)).toBe('invalid')
    expect(await count()).toBe(before)
    expect(remarksOf(await readBy(key, organiser))).toMatchObject([{ outcome: null, version: 1 }])
  })
})
