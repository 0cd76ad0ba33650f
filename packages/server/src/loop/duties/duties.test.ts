import { type Called, type DutyFields, endpoints, type RecordFields } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertGrant } from '../../office/organisation/index.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { signInAs } from '../../testing/client.ts'
import { type Employee, type Office, openOffice, PASSWORD } from '../../testing/office.ts'
import { givePost, someRecord, talkOf } from '../../testing/records.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

type Place = Office['city']

let office: Office
let party: Place
let organiser: Employee
/** A year that is over: nothing in it is pending any more. */
const YEAR = 2025
let branches = 0

beforeAll(async () => {
  office = await openOffice()
  party = await office.addOrganisation(office.city, '临江市水务局党组', 'party_group')
  organiser = await office.employ(party, 'organiser')
})
afterAll(() => office.close())

/** A branch below 水务局党组 that has kept records here since the beginning of the year. */
async function newBranch(): Promise<Place> {
  branches += 1
  const branch = await office.addOrganisation(party, `第 ${branches} 党支部`, 'branch')
  await keepFrom(branch, `${YEAR}-01-01`)
  return branch
}

const at = ({ id }: Place) => ({ params: { organisationId: id } })
const keepFrom = (place: Place, fromOn: string, version: number | null = null) =>
  organiser.call(endpoints.setRecordKeeping, { ...at(place), body: { fromOn, version } })
const write = (place: Place, onDay: string, more: Partial<RecordFields> = {}) =>
  organiser.call(endpoints.createRecord, { ...at(place), body: someRecord({ onDay, ...more, topics: [] }) })
const yearOf = (place: Place, by: Employee = organiser, year = YEAR) =>
  by.call(endpoints.readDutyYear, { ...at(place), query: { year } })
const boardOf = (place: Place, query: object = {}, by: Employee = organiser) =>
  by.call(endpoints.readDutyBoard, { ...at(place), query: { year: YEAR, ...query } })

const meeting: Partial<DutyFields> &
  Pick<DutyFields, 'name' | 'kinds' | 'list' | 'amount' | 'unit' | 'per' | 'fromOn'> = {
  name: '召开党员大会',
  kinds: ['branch_meeting'],
  list: 'organisation_life',
  amount: 1,
  unit: 'times',
  per: 'quarter',
  owedKinds: ['branch'],
  fromOn: '2020-01-01',
}
const demand = (place: Place, duty: Partial<typeof meeting> & { name: string }) =>
  organiser.call(endpoints.createDuty, { ...at(place), body: { ...meeting, ...duty } })

/** The states of a duty in the year of a body: `2025-Q1 met`. */
function statesIn(
  year: Called<typeof endpoints.readDutyYear>,
  dutyId: string,
  personId: string | null = null,
): string[] {
  const line = year.lines.find(({ duty, person }) => duty.id === dutyId && (person?.id ?? null) === personId)
  return line?.occurrences.map(({ period, state }) => `${period} ${state}`) ?? []
}

