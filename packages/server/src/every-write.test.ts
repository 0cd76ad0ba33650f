import { carries, type Endpoint, endpoints, type Permission, type Role, roles } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { features } from './features.ts'
import { verifyChain, vouchedOf } from './platform/audit/index.ts'
import { calls } from './testing/calls/index.ts'
import { stranger } from './testing/client.ts'
import { type Office, openOffice } from './testing/office.ts'
import { type Crew, openCrew } from './testing/scene.ts'

type Name = keyof typeof endpoints

/** Endpoints that leave no entry because who calls them is to stay unknown. */
const anonymous: readonly Name[] = ['readAnswerForm', 'sendAnswer', 'sendBallot', 'listAnswerResults']

/** What is done with a problem is recorded under the step of its machine, where that has another name than the endpoint. */
const recordedAs: Partial<Record<Name, string>> = {
  assignManyProblems: 'ledger.assign',
  changeManyProblems: 'ledger.change',
  requestManyExtensions: 'ledger.requestExtension',
  exportChosen: 'ledger.export',
  approveStrikeOff: 'ledger.strikeOff',
  decideClosure: 'ledger.acceptClosure',
  decideMerge: 'ledger.merge',
  decidePaper: 'ledger.strikeOffOnPaper',
  lookBack: 'ledger.proveEffective',
  issueNotice: 'ledger.issueNotice',
  issueManyNotices: 'ledger.issueNotice',
  answerNotice: 'ledger.answerNotice',
}

/** What some do is done by other features too, each of which enters its own. */
const alsoRecorded: Partial<Record<Name, readonly string[]>> = {
  endSession: ['record.create'],
  confirmMatter: ['ledger.register', 'ledger.assign', 'ledger.planMeasures'],
  registerOpinion: ['ledger.register'],
  registerIncoming: ['ledger.register'],
  registerFeedbackRow: ['ledger.register'],
}

it('those that leave none are those that leave no trace at all', () => {
  const traceless = (Object.keys(endpoints) as Name[]).filter((name) => (endpoints[name] as Endpoint).leavesNoTrace)
  expect(new Set(traceless)).toEqual(new Set(anonymous))
})

const writes = (Object.keys(endpoints) as Name[]).filter((name) => (endpoints[name] as Endpoint).method !== 'GET')

let office: Office
let crew: Crew
beforeAll(async () => {
  office = await openOffice()
  crew = await openCrew(office)
})
afterAll(() => office.close())

async function entries(): Promise<{ number: number; action: string; login: string | null }[]> {
  const all = await office.pool.db
    .selectFrom('audit_entry')
    .select(['number', 'action', 'login', 'succeeded'])
    .execute()
  return all.filter(({ succeeded }) => succeeded)
}

function someRole({ access }: Endpoint): Role {
  const role = roles.find(
    (each) => access === 'public' || access === 'signed-in' || carries(each, access as Permission),
  )
  if (role === undefined) throw new Error(`no role carries ${access}`)
  return role
}

it.each(writes)('%s leaves an entry in the audit log, in the name of who did it', async (name) => {
  const endpoint: Endpoint = endpoints[name]
  const role = someRole(endpoint)
  const caller = await office.employ(office.water, role, endpoint.isOfWhole ? office.city : office.water)
  const given = await calls[name]({ office, crew, place: office.waterOffice, caller, mayCall: true, role })
  const before = new Set((await entries()).map(({ number }) => number))
  await (endpoint.access === 'public' ? stranger(office.app) : caller).call(endpoint, given as never)
  const fresh = (await entries()).filter(({ number }) => !before.has(number))
  const own = fresh.filter(({ login }) => login === caller.login).map(({ action }) => action)
  if (anonymous.includes(name)) expect(fresh).toEqual([])
  const entered = [recordedAs[name] ?? endpoint.action, ...(alsoRecorded[name] ?? [])]
  expect(new Set(own)).toEqual(new Set(anonymous.includes(name) ? [] : entered))
})

it('what all the writes have entered into the search is of kinds that a feature says it is found under', async () => {
  const kinds = await office.pool.db.selectFrom('search_entry').select('kind').distinct().execute()
  const declared = features.flatMap(({ searches }) => searches ?? []).map(({ kind }) => kind)
  expect(declared, '写进搜索的 kind 要列在这个功能 index.ts 的 searches 里，否则谁也搜不到').toEqual(
    expect.arrayContaining(kinds.map(({ kind }) => kind)),
  )
})

it('what all the writes have entered into histories is vouched for by the audit log', async () => {
  const found = await verifyChain(office.pool.db, { vouched: vouchedOf(features) })
  expect(found, '写经过的事务要在写完以后记审计（record）').toMatchObject({ intact: true, rewritten: [] })
})
