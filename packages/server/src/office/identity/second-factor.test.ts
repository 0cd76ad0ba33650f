import { endpoints } from '@duizhao/contract'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { codeOf, type Device, enter, nextCodeOf, setUpDevice } from '../../testing/second-factor.ts'
import { type Employee, type Office, openOffice, PASSWORD } from '../../testing/office.ts'
import { stepOf } from './totp.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())
afterEach(() => void vi.useRealTimers())

const STEP = 30_000

/** Stops the clock in the middle of a half-minute, so that no code runs out while a test looks at it. */
function stopClock(): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Math.floor(Date.now() / STEP) * STEP + STEP / 2 })
}

function pass(milliseconds: number): void {
  vi.setSystemTime(Date.now() + milliseconds)
}

async function told(call: Promise<unknown>) {
  const { code, title, places } = await refusalOf(call)
  return { code, title, field: places?.[0]?.field }
}

async function secured(): Promise<{ readonly person: Employee; readonly device: Device }> {
  const person = await office.employ(office.water, 'handler')
  return { person, device: await setUpDevice(person) }
}

const signIn = (login: string, code?: string, password = PASSWORD) =>
  enter(office.app, { login, password, ...(code === undefined ? {} : { code }) })

/** Until somebody waits for a row that is being changed. */
async function waitForLock(): Promise<void> {
  const { rows } = await sql<{ waiting: boolean }>`
    select exists (
      select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
    ) as waiting`.execute(office.pool.db)
  if (rows[0]?.waiting !== true) return waitForLock()
}

const both = (code: string | undefined, password = PASSWORD) => ({ body: { password, code: code ?? '' } })

async function entriesOf(login: string): Promise<string[]> {
  const rows = await office.pool.db
    .selectFrom('audit_entry')
    .select(['action', 'succeeded', 'detail'])
    .where('subject', '=', login)
    .orderBy('number')
    .execute()
  return rows.map(({ action, succeeded, detail }) => `${action}${succeeded ? '' : ' failed'} ${JSON.stringify(detail)}`)
}

it('knows the codes of RFC 6238, appendix B', () => {
  const secret = Buffer.from('12345678901234567890')
  const vectors = { 59: '287082', 1_111_111_109: '081804', 1_234_567_890: '005924', 2_000_000_000: '279037' }
  for (const [seconds, code] of Object.entries(vectors))
    expect(stepOf(secret, code, new Date(Number(seconds) * 1000))).toBe(Math.floor(Number(seconds) / 30))
})

describe('setting it up', () => {
  it('asks for the password, shows a secret, and opens with the first code of it', async () => {
    stopClock()
    const person = await office.employ(office.water, 'handler')
    const begin = (password: string) => person.call(endpoints.beginSecondFactor, { body: { password } })
    expect(await told(begin('Falsch-2026'))).toMatchObject({ code: 'invalid', field: 'password' })
    const { secret, address } = await begin(PASSWORD)
    expect(new URL(address)).toMatchObject({ protocol: 'otpauth:', host: 'totp' })
    expect(new URL(address).searchParams.get('secret')).toBe(secret)
    // Not on yet: signing in asks for no code.
    expect((await signIn(person.login)).session.secondFactor).toMatchObject({ isOn: false })
    const turnOn = (code: string) => person.call(endpoints.turnOnSecondFactor, { body: { code } })
    const wrong = codeOf(secret, Date.now() + 10 * STEP)
    expect(await told(turnOn(wrong))).toMatchObject({ code: 'invalid', field: 'code' })
    const { recoveryCodes, session } = await turnOn(codeOf(secret))
    expect(new Set(recoveryCodes).size).toBe(10)
    expect(session.secondFactor).toEqual({ isOn: true, mustBeSetUp: false, codesLeft: 10 })
    expect(await told(begin(PASSWORD))).toMatchObject({ code: 'conflict' })
    expect(await told(turnOn(codeOf(secret)))).toMatchObject({ code: 'conflict' })
  })

  it('does not turn on a secret that was put in place of the one whose code was given', async () => {
    const person = await office.employ(office.water, 'handler')
    const { secret } = await person.call(endpoints.beginSecondFactor, { body: { password: PASSWORD } })
    const { accountId } = await office.pool.db
      .selectFrom('account')
      .select('id as accountId')
      .where('login', '=', person.login)
      .executeTakeFirstOrThrow()
    // The second session's secret arrives after the first one's code was compared, and before it is turned on.
    const turnOn = await office.pool.db.transaction().execute(async (tx) => {
      await tx
        .updateTable('second_factor')
        .set({ secret: Buffer.from('another'), last_step: 0 })
        .where('account_id', '=', accountId)
        .execute()
      const answer = refusalOf(person.call(endpoints.turnOnSecondFactor, { body: { code: codeOf(secret) } }))
      await waitForLock()
      return { answer }
    })
    expect(await turnOn.answer).toMatchObject({ code: 'conflict', title: expect.stringContaining('已在别处改动') })
    expect((await signIn(person.login)).session.secondFactor).toMatchObject({ isOn: false })
  })

  it('ends the sessions that began without it', async () => {
    const person = await office.employ(office.water, 'handler')
    const elsewhere = await signIn(person.login)
    await setUpDevice(person)
    expect(await told(elsewhere.call(endpoints.readSession, {}))).toMatchObject({ code: 'unauthenticated' })
    expect((await person.call(endpoints.readSession, {})).secondFactor.isOn).toBe(true)
  })

  it('keeps neither the secret nor a recovery code where who has the database could use them', async () => {
    const { person, device } = await secured()
    const { db } = office.pool
    const { secret } = await db
      .selectFrom('second_factor')
      .select('secret')
      .where('account_id', '=', person.session.account.id)
      .executeTakeFirstOrThrow()
    expect(nextCodeOf(device.secret)).toMatch(/^\d{6}$/)
    expect(stepOf(secret, nextCodeOf(device.secret), new Date())).toBeNull()
    expect(secret.toString('latin1')).not.toContain(device.secret)
    const rows = await db.selectFrom('recovery_code').select('hash').execute()
    for (const code of device.recoveryCodes)
      expect(rows.some(({ hash }) => hash.equals(Buffer.from(code.replaceAll('-', ''))))).toBe(false)
  })
})