describe('the duties that are set', () => {
  it('are taken up from those that are shipped, with their ground, and each only once', async () => {
    const unit = await office.addOrganisation(party, '临江市水务局机关党委', 'committee')
    const body = {
      standards: ['branch-meeting', 'committee-meeting', 'strict-party-research'] as const,
      fromOn: '2025-01-01',
    }
    const { items } = await organiser.call(endpoints.takeUpDuties, {
      ...at(unit),
      body: { standards: [...body.standards], fromOn: body.fromOn },
    })
    expect(items.map(({ name, ground, known, whereRole }) => [name, ground, known, whereRole])).toEqual([
      ['召开党员大会', '《中国共产党支部工作条例（试行）》第十一条', 'read', null],
      ['召开支委会会议', '《中国共产党支部工作条例（试行）》第十二条', 'read', 'committee_member'],
      ['专题研究全面从严治党工作', '《党委（党组）落实全面从严治党主体责任规定》', 'unverified', null],
    ])
    const again = { standards: ['branch-meeting' as const, 'theme-day' as const], fromOn: '2025-01-01' }
    const refusal = await refusalOf(organiser.call(endpoints.takeUpDuties, { ...at(unit), body: again }))
    expect(refusal).toMatchObject({ code: 'conflict', title: '已经采用：召开党员大会。' })
  })

  it('are listed with those of the superiors, who alone may change theirs', async () => {
    const area = await office.addOrganisation(party, '上级党委', 'committee')
    const branch = await office.addOrganisation(area, '下级党支部', 'branch')
    const above = await demand(area, { name: '上级定的事项' })
    const own = await demand(branch, { name: '支部自己的事项', owedKinds: [] })
    const below = await office.employ(branch, 'organiser')
    const { items } = await below.call(endpoints.listDuties, at(branch))
    const mayWrite = new Map(items.map((each) => [each.id, each.mayWrite]))
    expect([mayWrite.get(above.id), mayWrite.get(own.id)]).toEqual([false, true])
    const change = { params: { dutyId: above.id }, body: { ...above, changesOn: null, name: '改了' } }
    expect((await refusalOf(below.call(endpoints.changeDuty, change))).code).toBe('not_found')
  })

  it('refuse days in the wrong order, bodies that lie elsewhere, and a version that is not the last', async () => {
    const branch = await newBranch()
    const wrong = { ...meeting, toOn: '2019-12-31' }
    const { places } = await refusalOf(organiser.call(endpoints.createDuty, { ...at(branch), body: wrong }))
    expect(places?.map(({ field }) => field)).toEqual(['toOn'])
    const far = { ...meeting, owedBodies: [office.education.id] }
    const refusal = await refusalOf(organiser.call(endpoints.createDuty, { ...at(branch), body: far }))
    expect(refusal.places?.map(({ field }) => field)).toEqual(['owedBodies'])
    const duty = await demand(branch, { name: '主题党日' })
    const params = { dutyId: duty.id }
    await organiser.call(endpoints.changeDuty, { params, body: { ...duty, changesOn: null, name: '每月主题党日' } })
    const stale = { ...duty, changesOn: null, name: '旧的' }
    expect((await refusalOf(organiser.call(endpoints.changeDuty, { params, body: stale }))).code).toBe('conflict')
  })

  it('are no longer required from the day that is said, and what was missed stays missing', async () => {
    const branch = await newBranch()
    const duty = await demand(branch, { name: '召开大会' })
    const params = { dutyId: duty.id }
    await organiser.call(endpoints.withdrawDuty, { params, body: { reason: '不再要求', version: duty.version } })
    expect(statesIn(await yearOf(branch), duty.id)).toEqual([1, 2, 3, 4].map((no) => `2025-Q${no} missing`))
    const once = { params, body: { reason: '再来一次', version: duty.version + 1 } }
    expect((await refusalOf(organiser.call(endpoints.withdrawDuty, once))).code).toBe('conflict')
  })

  it('change from a day on, and what was missed until then stays missing', async () => {
    const branch = await newBranch()
    const before = await demand(branch, { name: '召开大会', known: 'read' } as never)
    const body = { ...before, amount: 2, changesOn: '2025-07-01' }
    const after = await organiser.call(endpoints.changeDuty, { params: { dutyId: before.id }, body })
    expect(after).toMatchObject({ amount: 2, fromOn: '2025-07-01', known: 'own' })
    const year = await yearOf(branch)
    expect(statesIn(year, before.id)).toEqual(['2025-Q1 missing', '2025-Q2 missing'])
    expect(statesIn(year, after.id)).toEqual(['2025-Q3 missing', '2025-Q4 missing'])
  })
})

