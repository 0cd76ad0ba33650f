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
import { calls, platformCalls } from './testing/calls/index.ts'
import { type Caller, stranger } from './testing/client.ts'
import { someProblem } from './testing/ledger.ts'
import { type Employee, type Office, openOffice } from './testing/office.ts'
import { type Crew, notice, openCrew, type Scene } from './testing/scene.ts'

/** Where what is asked about lies, seen from the organisation one's role is for. */
const scopes = ['own', 'below', 'above', 'other'] as const
type Scope = (typeof scopes)[number]
type Name = keyof typeof endpoints

const names = Object.keys(endpoints) as Name[]
/** Only the role decides, or nothing but being signed in. */
const anywhere = names.filter((name) => name in platformCalls)
/** For who has a slip of paper, whoever that is: what it opens is tested with rounds. */
const traceless = names.filter((name) => (endpoints[name] as Endpoint).leavesNoTrace)
const somewhere = names.filter((name) => !anywhere.includes(name) && !traceless.includes(name))
/** Who calls one of these is signed out by it, or signs in otherwise from then on. */
const ending: readonly Name[] = [
  'signOut',
  'signOutEverywhere',
  'changePassword',
  'beginSecondFactor',
  'turnOnSecondFactor',
  'turnOffSecondFactor',
  'renewRecoveryCodes',
]

let office: Office
let crew: Crew

beforeAll(async () => {
  office = await openOffice()
  crew = await openCrew(office)
})
afterAll(() => office.close())

/** A bureau with somebody of each role over it, and what lies around it. */
interface Bureau {
  readonly places: Readonly<Record<Scope, Office['city']>>
  readonly staff: ReadonlyMap<Role, Employee>
}

async function openBureau(): Promise<Bureau> {
  bureaus += 1
  const own = await office.addOrganisation(office.city, `临江市第${bureaus}局`)
  const below = await office.addOrganisation(own, '办公室', 'department')
  const staff = new Map<Role, Employee>()
  for (const role of roles) staff.set(role, await office.employ(own, role))
  return { places: { own, below, above: office.city, other: office.education }, staff }
}

let bureaus = 0

/** So many endpoints share a bureau: to open one takes as long as to call one, and what they leave in it stays little. */
const SHARING = 12
let shared: Bureau
let sharing = 0

async function sharedBureau(): Promise<Bureau> {
  if (sharing % SHARING === 0) shared = await openBureau()
  sharing += 1
  return shared
}

/** Nobody sees or does anything outside their reach. */
function isWithinReach(scope: Scope): boolean {
  return scope === 'own' || scope === 'below'
}

function sceneOf({ places, staff }: Bureau, role: Role, scope: Scope, mayCall: boolean): Scene {
  const caller = staff.get(role)
  if (!caller) throw new Error('the office is not set up')
  return { office, crew, place: places[scope], caller, mayCall, role }
}

/** `done`, or why not; what is done for many one by one is done if it is for each, and not found if it is for none. */
async function outcomeOf(caller: Caller, endpoint: Endpoint, given: unknown): Promise<string> {
  try {
    const answer: unknown = await caller.call(endpoint, given as never)
    return rowsOf(answer).every(({ isDone }) => isDone) ? 'done' : 'not_found'
  } catch (error) {
    if (error instanceof RefusedCall) return `${error.refusal.code}`
    throw error
  }
}

function rowsOf(answer: unknown): readonly { readonly isDone: boolean }[] {
  const { rows = [] } = (answer ?? {}) as { readonly rows?: readonly { readonly isDone?: boolean }[] }
  return rows.flatMap(({ isDone }) => (isDone === undefined ? [] : [{ isDone }]))
}

