import { endpoints, type IncomingDetail } from '@duizhao/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { handledIncoming, receivedIncoming } from '../../testing/inbox.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { today } from '../../testing/scene.ts'
import { daysAfter } from '@duizhao/engine/wording'

let office: Office
let window: Employee
let school: Employee
let city: Employee
beforeAll(async () => {
  office = await openOffice()
  window = await office.employ(office.water, 'handler')
  school = await office.employ(office.education, 'organiser')
  city = await office.employ(office.city, 'organiser')
})
afterAll(() => office.close())

const refused = (code: string) => ({ refusal: { code } })
const of = ({ id }: Pick<IncomingDetail, 'id'>) => ({ params: { incomingId: id } })
const read = (by: Employee, incoming: Pick<IncomingDetail, 'id'>) => by.call(endpoints.readIncoming, of(incoming))
const REASON = '学校的事归教育局管'

const listed = async (by: Employee, place: { readonly id: string }, query: object = {}) => {
  const { items } = await by.call(endpoints.listIncoming, { params: { organisationId: place.id }, query })
  return items.map(({ id }) => id)
}

async function passed(incoming: IncomingDetail, to: { readonly id: string }, by = window) {
  const body = { organisationId: to.id, reason: REASON, version: incoming.version }
  return by.call(endpoints.passOnIncoming, { ...of(incoming), body })
}

