import { endpoints, type ProblemDetail, RefusedCall } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  assigned,
  type LedgerStaff,
  rectified,
  register,
  requestStrikeOff,
  someProblem,
  staffOf,
  struckOff,
} from '../../testing/ledger.ts'
import { setApprovals } from '../../testing/approvals.ts'
import { type Office, openOffice } from '../../testing/office.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())

const at = ({ id }: { readonly id: string }) => ({ params: { problemId: id } })
const approve = { opinion: '看过现场，属实' }

/** `ok`, or the code of the refusal. */
async function outcome(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'ok',
    (error: unknown) => (error instanceof RefusedCall ? error.refusal.code : String(error)),
  )
}

describe('merging', () => {
  const merge = (problem: ProblemDetail, { number }: ProblemDetail) =>
    outcome(
      staff.organiser.call(endpoints.requestMerge, {
        ...at(problem),
        body: { intoNumber: number, reason: '同一件事' },
      }),
    )

  const agree = (problem: ProblemDetail) =>
    outcome(
      staff.second.call(endpoints.decideMerge, { ...at(problem), body: { isAccepted: true, reason: '是同一件事' } }),
    )

  it('never ends a problem without an approval: what it goes into is open', async () => {
    const closed = await struckOff(staff, office.water)
    const open = await assigned(staff, office.water)
    expect(await merge(open, closed)).toBe('invalid')
  })

  it('of two problems into each other at the same time leaves one of them open', async () => {
    for (let round = 0; round < 5; round += 1) {
      const one = await register(staff.organiser, office.water)
      const other = await register(staff.organiser, office.water)
      expect(await Promise.all([merge(one, other), merge(other, one)])).toEqual(['ok', 'ok'])
      const outcomes = await Promise.all([one, other].map(agree))
      expect(outcomes.filter((each) => each === 'ok')).toHaveLength(1)
    }
  })
})

describe('who approves', () => {
  it('has not handed in the evidence either, and is not asked to', async () => {
    const problem = await rectified(staff, office.water)
    await staff.organiser.call(endpoints.addEvidence, {
      ...at(problem),
      query: { datedOn: problem.registeredOn },
      file: new File(['补充的台账'], '补充台账.txt'),
    })
    await requestStrikeOff(staff.handler, problem.id)
    await staff.head.call(endpoints.approveStrikeOff, { ...at(problem), body: approve })
    const { tasks } = await staff.organiser.call(endpoints.readHome, {})
    expect(tasks.filter(({ id }) => id === `approve-${problem.id}`)).toEqual([])
    expect(await outcome(staff.organiser.call(endpoints.approveStrikeOff, { ...at(problem), body: approve }))).toBe(
      'conflict',
    )
    expect(await outcome(staff.second.call(endpoints.approveStrikeOff, { ...at(problem), body: approve }))).toBe('ok')
  })
})

describe('an approval under way', () => {
  it('goes on at the last level when the chain has become shorter than what it has passed', async () => {
    const problem = await rectified(staff, office.water)
    await requestStrikeOff(staff.handler, problem.id)
    await staff.head.call(endpoints.approveStrikeOff, { ...at(problem), body: approve })
    const admin = await office.employ(office.city, 'system_admin')
    const auditor = await office.employ(office.city, 'audit_admin')
    const { approvals } = await admin.call(endpoints.readSettings, {})
    await setApprovals(admin, auditor, { ...approvals, other: approvals.other.slice(1) })
    const { tasks } = await staff.second.call(endpoints.readHome, {})
    expect(tasks.filter(({ id }) => id === `approve-${problem.id}`)).toHaveLength(1)
    const done = await staff.second.call(endpoints.approveStrikeOff, { ...at(problem), body: approve })
    expect(done.state).toBe('struck_off')
    await setApprovals(admin, auditor, approvals)
  })
})

describe('the levels of an approval', () => {
  it('fall to somebody: a role that approves nothing is refused', async () => {
    const admin = await office.employ(office.city, 'system_admin')
    const { mailIsConfigured: _, ...before } = await admin.call(endpoints.readSettings, {})
    const other = [{ name: '联络员核验', role: 'handler' as const, isSuperior: false }]
    const body = { ...before, approvals: { ...before.approvals, other } }
    expect(await outcome(admin.call(endpoints.changeSettings, { body }))).toBe('invalid')
  })

  it('of what has no superior fall to its own, so that it can be closed at all', async () => {
    const { city } = office
    const [organiser, head] = [await office.employ(city, 'organiser'), await office.employ(city, 'head')]
    const problem = await register(organiser, city, someProblem('meeting'))
    const body = { leadId: staff.leaderPerson.personId, handlerId: null, class: 'dated' as const, dueOn: '2099-06-30' }
    await organiser.call(endpoints.assignProblem, { ...at(problem), body })
    const report = { on: problem.registeredOn, text: '已经整改到位' }
    await organiser.call(endpoints.reportProgress, { ...at(problem), body: report })
    await requestStrikeOff(organiser, problem.id, { result: '整改到位', exception: '材料在上级' })
    await head.call(endpoints.approveStrikeOff, { ...at(problem), body: approve })
    const { tasks } = await staff.reviewer.call(endpoints.readHome, {})
    const { items } = await staff.reviewer.call(endpoints.listNotifications, {})
    const done = await staff.reviewer.call(endpoints.approveStrikeOff, { ...at(problem), body: approve })
    expect([
      done.state,
      tasks.filter(({ id }) => id === `approve-${problem.id}`).length,
      items.filter(({ link }) => link === `/problems/${problem.id}`).length,
    ]).toEqual(['struck_off', 1, 1])
  })
})

