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
import { someProblem } from './testing/ledger.ts'
import { type Caller, signInAs, stranger } from './testing/client.ts'
import { type Employee, type Office, openOffice, PASSWORD } from './testing/office.ts'

/** Where what is asked about lies, seen from the organisation one's role is for. */
const scopes = ['own', 'below', 'above', 'other'] as const
type Scope = (typeof scopes)[number]

interface Target {
  readonly organisationId: string
  readonly personId: string
  readonly accountId: string
  readonly grantId: string
  readonly problemId: string
  readonly evidenceId: string
  readonly noticeId: string
}

let office: Office
/** Somebody of each role over 水务局, and something to act on in each direction. */
const staff = new Map<Role, Employee>()
const targets = new Map<Scope, () => Promise<Target>>()
/** An organiser and a handler of the whole city, who make what is acted on. */
let over: { readonly chief: Employee; readonly clerk: Employee }

beforeAll(async () => {
  office = await openOffice()
  const { city, water, waterOffice, education } = office
  over = { chief: await office.employ(city, 'organiser'), clerk: await office.employ(city, 'handler') }
  for (const role of roles) staff.set(role, await office.employ(water, role))
  const places = { own: water, below: waterOffice, above: city, other: education }
  for (const scope of scopes) targets.set(scope, () => freshTarget(places[scope]))
})
afterAll(() => office.close())

async function freshTarget(place: Office['city']): Promise<Target> {
  const nothing = { problemId: '', evidenceId: '', noticeId: '' }
  return { ...(await office.register(place, 'member')), ...nothing, organisationId: place.id }
}

let made = 0

/** Those two at other machines now and then: a fast one makes more requests a minute than one address may. */
async function makers(): Promise<typeof over> {
  made += 1
  const again = async ({ login }: Employee): Promise<Employee> => ({
    ...(await signInAs(office.app, login, PASSWORD)),
    login,
  })
  if (made % 200 === 0) over = { chief: await again(over.chief), clerk: await again(over.clerk) }
  return over
}

/** The same with a problem of that place, assigned, with evidence and an open notice. */
async function withProblem(target: Target): Promise<Target> {
  const { chief, clerk } = await makers()
  const { id: problemId } = await chief.call(endpoints.registerProblem, {
    params: { organisationId: target.organisationId },
    body: someProblem(),
  })
  const params = { problemId }
  await chief.call(endpoints.assignProblem, {
    params,
    body: { leadId: target.personId, handlerId: null, class: 'dated', dueOn: '2099-06-30' },
  })
  const { evidence } = await clerk.call(endpoints.addEvidence, {
    params,
    query: { datedOn: '2026-01-05' },
    file: new File(['巡查记录'], '记录.txt'),
  })
  const notice = await chief.call(endpoints.issueNotice, {
    params,
    body: { kind: 'remind', answerDueOn: '2099-01-05' },
  })
  return { ...target, problemId, evidenceId: evidence[0]?.id ?? '', noticeId: notice.id }
}

