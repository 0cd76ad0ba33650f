import {
  administratorRoles,
  type ApprovalChains,
  carries,
  type Endpoint,
  endpoints,
  type Permission,
  problemSources,
  RefusedCall,
  type Role,
  weightyRoles,
} from '@duizhao/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setApprovals } from './testing/approvals.ts'
import { calls } from './testing/calls/index.ts'
import { type Employee, type Office, openOffice, PASSWORD, type Registered } from './testing/office.ts'
import { signInAs } from './testing/client.ts'
import { openCrew, type Crew } from './testing/scene.ts'
import { enter, setUpDevice, setUpDeviceOf } from './testing/second-factor.ts'

type Administrator = (typeof administratorRoles)[number]
/** What an administrator is over: everything, or one bureau. */
const scopes = ['whole', 'bureau'] as const
type Scope = (typeof scopes)[number]

/** Whose account it is about: where the person belongs, and what the account may do. */
const accounts = {
  'of the bureau, with a role in it': (office, role) => office.register(office.water, role),
  'of the bureau, with a role in a part of it': (office, role) =>
    office.register(office.water, role, office.waterOffice),
  'of the bureau, with a role over the whole': (office, role) => office.register(office.water, role, office.city),
  'of the bureau, with a role over another': (office, role) => office.register(office.water, role, office.education),
  'of the whole, with a role over the bureau': (office, role) => office.register(office.city, role, office.water),
} as const satisfies Readonly<Record<string, (office: Office, role: Role) => Promise<Registered>>>
type Account = keyof typeof accounts

/** The one table: what a bureau's administrator who carries the permission is answered; the whole's is never refused. */
const ofBureau: Readonly<Record<Account, string>> = {
  'of the bureau, with a role in it': 'done',
  'of the bureau, with a role in a part of it': 'done',
  'of the bureau, with a role over the whole': 'forbidden',
  'of the bureau, with a role over another': 'forbidden',
  'of the whole, with a role over the bureau': 'not_found',
}

const all = Object.entries(endpoints) as [keyof typeof endpoints, Endpoint][]
const ofWhole = all.filter(([, { isOfWhole }]) => isOfWhole)
const aboutAccounts = all.filter(([, { params, method }]) => 'accountId' in params && method !== 'GET')

let office: Office
let crew: Crew
const staff = new Map<string, Employee>()
beforeAll(async () => {
  office = await openOffice()
  crew = await openCrew(office)
  for (const role of administratorRoles) {
    staff.set(`${role} whole`, await office.employ(office.city, role))
    staff.set(`${role} bureau`, await office.employ(office.water, role))
  }
})
afterAll(() => office.close())

function administrator(role: Administrator, scope: Scope): Employee {
  const found = staff.get(`${role} ${scope}`)
  if (!found) throw new Error('the office is not set up')
  return found
}

async function outcome(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof RefusedCall) return error.refusal.code
      throw error
    },
  )
}

const isFor = (role: Administrator, { access }: Endpoint): boolean => carries(role, access as Permission)

it('has settings, calendar, password policy and the chain of the log among what is of the whole', () => {
  expect(ofWhole.map(([name]) => name)).toEqual(
    expect.arrayContaining([
      'changeSettings',
      'changeSecuritySettings',
      'setCalendarDay',
      'verifyAudit',
      'verifyFiles',
    ]),
  )
})

describe.each(ofWhole)('%s, which is of the whole', (name, endpoint) => {
  it.each(administratorRoles.flatMap((role) => scopes.map((scope) => [role, scope] as const)))(
    'for %s over the %s',
    async (role, scope) => {
      const caller = administrator(role, scope)
      const given = await calls[name]({ office, crew, place: office.water, caller, mayCall: true, role })
      const expected = isFor(role, endpoint) && scope === 'whole' ? 'done' : 'forbidden'
      expect(await outcome(caller.call(endpoint, given as never))).toBe(expected)
    },
  )
})