describe('a problem an inspection found', () => {
  it('remains one when it is split', async () => {
    const { id: inspectionId } = await staff.organiser.call(endpoints.registerInspection, {
      params: { organisationId: office.water.id },
      body: { name: '第三轮巡察', edition: 'patrol', fedBackOn: '2026-01-05' },
    })
    const problem = await staff.organiser.call(endpoints.registerProblem, {
      params: { organisationId: office.water.id },
      body: { ...someProblem('inspection'), inspectionId },
    })
    await staff.organiser.call(endpoints.splitProblem, {
      ...at(problem),
      body: { texts: ['巡查记录缺失', '巡查照片缺失'], reason: '两件事' },
    })
    const parts = await office.pool.db
      .selectFrom('problem')
      .select('inspection_id as inspectionId')
      .where('split_from', '=', problem.id)
      .execute()
    expect(parts).toEqual([{ inspectionId }, { inspectionId }])
  })
})

describe('taking evidence back', () => {
  it('happens once, also when two do it at the same time', async () => {
    const { id, evidence } = await rectified(staff, office.water)
    const given = { params: { evidenceId: evidence[0]?.id ?? '' }, body: { reason: '传错了' } }
    const by = [staff.handler, staff.leader]
    const outcomes = await Promise.all(by.map((one) => outcome(one.call(endpoints.removeEvidence, given))))
    expect(outcomes.toSorted()).toEqual(['not_found', 'ok'])
    const { items } = await staff.organiser.call(endpoints.listProblemEvents, { params: { problemId: id } })
    expect(items.filter(({ reason }) => reason.startsWith('撤下'))).toHaveLength(1)
  })
})

describe('assigning', () => {
  it('does not put a deadline back that was moved meanwhile, if told what was seen', async () => {
    const problem = await assigned(staff, office.water)
    const extension = { until: '2099-09-30', reason: '汛期不能施工' }
    await staff.handler.call(endpoints.requestExtension, { ...at(problem), body: extension })
    const decision = { isGranted: true, reason: '' }
    const { dueOn } = await staff.second.call(endpoints.decideExtension, { ...at(problem), body: decision })
    const body = {
      leadId: staff.leaderPerson.personId,
      handlerId: staff.handlerPerson.personId,
      class: problem.class,
      dueOn: problem.dueOn,
      version: problem.version,
    }
    expect(await outcome(staff.organiser.call(endpoints.assignProblem, { ...at(problem), body }))).toBe('conflict')
    const now = await staff.organiser.call(endpoints.readProblem, at(problem))
    expect([dueOn, now.dueOn]).toEqual(['2099-09-30', '2099-09-30'])
    expect(
      await outcome(
        staff.organiser.call(endpoints.assignProblem, {
          ...at(problem),
          body: { ...body, handlerId: null, dueOn, version: now.version },
        }),
      ),
    ).toBe('ok')
  })
})

describe('hints', () => {
  it('tell of a unit one does not see that it has the same file and words, not which problem', async () => {
    const [mine, theirs] = [await rectified(staff, office.water), await register(staff.organiser, office.water)]
    const city = await office.employ(office.city, 'organiser')
    await city.call(endpoints.transferProblem, {
      ...at(theirs),
      body: { organisationId: office.education.id, reason: '归口教育局' },
    })
    await city.call(endpoints.assignProblem, {
      ...at(theirs),
      body: { leadId: staff.leaderPerson.personId, handlerId: null, class: 'dated', dueOn: '2099-06-30' },
    })
    const report = { on: mine.registeredOn, text: '已经召开专题会议研究部署，落实到人' }
    for (const problem of [mine, theirs]) {
      await city.call(endpoints.reportProgress, { ...at(problem), body: report })
      await city.call(endpoints.addEvidence, {
        ...at(problem),
        query: { datedOn: mine.registeredOn },
        file: new File(['会议纪要：研究部署'], '纪要.txt'),
      })
    }
    const told = async (by: typeof city) => {
      const { hints } = await by.call(endpoints.readProblem, at(mine))
      return hints.map(({ kind, text, problems }) => [kind, text.includes(`${theirs.number} 号`), problems.length])
    }
    expect(await told(city)).toEqual([
      ['reused-evidence', true, 1],
      ['same-progress', true, 1],
    ])
    expect(await told(staff.organiser)).toEqual([
      ['reused-evidence', false, 0],
      ['same-progress', false, 0],
    ])
  })
})