describe('the year of a body', () => {
  it('names the records that meet each time, the late and the missing, and those beside it', async () => {
    const branch = await newBranch()
    const duty = await demand(branch, { name: '召开党员大会', fromOn: '2025-04-01' })
    const kinds = ['branch_meeting'] as const
    const early = await write(branch, '2025-01-20', { kinds: [...kinds] })
    const second = await write(branch, '2025-06-30', { kinds: [...kinds] })
    const madeUp = await write(branch, '2025-10-09', { kinds: [...kinds], makesUpOn: '2025-09-20' })
    const year = await yearOf(branch)
    expect(statesIn(year, duty.id)).toEqual(['2025-Q2 met', '2025-Q3 late', '2025-Q4 missing'])
    const line = year.lines.find((each) => each.duty.id === duty.id)
    expect(line?.occurrences.map(({ records }) => records)).toEqual([[second.id], [madeUp.id], []])
    expect(line?.beside).toEqual([early.id])
    expect(year.records.find(({ id }) => id === second.id)).toEqual({
      id: second.id,
      name: second.name,
      onDay: '2025-06-30',
      mayOpen: true,
    })
  })

  it('is unknown before the body kept records, and for what is unverified', async () => {
    const branch = await office.addOrganisation(party, '新支部', 'branch')
    const duty = await demand(branch, { name: '召开大会' })
    expect(
      new Set((await yearOf(branch)).lines.flatMap(({ occurrences }) => occurrences.map(({ state }) => state))),
    ).toEqual(new Set(['unknown']))
    await keepFrom(branch, '2025-04-01')
    expect(statesIn(await yearOf(branch), duty.id)[0]).toBe('2025-Q1 unknown')
    expect(statesIn(await yearOf(branch), duty.id)[1]).toBe('2025-Q2 missing')
    await write(branch, '2025-03-03')
    const late = await refusalOf(keepFrom(branch, '2025-04-02', 1))
    expect(late.places?.map(({ field }) => field)).toEqual(['fromOn'])
    expect((await refusalOf(keepFrom(branch, '2025-01-01', null))).code).toBe('conflict')
    expect((await refusalOf(keepFrom(branch, '2099-01-01', 1))).code).toBe('invalid')
    expect(await keepFrom(branch, '2025-01-01', 1)).toEqual({ fromOn: '2025-01-01', version: 2 })
    const open = await demand(branch, { name: '未核实的事项', known: 'unverified' } as never)
    expect(new Set(statesIn(await yearOf(branch), open.id).map((each) => each.slice(8)))).toEqual(new Set(['unknown']))
  })

  it('asks for a committee meeting only where somebody is of a committee', async () => {
    const branch = await newBranch()
    const duty = await demand(branch, { name: '支委会', per: 'half', whereRole: 'committee_member' } as never)
    expect(statesIn(await yearOf(branch), duty.id)).toEqual([])
    const { personId } = await office.register(branch, 'member')
    await givePost(office, { personId, bodyId: branch.id, role: 'committee_member', fromOn: '2025-06-01' })
    expect(statesIn(await yearOf(branch), duty.id)).toEqual(['2025-H2 missing'])
  })

  it('asks each who holds a post, and names who did not give a lecture; a superior sees how many', async () => {
    const team = await office.addOrganisation(party, '下属单位党组', 'party_group')
    await keepFrom(team, '2025-01-01')
    const [one, other] = [await office.register(team, 'member'), await office.register(team, 'member')]
    await givePost(office, { personId: one.personId, bodyId: team.id, role: 'head' })
    await givePost(office, { personId: other.personId, bodyId: team.id, role: 'member' })
    const lecture = { kinds: ['party_lecture'], per: 'year', owedRoles: ['head', 'member'], owedKinds: [] }
    const duty = await demand(team, { name: '带头讲党课', ...lecture } as never)
    const branch = await newBranch()
    // Given in a branch: his own doing all the same.
    await write(branch, '2025-05-06', { kinds: ['party_lecture'], hostId: one.personId })
    const own = await office.employ(team, 'organiser')
    const near = await yearOf(team, own)
    expect(statesIn(near, duty.id, one.personId)).toEqual(['2025 met'])
    expect(statesIn(near, duty.id, other.personId)).toEqual(['2025 missing'])
    const far = (await yearOf(team)).lines.filter((line) => line.duty.id === duty.id)
    expect(
      far.map(({ person, people, occurrences }) => [person, people, occurrences[0]?.done, occurrences[0]?.needed]),
    ).toEqual([[null, 2, 1, 2]])
    expect(JSON.stringify(far)).not.toContain(one.name)
  })

  it('tells of a talk no more than that it was, but to the two', async () => {
    const team = await office.addOrganisation(party, '谈话的党组', 'party_group')
    const [one, other] = [await office.employ(team, 'team_member'), await office.employ(team, 'team_member')]
    const [oneId, otherId] = [one.session.person.id, other.session.person.id]
    await givePost(office, { personId: oneId, bodyId: team.id, role: 'head' })
    await givePost(office, { personId: otherId, bodyId: team.id, role: 'member' })
    const talks = { kinds: ['talk'], per: 'year', owedRoles: ['head', 'member'], owedKinds: [] }
    const duty = await demand(team, { name: '谈心谈话', ...talks } as never)
    const body = talkOf(oneId, otherId, { onDay: '2025-03-06', name: '与他谈作风问题' })
    await organiser.call(endpoints.createRecord, { ...at(team), body })
    const third = await office.employ(team, 'organiser')
    const read = async (by: Employee) => (await yearOf(team, by)).records.map(({ name, mayOpen }) => [name, mayOpen])
    expect(await read(third)).toEqual([['谈心谈话', false]])
    expect(await read(other)).toEqual([['与他谈作风问题', true]])
    expect(await read(organiser)).toEqual([])
    expect(statesIn(await yearOf(team, third), duty.id, otherId)).toEqual(['2025 met'])
    // The same talk in two lines would say who talked with whom: to a colleague they only tell that there was one.
    const colleague = await office.employ(team, 'team_member')
    expect(await read(colleague)).toEqual([])
    const { lines } = await yearOf(team, colleague)
    const told = lines.filter((line) => line.duty.id === duty.id).flatMap((line) => line.occurrences)
    expect(told).toMatchObject([
      { state: 'met', done: 1, records: [] },
      { state: 'met', done: 1, records: [] },
    ])
  })
})

