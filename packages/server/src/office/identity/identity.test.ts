import { call, endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { carrierOf, signInAs, stranger } from '../../testing/client.ts'
import { hashInitialPassword } from './index.ts'
import { type Office, openOffice, PASSWORD } from '../../testing/office.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

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

  it('slows down where the wrong passwords come from, and nowhere else, until it is unlocked', async () => {
    const victim = await office.employ(office.water, 'handler')
    const security = await office.employ(office.city, 'security_admin')
    const guess = () => refusalOf(signInAs(office.app, victim.login, 'Falsch-2026', '10.7.7.7'))
    for (let attempt = 0; attempt < 4; attempt++) expect(await guess()).toMatchObject({ code: 'unauthenticated' })
    expect(await guess()).toMatchObject({ code: 'busy', title: '口令连续输错，要等一会儿再试。' })
    expect(await refusalOf(signInAs(office.app, victim.login, PASSWORD, '10.7.7.7'))).toMatchObject({ code: 'busy' })
    const accountId = victim.session.account.id
    expect((await signInAs(office.app, victim.login, PASSWORD)).session.account.id).toBe(accountId)
    const person = await security.call(endpoints.unlockAccount, { params: { accountId } })
    expect(person.account?.state).toBe('active')
    expect((await signInAs(office.app, victim.login, PASSWORD, '10.7.7.7')).session.account.id).toBe(accountId)
  })

  it('makes who goes on guessing wait twice as long each time, up to what the settings say', async () => {
    const { login } = await office.employ(office.water, null)
    const waits: number[] = []
    for (let attempt = 0; attempt < 12; attempt++) {
      await refusalOf(signInAs(office.app, login, 'Falsch-2026', '10.7.7.8'))
      const row = await office.pool.db
        .selectFrom('sign_in_failure')
        .select(['last_at', 'until'])
        .where('login', '=', login)
        .executeTakeFirstOrThrow()
      waits.push(row.until ? Math.round((row.until.getTime() - row.last_at.getTime()) / 1000) : 0)
      await office.pool.db.updateTable('sign_in_failure').set({ until: null }).where('login', '=', login).execute()
    }
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900])
  })

  it('says the same of a login that nobody has, also when slowed down', async () => {
    const { login } = await office.employ(office.water, null)
    const told = async (name: string) => {
      const refusals: unknown[] = []
      for (let attempt = 0; attempt < 7; attempt++) {
        const { code, title } = await refusalOf(signInAs(office.app, name, 'Falsch-2026', '10.7.7.9'))
        refusals.push([code, title])
      }
      return refusals
    }
    expect(await told('nobody-at-all')).toEqual(await told(login))
  })

  it('takes as long for an initial password, and for no account, as for any', async () => {
    const own = await office.employ(office.water, null)
    const { db } = office.pool
    const initial = await office.register(office.water, null)
    await db
      .updateTable('account')
      .set({ password_hash: await hashInitialPassword('Anfang-2026') })
      .where('id', '=', initial.accountId)
      .execute()
    const logins = [own.login, initial.login, 'nobody-here']
    const times = logins.map((): number[] => [])
    for (let round = 0; round < 15; round++)
      for (const [at, login] of logins.entries()) {
        const start = performance.now()
        await refusalOf(signInAs(office.app, login, 'Falsch-2026'))
        times[at]?.push(performance.now() - start)
      }
    const [usual = 0, ...others] = times.map((some) => some.toSorted((a, b) => a - b)[7] ?? 0)
    // Hashed cheaply and nothing else, it took a quarter.
    for (const other of others) expect(other / usual).toBeGreaterThan(0.6)
  })

  it('holds up nobody: fifty wrong passwords at once for one login', async () => {
    const victim = await office.employ(office.water, 'member')
    let pending = 50
    const attempts = Array.from({ length: 50 }, async () => {
      const { code } = await refusalOf(signInAs(office.app, victim.login, 'Falsch-2026'))
      pending -= 1
      return code
    })
    for (let read = 0; read < 5; read++) await victim.call(endpoints.readHome, {})
    expect(pending).toBeGreaterThan(0)
    expect(new Set(await Promise.all(attempts))).toEqual(new Set(['unauthenticated']))
    expect((await signInAs(office.app, victim.login, PASSWORD)).session.account.id).toBe(victim.session.account.id)
  })

  it('counts many wrong passwords at once from one address as many', async () => {
    const { login } = await office.employ(office.water, null)
    const attempts = Array.from({ length: 20 }, () =>
      refusalOf(signInAs(office.app, login, 'Falsch-2026', '10.7.7.10')),
    )
    const codes = (await Promise.all(attempts)).map(({ code }) => code)
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(4)
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

  it('that is given wrong when it is to be changed counts, is recorded and slows down', async () => {
    const person = await office.employ(office.water, 'handler')
    const body = { current: 'Falsch-2026', next: 'Fuxing#Lu-77' }
    const codes: string[] = []
    for (let attempt = 0; attempt < 7; attempt++)
      codes.push((await refusalOf(person.call(endpoints.changePassword, { body }))).code)
    expect(codes).toEqual(['invalid', 'invalid', 'invalid', 'invalid', 'invalid', 'busy', 'busy'])
    const rows = await office.pool.db
      .selectFrom('audit_entry')
      .select(['action', 'succeeded'])
      .where('login', '=', person.login)
      .where('action', '=', 'identity.changePassword')
      .execute()
    expect(rows).toHaveLength(5)
    expect(rows.every(({ succeeded }) => !succeeded)).toBe(true)
  })

  it('of the last five cannot be taken again, even after a reset', async () => {
    const person = await office.employ(office.water, 'handler')
    const next = (at: number) => `Fuxing#Lu-7${at}`
    let current = PASSWORD
    for (let at = 0; at < 4; at++) {
      await person.call(endpoints.changePassword, { body: { current, next: next(at) } })
      current = next(at)
    }
    const change = (to: string) => person.call(endpoints.changePassword, { body: { current, next: to } })
    for (const used of [PASSWORD, next(0), next(2)])
      expect(await refusalOf(change(used))).toMatchObject({ code: 'invalid' })
    await change(next(4))
    current = next(4)
    await change(PASSWORD)
    const security = await office.employ(office.city, 'security_admin')
    const { password } = await security.call(endpoints.resetPassword, {
      params: { accountId: person.session.account.id },
    })
    const again = await signInAs(office.app, person.login, password)
    const back = { body: { current: password, next: PASSWORD } }
    expect(await refusalOf(again.call(endpoints.changePassword, back))).toMatchObject({ code: 'invalid' })
  })

  it('that is the initial one and was not used for a week does not open any more', async () => {
    const { login, accountId } = await office.register(office.water, 'handler')
    const age = async (days: number) => {
      const changed = new Date(Date.now() - days * 86_400_000)
      const row = { must_change_password: true, password_changed_at: changed }
      await office.pool.db.updateTable('account').set(row).where('id', '=', accountId).execute()
    }
    await age(6.9)
    expect((await signInAs(office.app, login, PASSWORD)).session.mustChangePassword).toBe(true)
    await age(7.1)
    expect(await refusalOf(signInAs(office.app, login, PASSWORD))).toMatchObject({ title: '初始口令已过期。' })
  })

  it('has to be changed when it has become as old as the settings allow', async () => {
    const { login, accountId } = await office.register(office.water, 'handler')
    const mustChangeAfter = async (days: number): Promise<boolean> => {
      const changed = new Date(Date.now() - days * 86_400_000)
      await office.pool.db
        .updateTable('account')
        .set({ password_changed_at: changed })
        .where('id', '=', accountId)
        .execute()
      return (await signInAs(office.app, login, PASSWORD)).session.mustChangePassword
    }
    expect([await mustChangeAfter(89.9), await mustChangeAfter(90.1)]).toEqual([false, true])
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
