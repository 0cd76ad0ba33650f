import {
  type ApprovalChains,
  defaultApprovalChains,
  endpoints,
  type ProblemDetail,
  problemSources,
} from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { features } from '../../features.ts'
import { verifyChain, vouchedOf } from '../../platform/audit/index.ts'
import {
  assigned,
  importRows,
  type LedgerStaff,
  rectified,
  register,
  requestStrikeOff,
  someProblem,
  staffOf,
  struckOff,
} from '../../testing/ledger.ts'
import { expectSteps } from '../../testing/ledger-invariants.ts'
import { setApprovals } from '../../testing/approvals.ts'
import { signInAs } from '../../testing/client.ts'
import { type Employee, type Office, openOffice, PASSWORD } from '../../testing/office.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let staff: LedgerStaff
let admin: Employee
let auditor: Employee
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
  admin = await office.employ(office.city, 'system_admin')
  auditor = await office.employ(office.city, 'audit_admin')
})
afterAll(() => office.close())

const at = ({ id }: Pick<ProblemDetail, 'id'>) => ({ params: { problemId: id } })
const approve = (by: Employee, problem: Pick<ProblemDetail, 'id'>) =>
  by.call(endpoints.approveStrikeOff, { ...at(problem), body: { opinion: '看过现场，属实' } })
const fieldsOf = ({ source, aspect, text, cause, goal, class: kind, dueOn, version }: ProblemDetail) => ({
  ...{ source, aspect, text, cause, goal, class: kind, dueOn, version },
})
const change = async (by: Employee, problem: Pick<ProblemDetail, 'id'>, more: Partial<ProblemDetail>) => {
  const fields = fieldsOf(await by.call(endpoints.readProblem, at(problem)))
  const { source, dueOn, class: kind } = { ...fields, ...more }
  return by.call(endpoints.changeProblem, { ...at(problem), body: { ...fields, source, dueOn, class: kind } })
}
const assign = (by: Employee, { id, dueOn, class: kind }: ProblemDetail, more: object = {}) =>
  by.call(endpoints.assignProblem, {
    params: { problemId: id },
    body: { leadId: staff.leaderPerson.personId, handlerId: null, class: kind, dueOn, ...more },
  })
const lookBack = (by: Employee, problem: ProblemDetail, early = '') =>
  by.call(endpoints.lookBack, { ...at(problem), body: { isEffective: true, found: '没有反弹', early } })
const report = (by: Employee, problem: ProblemDetail) =>
  by.call(endpoints.reportProgress, { ...at(problem), body: { on: '2026-01-05', text: `补齐 ${problem.number}` } })
const submit = (by: Employee, problem: ProblemDetail) =>
  by.call(endpoints.addEvidence, {
    ...at(problem),
    query: { datedOn: '2026-01-05' },
    file: new File([`记录 ${problem.number}`], '记录.txt'),
  })
const sendBack = (by: Employee, problem: ProblemDetail) =>
  by.call(endpoints.returnProblem, { ...at(problem), body: { reason: '材料不全' } })

const importRow = (
  by: Employee,
  { text, dueOn }: Pick<ProblemDetail, 'text' | 'dueOn'>,
  progress: string,
  state = '',
) => importRows(by, office.water, [[1, '其他', text, '每周巡查一次并拍照留存', dueOn ?? '', progress, state]])

const problemOf = async (text: string): Promise<ProblemDetail> => {
  const { items } = await staff.reviewer.call(endpoints.listProblems, { query: { text, standing: 'all' } })
  const id = items.find((each) => each.text === text)?.id ?? ''
  return staff.reviewer.call(endpoints.readProblem, { params: { problemId: id } })
}
const importedAsDone = async (by: Employee): Promise<ProblemDetail> => {
  const { text } = someProblem()
  await importRow(by, { text, dueOn: '2026年1月5日' }, '', '已销号')
  return problemOf(text)
}
const decideClosure = (by: Employee, problem: ProblemDetail, isWholeImport = false) =>
  by.call(endpoints.decideClosure, {
    ...at(problem),
    body: { isAccepted: true, reason: '查过原来的销号单', isWholeImport },
  })