describe.each(aboutAccounts)('%s', (name, endpoint) => {
  const rows = administratorRoles.flatMap((role) =>
    scopes.flatMap((scope) => (Object.keys(accounts) as Account[]).map((account) => [role, scope, account] as const)),
  )
  it.each(rows)('by %s over the %s, of an account %s', async (role, scope, account) => {
    const isConfirmed = name.startsWith('confirm')
    const { accountId, login } = await accounts[account](office, isConfirmed ? 'head' : 'handler')
    const given = { params: { accountId } }
    if (name.includes('SecondFactor')) await setUpDeviceOf(office.app, login)
    if (name === 'confirmPasswordReset') await crew.security.call(endpoints.resetPassword, given)
    if (name === 'confirmSecondFactorRemoval') await crew.security.call(endpoints.removeSecondFactor, given)
    const expected = !isFor(role, endpoint) ? 'forbidden' : scope === 'whole' ? 'done' : ofBureau[account]
    expect(await outcome(administrator(role, scope).call(endpoint, given as never))).toBe(expected)
  })
})

it('lets nobody make a person leave whose account reaches further than his own', async () => {
  const { personId } = await office.register(office.water, 'reviewer', office.city)
  const given = { params: { personId } }
  expect(await outcome(administrator('system_admin', 'bureau').call(endpoints.removePerson, given))).toBe('forbidden')
  expect(await outcome(administrator('system_admin', 'whole').call(endpoints.removePerson, given))).toBe('done')
})

it('shows an auditor the log of his own organisations, and what is of none only to the one over the whole', async () => {
  const places = { water: office.waterOffice, education: office.education }
  const create = (place: Office['city'], name: string) =>
    crew.admin.call(endpoints.createOrganisation, {
      params: { organisationId: place.id },
      body: { name, kind: 'department' },
    })
  await create(places.water, '审计看得到的科室')
  await create(places.education, '审计看不到的科室')
  await crew.admin.call(endpoints.changeSettings, { body: await crew.admin.call(endpoints.readSettings, {}) })
  const read = async (scope: Scope) => {
    const { items } = await administrator('audit_admin', scope).call(endpoints.listAuditEntries, {
      query: { limit: 200 },
    })
    return items
  }
  const [own, whole] = [await read('bureau'), await read('whole')]
  expect(own.map(({ subject }) => subject)).toContain('审计看得到的科室')
  expect(own.map(({ subject }) => subject)).not.toContain('审计看不到的科室')
  expect(own.every(({ organisation }) => organisation !== null && organisation.id !== office.city.id)).toBe(true)
  expect(whole.map(({ subject }) => subject)).toEqual(
    expect.arrayContaining(['审计看得到的科室', '审计看不到的科室', '设置']),
  )
})

it('gives each of two administrators his own share of the settings, and leaves the other as it is', async () => {
  const [system, security] = [administrator('system_admin', 'whole'), administrator('security_admin', 'whole')]
  const before = await system.call(endpoints.readSettings, {})
  const afterSystem = await system.call(endpoints.changeSettings, {
    body: { ...before, officeName: '临江市委', ...({ passwordDays: 0 } as object) },
  })
  expect(afterSystem).toMatchObject({ officeName: '临江市委', passwordDays: before.passwordDays })
  const afterSecurity = await security.call(endpoints.changeSecuritySettings, {
    body: { ...afterSystem, passwordDays: 60, ...({ officeName: '别的单位' } as object) },
  })
  expect(afterSecurity).toMatchObject({ officeName: '临江市委', passwordDays: 60 })
})

describe('approvals that ask less', () => {
  const [system, security] = [
    () => administrator('system_admin', 'whole'),
    () => administrator('security_admin', 'whole'),
  ]
  const settings = () => system().call(endpoints.readSettings, {})
  const propose = async (change: (approvals: ApprovalChains) => Partial<ApprovalChains>) => {
    const before = await settings()
    const approvals = { ...before.approvals, ...change(before.approvals) }
    return { before, after: await system().call(endpoints.changeSettings, { body: { ...before, approvals } }) }
  }
  const decide = async (by: Employee, isAccepted: boolean) =>
    by.call(endpoints.decideApprovals, { body: { isAccepted, version: (await settings()).version } })

  beforeEach(() => setApprovals(system(), security(), strict))

  it.each<[how: string, change: (approvals: ApprovalChains) => Partial<ApprovalChains>]>([
    ['a level less', ({ inspection }) => ({ inspection: inspection.slice(1) })],
    [
      'a level of another role',
      ({ audit }) => ({ audit: audit.map((step) => ({ ...step, role: 'organiser' as const })) }),
    ],
    [
      'a level not above any more',
      ({ petition }) => ({ petition: petition.map((step) => ({ ...step, isSuperior: false })) }),
    ],
  ])('hold once another administrator agrees: %s', async (_, change) => {
    const { before, after } = await propose(change)
    expect([after.approvals, after.proposed?.byName]).toEqual([before.approvals, system().session.person.name])
    const { tasks } = await security().call(endpoints.readHome, {})
    expect(tasks.map(({ title }) => title)).toContain('决定要不要放宽销号的审批')
    expect(await outcome(decide(system(), true))).toBe('forbidden')
    expect(await outcome(decide(administrator('audit_admin', 'bureau'), true))).toBe('forbidden')
    expect((await settings()).approvals).toEqual(before.approvals)
    const agreed = await decide(security(), true)
    expect([agreed.approvals, agreed.proposed]).toEqual([{ ...before.approvals, ...change(before.approvals) }, null])
    expect(await outcome(decide(security(), true))).toBe('conflict')
  })

  it('are dropped by who does not agree, and by who proposed them', async () => {
    for (const by of [administrator('audit_admin', 'whole'), system()]) {
      const { before } = await propose(({ other }) => ({ other: other.slice(1) }))
      expect(await decide(by, false)).toMatchObject({ approvals: before.approvals, proposed: null })
    }
  })

  it('or more, or are only called otherwise, hold at once', async () => {
    const { after } = await propose(({ other }) => ({
      other: [
        ...other.map((step) => ({ ...step, name: '先核验' })),
        { name: '再核验', role: 'head', isSuperior: true },
      ],
    }))
    expect([after.approvals.other.length, after.proposed]).toEqual([4, null])
  })
})