describe('what need not be done', () => {
  it('is said with a reason, seen by the superior, and taken back again', async () => {
    const branch = await newBranch()
    const duty = await demand(branch, { name: '召开大会' })
    const below = await office.employ(branch, 'organiser')
    const waiver = { dutyId: duty.id, period: '2025-Q2', state: 'waived' as const }
    const waive = (more: object) =>
      below.call(endpoints.waiveDuty, { ...at(branch), body: { ...waiver, reason: '集中开展专项工作', ...more } })
    const short = await refusalOf(waive({ reason: '忙' }))
    expect(short.places?.map(({ field }) => field)).toEqual(['reason'])
    expect((await refusalOf(waive({ period: '2025-M2' }))).code).toBe('not_found')
    const { id } = await waive({})
    expect((await refusalOf(waive({ state: 'not_applicable' }))).code).toBe('conflict')
    const seen = await yearOf(branch)
    expect(statesIn(seen, duty.id)[1]).toBe('2025-Q2 waived')
    const told = seen.lines.find((line) => line.duty.id === duty.id)?.occurrences[1]?.waiver
    expect(told).toMatchObject({ id, reason: '集中开展专项工作', state: 'waived' })
    const back = { params: { waiverId: id }, body: { reason: '可以补开' } }
    await below.call(endpoints.takeBackWaiver, back)
    expect((await refusalOf(below.call(endpoints.takeBackWaiver, back))).code).toBe('conflict')
    expect(statesIn(await yearOf(branch), duty.id)[1]).toBe('2025-Q2 missing')
    await waive({ state: 'not_applicable' })
    expect(statesIn(await yearOf(branch), duty.id)[1]).toBe('2025-Q2 not_applicable')
  })
})