const setChains = (approvals: ApprovalChains): Promise<void> => setApprovals(admin, auditor, approvals)

/** The last act of a scheme: it is this that has to be refused. */
type LastAct = () => Promise<unknown>

interface Scheme {
  readonly name: string
  /** What the audit log calls the act that is refused. */
  readonly action: string
  /** What the refusal says. */
  readonly words: string
  /** Does what leads up to it, all of which is allowed. */
  readonly prepare: () => Promise<LastAct>
}

const NEVER = '从来没有经手过'
const STANDS = '完成时限和整改类型不能直接改'

/** Approves up to the last level, and tries to take that alone. */
const closes = (by: () => Employee, prepare: () => Promise<ProblemDetail>) => async (): Promise<LastAct> => {
  const problem = await prepare()
  await requestStrikeOff(staff.handler, problem.id, { result: '补齐 3 次', exception: '现场核对过' })
  await approve(staff.head, problem)
  return () => approve(by(), problem)
}

const schemes: readonly Scheme[] = [
  {
    name: 'the source of a finding is changed so that the superior is not asked',
    action: 'ledger.confirm',
    words: NEVER,
    prepare: closes(
      () => staff.second,
      async () => {
        const problem = await rectified(staff, office.water, someProblem('inspection'))
        await change(staff.organiser, problem, { source: 'other' })
        return problem
      },
    ),
  },
  {
    name: 'the source is changed before the problem is assigned',
    action: 'ledger.confirm',
    words: NEVER,
    prepare: closes(
      () => staff.second,
      async () => {
        const problem = await register(staff.organiser, office.water, someProblem('audit'))
        await change(staff.organiser, problem, { source: 'other' })
        await assign(staff.organiser, problem)
        await report(staff.handler, problem)
        await submit(staff.handler, problem)
        await staff.handler.call(endpoints.planMeasures, {
          ...at(problem),
          body: {
            version: (await staff.handler.call(endpoints.readProblem, at(problem))).version,
            measures: [
              {
                id: null,
                text: '每周巡查',
                responsible: '',
                dueOn: null,
                funding: '',
                contingency: '',
                doneOn: '2026-01-05',
              },
            ],
          },
        })
        return problem
      },
    ),
  },
  {
    name: 'the chain is shortened in the settings while the request is under way',
    action: 'ledger.confirm',
    words: NEVER,
    prepare: async () => {
      const problem = await rectified(staff, office.water, someProblem('petition'))
      await requestStrikeOff(staff.handler, problem.id)
      const petition = [{ name: '台账管理人核验', role: 'organiser' as const, isSuperior: false }]
      await setChains({ ...defaultApprovalChains, petition })
      return () => approve(staff.second, problem)
    },
  },
  {
    name: 'who asked before it was sent back approves',
    action: 'ledger.confirm',
    words: NEVER,
    prepare: closes(
      () => staff.second,
      async () => {
        const problem = await rectified(staff, office.water)
        await requestStrikeOff(staff.second, problem.id)
        await sendBack(staff.head, problem)
        return problem
      },
    ),
  },
  {
    name: 'a former lead approves',
    action: 'ledger.confirm',
    words: NEVER,
    prepare: async () => {
      const boss = await office.register(office.water, 'organiser')
      const problem = await rectified(staff, office.water)
      await assign(staff.organiser, problem, { leadId: boss.personId })
      await assign(staff.organiser, problem)
      await requestStrikeOff(staff.handler, problem.id)
      await approve(staff.head, problem)
      return async () => approve(await signIn(boss.login), problem)
    },
  },
  {
    name: 'a former handler approves',
    action: 'ledger.confirm',
    words: NEVER,
    prepare: async () => {
      const former = await office.register(office.water, 'organiser')
      const problem = await rectified(staff, office.water)
      await assign(staff.organiser, problem, { handlerId: former.personId })
      await assign(staff.organiser, problem)
      await requestStrikeOff(staff.handler, problem.id)
      await approve(staff.head, problem)
      return async () => approve(await signIn(former.login), problem)
    },
  },
  {
    name: 'who handed in evidence and had it withdrawn approves',
    action: 'ledger.confirm',
    words: NEVER,
    prepare: closes(
      () => staff.second,
      async () => {
        const problem = await rectified(staff, office.water)
        const { evidence } = await submit(staff.second, problem)
        const params = { evidenceId: evidence.at(-1)?.id ?? '' }
        await staff.second.call(endpoints.removeEvidence, { params, body: { reason: '传错了' } })
        return problem
      },
    ),
  },
  {
    name: 'who set the measures as done approves',
    action: 'ledger.confirm',
    words: NEVER,
    prepare: closes(
      () => staff.second,
      async () => {
        const problem = await rectified(staff, office.water)
        const { measures, version } = await staff.second.call(endpoints.readProblem, at(problem))
        const more = { id: null, text: '每月通报一次', responsible: '', dueOn: null, funding: '', contingency: '' }
        const body = { version, measures: [...measures, { ...more, doneOn: '2026-01-05' }] }
        await staff.second.call(endpoints.planMeasures, { ...at(problem), body })
        return problem
      },
    ),
  },
  {
    name: 'who imported the progress approves it',
    action: 'ledger.confirm',
    words: NEVER,
    prepare: closes(
      () => staff.second,
      async () => {
        const problem = await rectified(staff, office.water)
        await importRow(staff.second, problem, '2026年1月6日：又补齐了两处。')
        return problem
      },
    ),
  },
  {
    name: 'who worked on a problem merged into this one approves',
    action: 'ledger.confirm',
    words: NEVER,
    prepare: closes(
      () => staff.second,
      async () => {
        const [problem, other] = [await rectified(staff, office.water), await assigned(staff, office.water)]
        await report(staff.second, other)
        await merge(other, problem)
        return problem
      },
    ),
  },
  {
    name: 'a finding of an inspection is merged into a problem of no consequence',
    action: 'ledger.confirm',
    words: NEVER,
    prepare: closes(
      () => staff.second,
      async () => {
        const problem = await rectified(staff, office.water)
        await merge(await assigned(staff, office.water, someProblem('inspection')), problem)
        return problem
      },
    ),
  },
  {
    name: 'the deadline is moved by a change',
    action: 'ledger.change',
    words: STANDS,
    prepare: async () => {
      const problem = await assigned(staff, office.water, someProblem('other', '2020-01-06'))
      return () => change(staff.organiser, problem, { dueOn: '2099-12-30' })
    },
  },
  {
    name: 'the class is made one without a deadline',
    action: 'ledger.change',
    words: STANDS,
    prepare: async () => {
      const problem = await assigned(staff, office.water, someProblem('other', '2020-01-06'))
      return () => change(staff.organiser, problem, { class: 'sustained', dueOn: null })
    },
  },
  {
    name: 'the deadline is moved by assigning again',
    action: 'ledger.assign',
    words: STANDS,
    prepare: async () => {
      const problem = await assigned(staff, office.water, someProblem('other', '2020-01-06'))
      return () => assign(staff.organiser, problem, { dueOn: '2099-12-30' })
    },
  },
  {
    name: 'the deadline is moved after a transfer there and back',
    action: 'ledger.assign',
    words: STANDS,
    prepare: async () => {
      const problem = await assigned(staff, office.water, someProblem('other', '2020-01-06'))
      const chief = await office.employ(office.city, 'organiser')
      for (const { id } of [office.education, office.water])
        await chief.call(endpoints.transferProblem, {
          ...at(problem),
          body: { organisationId: id, reason: '归口管理' },
        })
      return () => assign(staff.organiser, problem, { dueOn: '2099-12-30' })
    },
  },
  {
    name: 'who imported a problem as struck off confirms it',
    action: 'ledger.acceptClosure',
    words: '从来没有经手过',
    prepare: async () => {
      const problem = await importedAsDone(staff.organiser)
      return () => decideClosure(staff.organiser, problem)
    },
  },
  {
    name: 'who imported a problem as struck off finds it effective',
    action: 'ledger.proveEffective',
    words: '从来没有经手过',
    prepare: async () => {
      const problem = await importedAsDone(staff.organiser)
      await decideClosure(staff.second, problem)
      return () => lookBack(staff.organiser, problem, '全市专项检查要求')
    },
  },
  {
    name: 'a problem is made to vanish in another by one person alone',
    action: 'ledger.merge',
    words: '不是自己申请并入的',
    prepare: async () => {
      const problem = await assigned(staff, office.water)
      await askMerge(staff.organiser, problem, await register(staff.organiser, office.water))
      return () => agreeMerge(staff.organiser, problem)
    },
  },
  {
    name: 'who verified it finds it effective',
    action: 'ledger.proveEffective',
    words: '不是核验销号的人',
    prepare: async () => {
      const problem = await struckOff(staff, office.water, someProblem('inspection'))
      return () => lookBack(staff.reviewer, problem, '全市专项检查要求')
    },
  },
]

