import { endpoints, type RecordFields, type WorkRecordDetail } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost, someRecord, talkOf } from '../../testing/records.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { keptRecords } from './index.ts'

let office: Office
let branch: Office['city']
let organiser: Employee
beforeAll(async () => {
  office = await openOffice()
  branch = await office.addOrganisation(office.water, '水务局机关党支部', 'branch')
  organiser = await office.employ(office.water, 'organiser')
})
afterAll(() => office.close())

type Body = Partial<RecordFields> & Pick<RecordFields, 'kinds' | 'onDay'>

const write = (by: Employee, body: Body, place = branch): Promise<WorkRecordDetail> =>
  by.call(endpoints.createRecord, { params: { organisationId: place.id }, body })
const read = (by: Employee, { id }: { id: string }) => by.call(endpoints.readRecord, { params: { recordId: id } })
const member = async (place = branch) => (await office.register(place, 'member')).personId

describe('writing a record', () => {
  it('keeps what was written, under a name made of day and kinds where none is given', async () => {
    const [hostId, guest] = [await member(), await member()]
    const made = await write(organiser, {
      ...{ kinds: ['study', 'branch_meeting'], onDay: '2026-02-10', place: '三楼会议室', hostId, hours: 1.5 },
      subjects: ['意识形态'],
      topics: [{ text: '学习重要讲话', ofDay: '2026-02-10', speaker: '' }],
      participants: [{ personId: guest, kind: 'observer', note: '上级派员' }],
      outcome: '形成决议 1 项',
    })
    expect(made).toMatchObject({
      ...{ name: '2026年2月10日集中学习、党员大会', kinds: ['study', 'branch_meeting'], hours: 1.5, version: 1 },
      ...{ place: '三楼会议室', outcome: '形成决议 1 项', view: 'whole', state: 'kept', mayChange: true, note: null },
      host: { id: hostId },
      participants: [{ person: { id: guest }, kind: 'observer', note: '上级派员', isExpected: false }],
      attendance: null,
    })
    expect(await read(organiser, made)).toEqual(made)
  })

  const rules: readonly (readonly [string, Partial<RecordFields>, string])[] = [
    [
      'a text studied before it was given',
      { topics: [{ text: '讲话', ofDay: '2026-03-06', speaker: '' }] },
      'topics.0.ofDay',
    ],
    ['a day that has not come', { onDay: '2099-01-01', topics: [] }, 'onDay'],
    ['days in the wrong order', { untilDay: '2026-03-04' }, 'untilDay'],
    ['a later period made up for', { makesUpOn: '2026-04-01' }, 'makesUpOn'],
    [
      'more passed than took part',
      { kinds: ['test'], topics: [], numbers: { entered: 20, passed: 21 } },
      'numbers.passed',
    ],
    ['more heard it than there are', { kinds: ['outreach'], numbers: { audience: 9, base: 8 } }, 'numbers.audience'],
    ['more paid than owed', { kinds: ['dues'], topics: [], numbers: { due: 9, paid: 8, paidLate: 2 } }, 'numbers.paid'],
    ['a number the kind does not count', { numbers: { passed: 1 } }, 'numbers.passed'],
    ['names where there are only counts', { kinds: ['test'] }, 'topics'],
    ['a talk besides something else', { kinds: ['talk', 'study'] }, 'kinds'],
    ['a talk of one', { kinds: ['talk'] }, 'participants.0.personId'],
    ['nobody of that name', { hostId: '01999999-0000-7000-8000-000000000000' }, 'hostId'],
  ]
  it.each(rules)('refuses %s, at its field', async (_, change, field) => {
    const refusal = await refusalOf(write(organiser, someRecord(change)))
    expect(refusal.code).toBe('invalid')
    expect(refusal.places?.map((place) => place.field)).toContain(field)
  })

  it('refuses the same thing twice, and says which was the first; two talks of a day are two', async () => {
    const first = someRecord({ onDay: '2026-01-20' })
    const { id, name } = await write(organiser, first)
    const refusal = await refusalOf(write(organiser, first))
    expect(refusal).toMatchObject({ code: 'conflict', current: { id, name } })
    expect(refusal.title).toContain(name)
    const [one, other, third] = [await member(), await member(), await member()]
    await write(organiser, talkOf(one, other))
    await write(organiser, talkOf(one, third))
    expect(await refusalOf(write(organiser, talkOf(other, one)))).toMatchObject({ code: 'conflict' })
  })

  it('is for organisers and liaisons, and for secretaries and heads by their posts as long as they last', async () => {
    const secretary = await office.employ(office.water, 'member')
    expect(await refusalOf(write(secretary, someRecord()))).toMatchObject({ code: 'forbidden' })
    const { id: personId } = secretary.session.person
    await givePost(office, { personId, bodyId: branch.id, role: 'secretary', toOn: '2026-01-01' })
    expect(await refusalOf(write(secretary, someRecord()))).toMatchObject({ code: 'forbidden' })
    await givePost(office, { personId, bodyId: branch.id, role: 'secretary' })
    expect(await write(secretary, someRecord())).toMatchObject({ view: 'whole', mayChange: true })
    expect(await refusalOf(write(secretary, someRecord(), office.water))).toMatchObject({ code: 'forbidden' })
  })

  it('lets whoever talked write that talk, and only them what was said', async () => {
    const talker = await office.employ(office.water, 'member')
    const { id: personId } = talker.session.person
    const other = await member()
    const made = await write(talker, talkOf(personId, other, { note: '谈了作风问题' }))
    expect(made).toMatchObject({ view: 'whole', note: '谈了作风问题', talkedTo: [{ id: other }] })
    const refusal = await refusalOf(write(organiser, talkOf(await member(), other, { note: '听说的' })))
    expect(refusal.places).toEqual([{ field: 'note', message: '谈话内容只由谈话的人自己写' }])
  })
})

