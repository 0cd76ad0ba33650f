import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let system: Employee
let security: Employee
beforeAll(async () => {
  office = await openOffice()
  system = await office.employ(office.city, 'system_admin')
  security = await office.employ(office.city, 'security_admin')
})
afterAll(() => office.close())

const read = (organisationId: string) => system.call(endpoints.readOrganisation, { params: { organisationId } })

describe('the tree', () => {
  it('shows everybody the topmost organisations of their grants, and the way down from there only', async () => {
    const organiser = await office.employ(office.water, 'organiser')
    const { items } = await organiser.call(endpoints.listOrganisationRoots, {})
    expect(items.map(({ name }) => name)).toEqual(['临江市水务局'])
    const detail = await organiser.call(endpoints.readOrganisation, {
      params: { organisationId: office.waterOffice.id },
    })
    expect(detail.path.map(({ name }) => name)).toEqual(['临江市水务局', '办公室'])
  })

  it('pages by key: every child once, in order, whatever the size of the page', async () => {
    const many = await office.addOrganisation(office.city, '临江市机关工委', 'working_committee')
    for (let at = 0; at < 23; at++) await office.addOrganisation(many, `第${String(at).padStart(2, '0')}支部`, 'branch')
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await system.call(endpoints.listOrganisationChildren, {
        params: { organisationId: many.id },
        query: { limit: 5, ...(after === undefined ? {} : { after }) },
      })
      seen.push(...page.items.map(({ name }) => name))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(seen).toEqual(Array.from({ length: 23 }, (_, at) => `第${String(at).padStart(2, '0')}支部`))
    expect(
      await refusalOf(
        system.call(endpoints.listOrganisationChildren, { params: { organisationId: many.id }, query: { after: 'x' } }),
      ),
    ).toMatchObject({ code: 'invalid' })
  })

  it('moves a branch with all that is below it, and rights follow the new place at once', async () => {
    const from = await office.addOrganisation(office.city, '临江市商务局')
    const to = await office.addOrganisation(office.city, '临江市发改委')
    const moved = await office.addOrganisation(from, '粮食中心')
    const below = await office.addOrganisation(moved, '储备科', 'department')
    const losing = await office.employ(from, 'organiser')
    const gaining = await office.employ(to, 'organiser')
    const params = { organisationId: below.id }
    await losing.call(endpoints.readOrganisation, { params })
    expect((await losing.call(endpoints.findEntries, { query: { text: '储备' } })).items).toHaveLength(1)
    const { version } = await read(moved.id)
    await system.call(endpoints.moveOrganisation, {
      params: { organisationId: moved.id },
      body: { parentId: to.id, version },
    })
    expect((await gaining.call(endpoints.readOrganisation, { params })).path.map(({ name }) => name)).toEqual([
      '临江市发改委',
      '粮食中心',
      '储备科',
    ])
    expect(await refusalOf(losing.call(endpoints.readOrganisation, { params }))).toMatchObject({ code: 'not_found' })
    expect((await losing.call(endpoints.findEntries, { query: { text: '储备' } })).items).toEqual([])
    expect((await gaining.call(endpoints.findEntries, { query: { text: '储备' } })).items).toHaveLength(1)
  })

  it('refuses a circle, a ninth level, a sibling of the same name, and removing what holds something', async () => {
    const { version } = await read(office.water.id)
    const circle = system.call(endpoints.moveOrganisation, {
      params: { organisationId: office.water.id },
      body: { parentId: office.waterOffice.id, version },
    })
    expect((await refusalOf(circle)).title).toContain('不能做它的上级')
    let deepest = office.waterOffice
    for (let level = 4; level <= 8; level++) deepest = await office.addOrganisation(deepest, `第${level}级`)
    const create = (organisationId: string, name: string) =>
      system.call(endpoints.createOrganisation, { params: { organisationId }, body: { name, kind: 'unit' } })
    expect((await refusalOf(create(deepest.id, '第九级'))).title).toContain('最多 8 级')
    expect((await refusalOf(create(office.city.id, '临江市水务局'))).title).toContain('已有“临江市水务局”')
    const remove = (organisationId: string) => system.call(endpoints.removeOrganisation, { params: { organisationId } })
    expect((await refusalOf(remove(office.waterOffice.id))).title).toContain('还有 1 个下级组织')
    const empty = await create(office.education.id, '空科室')
    await remove(empty.id)
    expect(await refusalOf(read(empty.id))).toMatchObject({ code: 'not_found' })
  })
})

it('two who change the same thing: the second is shown what the first made of it', async () => {
  const { id, version } = await system.call(endpoints.createOrganisation, {
    params: { organisationId: office.city.id },
    body: { name: '临江市档案馆', kind: 'unit' },
  })
  const change = (name: string) =>
    system.call(endpoints.changeOrganisation, { params: { organisationId: id }, body: { name, kind: 'unit', version } })
  await change('临江市档案局')
  const refusal = await refusalOf(change('临江档案馆'))
  expect(refusal).toMatchObject({ code: 'conflict', current: { name: '临江市档案局', version: version + 1 } })
})

describe('grants', () => {
  it('take effect over the subtree with the next request, and end with the next', async () => {
    const person = await office.employ(office.water, null)
    const params = { organisationId: office.waterOffice.id }
    expect(await refusalOf(person.call(endpoints.readOrganisation, { params }))).toMatchObject({ code: 'forbidden' })
    const grant = await security.call(endpoints.giveGrant, {
      params: { organisationId: office.water.id },
      body: { accountId: person.session.account.id, role: 'organiser' },
    })
    expect((await person.call(endpoints.readOrganisation, { params })).name).toBe('办公室')
    await security.call(endpoints.revokeGrant, { params: { grantId: grant.id } })
    expect(await refusalOf(person.call(endpoints.readOrganisation, { params }))).toMatchObject({ code: 'forbidden' })
  })

  it('keep the three administrators apart, from each other and from the work', async () => {
    const organiser = await office.register(office.water, 'organiser')
    const auditor = await office.register(office.city, 'audit_admin')
    const give = (accountId: string, role: 'system_admin' | 'member') =>
      security.call(endpoints.giveGrant, { params: { organisationId: office.city.id }, body: { accountId, role } })
    expect((await refusalOf(give(organiser.accountId, 'system_admin'))).title).toContain('不能再做系统管理员')
    expect((await refusalOf(give(auditor.accountId, 'system_admin'))).title).toContain('已是审计管理员')
    expect((await refusalOf(give(auditor.accountId, 'member'))).title).toContain('不能再做党员')
    expect((await refusalOf(give(security.session.account.id, 'member'))).title).toBe('不能给自己授权。')
  })
})

it('a person who leaves can no longer sign in, holds no role and is found no more', async () => {
  const leaver = await office.employ(office.water, 'handler')
  await system.call(endpoints.removePerson, { params: { personId: leaver.session.person.id } })
  expect(await refusalOf(leaver.call(endpoints.readSession, {}))).toMatchObject({ code: 'unauthenticated' })
  const name = leaver.session.person.name
  expect(
    (await system.call(endpoints.findEntries, { query: { text: name } })).items.filter(({ title }) => title === name),
  ).toEqual([])
  const { items } = await security.call(endpoints.listGrants, { params: { organisationId: office.water.id } })
  expect(items.filter(({ account }) => account.login === leaver.login)).toEqual([])
})
