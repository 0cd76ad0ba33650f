import {
  carries,
  endpoints,
  recordKindFacts,
  type RecordKind,
  recordKinds,
  RefusedCall,
  type Role,
  roles,
  type WorkRecordDetail,
} from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost, talkOf } from '../../testing/records.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

/** Where a role is held, seen from the body whose record it is. */
const scopes = ['at', 'above', 'below', 'beside'] as const
type Scope = (typeof scopes)[number]

const workRoles = roles.filter((role) => carries(role, 'record.read'))

let office: Office
let branch: Office['city']
const staff = new Map<string, Employee>()
let host: Employee
let other: Employee
/** Posts in the branch, and roles that say nothing there. */
let secretary: Employee
let partyMember: Employee
let former: Employee
let entrant: Employee
const made = new Map<RecordKind, WorkRecordDetail>()

beforeAll(async () => {
  office = await openOffice()
  branch = await office.addOrganisation(office.water, '水务局机关党支部', 'branch')
  const cell = await office.addOrganisation(branch, '第一党小组', 'cell')
  const places: Readonly<Record<Scope, Office['city']>> = {
    at: branch,
    above: office.water,
    below: cell,
    beside: office.education,
  }
  for (const scope of scopes)
    for (const role of workRoles) staff.set(`${role} ${scope}`, await office.employ(office.city, role, places[scope]))
  const elsewhere = (role: Role = 'member') => office.employ(office.education, role)
  const people = await Promise.all([elsewhere(), elsewhere(), elsewhere(), elsewhere(), elsewhere(), elsewhere()])
  ;[host, other, secretary, partyMember, former, entrant] = people as [
    Employee,
    Employee,
    Employee,
    Employee,
    Employee,
    Employee,
  ]
  const post = (who: Employee, role: 'secretary' | 'party_member', toOn: string | null = null) =>
    givePost(office, { personId: who.session.person.id, bodyId: branch.id, role, toOn })
  await post(entrant, 'secretary')
  for (const kind of recordKinds) made.set(kind, await entered(kind))
  await office.pool.db.deleteFrom('post').execute()
  await post(secretary, 'secretary')
  await post(partyMember, 'party_member')
  await post(former, 'party_member', '2026-03-01')
})
afterAll(() => office.close())

function entered(kind: RecordKind): Promise<WorkRecordDetail> {
  const [hostId, otherId] = [host.session.person.id, other.session.person.id]
  const { fields } = recordKindFacts[kind]
  const body =
    kind === 'talk'
      ? talkOf(hostId, otherId, { topics: [{ text: '思想状况', ofDay: null, speaker: '' }] })
      : {
          ...{ kinds: [kind], onDay: '2026-03-05', hostId: fields.includes('host') ? hostId : null },
          topics: fields.includes('topics') ? [{ text: '议题', ofDay: null, speaker: '' }] : [],
          outcome: fields.includes('outcome') ? '有了结果' : '',
          participants: fields.includes('attendance')
            ? [{ personId: otherId, kind: 'absent' as const, note: '病假' }]
            : [],
        }
  return entrant.call(endpoints.createRecord, { params: { organisationId: branch.id }, body })
}

/** What somebody sees of a record: the view, or nothing. */
async function viewOf(who: Employee, kind: RecordKind): Promise<WorkRecordDetail['view'] | 'nothing'> {
  const params = { recordId: made.get(kind)?.id ?? '' }
  try {
    const seen = await who.call(endpoints.readRecord, { params })
    expectOnlyWhatTheViewShows(seen)
    return seen.view
  } catch (error) {
    if (error instanceof RefusedCall && error.refusal.code === 'not_found') return 'nothing'
    throw error
  }
}

function expectOnlyWhatTheViewShows(seen: WorkRecordDetail): void {
  const { view, kinds } = seen
  const asked = new Set(kinds.flatMap((kind) => recordKindFacts[kind].fields))
  const isWhole = view === 'whole'
  expect([seen.host !== null, seen.topics.length > 0]).toEqual([
    asked.has('host') && view !== 'outline',
    asked.has('topics') && view !== 'outline',
  ])
  expect(seen.talkedTo.length > 0).toBe(asked.has('talkedTo') && view !== 'outline')
  expect(seen.outcome !== '').toBe(asked.has('outcome') && isWhole)
  expect(seen.participants.length > 0).toBe((asked.has('attendance') || asked.has('talkedTo')) && isWhole)
  expect(seen.enteredBy !== '').toBe(view !== 'outline')
}

/** What a list of the body shows of a kind; null where the body itself is not found. */
async function listedOf(who: Employee, kind: RecordKind): Promise<WorkRecordDetail['view'] | 'nothing' | null> {
  try {
    const params = { organisationId: branch.id }
    const { items } = await who.call(endpoints.listRecords, { params, query: { kind, limit: 200 } })
    return items.find(({ id }) => id === made.get(kind)?.id)?.view ?? 'nothing'
  } catch (error) {
    if (error instanceof RefusedCall && error.refusal.code === 'not_found') return null
    throw error
  }
}

/** What a role held there gives to see: the table of `view-queries.ts`, said anew. */
function wanted(role: Role, scope: Scope, kind: RecordKind): WorkRecordDetail['view'] | 'nothing' {
  const isOver = scope === 'at' || scope === 'above'
  if (!isOver) return 'nothing'
  if (kind === 'talk') return role === 'organiser' && scope === 'at' ? 'pair' : 'nothing'
  return scope === 'at' || role === 'organiser' || role === 'handler' ? 'whole' : 'outline'
}