describe('who was due and came', () => {
  it('follows from the posts of the day, less those who were away', async () => {
    const body = await office.addOrganisation(office.water, '第二党支部', 'branch')
    const people = await Promise.all(Array.from({ length: 5 }, () => member(body)))
    const [secretary = '', one = '', two = '', later = '', living = ''] = people
    await givePost(office, { personId: secretary, bodyId: body.id, role: 'secretary' })
    await givePost(office, { personId: one, bodyId: body.id, role: 'party_member' })
    await givePost(office, { personId: two, bodyId: body.id, role: 'probationary', toOn: '2026-03-05' })
    await givePost(office, { personId: later, bodyId: body.id, role: 'party_member', fromOn: '2026-03-06' })
    await givePost(office, { personId: living, bodyId: office.water.id, role: 'head', branchId: body.id })
    const participants = [
      { personId: one, kind: 'excused' as const, note: '出差' },
      { personId: living, kind: 'partial' as const, note: '' },
      { personId: later, kind: 'absent' as const, note: '' },
    ]
    const made = await write(organiser, { kinds: ['branch_meeting'], onDay: '2026-03-05', participants }, body)
    expect(made.attendance).toEqual({ expected: 4, present: 3 })
    expect(made.participants.filter(({ isExpected }) => isExpected).map(({ person }) => person.id)).toEqual(
      expect.arrayContaining([one, living]),
    )
    const committee = await write(organiser, { kinds: ['committee_meeting'], onDay: '2026-03-05' }, body)
    expect(committee.attendance).toEqual({ expected: 1, present: 1 })
    const dues = { kinds: ['dues' as const], onDay: '2026-03-05', numbers: { due: 4, paid: 4 } }
    expect((await write(organiser, dues, body)).attendance).toBeNull()
    const { items } = await organiser.call(endpoints.listRecordPeople, {
      params: { organisationId: body.id },
      query: { onDay: '2026-03-05' },
    })
    expect(items.filter(({ isMember }) => isMember).map(({ id }) => id)).toHaveLength(4)
    expect(items.find(({ id }) => id === secretary)).toMatchObject({ isCommittee: true, isTeam: false })
  })
})