describe('signing in with it', () => {
  it('opens with password and code, and not with one of them', async () => {
    stopClock()
    const { person, device } = await secured()
    const { login } = person
    expect(await told(signIn(login))).toMatchObject({ code: 'unauthenticated', field: 'code' })
    expect(await told(signIn(login, '000000'))).toMatchObject({ code: 'unauthenticated', field: 'code' })
    const opened = await signIn(login, nextCodeOf(device.secret))
    expect((await opened.call(endpoints.readHome, {})).tasks).toEqual([])
    expect(await entriesOf(login)).toEqual(
      expect.arrayContaining([
        'identity.turnOnSecondFactor {}',
        'identity.passFirstStep {}',
        'identity.signIn failed {"reason":"验证码不对"}',
        'identity.signIn {"secondFactor":"验证码"}',
      ]),
    )
  })

  it('says the same of a wrong password, whether or not there is a second step, or a code, or an account', async () => {
    const { person, device } = await secured()
    const plain = await office.employ(office.water, 'handler')
    const refusals = await Promise.all([
      told(signIn(person.login, undefined, 'Falsch-2026')),
      told(signIn(person.login, nextCodeOf(device.secret), 'Falsch-2026')),
      told(signIn(plain.login, undefined, 'Falsch-2026')),
      told(signIn(plain.login, '123456', 'Falsch-2026')),
      told(signIn('nobody-at-all', '123456')),
    ])
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1)
    // The code was not used up by it.
    await signIn(person.login, nextCodeOf(device.secret))
  })

  it('takes a code of half a minute before or after, none further off, and each once', async () => {
    stopClock()
    const { person, device } = await secured()
    const at = (steps: number) => codeOf(device.secret, Date.now() + steps * STEP)
    pass(60_000)
    for (const far of [-2, 2])
      expect(await told(signIn(person.login, at(far)))).toMatchObject({ title: '验证码不对，或已经用过。' })
    const [before, present, after] = [at(-1), at(0), at(1)]
    await signIn(person.login, before)
    expect(await told(signIn(person.login, before))).toMatchObject({ title: '验证码不对，或已经用过。' })
    await signIn(person.login, present)
    await signIn(person.login, after)
    for (const used of [before, present, after])
      expect(await told(signIn(person.login, used))).toMatchObject({ title: '验证码不对，或已经用过。' })
    pass(STEP)
    expect(await told(signIn(person.login, after))).toMatchObject({ code: 'unauthenticated' })
    pass(STEP)
    await signIn(person.login, at(0))
  })

  it('lets one in of many that bring the same code at once', async () => {
    stopClock()
    const { person, device } = await secured()
    const code = nextCodeOf(device.secret)
    const attempts = Array.from({ length: 4 }, () =>
      signIn(person.login, code).then(
        () => 'in',
        () => 'refused',
      ),
    )
    expect((await Promise.all(attempts)).toSorted()).toEqual(['in', 'refused', 'refused', 'refused'])
  })

  it('slows down who guesses codes, from wherever, and whatever right passwords lie between', async () => {
    stopClock()
    const { person, device } = await secured()
    const { login } = person
    const titles: string[] = []
    for (let attempt = 0; attempt < 6; attempt++) {
      await told(signIn(login))
      titles.push((await told(signIn(login, '000000'))).title)
    }
    const [wrong, slow] = ['验证码不对，或已经用过。', '验证码连续输错，要等一会儿再试。']
    expect(titles).toEqual([wrong, wrong, wrong, wrong, slow, slow])
    expect(await told(signIn(login, nextCodeOf(device.secret)))).toMatchObject({ code: 'busy' })
    expect(await entriesOf(login)).toContain('identity.lock {}')
    const security = await office.employ(office.city, 'security_admin')
    await security.call(endpoints.unlockAccount, { params: { accountId: person.session.account.id } })
    await signIn(login, nextCodeOf(device.secret))
  })

  it('takes a code typed in full-width digits', async () => {
    stopClock()
    const { person, device } = await secured()
    const wide = nextCodeOf(device.secret).replace(/\d/g, (digit) => String.fromCodePoint(0xff_10 + Number(digit)))
    expect((await signIn(person.login, wide)).session.secondFactor.isOn).toBe(true)
  })

  it('takes a recovery code instead, however it is typed, once', async () => {
    const { person, device } = await secured()
    const [first = '', second = ''] = device.recoveryCodes
    const { session } = await signIn(person.login, first)
    expect(session.secondFactor.codesLeft).toBe(9)
    expect(await told(signIn(person.login, first))).toMatchObject({ code: 'unauthenticated' })
    await signIn(person.login, ` ${second.toUpperCase().replaceAll('-', ' ')} `)
    expect(await entriesOf(person.login)).toContain('identity.signIn {"secondFactor":"恢复码"}')
  })

  it('says so if the key of the installation is another, and still takes a recovery code', async () => {
    const { person, device } = await secured()
    await office.pool.db
      .updateTable('second_factor')
      .set({ secret: Buffer.alloc(48) })
      .where('account_id', '=', person.session.account.id)
      .execute()
    expect(await told(signIn(person.login, nextCodeOf(device.secret)))).toMatchObject({
      title: '服务器的密钥换过，核对不了验证码。',
    })
    await signIn(person.login, device.recoveryCodes[0])
  })
})