describe('the board of a superior', () => {
  it('has the bodies below, those that miss most first, counted with every record that is entered or taken back', async () => {
    const area = await office.addOrganisation(party, '片区党委', 'committee')
    const inArea = async (name: string) => {
      const branch = await office.addOrganisation(area, name, 'branch')
      await keepFrom(branch, '2025-01-01')
      return branch
    }
    const [good, bad] = [await inArea('好支部'), await inArea('差支部')]
    const duty = await demand(area, { name: '召开大会' })
    const other = await demand(area, { name: '学习', kinds: ['study'], per: 'year', list: 'study' })
    const rows = async (query: object = {}) =>
      (await boardOf(area, query)).items.map(({ organisation, missing, late }) => [organisation.name, missing, late])
    const last = await write(good, '2025-02-03', { kinds: ['branch_meeting', 'study'] })
    for (const day of ['2025-05-03', '2025-08-03']) await write(good, day, { kinds: ['branch_meeting'] })
    await write(bad, '2025-12-03', { kinds: ['branch_meeting'], makesUpOn: '2025-01-05' })
    expect(await rows()).toEqual([
      ['差支部', 4, 1],
      ['好支部', 1, 0],
    ])
    expect(await rows({ list: 'study' })).toEqual([
      ['差支部', 1, 0],
      ['好支部', 0, 0],
    ])
    expect((await boardOf(area, { dutyId: duty.id })).duties.map(({ name }) => name)).toEqual(['召开大会'])
    expect(await rows({ dutyId: other.id })).toEqual([
      ['差支部', 1, 0],
      ['好支部', 0, 0],
    ])
    const params = { recordId: last.id }
    await organiser.call(endpoints.withdrawRecord, { params, body: { reason: '记错了', version: last.version } })
    expect(await rows()).toEqual([
      ['差支部', 4, 1],
      ['好支部', 3, 0],
    ])
    const first = await boardOf(area, { limit: 1 })
    const second = await boardOf(area, { limit: 1, after: first.next })
    expect([first, second].flatMap(({ items }) => items.map(({ organisation }) => organisation.name))).toEqual([
      '差支部',
      '好支部',
    ])
    expect(second.next).toBeNull()
    expect(first.items[0]?.cells.find(({ dutyId }) => dutyId === duty.id)).toMatchObject({
      missing: 3,
      late: 1,
      met: 0,
    })
  })

  it('is told on the first page to who looks after it, with the way there: what is missing this year', async () => {
    const thisYear = new Date().getFullYear()
    const area = await office.addOrganisation(party, '第三片区党委', 'committee')
    const branch = await office.addOrganisation(area, '片区第一党支部', 'branch')
    await keepFrom(branch, `${thisYear}-01-01`)
    await demand(area, { name: '每周碰头', per: 'week' })
    const secretary = await office.employ(area, 'organiser')
    const [below] = (await boardOf(area, { year: thisYear }, secretary)).items
    const told = async (by: Employee) =>
      (await by.call(endpoints.readHomeFacts, {})).facts
        .filter(({ id }) => id.startsWith('duties'))
        .map(({ name, value, link }) => [name, value, link])
    // In the first week of a year nothing can be missing yet.
    const missing = below?.missing ?? 0
    const link = `/duty-board?organisationId=${area.id}&year=${thisYear}`
    const fact = ['第三片区党委下级今年的履职', `1 个组织有缺，共缺 ${missing} 期`, link]
    expect(await told(secretary)).toEqual(missing === 0 ? [] : [fact])
    // Once, however many roles one holds there.
    const { accountId, login } = await office.register(area, 'organiser')
    const reviewing = { id: newId(), role: 'reviewer', organisationId: area.id, grantedBy: null } as const
    await transaction(office.pool.db, (tx) => insertGrant(tx, { ...reviewing, accountId, now: new Date() }))
    expect(await told({ ...(await signInAs(office.app, login, PASSWORD)), login })).toEqual(missing === 0 ? [] : [fact])
    const own = await office.employ(branch, 'organiser')
    const ownLink = `/duties?organisationId=${branch.id}&year=${thisYear}`
    const ownFact = ['片区第一党支部今年的履职', `缺 ${missing} 期`, ownLink]
    expect(await told(own)).toEqual(missing === 0 ? [] : [ownFact])
    expect(await told(await office.employ(branch, 'handler'))).toEqual([])
  })

  it('follows the posts: what is entered, changed, ended or taken back is counted at once', async () => {
    const area = await office.addOrganisation(party, '第二片区党委', 'committee')
    const team = await office.addOrganisation(area, '所属党组', 'party_group')
    await keepFrom(team, '2025-01-01')
    const lecture = { kinds: ['party_lecture'], per: 'year', owedRoles: ['head', 'member'], owedKinds: ['party_group'] }
    await demand(area, { name: '带头讲党课', ...lecture } as never)
    const missing = async () => (await boardOf(area)).items.reduce((sum, item) => sum + item.missing, 0)
    const enter = async (role: 'head' | 'member', fromOn = '2024-01-01') => {
      const { personId } = await office.register(team, 'member')
      const body = { personId, role, caption: '', seat: null, leadIds: [], branchId: null, fromOn, toOn: null }
      return organiser.call(endpoints.createPost, { ...at(team), body })
    }
    expect(await missing()).toBe(0)
    const [one, other, third] = [await enter('head'), await enter('member'), await enter('member')]
    expect(await missing()).toBe(3)
    await organiser.call(endpoints.withdrawPost, {
      params: { postId: one.id },
      body: { reason: '录错了一个人', version: one.version },
    })
    expect(await missing()).toBe(2)
    await organiser.call(endpoints.endPost, {
      params: { postId: other.id },
      body: { toOn: '2024-12-31', version: other.version },
    })
    expect(await missing()).toBe(1)
    const { role, caption, seat, version } = third
    const later = { role, caption, seat, leadIds: [], branchId: null, fromOn: '2026-01-01', toOn: null, version }
    await organiser.call(endpoints.changePost, { params: { postId: third.id }, body: later })
    expect(await missing()).toBe(0)
  })
})