describe('changing and taking back', () => {
  it('tells who was slower what stands there now, and changes nothing for nothing', async () => {
    const body = someRecord({ onDay: '2026-03-10' })
    const { id, version } = await write(organiser, body)
    const change = (more: object) =>
      organiser.call(endpoints.changeRecord, {
        params: { recordId: id },
        body: { ...body, state: 'kept', version, ...more },
      })
    const refusal = await refusalOf(change({ name: '2026年3月10日集中学习' }))
    expect(refusal.title).toBe('什么都没有改，所以没有保存。')
    expect(await change({ place: '会议室' })).toMatchObject({ place: '会议室', version: 2 })
    expect(await refusalOf(change({ place: '礼堂' }))).toMatchObject({
      code: 'conflict',
      current: { place: '会议室', version: 2 },
    })
  })

  it('a draft is its author’s until it is kept, and then stays kept', async () => {
    const body = someRecord({ onDay: '2026-03-11' })
    const params = { organisationId: branch.id }
    const { id, version } = await organiser.call(endpoints.createRecord, { params, body: { ...body, state: 'draft' } })
    const colleague = await office.employ(office.water, 'organiser')
    expect(await refusalOf(read(colleague, { id }))).toMatchObject({ code: 'not_found' })
    expect(
      (await organiser.call(endpoints.readRecordFigures, { params, query: { from: '2026-03-11', to: '2026-03-11' } }))
        .records,
    ).toBe(0)
    const change = (state: 'draft' | 'kept', at: number) =>
      organiser.call(endpoints.changeRecord, { params: { recordId: id }, body: { ...body, state, version: at } })
    expect(await change('kept', version)).toMatchObject({ state: 'kept', version: 2 })
    expect(await read(colleague, { id })).toMatchObject({ state: 'kept' })
    expect(await refusalOf(change('draft', 2))).toMatchObject({ code: 'invalid' })
  })

  it('what was taken back stays with its reason, out of lists and figures, and makes room for the right one', async () => {
    const body = someRecord({ onDay: '2026-03-12' })
    const { id, version } = await write(organiser, body)
    const params = { recordId: id }
    const withdrawn = await organiser.call(endpoints.withdrawRecord, {
      params,
      body: { reason: '记到了别的支部', version },
    })
    expect(withdrawn).toMatchObject({ withdrawn: { reason: '记到了别的支部' }, mayChange: false })
    const query = { from: '2026-03-12', to: '2026-03-12' }
    const { items } = await organiser.call(endpoints.listRecords, { params: { organisationId: branch.id }, query })
    expect(items).toEqual([])
    expect(
      await refusalOf(organiser.call(endpoints.withdrawRecord, { params, body: { reason: '再撤', version: 2 } })),
    ).toMatchObject({ code: 'conflict' })
    await write(organiser, body)
  })
})

