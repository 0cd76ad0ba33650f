import {
  endpoints,
  type ProblemAction,
  problemActions,
  type ProblemDetail,
  type ProblemState,
  problemStates,
  RefusedCall,
  type Role,
} from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from 'vitest'
import {
  assigned,
  importRows,
  type LedgerStaff,
  paperOf,
  rectified,
  register,
  requestStrikeOff,
  someProblem,
  staffOf,
  struckOff,
  struckOffOnPaper,
} from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let staff: LedgerStaff
const people = new Map<Role, Employee>()
const roles = ['organiser', 'head', 'team_member', 'handler', 'reviewer', 'member'] as const

beforeAll(async () => {
  office = await openOffice()
  for (const role of roles) people.set(role, await office.employ(office.city, role))
})
afterAll(() => office.close())

/** A problem of 水务局 in each state. */
const inState: Readonly<Record<ProblemState, () => Promise<ProblemDetail>>> = {
  registered: () => register(staff.organiser, office.water),
  assigned: () => assigned(staff, office.water),
  rectifying: () => rectified(staff, office.water),
  strike_off_requested: async () => requestStrikeOff(staff.handler, (await rectified(staff, office.water)).id),
  unit_confirmed: async () => {
    const { id } = await requestStrikeOff(staff.handler, (await rectified(staff, office.water)).id)
    return staff.head.call(endpoints.approveStrikeOff, { params: { problemId: id }, body: { opinion: '属实' } })
  },
  closure_claimed: () => importedAsDone(),
  closed_on_import: async () => {
    const { id } = await importedAsDone()
    const body = { isAccepted: true, reason: '查过原来的销号单' }
    return staff.second.call(endpoints.decideClosure, { params: { problemId: id }, body })
  },
  struck_off: () => struckOff(staff, office.water),
  struck_off_on_paper: () => struckOffOnPaper(staff, office),
  relapsed: async () => {
    const { id } = await struckOff(staff, office.water)
    const body = { isEffective: false, found: '又出现了' }
    return staff.reviewer.call(endpoints.lookBack, { params: { problemId: id }, body })
  },
  withdrawn: async () => {
    const { id } = await register(staff.organiser, office.water)
    return staff.organiser.call(endpoints.withdrawProblem, { params: { problemId: id }, body: { reason: '重复登记' } })
  },
  superseded: async () => {
    const { id } = await register(staff.organiser, office.water)
    const body = { texts: ['记录缺失的问题', '照片缺失的问题'], reason: '两件事' }
    return staff.organiser.call(endpoints.splitProblem, { params: { problemId: id }, body })
  },
}

/** As the organiser brings it in a list that says it is done. */
async function importedAsDone(): Promise<ProblemDetail> {
  const { text } = someProblem()
  await importRows(staff.organiser, office.water, [[1, '其他', text, '每周巡查', '2026年1月5日', '', '已销号']])
  const { items } = await staff.organiser.call(endpoints.listProblems, { query: { text, standing: 'all' } })
  return staff.organiser.call(endpoints.readProblem, {
    params: { problemId: items.find((each) => each.text === text)?.id ?? '' },
  })
}

interface Doing {
  readonly by: Employee
  readonly problem: ProblemDetail
}

