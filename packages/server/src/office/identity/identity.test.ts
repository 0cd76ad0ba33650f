import { call, endpoints, RefusedCall } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carrierOf, signInAs, stranger } from '../../testing/client.ts'
import { type Office, openOffice, PASSWORD } from '../../testing/office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

async function refusalOf(call: Promise<unknown>): Promise<{ code: string; title: string }> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof RefusedCall)) throw new Error(`not refused: ${String(error)}`)
  return error.refusal
}

describe('signing in', () => {
  it('opens a session that tells who one is and what one may be', async () => {
    const { session } = await office.employ(office.water, 'organiser')
    expect(session.organisation.name).toBe('临江市水务局')
    expect(session.grants.map(({ role, organisation }) => [role, organisation.name])).toEqual([
      ['organiser', '临江市水务局'],
    ])
    expect(session.mustChangePassword).toBe(false)
  })

  it('says the same of a wrong login and a wrong password', async () => {
    const { login } = await office.employ(office.water, null)
    const wrongPassword = await refusalOf(signInAs(office.app, login, 'Falsch-2026'))
    const wrongLogin = await refusalOf(signInAs(office.app, 'nobody', 'Falsch-2026'))
    expect(wrongPassword).toMatchObject({ code: 'unauthenticated', title: wrongLogin.title })
  })

  it('locks the account after five wrong passwords, also for the right one, until it is unlocked', async () => {
    const victim = await office.employ(office.water, 'handler')
    const security = await office.employ(office.city, 'security_admin')
    for (let attempt = 0; attempt < 5; attempt++) await refusalOf(signInAs(office.app, victim.login, 'Falsch-2026'))
    expect(await refusalOf(signInAs(office.app, victim.login, PASSWORD))).toMatchObject({
      title: '口令连续输错，账号已锁定。',
    })
    const accountId = victim.session.account.id
    const person = await security.call(endpoints.unlockAccount, { params: { accountId } })
    expect(person.account?.state).toBe('active')
    expect((await signInAs(office.app, victim.login, PASSWORD)).session.account.id).toBe(accountId)
  })

  it('counts wrong passwords from the last right one', async () => {
    const { login } = await office.employ(office.water, null)
    for (let round = 0; round < 3; round++) {
      for (let attempt = 0; attempt < 4; attempt++) await refusalOf(signInAs(office.app, login, 'Falsch-2026'))
      await signInAs(office.app, login, PASSWORD)
    }
  })

  it('is limited for one address', async () => {
    const own = await openOffice()
    const codes: string[] = []
    for (let attempt = 0; attempt < 32; attempt++)
      codes.push((await refusalOf(signInAs(own.app, `nobody${attempt}`, 'Falsch-2026', '10.9.9.9'))).code)
    await own.close()
    expect(codes.slice(0, 30).every((code) => code === 'unauthenticated')).toBe(true)
    expect(codes.slice(30)).toEqual(['busy', 'busy'])
  })
})

describe('a session', () => {
  it('ends with signing out, everywhere if asked', async () => {
    const first = await office.employ(office.water, 'member')
    const second = await signInAs(office.app, first.login, PASSWORD)
    expect((await first.call(endpoints.listSessions, {})).items).toHaveLength(2)
    await second.call(endpoints.signOutEverywhere, {})
    expect(await refusalOf(first.call(endpoints.readSession, {}))).toMatchObject({ code: 'unauthenticated' })
    expect(await refusalOf(second.call(endpoints.readSession, {}))).toMatchObject({ code: 'unauthenticated' })
  })

  it('ends after idling and at its absolute end', async () => {
    const idle = await office.employ(office.water, 'member')
    const old = await office.employ(office.water, 'member')
    const { db } = office.pool
    await db
      .updateTable('session')
      .set({ last_seen_at: new Date(Date.now() - 31 * 60_000) })
      .where('account_id', '=', idle.session.account.id)
      .execute()
    await db
      .updateTable('session')
      .set({ ends_at: new Date(Date.now() - 1) })
      .where('account_id', '=', old.session.account.id)
      .execute()
    for (const caller of [idle, old])
      expect(await refusalOf(caller.call(endpoints.readHome, {}))).toMatchObject({ title: '登录已过期。' })
  })

  it('accepts changes only with its token', async () => {
    const caller = await office.employ(office.city, 'system_admin')
    const carrier = carrierOf(office.app, '10.8.8.8')
    await call(carrier, endpoints.signIn, { body: { login: caller.login, password: PASSWORD } })
    const given = { params: { organisationId: office.city.id }, body: { name: '外来的', kind: 'unit' as const } }
    expect(await refusalOf(call(carrier, endpoints.createOrganisation, given, 'guessed'))).toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('a password', () => {
  it('has to be changed when it is the first one, and nothing else can be done before', async () => {
    const admin = await office.employ(office.city, 'system_admin')
    const person = await admin.call(endpoints.createPerson, {
      params: { organisationId: office.water.id },
      body: { name: '周启明', position: '科长', email: '', isPartyMember: true },
    })
    const { password } = await admin.call(endpoints.openAccount, {
      params: { personId: person.id },
      body: { login: 'zhouqiming' },
    })
    const fresh = await signInAs(office.app, 'zhouqiming', password)
    expect(fresh.session.mustChangePassword).toBe(true)
    expect(await refusalOf(fresh.call(endpoints.readHome, {}))).toMatchObject({ title: '请先修改口令。' })
    expect(
      await refusalOf(fresh.call(endpoints.changePassword, { body: { current: password, next: 'short' } })),
    ).toMatchObject({ code: 'invalid' })
    const changed = await fresh.call(endpoints.changePassword, { body: { current: password, next: 'Qiming#2026' } })
    expect(changed.mustChangePassword).toBe(false)
    expect((await fresh.call(endpoints.readHome, {})).tasks).toEqual([])
    expect(await refusalOf(signInAs(office.app, 'zhouqiming', password))).toMatchObject({ code: 'unauthenticated' })
  })

  it('is reset by the security administrator only, and ends the sessions', async () => {
    const person = await office.employ(office.water, 'handler')
    const security = await office.employ(office.city, 'security_admin')
    const system = await office.employ(office.city, 'system_admin')
    const params = { accountId: person.session.account.id }
    expect(await refusalOf(system.call(endpoints.resetPassword, { params }))).toMatchObject({ code: 'forbidden' })
    const { password } = await security.call(endpoints.resetPassword, { params })
    expect(await refusalOf(person.call(endpoints.readSession, {}))).toMatchObject({ code: 'unauthenticated' })
    expect((await signInAs(office.app, person.login, password)).session.mustChangePassword).toBe(true)
  })
})

it('lets nobody in who is not signed in', async () => {
  expect(await refusalOf(stranger(office.app).call(endpoints.readHome, {}))).toMatchObject({ code: 'unauthenticated' })
})