describe('lists, figures and what others count with', () => {
  it('say the same: pages, figures and kept records add up', async () => {
    const body = await office.addOrganisation(office.water, '第三党支部', 'branch')
    const [one, other] = [await member(body), await member(body)]
    await givePost(office, { personId: one, bodyId: body.id, role: 'secretary' })
    for (const month of ['01', '02', '03'])
      for (const day of ['05', '15'])
        await write(organiser, someRecord({ onDay: `2026-${month}-${day}`, hours: 1.1, subjects: ['保密'] }), body)
    await write(organiser, { kinds: ['outreach'], onDay: '2026-02-20', numbers: { audience: 30, base: 40 } }, body)
    await write(organiser, talkOf(one, other, { onDay: '2026-02-21' }), body)
    const params = { organisationId: body.id }
    const days = { from: '2026-01-01', to: '2026-03-31' }
    const listed: WorkRecordDetail['id'][] = []
    for (let after: string | undefined; ;) {
      const query = { ...days, limit: 3, ...(after === undefined ? {} : { after }) }
      const { items, next } = await organiser.call(endpoints.listRecords, { params, query })
      listed.push(...items.map(({ id }) => id))
      if (next === null) break
      after = next
    }
    const figures = await organiser.call(endpoints.readRecordFigures, { params, query: days })
    // The organiser of the unit is above the branch: of the talk he entered himself he sees the pair.
    expect(new Set(listed).size).toBe(8)
    expect(figures).toMatchObject({
      ...{ records: 8, unlisted: 1, hours: 6.6, expected: 6, present: 6, numbers: { audience: 30, base: 40 } },
      byKind: [
        { kind: 'study', records: 6, hours: 6.6 },
        { kind: 'talk', records: 1, hours: 0 },
        { kind: 'outreach', records: 1, hours: 0 },
      ],
    })
    const kept = await keptRecords(office.pool.db, { bodyIds: [body.id], from: days.from, to: days.to })
    expect(kept.map(({ id }) => id).toSorted()).toEqual(listed.toSorted())
    const narrowed = { params, query: { ...days, subject: '保密', kind: 'study' as const, from: '2026-03-01' } }
    expect((await organiser.call(endpoints.listRecords, narrowed)).items).toHaveLength(2)
    expect((await organiser.call(endpoints.readRecordFigures, narrowed)).records).toBe(2)
  })

  it('a record held later in its stead is found by the day it counts for; parties and absentees are told', async () => {
    const body = await office.addOrganisation(office.water, '第四党支部', 'branch')
    const [one, other] = [await member(body), await member(body)]
    const participants = [{ personId: one, kind: 'absent' as const, note: '' }]
    await write(
      organiser,
      someRecord({ onDay: '2026-04-02', makesUpOn: '2026-03-20', hostId: other, participants }),
      body,
    )
    await write(organiser, talkOf(one, other, { onDay: '2026-03-21' }), body)
    const found = await keptRecords(office.pool.db, { bodyIds: [body.id], from: '2026-03-01', to: '2026-03-31' })
    expect(found).toMatchObject([
      { kinds: ['talk'], onDay: '2026-03-21', parties: [one, other], absentees: [] },
      { onDay: '2026-04-02', makesUpOn: '2026-03-20', hostId: other, parties: [], absentees: [one] },
    ])
    const talks = { bodyIds: [body.id], from: '2026-01-01', to: '2026-12-31', kinds: ['talk' as const] }
    expect(await keptRecords(office.pool.db, talks)).toHaveLength(1)
  })

  it('my records: what I held, missed, was due at, talked, and my drafts', async () => {
    const body = await office.addOrganisation(office.water, '第五党支部', 'branch')
    const me = await office.employ(body, 'member')
    const { id: personId } = me.session.person
    await givePost(office, { personId, bodyId: body.id, role: 'party_member', fromOn: '2026-02-01' })
    const participants = [{ personId, kind: 'excused' as const, note: '' }]
    await write(organiser, { kinds: ['branch_meeting'], onDay: '2026-01-05' }, body)
    await write(organiser, { kinds: ['committee_meeting'], onDay: '2026-02-06' }, body)
    await write(organiser, { kinds: ['branch_meeting'], onDay: '2026-02-07' }, body)
    await write(organiser, { kinds: ['theme_day'], onDay: '2026-02-08', participants }, body)
    await write(organiser, { kinds: ['party_lecture'], onDay: '2026-02-09', hostId: personId }, body)
    await write(organiser, talkOf(await member(body), personId, { onDay: '2026-02-10' }), body)
    const { items } = await me.call(endpoints.listOwnRecords, {})
    expect(items.map(({ onDay, part }) => [onDay, part])).toEqual([
      ['2026-02-10', '谈话对象'],
      ['2026-02-09', '讲课人'],
      ['2026-02-08', '请假'],
      ['2026-02-07', '参加'],
    ])
  })
})

it('a body keeps records from the month of the first on', async () => {
  const body = await office.addOrganisation(office.water, '第六党支部', 'branch')
  await write(organiser, someRecord({ onDay: '2026-05-20' }), body)
  await write(organiser, someRecord({ onDay: '2026-02-20' }), body)
  const { db } = office.pool
  const keeping = db.selectFrom('record_keeping').select('from_on').where('organisation_id', '=', body.id)
  expect(await keeping.execute()).toEqual([{ from_on: '2026-05-01' }])
})
