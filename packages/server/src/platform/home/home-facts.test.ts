import { endpoints, type Role, roles } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { insertPerson } from '../../office/organisation/index.ts'
import { signInAs } from '../../testing/client.ts'
import { someProblem } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { refusalOf } from '../../testing/refusal-of.ts'
import { v7 as newId } from 'uuid'
import { transaction } from '../database/transaction.ts'

let office: Office
const staff = new Map<Role, Employee>()
beforeAll(async () => {
  office = await openOffice()
  for (const role of roles) staff.set(role, await office.employ(office.city, role))
})
afterAll(() => office.close())

function by(role: Role): Employee {
  const one = staff.get(role)
  if (one === undefined) throw new Error(`nobody is ${role}`)
  return one
}

async function factsOf(who: Employee): Promise<Record<string, string>> {
  const { facts } = await who.call(endpoints.readHomeFacts, {})
  return Object.fromEntries(facts.map(({ id, value }) => [id.replace(/-[0-9a-f]{8}-.*/, ''), value]))
}

describe('the administrators’ home', () => {
  it('tells each of the three what is theirs, and nobody else anything', async () => {
    const told: Record<string, string[]> = {}
    for (const role of roles) told[role] = Object.keys(await factsOf(by(role))).toSorted()
    expect(told).toEqual({
      ...Object.fromEntries(roles.map((role) => [role, []])),
      system_admin: ['account-locked', 'anchor', 'backup', 'unreached-account'],
      security_admin: ['account-idle', 'account-locked', 'account-ungranted', 'unreached-grant'],
      audit_admin: ['anchor', 'chain', 'refusals'],
    })
  })

  it('counts accounts without a role and not used, as many as the list then shows, and only below', async () => {
    const { accountId } = await office.register(office.waterOffice, null)
    const idle = await office.register(office.education, 'handler')
    const long = new Date(Date.now() - 91 * 86_400_000)
    await office.pool.db.updateTable('account').set({ created_at: long }).where('id', '=', idle.accountId).execute()
    const facts = await factsOf(by('security_admin'))
    expect([facts['account-ungranted'], facts['account-idle']]).toEqual(['1 人', '1 人'])
    const list = async (account: 'ungranted' | 'idle', who: Employee, place = office.city) =>
      (
        await who.call(endpoints.listPeople, {
          params: { organisationId: place.id },
          query: { below: true, account },
        })
      ).items.map(({ account: own }) => own?.id)
    expect(await list('ungranted', by('security_admin'))).toEqual([accountId])
    expect(await list('idle', by('security_admin'))).toEqual([idle.accountId])
    expect(await list('idle', by('system_admin'), office.water)).toEqual([])
    const ofWater = await office.employ(office.water, 'security_admin')
    expect((await factsOf(ofWater))['account-idle']).toBe('没有')
    expect(await refusalOf(list('idle', by('organiser')))).toMatchObject({ code: 'forbidden' })
  })

  it('tells of who was guessed at, until the time is over', async () => {
    const { login } = await office.register(office.water, 'handler')
    for (let attempt = 0; attempt < 5; attempt++)
      await refusalOf(signInAs(office.app, login, 'Falsch-2026', '10.8.8.8'))
    expect((await factsOf(by('system_admin')))['account-locked']).toBe('1 人')
    await office.pool.db
      .updateTable('sign_in_failure')
      .set({ until: new Date(0) })
      .execute()
    expect((await factsOf(by('system_admin')))['account-locked']).toBe('没有')
  })

  it('names who is to act and cannot sign in, not of what, and nobody for a problem about a person', async () => {
    const unreached = async () => (await factsOf(by('system_admin')))['unreached-account']
    expect(await unreached()).toBe('没有')
    const [open, personal] = [newId(), newId()]
    const person = (name: string) => ({ name, position: '', email: '', isPartyMember: true })
    await transaction(office.pool.db, async (tx) => {
      await insertPerson(tx, open, office.waterOffice.id, person('甘露'))
      await insertPerson(tx, personal, office.waterOffice.id, person('沈默'))
    })
    const organiser = by('organiser')
    const leadId = organiser.session.person.id
    for (const [handlerId, aboutId] of [
      [open, null],
      [personal, personal],
    ] as const) {
      const params = { organisationId: office.water.id }
      const { id: problemId } = await organiser.call(endpoints.registerProblem, {
        params,
        body: { ...someProblem('criticism'), aboutId },
      })
      const body = { leadId, handlerId, class: 'dated', dueOn: '2099-06-30' } as const
      await organiser.call(endpoints.assignProblem, { params: { problemId }, body })
    }
    expect(await unreached()).toBe('甘露（办公室）')
    expect((await factsOf(by('security_admin')))['unreached-grant']).toBe('没有')
    await by('system_admin').call(endpoints.openAccount, { params: { personId: open }, body: { login: 'ganlu' } })
    expect(await unreached()).toBe('没有')
    expect((await factsOf(by('security_admin')))['unreached-grant']).toBe('甘露（办公室）')
  })

  it('tells the auditor how many acts did not succeed, whether the chain was whole, and leads to those entries', async () => {
    const auditor = by('audit_admin')
    const { facts } = await auditor.call(endpoints.readHomeFacts, {})
    expect(facts.find(({ id }) => id === 'chain')).toMatchObject({ value: '还没有校验过', isAmiss: true })
    const refusals = facts.find(({ id }) => id === 'refusals')
    const query = Object.fromEntries(new URLSearchParams(refusals?.link?.split('?')[1]))
    const { items } = await auditor.call(endpoints.listAuditEntries, {
      query: { failed: true, from: query['from'], limit: 100 },
    })
    expect(items.length).toBeGreaterThan(0)
    expect(refusals?.value).toBe(`${items.length} 次`)
    await auditor.call(endpoints.verifyAudit, {})
    // No anchor was ever written in this office: it is told as it is.
    expect((await factsOf(auditor))['chain']).toMatch(/^\d{4}年\d+月\d+日 .*，(?:完整|不完整)$/)
  })
})