/** How each action is asked for over HTTP. */
const doing: Readonly<Record<ProblemAction, (doing: Doing) => Promise<unknown>>> = {
  assign: ({ by, problem }) =>
    by.call(endpoints.assignProblem, {
      ...at(problem),
      body: { leadId: staff.leaderPerson.personId, handlerId: null, class: 'dated', dueOn: '2099-06-30' },
    }),
  withdrawAssignment: ({ by, problem }) =>
    by.call(endpoints.withdrawAssignment, { ...at(problem), body: { reason: '分派错了人' } }),
  withdraw: ({ by, problem }) => by.call(endpoints.withdrawProblem, { ...at(problem), body: { reason: '重复登记' } }),
  change: ({ by, problem }) =>
    by.call(endpoints.changeProblem, { ...at(problem), body: { ...someProblem(), version: problem.version } }),
  planMeasures: ({ by, problem }) =>
    by.call(endpoints.planMeasures, {
      ...at(problem),
      body: {
        measures: [
          { id: null, text: '每周巡查', responsible: '', dueOn: null, funding: '', contingency: '', doneOn: null },
        ],
        version: problem.version,
      },
    }),
  reportProgress: ({ by, problem }) =>
    by.call(endpoints.reportProgress, { ...at(problem), body: { on: '2026-01-05', text: `补齐 ${problem.number}` } }),
  addEvidence: ({ by, problem }) =>
    by.call(endpoints.addEvidence, {
      ...at(problem),
      query: { datedOn: '2026-01-05' },
      file: new File([`记录 ${problem.number}`], '记录.txt'),
    }),
  requestExtension: ({ by, problem }) =>
    by.call(endpoints.requestExtension, { ...at(problem), body: { until: '2099-12-30', reason: '资金未到' } }),
  decideExtension: ({ by, problem }) =>
    by.call(endpoints.decideExtension, { ...at(problem), body: { isGranted: true, reason: '' } }),
  requestStrikeOff: ({ by, problem }) =>
    requestStrikeOff(by, problem.id, { result: '补齐 3 次', exception: '无需措施' }),
  withdrawStrikeOff: ({ by, problem }) =>
    by.call(endpoints.withdrawStrikeOff, { ...at(problem), body: { reason: '还要补充' } }),
  confirm: ({ by, problem }) => by.call(endpoints.approveStrikeOff, { ...at(problem), body: { opinion: '属实' } }),
  strikeOff: ({ by, problem }) => by.call(endpoints.approveStrikeOff, { ...at(problem), body: { opinion: '属实' } }),
  filePaper: ({ by, problem }) => by.call(endpoints.filePaper, { ...at(problem), ...paperOf(problem.text) }),
  confirmOnPaper: ({ by, problem }) => decidePaper(by, problem, true),
  strikeOffOnPaper: ({ by, problem }) => decidePaper(by, problem, true),
  refusePaper: ({ by, problem }) => decidePaper(by, problem, false),
  return: ({ by, problem }) => by.call(endpoints.returnProblem, { ...at(problem), body: { reason: '材料不全' } }),
  acceptClosure: ({ by, problem }) =>
    by.call(endpoints.decideClosure, { ...at(problem), body: { isAccepted: true, reason: '查过原来的销号单' } }),
  refuseClosure: ({ by, problem }) =>
    by.call(endpoints.decideClosure, { ...at(problem), body: { isAccepted: false, reason: '没有销号单' } }),
  proveEffective: ({ by, problem }) =>
    by.call(endpoints.lookBack, { ...at(problem), body: { isEffective: true, found: '没有反弹', early: '专项检查' } }),
  findRelapse: ({ by, problem }) =>
    by.call(endpoints.lookBack, { ...at(problem), body: { isEffective: false, found: '又出现了' } }),
  transfer: ({ by, problem }) =>
    by.call(endpoints.transferProblem, {
      ...at(problem),
      body: { organisationId: office.education.id, reason: '归口管理' },
    }),
  merge: ({ by, problem }) =>
    by.call(endpoints.decideMerge, { ...at(problem), body: { isAccepted: true, reason: '是同一件事' } }),
  refuseMerge: ({ by, problem }) =>
    by.call(endpoints.decideMerge, { ...at(problem), body: { isAccepted: false, reason: '不是一件事' } }),
  requestMerge: async ({ by, problem }) => {
    const { number } = await register(staff.organiser, office.water)
    return by.call(endpoints.requestMerge, { ...at(problem), body: { intoNumber: number, reason: '同一件事' } })
  },
  split: ({ by, problem }) =>
    by.call(endpoints.splitProblem, { ...at(problem), body: { texts: ['记录缺失', '照片缺失'], reason: '两件事' } }),
  issueNotice: ({ by, problem }) =>
    by.call(endpoints.issueNotice, { ...at(problem), body: { kind: 'remind', answerDueOn: '2099-01-05' } }),
  answerNotice: async ({ by, problem }) => {
    const { items } = await staff.organiser.call(endpoints.listNotices, {
      query: { problemId: problem.id, isOpen: true },
    })
    const params = { noticeId: items[0]?.id ?? '00000000-0000-7000-8000-000000000000' }
    return by.call(endpoints.answerNotice, { params, body: { answer: '正在整改，月底完成' } })
  },
}

