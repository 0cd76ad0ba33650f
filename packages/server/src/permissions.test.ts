import {
  carries,
  type Endpoint,
  endpoints,
  isNothing,
  type Permission,
  RefusedCall,
  type Role,
  roles,
} from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Caller, stranger } from './testing/client.ts'
import { type Employee, type Office, openOffice } from './testing/office.ts'

/** Where what is asked about lies, seen from the organisation one's role is for. */
const scopes = ['own', 'below', 'above', 'other'] as const
type Scope = (typeof scopes)[number]

interface Target {
  readonly organisationId: string
  readonly personId: string
  readonly accountId: string
  readonly grantId: string
}

let office: Office
/** Somebody of each role over 水务局, and something to act on in each direction. */
const staff = new Map<Role, Employee>()
const targets = new Map<Scope, () => Promise<Target>>()

beforeAll(async () => {
  office = await openOffice()
  const { city, water, waterOffice, education } = office
  for (const role of roles) staff.set(role, await office.employ(water, role))
  const places = { own: water, below: waterOffice, above: city, other: education }
  for (const scope of scopes) targets.set(scope, () => freshTarget(places[scope]))
})
afterAll(() => office.close())

async function freshTarget(place: Office['city']): Promise<Target> {
  return { ...(await office.register(place, 'member')), organisationId: place.id }
}

/** How to call each endpoint that acts on something in the tree; the rest are listed below with why they need no row. */
const onTarget: Readonly<Partial<Record<keyof typeof endpoints, (target: Target) => unknown>>> = {
  listChildOrganisations: ({ organisationId }) => ({ params: { organisationId } }),
  readOrganisation: ({ organisationId }) => ({ params: { organisationId } }),
  createOrganisation: ({ organisationId }) => ({
    params: { organisationId },
    body: { name: `新科室${Math.random()}`, kind: 'department' },
  }),
  changeOrganisation: ({ organisationId }) => ({
    params: { organisationId },
    body: { name: `改名${Math.random()}`, kind: 'unit', version: 999 },
  }),
  moveOrganisation: ({ organisationId }) => ({
    params: { organisationId },
    body: { parentId: organisationId, version: 999 },
  }),
  removeOrganisation: ({ organisationId }) => ({ params: { organisationId } }),
  listPeople: ({ organisationId }) => ({ params: { organisationId } }),
  createPerson: ({ organisationId }) => ({
    params: { organisationId },
    body: { name: '新人', position: '', email: '', isPartyMember: false },
  }),
  changePerson: ({ personId, organisationId }) => ({
    params: { personId },
    body: { name: '新名', position: '', email: '', isPartyMember: true, organisationId, version: 1 },
  }),
  removePerson: ({ personId }) => ({ params: { personId } }),
  openAccount: ({ personId }) => ({ params: { personId }, body: { login: `zhang${Math.random()}` } }),
  disableAccount: ({ accountId }) => ({ params: { accountId } }),
  enableAccount: ({ accountId }) => ({ params: { accountId } }),
  unlockAccount: ({ accountId }) => ({ params: { accountId } }),
  resetPassword: ({ accountId }) => ({ params: { accountId } }),
  listGrants: ({ organisationId }) => ({ params: { organisationId } }),
  grantRole: ({ organisationId, accountId }) => ({ params: { organisationId }, body: { accountId, role: 'handler' } }),
  revokeGrant: ({ grantId }) => ({ params: { grantId } }),
  previewImport: ({ organisationId }) => ({ params: { organisationId }, file: new File(['x'], '人员.xlsx') }),
}

/** Endpoints whose subject is the whole office or the caller: only the role decides, or nothing but being signed in. */
const withoutTarget = [
  'signIn',
  'readSession',
  'signOut',
  'listSessions',
  'signOutEverywhere',
  'changePassword',
  'listRootOrganisations',
  'confirmImport',
  'importForm',
  'listAuditEntries',
  'verifyAudit',
  'search',
  'listNotifications',
  'readNotifications',
  'readSettings',
  'changeSettings',
  'readHome',
  'readOwnRecord',
] as const

const plain: Readonly<Partial<Record<keyof typeof endpoints, object>>> = {
  confirmImport: { params: { importId: '00000000-0000-7000-8000-000000000000' } },
  search: { query: { text: '水务' } },
  readNotifications: { body: { ids: [] } },
  changeSettings: { body: {} },
}

/** Sees nobody outside their reach: who may do it, and over what. */
function isWithinReach(scope: Scope): boolean {
  return scope === 'own' || scope === 'below'
}

async function outcomeOf(caller: Caller, endpoint: Endpoint, given: unknown): Promise<string> {
  try {
    await caller.call(endpoint, given as never)
    return 'done'
  } catch (error) {
    if (error instanceof RefusedCall) return error.refusal.code
    throw error
  }
}

it('has a row here for every endpoint', () => {
  expect([...Object.keys(onTarget), ...withoutTarget].toSorted()).toEqual(Object.keys(endpoints).toSorted())
})

describe.each(Object.keys(onTarget) as (keyof typeof onTarget)[])('%s', (name) => {
  const endpoint: Endpoint = endpoints[name]
  const permission = endpoint.access as Permission

  it.each(scopes)(
    'over what lies %s: done by the roles that carry the permission, and by nobody else',
    async (scope) => {
      for (const role of roles) {
        const caller = staff.get(role)
        const target = await targets.get(scope)?.()
        if (!caller || !target) throw new Error('the office is not set up')
        const outcome = await outcomeOf(caller, endpoint, onTarget[name]?.(target))
        const expected = carries(role, permission)
          ? isWithinReach(scope)
            ? ['done', 'conflict', 'invalid']
            : ['not_found']
          : ['forbidden']
        expect(expected, `${role} over ${scope}: ${outcome}`).toContain(outcome)
      }
    },
  )

  it('is not for strangers', async () => {
    const target = await targets.get('own')?.()
    expect(await outcomeOf(stranger(office.app), endpoint, target && onTarget[name]?.(target))).toBe('unauthenticated')
  })
})

describe.each(
  withoutTarget.filter((name) => !['signIn', 'signOut', 'signOutEverywhere', 'changePassword'].includes(name)),
)('%s', (name) => {
  const endpoint: Endpoint = endpoints[name]
  it('is done by the roles that carry the permission, or by whoever is signed in', async () => {
    for (const role of roles) {
      const caller = staff.get(role)
      if (!caller) throw new Error('the office is not set up')
      const outcome = await outcomeOf(caller, endpoint, plain[name] ?? {})
      const allowed = endpoint.access === 'signed-in' || carries(role, endpoint.access as Permission)
      if (allowed) expect(['done', 'invalid', 'not_found'], `${role}: ${outcome}`).toContain(outcome)
      else expect(outcome, role).toBe('forbidden')
    }
  })
  it('is not for strangers', async () => {
    expect(await outcomeOf(stranger(office.app), endpoint, plain[name] ?? {})).toBe('unauthenticated')
  })
})

it('every change declares a body or none, and every endpoint an answer or none', () => {
  for (const endpoint of Object.values(endpoints) as Endpoint[])
    if (endpoint.method === 'GET') expect(isNothing(endpoint.body), endpoint.action).toBe(true)
})