describe('who is signed in', () => {
  it('turns it off with password and code, and with nothing less', async () => {
    stopClock()
    const { person, device } = await secured()
    const off = (code: string, password?: string) => person.call(endpoints.turnOffSecondFactor, both(code, password))
    expect(await told(off(nextCodeOf(device.secret), 'Falsch-2026'))).toMatchObject({ field: 'password' })
    expect(await told(off('000000'))).toMatchObject({ field: 'code' })
    expect((await off(nextCodeOf(device.secret))).secondFactor).toEqual({
      isOn: false,
      mustBeSetUp: false,
      codesLeft: 0,
    })
    await signIn(person.login)
    expect(await told(off(device.recoveryCodes[0] ?? ''))).toMatchObject({ code: 'conflict' })
    const entries = await entriesOf(person.login)
    expect(entries.filter((entry) => entry.startsWith('identity.turnOffSecondFactor'))).toEqual([
      'identity.turnOffSecondFactor failed {"reason":"口令不对。"}',
      'identity.turnOffSecondFactor failed {"reason":"验证码不对，或已经用过。"}',
      'identity.turnOffSecondFactor {}',
    ])
  })

  it('takes new recovery codes, and those before open no more', async () => {
    const { person, device } = await secured()
    const [first, second = ''] = device.recoveryCodes
    const { recoveryCodes } = await person.call(endpoints.renewRecoveryCodes, both(first))
    expect(recoveryCodes).toHaveLength(10)
    expect(await told(signIn(person.login, second))).toMatchObject({ code: 'unauthenticated' })
    await signIn(person.login, recoveryCodes[0])
  })

  it('reads in the own record how it stands', async () => {
    const { person } = await secured()
    const { groups } = await person.call(endpoints.readOwnRecord, {})
    expect(groups.find(({ name }) => name === '两步验证')?.lines).toEqual([expect.stringContaining('还有 10 个恢复码')])
  })
})

describe('an office that wants it of its administrators', () => {
  it('lets them do nothing before it is set up, and everybody else go on', async () => {
    const own = await openOffice()
    const security = await own.employ(own.city, 'security_admin')
    const [auditor, handler] = [await own.employ(own.city, 'audit_admin'), await own.employ(own.water, 'handler')]
    const { mailIsConfigured: _, ...before } = await security.call(endpoints.readSettings, {})
    expect(before.isSecondFactorRequired).toBe(false)
    const body = { ...before, isSecondFactorRequired: true }
    await security.call(endpoints.changeSecuritySettings, { body })
    await handler.call(endpoints.readHome, {})
    for (const admin of [auditor, security]) {
      expect(await told(admin.call(endpoints.readHome, {}))).toMatchObject({ title: '请先开启两步验证。' })
      expect((await admin.call(endpoints.readSession, {})).secondFactor.mustBeSetUp).toBe(true)
    }
    const device = await setUpDevice(auditor)
    await auditor.call(endpoints.listAuditEntries, {})
    const code = device.recoveryCodes[0] ?? ''
    const session = await auditor.call(endpoints.turnOffSecondFactor, both(code))
    expect(session.secondFactor.mustBeSetUp).toBe(true)
    expect(await told(auditor.call(endpoints.listAuditEntries, {}))).toMatchObject({ code: 'forbidden' })
    await own.close()
  })
})
