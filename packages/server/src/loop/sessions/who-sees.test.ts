import { endpoints, RefusedCall, type Role, roles } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someMeeting } from '../../testing/meetings.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost } from '../../testing/records.ts'
import { today } from '../../testing/scene.ts'

/** Words that are nowhere else: where they are, the remark has leaked. */
const SECRET = '督促不力，三份防汛报告都迟交'

const relations = ['none', 'about', 'from', 'team', 'secretary', 'superior', 'elsewhere'] as const
type Relation = (typeof relations)[number]

let office: Office
let meetingId: string
let remarkId: string
const key = () => ({ meetingId, circle: 'team' as const })
/** Somebody of each role in each relation to the remark. */
const people = new Map<string, Employee>()

/** Who reads the remark in the session: by role in the body itself, or by the post that runs its meetings. */
function seesAll(role: Role, relation: Relation): boolean {
  const isHere = relation !== 'superior' && relation !== 'elsewhere'
  return (isHere && (role === 'organiser' || role === 'head')) || (relation === 'secretary' && isWork(role))
}
const isWork = (role: Role): boolean => !role.endsWith('_admin')
/** Who may ask at all. */
const seesMeeting = (role: Role, relation: Relation): boolean => isWork(role) && relation !== 'elsewhere'

beforeAll(async () => {
  office = await openOffice()
  const recorder = await office.employ(office.water, 'organiser')
  const { id } = await recorder.call(endpoints.createMeeting, {
    params: { organisationId: office.water.id },
    body: someMeeting(),
  })
  meetingId = id
  const over = { superior: office.city, elsewhere: office.education }
  for (const role of roles) {
    for (const relation of relations) {
      const place = relation === 'superior' || relation === 'elsewhere' ? over[relation] : office.water
      const person = await office.employ(place, role)
      people.set(`${role} ${relation}`, person)
      const posts = { about: 'deputy', from: 'deputy', team: 'deputy', secretary: 'head' } as const
      const post = relation in posts ? posts[relation as keyof typeof posts] : null
      if (post !== null)
        await givePost(office, { personId: person.session.person.id, bodyId: office.water.id, role: post })
    }
  }
  await recorder.call(endpoints.beginSession, { params: key(), body: { onDay: today() } })
  for (const role of roles) {
    remarkId = newId()
    const [from, about] = [of(role, 'from'), of(role, 'about')]
    await recorder.call(endpoints.writeRemark, {
      params: { ...key(), remarkId },
      body: { fromId: from.session.person.id, aboutId: about.session.person.id, text: SECRET, version: null },
    })
  }
})
afterAll(() => office.close())

function of(role: Role, relation: Relation): Employee {
  const person = people.get(`${role} ${relation}`)
  if (!person) throw new Error('the office is not set up')
  return person
}

async function answerTo(asked: Promise<unknown>): Promise<string> {
  try {
    return JSON.stringify(await asked)
  } catch (error) {
    if (error instanceof RefusedCall) return error.refusal.code
    throw error
  }
}

describe.each(roles)('%s', (role) => {
  it.each(relations)('in the relation “%s”', async (relation) => {
    const person = of(role, relation)
    const session = await answerTo(person.call(endpoints.readMeetingSession, { params: key() }))
    const all = seesAll(role, relation)
    expect(session.includes(SECRET), 'the session').toBe(all)
    const counts = seesMeeting(role, relation)
    expect(session.includes(`"filled":${roles.length}`), 'its counts').toBe(counts)
    if (!counts) expect(session).toBe(isWork(role) ? 'not_found' : 'forbidden')
    const minutes = await answerTo(person.call(endpoints.sessionMinutes, { params: key() }))
    expect(['not_found', 'forbidden'].includes(minutes), 'the minutes').toBe(!all)
    const own = await answerTo(person.call(endpoints.listOwnMatters, {}))
    expect(own.includes(SECRET), 'one’s own').toBe(relation === 'about' && isWork(role))
    const record = await answerTo(person.call(endpoints.readOwnRecord, {}))
    expect(record.includes(SECRET), '我的记录').toBe(relation === 'about')
    const body = { ending: 'explained', reason: '已经当面说明', version: 99 } as const
    const ended = await answerTo(person.call(endpoints.endMatter, { params: { matterId: remarkId }, body }))
    const runs = role === 'organiser' ? all : relation === 'secretary' && isWork(role)
    const isAbout = role === roles.at(-1) && relation === 'about'
    const expected = !isWork(role) ? 'forbidden' : runs ? 'conflict' : all || isAbout ? 'forbidden' : 'not_found'
    expect(ended, 'an ending').toBe(expected)
    for (const text of ['迟交', '防汛报告']) {
      const found = await answerTo(person.call(endpoints.findEntries, { query: { text } }))
      expect(found.includes(SECRET), 'search').toBe(false)
    }
  })
})

it('who read it in the session is in the audit log once an hour, and nobody who saw but its counts', async () => {
  const entries = await office.pool.db
    .selectFrom('audit_entry')
    .select('login')
    .where('action', '=', 'session.read')
    .where('succeeded', '=', true)
    .execute()
  const readers = [...people].flatMap(([name, { login }]) => {
    const [role, relation] = name.split(' ') as [Role, Relation]
    return seesAll(role, relation) ? [login] : []
  })
  expect(entries.map(({ login }) => login ?? '').toSorted()).toEqual(readers.toSorted())
})

it('the audit log says that something was written, and neither what nor of whom', async () => {
  const entries = await office.pool.db
    .selectFrom('audit_entry')
    .select(['subject', 'detail'])
    .where('action', 'like', 'session.%')
    .execute()
  expect(entries.length).toBeGreaterThan(roles.length)
  const words = JSON.stringify(entries)
  const ids = roles.flatMap((role) => [of(role, 'from'), of(role, 'about')].map(({ session }) => session.person))
  expect([SECRET, ...ids.flatMap(({ id, name }) => [id, `"${name}"`])].filter((word) => words.includes(word))).toEqual(
    [],
  )
})