const signIn = async (login: string): Promise<Employee> => ({
  ...(await signInAs(office.app, login, PASSWORD)),
  login,
})

const askMerge = (by: Employee, problem: ProblemDetail, into: ProblemDetail) =>
  by.call(endpoints.requestMerge, { ...at(problem), body: { intoNumber: into.number, reason: '同一件事' } })
const agreeMerge = (by: Employee, problem: ProblemDetail) =>
  by.call(endpoints.decideMerge, { ...at(problem), body: { isAccepted: true, reason: '核对过' } })
const merge = async (problem: ProblemDetail, into: ProblemDetail) => {
  await askMerge(staff.organiser, problem, into)
  return agreeMerge(staff.head, problem)
}

describe('a dishonest office', () => {
  it.each(schemes)(
    '$name: refused with a sentence and an entry of the audit log',
    async ({ prepare, action, words }) => {
      const last = await prepare()
      const { code, title } = await refusalOf(last())
      expect([code, title]).toEqual(['conflict', expect.stringContaining(words)])
      const entry = await office.pool.db
        .selectFrom('audit_entry')
        .select(['action', 'succeeded', 'detail'])
        .where('succeeded', '=', false)
        .orderBy('number', 'desc')
        .executeTakeFirst()
      expect(entry).toEqual({ action, succeeded: false, detail: { refused: title } })
    },
  )

  it('leaves a chain that holds, with the refusals in it', async () => {
    expect(await verifyChain(office.pool.db, { vouched: vouchedOf(features) })).toMatchObject({
      intact: true,
      broken: null,
    })
  })

  it('moves no deadline by an import: the line is told to be left as it is in that', async () => {
    const problem = await assigned(staff, office.water, someProblem('other', '2020-01-06'))
    const { remarks } = await importRow(staff.organiser, { ...problem, dueOn: '2099年12月30日' }, '')
    expect(remarks.map(({ message }) => message)).toEqual([expect.stringContaining('没有改完成时限')])
    expect((await staff.organiser.call(endpoints.readProblem, at(problem))).dueOn).toBe('2020-01-06')
  })

  it('finds nothing effective before its day without a reason', async () => {
    const problem = await struckOff(staff, office.water)
    const refusal = await refusalOf(lookBack(staff.reviewer, problem))
    expect([refusal.code, refusal.title]).toEqual(['invalid', expect.stringContaining('还没有到回头看的日期')])
    const proved = await lookBack(staff.reviewer, problem, '全市专项检查要求')
    expect(proved.provedOn).not.toBeNull()
  })
})