describe.each(workRoles)('%s', (role) => {
  it.each(scopes)('held %s the body: sees of every kind what is for it, in the list as on the page', async (scope) => {
    const who = staff.get(`${role} ${scope}`)
    if (!who) throw new Error('nobody holds it')
    for (const kind of recordKinds) {
      const view = wanted(role, scope, kind)
      expect(await viewOf(who, kind), kind).toBe(view)
      expect(await listedOf(who, kind), kind).toBe(scope === 'at' || scope === 'above' ? view : null)
    }
  })
})

const byPart: readonly (readonly [string, () => Employee, (kind: RecordKind) => string])[] = [
  [
    'who held it: all, but of what has no holder nothing',
    () => host,
    (kind) => (recordKindFacts[kind].fields.includes('host') ? 'whole' : 'nothing'),
  ],
  [
    'who is named in it',
    () => other,
    (kind) =>
      recordKindFacts[kind].fields.some((field) => field === 'attendance' || field === 'talkedTo')
        ? 'whole'
        : 'nothing',
  ],
  [
    'the secretary by post: who talked, not what was said',
    () => secretary,
    (kind) => (kind === 'talk' ? 'pair' : 'whole'),
  ],
  ['a member by post: no talk of others', () => partyMember, (kind) => (kind === 'talk' ? 'nothing' : 'whole')],
  ['who was a member before that day', () => former, () => 'nothing'],
  ['who entered it, and is no secretary any more', () => entrant, (kind) => (kind === 'talk' ? 'pair' : 'whole')],
]
it.each(byPart)('%s', async (_, who, view) => {
  for (const kind of recordKinds) expect(await viewOf(who(), kind), kind).toBe(view(kind))
})

describe('what two people said', () => {
  it('is read by them, by the body’s organiser once both have released it, and by nobody else', async () => {
    const params = { recordId: made.get('talk')?.id ?? '' }
    const read = (who: Employee) => who.call(endpoints.readRecord, { params })
    const { name, version, ...talk } = await read(host)
    const written = talkOf(host.session.person.id, other.session.person.id, { name, topics: talk.topics })
    await host.call(endpoints.changeRecord, {
      params,
      body: { ...written, state: 'kept', version, note: '要注意作风' },
    })
    const organiser = staff.get('organiser at')
    if (!organiser) throw new Error('nobody organises')
    const notes = async () =>
      (await Promise.all([host, other, organiser, secretary, entrant].map(read))).map(({ note }) => note)
    expect(await notes()).toEqual(['要注意作风', '要注意作风', null, null, null])
    const release = async (who: Employee) =>
      who.call(endpoints.releaseTalk, { params, body: { version: (await read(who)).version } })
    await release(host)
    expect(await notes()).toEqual(['要注意作风', '要注意作风', null, null, null])
    expect(await release(other)).toMatchObject({ mayRelease: false })
    expect(await notes()).toEqual(['要注意作风', '要注意作风', '要注意作风', null, null])
    // What is written otherwise afterwards has been released by nobody, and who did not talk cannot blot it out.
    const change = (who: Employee, note: string, called: string, at: number) =>
      who.call(endpoints.changeRecord, { params, body: { ...written, name: called, state: 'kept', version: at, note } })
    const { version: last } = await read(host)
    await change(entrant, '', '一次谈话', last)
    expect(await notes()).toEqual(['要注意作风', '要注意作风', '要注意作风', null, null])
    await change(host, '又谈了别的', '一次谈话', last + 1)
    expect(await notes()).toEqual(['又谈了别的', '又谈了别的', null, null, null])
    for (const name of ['head at', 'organiser above']) {
      const stranger = staff.get(name)?.call(endpoints.releaseTalk, { params, body: { version: last } })
      expect(await refusalOf(Promise.resolve(stranger)), name).toMatchObject({ code: 'not_found' })
    }
  })

  it('leaves an entry where a third read it, once an hour; what the two read themselves leaves none', async () => {
    const entries = await office.pool.db
      .selectFrom('audit_entry')
      .select(['login', 'subject'])
      .where('action', '=', 'record.read')
      .where('succeeded', '=', true)
      .execute()
    const onDay = made.get('talk')?.onDay ?? ''
    expect(entries).toEqual([{ login: staff.get('organiser at')?.login, subject: `${onDay} 谈心谈话` }])
  })

  it('leaves no name in the audit log, the search or the figures', async () => {
    const entries = await office.pool.db.selectFrom('audit_entry').select(['action', 'subject', 'detail']).execute()
    const own = entries.filter(({ action }) => action.startsWith('record.'))
    expect(own.length).toBeGreaterThan(recordKinds.length)
    const parties = [host, other].flatMap(({ session }) => [session.person.id, session.person.name])
    const talks = own.filter(({ detail }) => JSON.stringify(detail).includes('"talk"'))
    expect(talks.length).toBeGreaterThan(3)
    for (const party of [...parties, '作风']) expect(JSON.stringify(talks)).not.toContain(party)
    const found = await office.pool.db
      .selectFrom('search_entry')
      .select(['id', 'title'])
      .where('kind', '=', 'record')
      .execute()
    expect(found.map(({ id }) => id).toSorted()).toEqual(
      [...made].flatMap(([kind, { id }]) => (kind === 'talk' ? [] : [id])).toSorted(),
    )
    const figures = await staff.get('head above')?.call(endpoints.readRecordFigures, {
      params: { organisationId: branch.id },
    })
    expect(figures).toMatchObject({ records: recordKinds.length, unlisted: 1 })
  })
})