const step = { name: '核验', role: 'reviewer', isSuperior: true } as const
/** Three levels above, for every source. */
const strict = Object.fromEntries(
  problemSources.map((source) => [
    source,
    [{ name: '确认', role: 'head', isSuperior: true }, step, { ...step, role: 'organiser' }],
  ]),
) as ApprovalChains

describe('the password of who decides much', () => {
  it.each(weightyRoles)('is reset for a %s by two administrators, neither of whom knows it', async (role) => {
    const owner = await office.register(office.water, role)
    const accountId = owner.accountId
    const security = administrator('security_admin', 'whole')
    const asked = await security.call(endpoints.resetPassword, { params: { accountId } })
    expect(asked.isHalf).toBe(true)
    // Until another confirms, nothing has happened.
    await signInAs(office.app, owner.login, PASSWORD)
    expect(await outcome(security.call(endpoints.confirmPasswordReset, { params: { accountId } }))).toBe('conflict')
    const auditor = administrator('audit_admin', 'whole')
    const { items } = await auditor.call(endpoints.listPasswordResets, {})
    expect(items.map(({ account }) => account.id)).toContain(accountId)
    const { tasks } = await auditor.call(endpoints.readHome, {})
    expect(tasks.map(({ title }) => title)).toContain(`确认重置口令：${owner.name}`)
    const confirmed = await auditor.call(endpoints.confirmPasswordReset, { params: { accountId } })
    for (const alone of [asked.password, confirmed.password, PASSWORD])
      expect(await outcome(signInAs(office.app, owner.login, alone))).toBe('unauthenticated')
    const { session } = await signInAs(office.app, owner.login, asked.password + confirmed.password)
    expect(session).toMatchObject({ mustChangePassword: true, resets: [{ by: [security, auditor].map(nameOf) }] })
    expect(await outcome(auditor.call(endpoints.confirmPasswordReset, { params: { accountId } }))).toBe('conflict')
  })

  it('stays as it is if nobody confirms within a day', async () => {
    const { accountId } = await office.register(office.water, 'head')
    await crew.security.call(endpoints.resetPassword, { params: { accountId } })
    await office.pool.db
      .updateTable('password_reset')
      .set({ asked_at: new Date(Date.now() - 86_400_001) })
      .where('account_id', '=', accountId)
      .execute()
    const given = { params: { accountId } }
    expect(await outcome(administrator('audit_admin', 'whole').call(endpoints.confirmPasswordReset, given))).toBe(
      'conflict',
    )
  })

  it('tells its owner of a reset until the password is changed, and in the own record for good', async () => {
    const owner = await office.register(office.water, 'handler')
    const security = administrator('security_admin', 'whole')
    const { password, isHalf } = await security.call(endpoints.resetPassword, {
      params: { accountId: owner.accountId },
    })
    expect(isHalf).toBe(false)
    const signedIn = await signInAs(office.app, owner.login, password)
    expect(signedIn.session.resets).toMatchObject([{ by: [nameOf(security)] }])
    const body = { current: password, next: 'Fuxing#Lu-77' }
    expect((await signedIn.call(endpoints.changePassword, { body })).resets).toEqual([])
    const { groups } = await signedIn.call(endpoints.readOwnRecord, {})
    const lines = groups.find(({ name }) => name === '口令重置')?.lines ?? []
    expect(lines).toEqual([expect.stringContaining(`${nameOf(security)}重置`)])
  })
})

