import { administratorRoles, carries, type Endpoint, endpoints, type Permission, RefusedCall } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calls } from './testing/calls/index.ts'
import { type Employee, type Office, openOffice, type Registered } from './testing/office.ts'
import { openCrew, type Crew } from './testing/scene.ts'

type Administrator = (typeof administratorRoles)[number]
/** What an administrator is over: everything, or one bureau. */
const scopes = ['whole', 'bureau'] as const
type Scope = (typeof scopes)[number]

/** Whose account it is about: where the person belongs, and what the account may do. */
const accounts = {
  'of the bureau, with a role in it': (office) => office.register(office.water, 'handler'),
  'of the bureau, with a role in a part of it': (office) =>
    office.register(office.water, 'handler', office.waterOffice),
  'of the bureau, with a role over the whole': (office) => office.register(office.water, 'handler', office.city),
  'of the bureau, with a role over another': (office) => office.register(office.water, 'handler', office.education),
  'of the whole, with a role over the bureau': (office) => office.register(office.city, 'handler', office.water),
} as const satisfies Readonly<Record<string, (office: Office) => Promise<Registered>>>
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

describe.each(aboutAccounts)('%s', (_, endpoint) => {
  const rows = administratorRoles.flatMap((role) =>
    scopes.flatMap((scope) => (Object.keys(accounts) as Account[]).map((account) => [role, scope, account] as const)),
  )
  it.each(rows)('by %s over the %s, of an account %s', async (role, scope, account) => {
    const { accountId } = await accounts[account](office)
    const expected = !isFor(role, endpoint) ? 'forbidden' : scope === 'whole' ? 'done' : ofBureau[account]
    const given = { params: { accountId } }
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