function decidePaper(by: Employee, problem: ProblemDetail, isAccepted: boolean): Promise<unknown> {
  return by.call(endpoints.decidePaper, { ...at(problem), body: { isAccepted, opinion: '核对过原件' } })
}

const at = ({ id }: ProblemDetail) => ({ params: { problemId: id } })

/** A problem in a state, and what each role was told when it first read it: what is refused changes neither. */
interface Seen {
  readonly problem: ProblemDetail
  readonly allowed: Map<Role, readonly ProblemAction[]>
}

/** The member reads no ledger at all: to them the problem is not there. */
async function allowedTo(role: Role, { problem, allowed }: Seen): Promise<readonly ProblemAction[]> {
  const known = allowed.get(role)
  if (known) return known
  const read = await personOf(role)
    .call(endpoints.readProblem, at(problem))
    .catch(() => null)
  allowed.set(role, read?.allowed ?? [])
  return read?.allowed ?? []
}

function personOf(role: Role): Employee {
  const person = people.get(role)
  if (!person) throw new Error('the office is not set up')
  return person
}

/** Two actions are one request: the level of the chain decides which it is. */
const twin: Partial<Record<ProblemAction, ProblemAction>> = {
  ...{ confirm: 'strikeOff', strikeOff: 'confirm' },
  ...{ confirmOnPaper: 'strikeOffOnPaper', strikeOffOnPaper: 'confirmOnPaper' },
}

describe.each(problemStates)('in state %s', (state) => {
  /** Taken over from one action to the next until somebody may change it. */
  let seen: Seen | null = null

  // Anew for each state: so many requests from the same desks would run into the limit per minute.
  beforeAll(async () => {
    staff = await staffOf(office)
  })

  async function inThisState(): Promise<Seen> {
    const problem = await inState[state]()
    expect(problem.state).toBe(state)
    return { problem, allowed: new Map() }
  }

  async function expectUnchanged({ problem }: Seen, refused: readonly Role[]): Promise<void> {
    const after = await staff.organiser.call(endpoints.readProblem, at(problem))
    expect([after.state, after.version], `${refused.join()} changed it`).toEqual([problem.state, problem.version])
  }

  it.each(problemActions)('%s is done by those it is allowed to, and refused to all others', async (action) => {
    onTestFailed(() => void (seen = null))
    let refused: Role[] = []
    for (const role of roles) {
      seen ??= await inThisState()
      const allowed = await allowedTo(role, seen)
      const isAllowed = allowed.includes(action) || allowed.some((each) => each === twin[action])
      if (isAllowed && refused.length > 0) await expectUnchanged(seen, refused)
      const outcome = await doing[action]({ by: personOf(role), problem: seen.problem }).then(
        () => 'done',
        (error: unknown) => {
          if (error instanceof RefusedCall) return error.refusal.code
          throw error
        },
      )
      if (isAllowed) {
        expect(outcome, `${role} may`).toBe('done')
        seen = null
        refused = []
      } else {
        expect(['conflict', 'forbidden', 'not_found', 'invalid'], `${role} may not: ${outcome}`).toContain(outcome)
        refused.push(role)
      }
    }
    if (seen) await expectUnchanged(seen, refused)
  })
})