describe('what comes in', () => {
  it('is due by its kind: in workdays, in the days of a rule once it is accepted, or when it was promised', async () => {
    const on = '2026-09-28'
    // 国庆、中秋 and the weekends between are no workdays.
    const request = await receivedIncoming(window, office.water.id, { receivedOn: on })
    expect([request.dueOn, request.state, request.organisation.id]).toEqual(['2026-10-10', 'received', office.water.id])
    const promised = await receivedIncoming(window, office.water.id, { receivedOn: on, dueOn: '2026-10-30' })
    expect(promised.dueOn).toBe('2026-10-30')
    const petition = await receivedIncoming(window, office.water.id, { kind: 'petition', receivedOn: on })
    expect(petition.dueOn).toBe(daysAfter(on, 15))
    const accepted = await window.call(endpoints.acceptIncoming, {
      ...of(petition),
      body: { version: petition.version },
    })
    expect([accepted.dueOn, accepted.handler?.id]).toEqual([daysAfter(today(), 60), window.session.person.id])
    const extend = ({ version }: IncomingDetail) =>
      window.call(endpoints.extendIncoming, { ...of(petition), body: { reason: '要等上级的批复', version } })
    const longer = await extend(accepted)
    expect(longer.dueOn).toBe(daysAfter(today(), 90))
    await expect(extend(longer)).rejects.toThrow('还没有延长过')
    const given = { kind: 'petition' as const, dueOn: '2099-01-01' }
    await expect(receivedIncoming(window, office.water.id, given)).rejects.toMatchObject(refused('invalid'))
    await expect(receivedIncoming(window, office.water.id, { receivedOn: '2099-01-01' })).rejects.toThrow('还没有到')
  })

  it('stays with whoever was asked first until the other takes it, passed on three times it is found and answered', async () => {
    const third = await office.addOrganisation(office.city, '临江市档案局')
    const archivist = await office.employ(third, 'handler')
    const first = await receivedIncoming(window, office.water.id)
    const offered = await passed(first, office.education)
    expect([offered.state, offered.organisation.id, offered.offeredTo?.id]).toEqual([
      ...['offered', office.water.id, office.education.id],
    ])
    await expect(
      window.call(endpoints.endIncoming, {
        ...of(first),
        body: { ending: 'done', reason: '已经办好了', version: offered.version },
      }),
    ).rejects.toMatchObject(refused('conflict'))
    expect(await listed(school, office.education, { box: 'offered' })).toContain(first.id)
    expect(await listed(window, office.water)).toContain(first.id)
    // Who it is from is not for the one it is offered to, before they take it.
    expect((await read(school, first)).sender).toBeNull()
    const declined = await school.call(endpoints.declineIncoming, {
      ...of(first),
      body: { reason: '这件事归水务局管', version: offered.version },
    })
    expect([declined.state, declined.organisation.id]).toEqual(['received', office.water.id])
    let now = await read(window, first)
    for (const [to, by, taker] of [
      [office.education, window, school],
      [third, school, archivist],
      [office.water, archivist, window],
    ] as const) {
      const { version } = await passed(now, to, by)
      now = await taker.call(endpoints.takeOverIncoming, { ...of(first), body: { version } })
      expect([now.organisation.id, now.handler?.id, now.sender]).toEqual([to.id, taker.session.person.id, '周来信'])
    }
    expect([now.passed, now.dueOn, now.firstReceiver.id]).toEqual([3, first.dueOn, office.water.id])
    const body = { ending: 'done' as const, reason: '证已经补发，电话告知', version: now.version }
    const over = await window.call(endpoints.endIncoming, { ...of(first), body })
    expect(over.outcome).toMatchObject({ ending: 'done', reason: '证已经补发，电话告知', isInTime: true })
    expect(over.actions).toEqual([])
    expect(over.events.map(({ actionName }) => actionName)).toEqual([
      ...['登记来件', '转办', '退回转办', '转办', '接收转办', '转办', '接收转办', '转办', '接收转办', '办结'],
    ])
    expect(over.events[1]?.text).toBe(`转给临江市教育局：${REASON}`)
    expect(await listed(window, office.water, { only: 'ended' })).toContain(first.id)
  })

  it('is passed on to units of the whole tree, found by name, by who has it', async () => {
    const request = await receivedIncoming(window, office.water.id)
    const found = async (by: Employee, text: string) => {
      const { items } = await by.call(endpoints.listIncomingUnits, { ...of(request), query: { text } })
      return items.map(({ name }) => name)
    }
    expect(await found(window, '教育')).toEqual(['临江市教育局'])
    expect(await found(window, '%')).toEqual([])
    expect(await found(window, '水务局')).not.toContain('临江市水务局')
    await expect(found(school, '教育')).rejects.toMatchObject(refused('not_found'))
  })

  it('is taken by one of two at once, or taken back by whoever offered it', async () => {
    const first = await receivedIncoming(window, office.water.id)
    const { version } = await passed(first, office.education)
    const all = await Promise.allSettled([
      school.call(endpoints.takeOverIncoming, { ...of(first), body: { version } }),
      window.call(endpoints.recallIncoming, { ...of(first), body: { version } }),
      city.call(endpoints.takeOverIncoming, { ...of(first), body: { version } }),
    ])
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('tells what is missing once; a second time is shown', async () => {
    const first = await receivedIncoming(window, office.water.id)
    const tell = (text: string, { version }: IncomingDetail) =>
      window.call(endpoints.tellMissing, { ...of(first), body: { text, version } })
    const once = await tell('身份证明、原证的复印件', first)
    expect(once.told).toBe(1)
    const twice = await tell('还要单位的证明', once)
    expect([twice.told, twice.state]).toEqual([2, 'received'])
    expect(twice.events.filter(({ actionName }) => actionName === '一次告知').map(({ text }) => text)).toEqual([
      '身份证明、原证的复印件',
      '还要单位的证明',
    ])
  })

  it('becomes a problem of the ledger, without its sender', async () => {
    const organiser = await office.employ(office.water, 'organiser')
    const hazard = await handledIncoming(organiser, office.water.id, { kind: 'hazard', sender: '钱举手' })
    const over = await organiser.call(endpoints.registerIncoming, {
      ...of(hazard),
      body: { text: '泵房的配电箱没有盖', class: 'immediate', dueOn: '2099-01-31', version: hazard.version },
    })
    const problemId = over.outcome?.problem?.id ?? ''
    const problem = await organiser.call(endpoints.readProblem, { params: { problemId } })
    expect([problem.source, problem.text]).toEqual(['hazard', '泵房的配电箱没有盖'])
    expect(JSON.stringify(problem)).not.toContain('钱举手')
    const other = await handledIncoming(window, office.water.id)
    const body = { text: '窗口排队时间长', class: 'dated' as const, dueOn: '2099-01-31', version: other.version }
    await expect(window.call(endpoints.registerIncoming, { ...of(other), body })).rejects.toMatchObject(
      refused('forbidden'),
    )
  })
})

describe('who is complained of', () => {
  it('finds nothing of it, in no list, count, task or record, though he handles the others', async () => {
    const count = async () => {
      const query = { from: '2026-01-01', to: today() }
      const given = { params: { organisationId: office.water.id }, query }
      const { items } = await window.call(endpoints.countIncoming, given)
      return items.find(({ kind }) => kind === 'petition')?.open ?? 0
    }
    const before = await count()
    const organiser = await office.employ(office.water, 'organiser')
    const aboutId = window.session.person.id
    const more = { kind: 'petition' as const, aboutId, text: '窗口的人态度生硬，推来推去' }
    const petition = await receivedIncoming(organiser, office.water.id, more)
    await expect(read(window, petition)).rejects.toMatchObject(refused('not_found'))
    expect(await listed(window, office.water)).not.toContain(petition.id)
    expect(await count()).toBe(before)
    const { tasks } = await window.call(endpoints.readHome, {})
    expect(tasks.map(({ title }) => title).join()).not.toContain('态度生硬')
    expect(JSON.stringify(await window.call(endpoints.readOwnRecord, {}))).not.toContain('态度生硬')
    const accept = { ...of(petition), body: { handlerId: aboutId, version: petition.version } }
    await expect(organiser.call(endpoints.acceptIncoming, accept)).rejects.toThrow('不能承办')
    const { rows } = await sql<{ text: string }>`select detail::text as text from audit_entry
      where action like 'inbox.%'`.execute(office.pool.db)
    expect(rows.map(({ text }) => text).join()).not.toMatch(/态度生硬|周来信|0000-1234/)
  })

  it('does not handle it: a petition about a unit goes neither to it nor below it', async () => {
    const about = { kind: 'petition' as const, aboutOrganisationId: office.water.id }
    await expect(receivedIncoming(window, office.water.id, about)).rejects.toThrow('反映的就是这个单位')
    const petition = await receivedIncoming(city, office.city.id, about)
    await expect(passed(petition, office.waterOffice, city)).rejects.toThrow('反映的就是这个单位')
    await expect(read(window, petition)).rejects.toMatchObject(refused('not_found'))
  })

  it('is told by the log, where others than who handles it read a petition', async () => {
    const organiser = await office.employ(office.water, 'organiser')
    const petition = await handledIncoming(window, office.water.id, { kind: 'petition' })
    await read(window, petition)
    await read(organiser, petition)
    await read(organiser, await receivedIncoming(window, office.water.id))
    const { rows } = await sql<{ login: string }>`select login from audit_entry
      where action = 'inbox.read' and detail->>'id' = ${petition.id}`.execute(office.pool.db)
    expect(rows).toEqual([{ login: organiser.login }])
    const all = await sql`select 1 from audit_entry where action = 'inbox.read'
      and login = ${organiser.login}`.execute(office.pool.db)
    expect(all.rows).toHaveLength(1)
  })

  it('is nobody of another unit either: who has nothing to do with it does not find it', async () => {
    const request = await receivedIncoming(window, office.water.id)
    await expect(read(school, request)).rejects.toMatchObject(refused('not_found'))
    expect((await read(city, request)).sender).toBe('周来信')
    const head = await office.employ(office.water, 'head')
    expect((await read(head, request)).sender).toBeNull()
  })
})

describe('what is overdue', () => {
  it('is listed first, is a task of who handles it, and after two weeks of who watches over the unit', async () => {
    const place = await office.addOrganisation(office.city, '临江市气象局')
    const handler = await office.employ(place, 'handler')
    const head = await office.employ(place, 'head')
    const late = await handledIncoming(handler, place.id, { receivedOn: '2026-03-02' })
    const fresh = await handledIncoming(handler, place.id)
    expect(await listed(handler, place)).toEqual([late.id, fresh.id])
    expect(await listed(handler, place, { only: 'overdue' })).toEqual([late.id])
    expect(late.overdueDays).toBeGreaterThan(100)
    const tasksOf = async (by: Employee) => (await by.call(endpoints.readHome, {})).tasks.map(({ link }) => link)
    expect(await tasksOf(handler)).toEqual(expect.arrayContaining([`/inbox/${late.id}`, `/inbox/${fresh.id}`]))
    expect(await tasksOf(head)).toEqual([`/inbox/${late.id}`])
  })

  it('is counted as stock and flow: what was there, came, was ended, was left', async () => {
    const place = await office.addOrganisation(office.city, '临江市体育局')
    const handler = await office.employ(place, 'handler')
    const counted = async (from: string, to: string) => {
      const given = { params: { organisationId: place.id }, query: { from, to } }
      return (await handler.call(endpoints.countIncoming, given)).items
    }
    expect(await counted('2026-01-01', today())).toEqual([])
    const old = await handledIncoming(handler, place.id, { receivedOn: '2025-12-01' })
    await handledIncoming(handler, place.id)
    const not = await handledIncoming(handler, place.id)
    const end = ({ id, version }: IncomingDetail, ending: 'done' | 'not_adopted') =>
      handler.call(endpoints.endIncoming, {
        params: { incomingId: id },
        body: { ending, reason: '已经当面答复', version },
      })
    await end(old, 'done')
    await end(not, 'not_adopted')
    const withdrawn = await receivedIncoming(handler, place.id)
    await handler.call(endpoints.withdrawIncoming, {
      ...of(withdrawn),
      body: { reason: '登记了两次', version: withdrawn.version },
    })
    expect(await counted('2026-01-01', today())).toEqual([
      { kind: 'request', stock: 1, received: 2, ended: 2, inTime: 1, notAdopted: 1, open: 1, overdue: 0 },
    ])
  })
})