describe('nobody becomes another by himself', () => {
  const security = () => administrator('security_admin', 'whole')
  const give = (by: Employee, { accountId }: Registered, role: Role) =>
    outcome(by.call(endpoints.giveGrant, { params: { organisationId: office.city.id }, body: { accountId, role } }))

  it.each(weightyRoles)('by taking the role of a %s away, resetting, and giving it again', async (role) => {
    const owner = await office.register(office.city, role)
    const params = { accountId: owner.accountId }
    await setUpDeviceOf(office.app, owner.login)
    await security().call(endpoints.revokeGrant, { params: { grantId: owner.grantId } })
    expect(await security().call(endpoints.resetPassword, { params })).toMatchObject({ isHalf: true })
    expect(await security().call(endpoints.removeSecondFactor, { params })).toMatchObject({ isWaiting: true })
  })

  it.each(weightyRoles)('by making a %s of an account whose password he alone has put', async (role) => {
    const owner = await office.register(office.city, null)
    const params = { accountId: owner.accountId }
    const { password } = await security().call(endpoints.resetPassword, { params })
    const signedIn = await signInAs(office.app, owner.login, password)
    await signedIn.call(endpoints.changePassword, { body: { current: password, next: 'Fuxing#Lu-77' } })
    expect(await give(security(), owner, role)).toBe('forbidden')
    const other = await office.employ(office.city, 'security_admin')
    expect(await give(other, owner, role)).toBe('done')
  })

  it('and an office with one security administrator gives the role after two have put the password', async () => {
    const owner = await office.register(office.city, 'handler')
    const params = { accountId: owner.accountId }
    await security().call(endpoints.resetPassword, { params })
    expect(await give(security(), owner, 'head')).toBe('forbidden')
    const asked = await security().call(endpoints.resetPassword, { params, query: { isTogether: true } })
    expect([asked.isHalf, await give(security(), owner, 'head')]).toEqual([true, 'forbidden'])
    await administrator('system_admin', 'whole').call(endpoints.confirmPasswordReset, { params })
    expect(await give(security(), owner, 'head')).toBe('done')
  })
})

describe('the second step of who decides much', () => {
  it.each(weightyRoles)('is taken away from a %s by two administrators, and its owner is told', async (role) => {
    const owner = await office.register(office.water, role)
    const params = { accountId: owner.accountId }
    await setUpDeviceOf(office.app, owner.login)
    const [security, auditor] = [administrator('security_admin', 'whole'), administrator('audit_admin', 'whole')]
    expect(await security.call(endpoints.removeSecondFactor, { params })).toMatchObject({ isWaiting: true })
    // Until another confirms, nothing has happened.
    expect(await outcome(enter(office.app, owner))).toBe('unauthenticated')
    expect(await outcome(security.call(endpoints.confirmSecondFactorRemoval, { params }))).toBe('conflict')
    // To confirm the one is not to confirm the other.
    expect(await outcome(auditor.call(endpoints.confirmPasswordReset, { params }))).toBe('conflict')
    const { items } = await auditor.call(endpoints.listPasswordResets, {})
    expect(items.filter(({ account }) => account.id === owner.accountId)).toMatchObject([{ of: 'second_factor' }])
    const { tasks } = await auditor.call(endpoints.readHome, {})
    expect(tasks.map(({ title }) => title)).toContain(`确认解除两步验证：${owner.name}`)
    await auditor.call(endpoints.confirmSecondFactorRemoval, { params })
    const signedIn = await enter(office.app, owner)
    const by = [security, auditor].map(nameOf)
    expect(signedIn.session).toMatchObject({ mustChangePassword: false, resets: [{ of: 'second_factor', by }] })
    expect((await signedIn.call(endpoints.acknowledgeResets, {})).resets).toEqual([])
    const { groups } = await signedIn.call(endpoints.readOwnRecord, {})
    expect(groups.find(({ name }) => name === '两步验证')?.lines).toContainEqual(
      expect.stringContaining(`${by[0]}解除，${by[1]}确认`),
    )
    expect(await outcome(auditor.call(endpoints.confirmSecondFactorRemoval, { params }))).toBe('conflict')
  })

  it('is taken away from others by the security administrator, with their sessions; not his own', async () => {
    const owner = await office.employ(office.water, 'handler')
    const security = administrator('security_admin', 'whole')
    const remove = ({ session }: Employee) =>
      security.call(endpoints.removeSecondFactor, { params: { accountId: session.account.id } })
    expect(await outcome(remove(owner))).toBe('conflict')
    await setUpDevice(owner)
    expect(await remove(owner)).toMatchObject({ isWaiting: false })
    expect(await outcome(owner.call(endpoints.readSession, {}))).toBe('unauthenticated')
    expect((await enter(office.app, owner)).session.resets).toMatchObject([{ by: [nameOf(security)] }])
    expect(await outcome(remove(security))).toBe('conflict')
  })

  it('stays if nobody confirms within a day, and waits beside a password that is reset', async () => {
    const { accountId, login } = await office.register(office.water, 'head')
    await setUpDeviceOf(office.app, login)
    const params = { accountId }
    await crew.security.call(endpoints.resetPassword, { params })
    await crew.security.call(endpoints.removeSecondFactor, { params })
    const auditor = administrator('audit_admin', 'whole')
    const { items } = await auditor.call(endpoints.listPasswordResets, {})
    const waiting = items.filter(({ account }) => account.id === accountId).map(({ of }) => of)
    expect(waiting).toEqual(['password', 'second_factor'])
    await office.pool.db
      .updateTable('password_reset')
      .set({ asked_at: new Date(Date.now() - 86_400_001) })
      .where('account_id', '=', accountId)
      .execute()
    expect(await outcome(auditor.call(endpoints.confirmSecondFactorRemoval, { params }))).toBe('conflict')
  })
})