describe('what a list says was struck off', () => {
  const countsOf = async (organisationId: string) => {
    const { total } = await staff.reviewer.call(endpoints.readLedgerStatistics, { params: { organisationId } })
    return [total.done, total.imported, total.claimed, total.going]
  }

  it('counts as done only when another has confirmed the import, once for all of it, and stays apart', async () => {
    const unit = await office.addOrganisation(office.city, '临江市统计局')
    const [importer, other] = [await office.employ(unit, 'organiser'), await office.employ(unit, 'organiser')]
    const texts = [someProblem().text, someProblem().text]
    const rows = texts.map((text, at) => [at + 1, '其他', text, '每周巡查', '2026年1月5日', '', '已销号'])
    await importRows(importer, unit, rows)
    expect(await countsOf(unit.id)).toEqual([0, 0, 2, 0])
    const [first, second] = [await problemOf(texts[0] ?? ''), await problemOf(texts[1] ?? '')]
    expect([first.state, first.claimed, first.overdueDays]).toEqual(['closure_claimed', 2, 0])
    await decideClosure(other, first, true)
    expect(await countsOf(unit.id)).toEqual([2, 2, 0, 0])
    expect((await problemOf(second.text)).state).toBe('closed_on_import')
    const sample = await staff.reviewer.call(endpoints.drawLookBackSample, {
      params: { organisationId: unit.id },
      body: { size: 9 },
    })
    expect(new Set(sample.problems.map(({ number }) => number))).toEqual(new Set([first.number, second.number]))
    const file = await staff.reviewer.call(endpoints.ledgerSummary, { params: { organisationId: unit.id } })
    const report = await read(new Uint8Array(await file.arrayBuffer()), '报告.docx')
    expect(isUnreadable(report) ? '' : report.text).toContain('导入时已销号的2个')
    await expectSteps(office.pool.db)
  })

  it('goes on being rectified where it is not accepted', async () => {
    const problem = await importedAsDone(staff.organiser)
    const body = { isAccepted: false, reason: '没有找到销号单' }
    const back = await staff.second.call(endpoints.decideClosure, { ...at(problem), body })
    expect([back.state, back.struckOffOn]).toEqual(['rectifying', null])
  })
})

