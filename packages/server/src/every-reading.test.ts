import { carries, type Endpoint, endpoints, type Permission, type Role, roles } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { calls } from './testing/calls/index.ts'
import { stranger } from './testing/client.ts'
import { type Office, openOffice } from './testing/office.ts'
import { type Crew, openCrew } from './testing/scene.ts'

type Name = keyof typeof endpoints

const readings = (Object.keys(endpoints) as Name[]).filter((name) => (endpoints[name] as Endpoint).method === 'GET')
/** A file with nothing in it that anybody wrote. */
const emptyForms: readonly Name[] = ['importForm', 'postImportForm']

let office: Office
let crew: Crew
beforeAll(async () => {
  office = await openOffice()
  crew = await openCrew(office)
})
afterAll(() => office.close())

function someRole({ access }: Endpoint): Role {
  const role = roles.find(
    (each) => access === 'public' || access === 'signed-in' || carries(each, access as Permission),
  )
  if (role === undefined) throw new Error(`no role carries ${access}`)
  return role
}

it('what leaves the house as a file or as its words leaves an entry, and so does who may do what, and the log itself', () => {
  const recorded = readings.filter((name) => (endpoints[name] as Endpoint).leavesEntry === true)
  const files = readings.filter((name) => (endpoints[name] as Endpoint).download !== undefined)
  expect(new Set(recorded)).toEqual(
    new Set([
      ...files.filter((name) => !emptyForms.includes(name)),
      'readEvidenceText',
      'listGrants',
      'listAuditEntries',
    ]),
  )
})

it('what two people said, what one wrote of himself and what is wrong with one leaves one where it is shown to somebody else', () => {
  const secret = readings.filter((name) => (endpoints[name] as Endpoint).leavesEntry === 'of_secrets')
  expect(new Set(secret)).toEqual(
    new Set([
      'readRecord',
      'readMeetingSession',
      'readPaperText',
      'readPaperProblems',
      'readReview',
      'readProblem',
      'readIncoming',
    ]),
  )
})

it.each(readings)('%s leaves an entry in the name of who read, if it is one that does, and else none', async (name) => {
  const endpoint: Endpoint = endpoints[name]
  const role = someRole(endpoint)
  const caller = await office.employ(office.water, role, endpoint.isOfWhole ? office.city : office.water)
  const given = await calls[name]({ office, crew, place: office.waterOffice, caller, mayCall: true, role })
  const { db } = office.pool
  const { number: before } = await db.selectFrom('audit_head').select('number').executeTakeFirstOrThrow()
  await (endpoint.access === 'public' ? stranger(office.app) : caller).call(endpoint, given as never)
  const fresh = await db.selectFrom('audit_entry').select(['action', 'login']).where('number', '>', before).execute()
  expect(fresh).toEqual(endpoint.leavesEntry === true ? [{ action: endpoint.action, login: caller.login }] : [])
})
