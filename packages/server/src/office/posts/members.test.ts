import { endpoints, memberships, type Membership, type PostRole, RefusedCall } from '@duizhao/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { holdsPost, membersOn, postsOf } from './index.ts'

let office: Office
let organiser: Employee
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.city, 'organiser')
})
afterAll(() => office.close())

const days = ['2026-01-01', '2026-01-31', '2026-02-28', '2026-03-01', '2026-06-30', '2026-12-31'] as const
const which = Object.keys(memberships) as Membership[]

/** A post as a naive book of posts keeps it. */
interface Kept {
  readonly id: string
  readonly personId: string
  readonly bodyId: string
  readonly role: PostRole
  readonly branchId: string | null
  readonly fromOn: string
  readonly toOn: string | null
  readonly version: number
}

function naively(book: readonly Kept[], bodyId: string, day: string, membership: Membership): Set<string> {
  const roles: readonly PostRole[] = memberships[membership]
  const held = book.filter(({ fromOn, toOn }) => fromOn <= day && (toOn === null || day <= toOn))
  const made = held.filter(
    (post) =>
      (post.bodyId === bodyId && roles.includes(post.role)) || (membership === 'members' && post.branchId === bodyId),
  )
  return new Set(made.map(({ personId }) => personId))
}

const roleOfTeam = fc.constantFrom<PostRole>('head', 'deputy', 'member', 'discipline', 'observer')
const roleOfBranch = fc.constantFrom<PostRole>(
  'secretary',
  'committee_member',
  'party_member',
  'probationary',
  'observer',
)
const act = fc.record({
  what: fc.constantFrom('create', 'create', 'create', 'change', 'end', 'withdraw'),
  person: fc.nat(3),
  isBranch: fc.boolean(),
  livesInBranch: fc.boolean(),
  ofTeam: roleOfTeam,
  ofBranch: roleOfBranch,
  from: fc.nat(days.length - 1),
  to: fc.option(fc.nat(days.length - 1)),
  which: fc.nat(9),
})

type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

interface Bodies {
  readonly group: Office['city']
  readonly branch: Office['city']
  readonly people: readonly string[]
}

let made = 0

/** A party group and a branch that nobody is in yet, and four people. */
async function newBodies(): Promise<Bodies> {
  made += 1
  const people = await Promise.all([0, 1, 2, 3].map(() => office.register(office.water, 'member')))
  return {
    group: await office.addOrganisation(office.water, `第 ${made} 党组`, 'party_group'),
    branch: await office.addOrganisation(office.water, `第 ${made} 支部`, 'branch'),
    people: people.map(({ personId }) => personId),
  }
}

/** What the book says after an act; throws the refusal of one that is refused. */
async function after(book: readonly Kept[], given: Act, { group, branch, people }: Bodies): Promise<readonly Kept[]> {
  const target = book[given.which % Math.max(book.length, 1)]
  const isBranch = given.what === 'create' || target === undefined ? given.isBranch : target.bodyId === branch.id
  const fields = {
    role: isBranch ? given.ofBranch : given.ofTeam,
    caption: '',
    seat: null,
    leadIds: [],
    branchId: given.livesInBranch && !isBranch ? branch.id : null,
    fromOn: days[given.from] ?? days[0],
    toOn: given.to === null ? null : (days[given.to] ?? null),
  }
  if (given.what === 'create' || target === undefined) {
    const [bodyId, personId] = [isBranch ? branch.id : group.id, people[given.person] ?? '']
    const post = await organiser.call(endpoints.createPost, {
      params: { organisationId: bodyId },
      body: { ...fields, personId },
    })
    return [...book, { ...fields, id: post.id, version: post.version, personId, bodyId }]
  }
  const params = { postId: target.id }
  const { version } = target
  const others = book.filter((post) => post !== target)
  if (given.what === 'withdraw') {
    await organiser.call(endpoints.withdrawPost, { params, body: { reason: '录错了别的人', version } })
    return others
  }
  if (given.what === 'end') {
    await organiser.call(endpoints.endPost, { params, body: { toOn: fields.fromOn, version } })
    return [...others, { ...target, toOn: fields.fromOn, version: version + 1 }]
  }
  await organiser.call(endpoints.changePost, { params, body: { ...fields, version } })
  return [...others, { ...target, ...fields, version: version + 1 }]
}

describe('who makes up a body', () => {
  it('follows from the posts on every day, whatever was entered, changed, ended and withdrawn', async () => {
    let refused = 0
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 14 }), async (acts) => {
        const bodies = await newBodies()
        let book: readonly Kept[] = []
        for (const each of acts) {
          book = await after(book, each, bodies).catch((error: unknown) => {
            if (!(error instanceof RefusedCall)) throw error
            refused += 1
            return book
          })
        }
        for (const { id } of [bodies.group, bodies.branch])
          for (const day of days)
            for (const membership of which) {
              const ids = (await membersOn(office.pool.db, id, day, membership)).map(({ personId }) => personId)
              expect(new Set(ids).size, 'each person once').toBe(ids.length)
              expect(new Set(ids), `${membership} on ${day}`).toEqual(naively(book, id, day, membership))
            }
      }),
      { numRuns: 12 },
    )
    expect(refused, 'some of the acts are ones that rules forbid').toBeGreaterThan(0)
  })
})

describe('what a person is', () => {
  it('is told for each day, with what he leads and where he lives', async () => {
    const { group, branch, people } = await newBodies()
    const [personId = ''] = people
    const body = {
      personId,
      role: 'head' as const,
      caption: '局长',
      seat: null,
      fromOn: '2026-02-01',
      toOn: '2026-02-28',
    }
    await organiser.call(endpoints.createPost, {
      params: { organisationId: group.id },
      body: { ...body, leadIds: [office.waterOffice.id], branchId: branch.id },
    })
    const { db } = office.pool
    expect(await postsOf(db, personId, '2026-01-31')).toEqual([])
    expect(await postsOf(db, personId, '2026-02-28')).toMatchObject([
      { bodyId: group.id, role: 'head', leadIds: [office.waterOffice.id], branchId: branch.id },
    ])
    const asked = { bodyId: group.id, roles: ['head', 'secretary'] as const }
    expect(await holdsPost(db, personId, { ...asked, day: '2026-02-01' })).toBe(true)
    expect(await holdsPost(db, personId, { ...asked, day: '2026-03-01' })).toBe(false)
    expect(await holdsPost(db, personId, { ...asked, roles: ['deputy'], day: '2026-02-01' })).toBe(false)
  })
})