const nameOf = ({ session }: Employee): string => session.person.name

describe('the last administrator over the root', () => {
  it.each(administratorRoles)('is not disabled, revoked or made to leave: %s', async (role) => {
    const own = await openOffice()
    const last = await own.register(own.city, role)
    const [system, security] = [
      await own.employ(own.city, 'system_admin'),
      await own.employ(own.city, 'security_admin'),
    ]
    const { accountId, personId, grantId } = last
    const params = { accountId }
    const attempts = () => [
      outcome(system.call(endpoints.disableAccount, { params })),
      outcome(system.call(endpoints.removePerson, { params: { personId } })),
      outcome(security.call(endpoints.revokeGrant, { params: { grantId } })),
    ]
    // Who acts is of the kind too, but over a bureau: that does not count.
    if (role !== 'audit_admin') {
      const other = role === 'system_admin' ? system : security
      await own.pool.db
        .updateTable('role_grant')
        .set({ organisation_id: own.water.id })
        .where('account_id', '=', other.session.account.id)
        .execute()
    }
    const outcomes = await Promise.all(attempts())
    expect(outcomes).toContain('conflict')
    expect(outcomes).not.toContain('done')
    await own.close()
  })

  it('is kept when two are taken away at the same moment', async () => {
    const own = await openOffice()
    const [one, other] = [await own.register(own.city, 'audit_admin'), await own.register(own.city, 'audit_admin')]
    const system = await own.employ(own.city, 'system_admin')
    const disable = ({ accountId }: Registered) =>
      outcome(system.call(endpoints.disableAccount, { params: { accountId } }))
    expect((await Promise.all([disable(one), disable(other)])).toSorted()).toEqual(['conflict', 'done'])
    await own.close()
  })
})

it('writes into the log who tried what was out of reach, but no more than is readable, and who read the log', async () => {
  const nosy = await office.employ(office.water, 'handler')
  const asked = { params: { organisationId: office.education.id } }
  for (let attempt = 0; attempt < 30; attempt++) await outcome(nosy.call(endpoints.readOrganisation, asked))
  const auditor = administrator('audit_admin', 'whole')
  const query = { login: nosy.login, failed: true, limit: 200 }
  const { items } = await auditor.call(endpoints.listAuditEntries, { query })
  expect(items).toHaveLength(20)
  expect(items[0]).toMatchObject({ action: 'organisation.read', succeeded: false, detail: { code: 'not_found' } })
  const readings = await auditor.call(endpoints.listAuditEntries, { query: { action: 'audit.list' } })
  expect(readings.items[0]).toMatchObject({ actor: { login: auditor.login }, detail: { login: nosy.login } })
})