describe.each(somewhere)('%s', (name) => {
  const endpoint: Endpoint = endpoints[name]
  const permission = endpoint.access as Permission
  const permitted = roles.filter((role) => carries(role, permission))
  const others = roles.filter((role) => !carries(role, permission))
  let bureau: Bureau
  beforeAll(async () => {
    bureau = await sharedBureau()
  })
  /** What is refused changes nothing: one thing to act on is enough for all whom it is refused. */
  const untouched = new Map<Scope, unknown>()
  const untouchedOver = async (scope: Scope): Promise<unknown> => {
    if (!untouched.has(scope))
      untouched.set(scope, await calls[name](sceneOf(bureau, permitted[0] ?? 'member', scope, false)))
    return untouched.get(scope)
  }

  it.each(scopes.filter(isWithinReach))(
    'over what lies %s: done by every role that carries the permission',
    async (scope) => {
      for (const role of permitted) {
        const scene = sceneOf(bureau, role, scope, true)
        expect(await outcomeOf(scene.caller, endpoint, await calls[name](scene)), role).toBe('done')
      }
    },
  )

  it.each(scopes.filter((scope) => !isWithinReach(scope)))('over what lies %s: not found for them', async (scope) => {
    const given = await untouchedOver(scope)
    for (const role of permitted) {
      const { caller } = sceneOf(bureau, role, scope, false)
      expect(await outcomeOf(caller, endpoint, given), role).toBe('not_found')
    }
  })

  it('is not for the other roles, wherever it lies, nor for strangers', async () => {
    for (const scope of scopes) {
      const given = await untouchedOver(scope)
      for (const role of others) {
        const { caller } = sceneOf(bureau, role, scope, false)
        expect(await outcomeOf(caller, endpoint, given), `${role} over ${scope}`).toBe('forbidden')
      }
      expect(await outcomeOf(stranger(office.app), endpoint, given)).toBe('unauthenticated')
    }
  })
})

describe.each(anywhere.filter((name) => name !== 'signIn'))('%s', (name) => {
  const endpoint: Endpoint = endpoints[name]
  let bureau: Bureau
  beforeAll(async () => {
    bureau = await sharedBureau()
  })

  it('is done by the roles that carry the permission, or by whoever is signed in', async () => {
    for (const role of roles) {
      const mayCall = endpoint.access === 'signed-in' || carries(role, endpoint.access as Permission)
      const scene = sceneOf(bureau, role, 'own', mayCall)
      const over = endpoint.isOfWhole ? office.city : bureau.places.own
      const isFresh = ending.includes(name) || endpoint.isOfWhole
      const caller = isFresh ? await office.employ(bureau.places.own, role, over) : scene.caller
      expect(await outcomeOf(caller, endpoint, await calls[name]({ ...scene, caller })), role).toBe(
        mayCall ? 'done' : 'forbidden',
      )
    }
  })

  it('is not for strangers', async () => {
    const caller = await office.employ(bureau.places.own, 'member')
    const given = await calls[name]({ ...sceneOf(bureau, 'member', 'own', false), caller })
    expect(await outcomeOf(stranger(office.app), endpoint, given)).toBe('unauthenticated')
  })
})

describe('what is listed lies within reach, and what lies within reach is listed', () => {
  const words = '渡口'
  /** Of which scope each listed thing is, by its id. */
  const known = new Map<string, Scope>()
  let bureau: Bureau

  beforeAll(async () => {
    bureau = await openBureau()
    for (const scope of scopes) {
      const body = { ...someProblem(), text: `${words}缺少救生圈 ${scope} 处` }
      const params = { organisationId: bureau.places[scope].id }
      const { id } = await crew.organiser.call(endpoints.registerProblem, { params, body })
      known.set(id, scope)
      known.set(await notice(sceneOf(bureau, 'organiser', scope, true)), scope)
    }
  })

  const scopesOf = ({ items }: { readonly items: readonly { readonly id: string }[] }): Scope[] => {
    const listed = new Set(items.map(({ id }) => known.get(id)))
    return scopes.filter((scope) => listed.has(scope))
  }

  it.each(roles.filter((role) => carries(role, 'problem.read')))('for %s: problems, notices, search', async (role) => {
    const { caller } = sceneOf(bureau, role, 'own', true)
    const within = scopes.filter(isWithinReach)
    expect(scopesOf(await caller.call(endpoints.listProblems, { query: { text: words } }))).toEqual(within)
    expect(scopesOf(await caller.call(endpoints.findEntries, { query: { text: words } }))).toEqual(within)
    expect(scopesOf(await caller.call(endpoints.listNotices, { query: { limit: 200 } }))).toEqual(within)
  })

  it.each(roles.filter((role) => carries(role, 'organisation.read')))('for %s: organisations', async (role) => {
    const { caller } = sceneOf(bureau, role, 'own', true)
    const { items } = await caller.call(endpoints.listOrganisationRoots, {})
    expect(items.map(({ id }) => id)).toEqual([bureau.places.own.id])
  })
})

it('every change declares a body or none, and every endpoint an answer or none', () => {
  for (const endpoint of Object.values(endpoints) as Endpoint[])
    if (endpoint.method === 'GET') expect(isNothing(endpoint.body), endpoint.action).toBe(true)
})