describe('what one owes oneself', () => {
  it('has the lines of one’s posts, the bodies one holds posts in, and one’s part in the life of the branch', async () => {
    const branch = await newBranch()
    const team = await office.addOrganisation(party, '双重生活党组', 'party_group')
    const leader = await office.employ(team, 'head')
    const personId = leader.session.person.id
    await givePost(office, { personId, bodyId: team.id, role: 'head', branchId: branch.id })
    const lecture = { kinds: ['party_lecture'], per: 'year', owedRoles: ['head'], owedKinds: [] }
    await demand(team, { name: '讲党课', ...lecture } as never)
    await write(branch, '2025-03-01', { kinds: ['branch_meeting'] })
    const missed = {
      kinds: ['theme_day' as const],
      participants: [{ personId, kind: 'absent' as const, note: '出差' }],
    }
    await write(branch, '2025-04-01', missed)
    const partly = { kinds: ['theme_day' as const], participants: [{ personId, kind: 'partial' as const, note: '' }] }
    await write(branch, '2025-05-01', partly)
    const own = await leader.call(endpoints.readOwnDuties, { query: { year: YEAR } })
    expect(own.lines.map(({ duty, person }) => [duty.name, person?.id])).toEqual([['讲党课', personId]])
    expect(own.bodies).toMatchObject([{ id: team.id, post: '主要负责人', missing: 0 }])
    expect(own.branchLife).toMatchObject([{ branch: { id: branch.id }, held: 3, attended: 2, partial: 1 }])
    expect(own.branchLife[0]?.absent.map(({ onDay }) => onDay)).toEqual(['2025-04-01'])
  })
})

describe('the papers', () => {
  const textOf = async (file: Blob, name: string) => {
    const document = await read(new Uint8Array(await file.arrayBuffer()), name)
    if (isUnreadable(document)) throw new Error(document.message)
    return document
  }

  it('are the list with its half-years filled, and workbooks of the year and of the board', async () => {
    const area = await office.addOrganisation(party, '清单党委', 'committee')
    const branch = await office.addOrganisation(area, '清单支部', 'branch')
    await keepFrom(branch, '2025-01-01')
    await demand(area, { name: '专题研究', list: 'main', per: 'half' })
    await write(branch, '2025-03-05', { kinds: ['branch_meeting'] })
    const query = { year: YEAR, list: 'main' as const }
    const list = await textOf(await organiser.call(endpoints.dutyListDocument, { ...at(branch), query }), '清单.docx')
    expect(list.text).toContain('主体责任清单')
    const cells = list.tables[0]?.cells.map(({ text }) => text) ?? []
    expect(cells).toEqual(expect.arrayContaining(['专题研究', '每半年 1 次', '已做 1 次（3月5日）', '2025年下半年缺']))
    const year = await textOf(
      await organiser.call(endpoints.exportDutyYear, { ...at(branch), query: { year: YEAR } }),
      '履职.xlsx',
    )
    expect(year.tables.map(({ name }) => name)).toEqual(['履职', '逐期'])
    expect(year.tables[1]?.cells.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['2025年上半年', '已做', '缺']),
    )
    const board = await textOf(
      await organiser.call(endpoints.exportDutyBoard, { ...at(area), query: { year: YEAR } }),
      '下级.xlsx',
    )
    expect(board.tables[0]?.cells.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['清单支部', '缺 1，做了 1/2']),
    )
  })
})