describe('an honest office', () => {
  it('changes the class by an extension somebody else grants', async () => {
    const problem = await assigned(staff, office.water)
    await staff.handler.call(endpoints.requestExtension, {
      ...at(problem),
      body: { until: null, class: 'sustained', reason: '要长期坚持' },
    })
    const body = { isGranted: true, reason: '' }
    const granted = await staff.organiser.call(endpoints.decideExtension, { ...at(problem), body })
    expect([granted.class, granted.dueOn]).toEqual(['sustained', null])
  })

  it('lets who imported open rows without progress approve them', async () => {
    const problem = await assigned(staff, office.water)
    await importRow(staff.second, { ...problem, dueOn: '' }, '')
    await report(staff.handler, problem)
    const exception = '现场核对过，没有材料'
    await requestStrikeOff(staff.handler, problem.id, { result: '补齐 3 次', exception })
    await approve(staff.head, problem)
    expect((await approve(staff.second, problem)).state).toBe('struck_off')
  })

  it('of six people without a superior gets through every source', async () => {
    await setChains(defaultApprovalChains)
    const root = await office.addOrganisation(null, '临江市档案馆')
    const six = await staffOf({ ...office, city: root, water: root })
    for (const source of problemSources) {
      const problem = await struckOff(six, root, someProblem(source))
      expect([source, problem.state]).toEqual([source, 'struck_off'])
    }
  })

  it('finds an approver above where nobody of its own is left, and says who before', async () => {
    const unit = await office.addOrganisation(office.city, '临江市档案局')
    const small = await staffOf({ ...office, water: unit })
    const problem = await rectified(small, unit)
    await assign(small.organiser, problem, { leadId: small.head.session.person.id })
    const { approvals } = await requestStrikeOff(small.handler, problem.id)
    expect(approvals.map(({ fallsTo }) => fallsTo)).toEqual(['superior', 'role'])
    expect(approvals[0]?.mayApprove).toContain(small.reviewer.session.person.name)
    expect((await refusalOf(approve(small.head, problem))).code).toBe('conflict')
    expect((await approve(small.reviewer, problem)).state).toBe('unit_confirmed')
    expect((await approve(small.organiser, problem)).state).toBe('struck_off')
  })
})
