import { endpoints, type LedgerView, MOST_VIEWS, problemFilters, problemOrder } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let organiser: Employee
let colleague: Employee
let chief: Employee
let neighbour: Employee
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.water, 'organiser')
  colleague = await office.employ(office.water, 'handler')
  chief = await office.employ(office.city, 'organiser')
  neighbour = await office.employ(office.education, 'organiser')
})
afterAll(() => office.close())

async function seen(by: Employee, limit = 100): Promise<LedgerView[]> {
  const views: LedgerView[] = []
  for (let after: string | undefined; ;) {
    const { items, next } = await by.call(endpoints.listViews, {
      query: { limit, ...(after === undefined ? {} : { after }) },
    })
    views.push(...items)
    if (next === null) return views
    after = next
  }
}

const names = async (by: Employee) => (await seen(by)).map(({ name }) => name)

describe('a view of the ledger', () => {
  it('is one’s own until it is shared, and then of who works there, who only reads it', async () => {
    const search = { standing: 'overdue', source: 'audit', sort: 'state', group: 'state', isMine: true } as const
    const body = { name: '审计的超期', search }
    const kept = await organiser.call(endpoints.saveView, { body })
    expect(kept).toMatchObject({ name: '审计的超期', search, isOwn: true, sharedWith: null })
    expect([await names(organiser), await names(colleague)]).toEqual([['审计的超期'], []])
    const { id, name } = office.water
    const shared = await organiser.call(endpoints.saveView, { body: { ...body, sharedWith: id } })
    expect([shared.id, shared.sharedWith]).toEqual([kept.id, { id, name }])
    const [theirs] = await seen(colleague)
    expect(theirs).toMatchObject({ name: '审计的超期', search, isOwn: false, by: organiser.session.person.name })
    // Whoever works above or beside has views of their own.
    expect([await names(chief), await names(neighbour)]).toEqual([[], []])
    const params = { viewId: kept.id }
    await expect(colleague.call(endpoints.removeView, { params })).rejects.toThrow('没有找到')
    await colleague.call(endpoints.saveView, { body: { name: '审计的超期', search: {} } })
    expect((await seen(organiser))[0]?.search).toEqual(search)
    expect((await seen(colleague, 1)).map(({ isOwn }) => isOwn)).toEqual([true, false])
    const { groups } = await organiser.call(endpoints.readOwnRecord, {})
    expect(groups.find(({ name }) => name === '存的台账视图（1）')?.lines[0]).toContain('审计的超期')
    await organiser.call(endpoints.removeView, { params })
    await expect(organiser.call(endpoints.removeView, { params })).rejects.toThrow('没有找到')
    expect((await seen(colleague)).map(({ isOwn }) => isOwn)).toEqual([true])
  })

  it('tells nobody what was typed in it, nor about whom', async () => {
    const { id } = office.water
    for (const search of [{ text: '接待费' }, { aspect: '生活作风' }, { personId: organiser.session.person.id }]) {
      const body = { name: '查一件事', search, sharedWith: id }
      await expect(organiser.call(endpoints.saveView, { body })).rejects.toThrow('不能带')
      await organiser.call(endpoints.saveView, { body: { ...body, sharedWith: null } })
      expect(JSON.stringify(await seen(colleague))).not.toContain('查一件事')
    }
    // Shared once, and then narrowed to words: it is no longer shared.
    await organiser.call(endpoints.saveView, { body: { name: '本月到期', search: {}, sharedWith: id } })
    expect(await names(colleague)).toContain('本月到期')
    await organiser.call(endpoints.saveView, { body: { name: '本月到期', search: { text: '接待费' } } })
    expect(await names(colleague)).not.toContain('本月到期')
    const { items } = await (
      await office.employ(office.city, 'audit_admin')
    ).call(endpoints.listAuditEntries, {
      query: { action: 'ledger.saveView' },
    })
    expect(items.length).toBeGreaterThan(0)
    expect(JSON.stringify(items)).not.toContain('接待费')
  })

  it('is shared only with whose ledger one reads, and holds only what the ledger knows', async () => {
    const to = (sharedWith: string) =>
      neighbour.call(endpoints.saveView, { body: { name: '给别人的', search: {}, sharedWith } })
    await expect(to(office.water.id)).rejects.toThrow('没有找到')
    await expect(to('019a8f00-0000-7000-8000-000000000001')).rejects.toThrow('没有找到')
    const strange = neighbour.call(endpoints.saveView, {
      body: { name: '怪', search: { state: 'lost', colour: 'red' } as never },
    })
    await expect(strange).rejects.toThrow()
    const kept = await neighbour.call(endpoints.saveView, { body: { name: '怪', search: { colour: 'red' } as never } })
    expect(kept.search).toEqual({})
  })

  it('keeps every filter, the order and the grouping', async () => {
    const search = {
      organisationId: office.water.id,
      ...({ standing: 'done', state: 'struck_off', source: 'audit', class: 'dated', aspect: '河湖管护' } as const),
      ...{ personId: organiser.session.person.id, dueFrom: '2026-01-01', dueTo: '2026-06-30', text: '巡查' },
      ...{
        registeredMonth: '2026-01',
        struckOffMonth: '2026-03',
        inspectionId: office.water.id,
        isMine: true,
        isOwnLevel: true,
      },
      ...({ sort: 'lead', isDescending: true, group: 'source' } as const),
    }
    expect(Object.keys(search).toSorted()).toEqual(
      [...Object.keys(problemFilters), ...Object.keys(problemOrder), 'group'].toSorted(),
    )
    const { search: kept } = await organiser.call(endpoints.saveView, { body: { name: '样样都有', search } })
    expect(kept).toEqual(search)
  })

  it('is shared with those who can open it, not with others of one’s own', async () => {
    const { name } = office.water
    const by = await office.employ(office.city, 'organiser')
    const share = (organisationId: string, sharedWith: string) =>
      by.call(endpoints.saveView, { body: { name: '他们的台账', search: { organisationId }, sharedWith } })
    for (const { id } of [office.education, office.city])
      await expect(share(id, office.water.id)).rejects.toThrow(`${name}的人`)
    await expect(share('019a8f00-0000-7000-8000-000000000001', office.water.id)).rejects.toThrow('没有找到')
    for (const { id } of [office.water, office.waterOffice])
      expect(await share(id, office.water.id)).toMatchObject({ search: { organisationId: id } })
  })

  it('is shared no longer once who shared it has left: nobody else could remove it', async () => {
    const { id } = office.water
    const leaver = await office.employ(office.water, 'organiser')
    await leaver.call(endpoints.saveView, { body: { name: '走了的人的', search: {}, sharedWith: id } })
    expect(await names(colleague)).toContain('走了的人的')
    const system = await office.employ(office.city, 'system_admin')
    await system.call(endpoints.removePerson, { params: { personId: leaver.session.person.id } })
    expect(await names(colleague)).not.toContain('走了的人的')
  })

  it('is one of so many at most', async () => {
    for (let at = 0; at < MOST_VIEWS; at++)
      await chief.call(endpoints.saveView, { body: { name: `第${at}个`, search: {} } })
    const more = (name: string) => chief.call(endpoints.saveView, { body: { name, search: { isMine: true } } })
    await expect(more('再来一个')).rejects.toThrow(`已经存了 ${MOST_VIEWS} 个`)
    expect((await more('第0个')).search).toEqual({ isMine: true })
  })
})