/** How to call each endpoint that acts on something in the tree; the rest are listed below with why they need no row. */
const onTarget: Readonly<Partial<Record<keyof typeof endpoints, (target: Target) => unknown>>> = {
  listOrganisationChildren: ({ organisationId }) => ({ params: { organisationId } }),
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
  giveGrant: ({ organisationId, accountId }) => ({ params: { organisationId }, body: { accountId, role: 'handler' } }),
  revokeGrant: ({ grantId }) => ({ params: { grantId } }),
  previewImport: ({ organisationId }) => ({ params: { organisationId }, file: new File(['x'], '人员.xlsx') }),
  registerProblem: ({ organisationId }) => ({ params: { organisationId }, body: someProblem() }),
  readLedgerStatistics: ({ organisationId }) => ({ params: { organisationId } }),
  readLedgerBreakdown: ({ organisationId }) => ({ params: { organisationId } }),
  listProblemsAsOf: ({ organisationId }) => ({ params: { organisationId }, query: { asOf: '2026-01-05' } }),
  exportLedger: ({ organisationId }) => ({ params: { organisationId } }),
  ledgerSummary: ({ organisationId }) => ({ params: { organisationId } }),
  previewLedgerImport: ({ organisationId }) => ({ params: { organisationId }, file: new File(['x'], '台账.xlsx') }),
  setNoticeTemplate: ({ organisationId }) => ({ params: { organisationId }, file: new File(['x'], '督办单.docx') }),
  drawLookBackSample: ({ organisationId }) => ({ params: { organisationId }, body: { size: 3 } }),
  listInspections: ({ organisationId }) => ({ params: { organisationId } }),
  registerInspection: ({ organisationId }) => ({
    params: { organisationId },
    body: { name: '第三轮巡察', edition: 'patrol', fedBackOn: '2026-01-05' },
  }),
  readProblem: onProblem({}),
  listProblemEvents: onProblem({}),
  problemFile: onProblem({}),
  changeProblem: onProblem({ ...someProblem(), version: 999 }),
  assignProblem: ({ problemId, personId }) => ({
    params: { problemId },
    body: { leadId: personId, handlerId: null, class: 'dated', dueOn: '2099-06-30' },
  }),
  planMeasures: onProblem({
    measures: [
      { id: null, text: '每周巡查', responsible: '', dueOn: null, funding: '', contingency: '', doneOn: null },
    ],
    version: 999,
  }),
  reportProgress: onProblem({ on: '2026-01-05', text: '正在补齐记录' }),
  addEvidence: ({ problemId }) => ({
    params: { problemId },
    query: { datedOn: '2026-01-05' },
    file: new File(['记录'], '记录.txt'),
  }),
  requestExtension: onProblem({ until: '2099-12-30', reason: '资金未到位' }),
  decideExtension: onProblem({ isGranted: true, reason: '' }),
  requestStrikeOff: onProblem({ result: '补齐 3 次记录' }),
  withdrawStrikeOff: onProblem({ reason: '还要补充' }),
  approveStrikeOff: onProblem({ opinion: '属实' }),
  returnProblem: onProblem({ reason: '材料不全' }),
  lookBack: onProblem({ isEffective: true, found: '没有反弹' }),
  transferProblem: ({ problemId, organisationId }) => ({
    params: { problemId },
    body: { organisationId, reason: '归口管理' },
  }),
  mergeProblem: onProblem({ intoNumber: 999_999, reason: '同一件事' }),
  splitProblem: onProblem({ texts: ['记录缺失', '照片缺失'], reason: '两件事' }),
  issueNotice: onProblem({ kind: 'remind', answerDueOn: '2099-01-05' }),
  readEvidence: ({ evidenceId }) => ({ params: { evidenceId } }),
  removeEvidence: ({ evidenceId }) => ({ params: { evidenceId }, body: { reason: '传错了' } }),
  answerNotice: ({ noticeId }) => ({ params: { noticeId }, body: { answer: '正在整改，月底完成' } }),
  noticeDocument: ({ noticeId }) => ({ params: { noticeId } }),
}

/** A call about the target's problem. */
function onProblem(body: object): (target: Target) => unknown {
  return ({ problemId }) => ({ params: { problemId }, ...(Object.keys(body).length === 0 ? {} : { body }) })
}

/** Endpoints whose path names something of a problem. */
function isAboutProblem({ path }: Endpoint): boolean {
  return /:(?:problem|evidence|notice)Id/.test(path)
}

/** Endpoints whose subject is the whole office or the caller: only the role decides, or nothing but being signed in. */
const withoutTarget = [
  'signIn',
  'readSession',
  'signOut',
  'listSessions',
  'signOutEverywhere',
  'changePassword',
  'listOrganisationRoots',
  'confirmImport',
  'importForm',
  'listAuditEntries',
  'verifyAudit',
  'findEntries',
  'listNotifications',
  'readNotifications',
  'readSettings',
  'changeSettings',
  'readHome',
  'readOwnRecord',
  'listProblems',
  'assignManyProblems',
  'confirmLedgerImport',
  'listNotices',
  'setCalendarDay',
  'readCalendar',
] as const

const plain: Readonly<Partial<Record<keyof typeof endpoints, object>>> = {
  confirmImport: { params: { importId: '00000000-0000-7000-8000-000000000000' } },
  findEntries: { query: { text: '水务' } },
  readNotifications: { body: { ids: [] } },
  changeSettings: { body: {} },
  assignManyProblems: {
    body: {
      problemIds: ['00000000-0000-7000-8000-000000000000'],
      leadId: '00000000-0000-7000-8000-000000000000',
      handlerId: null,
      class: 'dated',
      dueOn: '2099-06-30',
    },
  },
  confirmLedgerImport: { params: { importId: '00000000-0000-7000-8000-000000000000' } },
  setCalendarDay: { params: { date: '2026-10-01' }, body: { isWorkday: null } },
  readCalendar: { query: { year: 2026 } },
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
        const plainTarget = await targets.get(scope)?.()
        const target = plainTarget && isAboutProblem(endpoint) ? await withProblem(plainTarget) : plainTarget
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
