import { endpoints, type ProblemDetail, RefusedCall } from '@duizhao/contract'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { features } from '../../features.ts'
import { verifyChain, vouchedOf } from '../../platform/audit/index.ts'
import { expectSoundLedger } from '../../testing/ledger-invariants.ts'
import { type LedgerStaff, rectified, register, requestStrikeOff, someProblem, staffOf } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())

type Move = (by: Employee, problem: ProblemDetail) => Promise<unknown>
const at = ({ id }: ProblemDetail) => ({ params: { problemId: id } })

const moves: readonly Move[] = [
  (by, problem) =>
    by.call(endpoints.assignProblem, {
      ...at(problem),
      body: {
        leadId: staff.leaderPerson.personId,
        handlerId: staff.handlerPerson.personId,
        class: 'sustained',
        dueOn: null,
      },
    }),
  (by, problem) =>
    by.call(endpoints.reportProgress, { ...at(problem), body: { on: '2026-01-05', text: `补齐 ${Math.random()}` } }),
  (by, problem) => by.call(endpoints.withdrawAssignment, { ...at(problem), body: { reason: '分派错了人' } }),
  (by, problem) => by.call(endpoints.withdrawProblem, { ...at(problem), body: { reason: '重复登记' } }),
  (by, problem) => requestStrikeOff(by, problem.id, { result: '补齐 3 次', exception: '无需更多' }),
  (by, problem) => by.call(endpoints.withdrawStrikeOff, { ...at(problem), body: { reason: '还要补充' } }),
  (by, problem) => by.call(endpoints.approveStrikeOff, { ...at(problem), body: { opinion: '属实' } }),
  (by, problem) => by.call(endpoints.approveStrikeOff, { ...at(problem), body: { opinion: '属实' } }),
  (by, problem) => by.call(endpoints.returnProblem, { ...at(problem), body: { reason: '材料不全' } }),
  (by, problem) =>
    by.call(endpoints.lookBack, { ...at(problem), body: { isEffective: true, found: '没有反弹', early: '专项检查' } }),
  (by, problem) => by.call(endpoints.lookBack, { ...at(problem), body: { isEffective: false, found: '又出现了' } }),
  (by, problem) =>
    by.call(endpoints.splitProblem, { ...at(problem), body: { texts: ['记录缺失', '照片缺失'], reason: '两件事' } }),
  (by, problem) =>
    by.call(endpoints.transferProblem, {
      ...at(problem),
      body: { organisationId: office.waterOffice.id, reason: '归口管理' },
    }),
  (by, problem) =>
    by.call(endpoints.issueNotice, { ...at(problem), body: { kind: 'remind', answerDueOn: '2099-01-05' } }),
  async (by, problem) => {
    const { items } = await by.call(endpoints.listNotices, { query: { problemId: problem.id } })
    const [any] = items
    if (any)
      await by.call(endpoints.answerNotice, { params: { noticeId: any.id }, body: { answer: '正在整改，月底完成' } })
  },
]

const move = fc.record({
  who: fc.nat({ max: 5 }),
  what: fc.nat({ max: moves.length - 1 }),
  which: fc.nat({ max: 2 }),
})

it('keeps its promises under any sequence of actions by anybody', { timeout: 240_000 }, async () => {
  const actors = [staff.organiser, staff.second, staff.head, staff.handler, staff.leader, staff.reviewer]
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 10, maxLength: 30 }), async (sequence) => {
      const problems = [
        await register(staff.organiser, office.water),
        await rectified(staff, office.water, someProblem('inspection')),
        await rectified(staff, office.water),
      ]
      for (const { who, what, which } of sequence) {
        const [by, act, problem] = [actors[who], moves[what], problems[which]]
        if (!by || !act || !problem) throw new Error('no such move')
        await act(by, problem).catch((error: unknown) => {
          if (!(error instanceof RefusedCall) || error.refusal.code === 'broken') throw error
        })
      }
      await expectSoundLedger(office.pool.db)
    }),
    { numRuns: 15 },
  )
  expect((await verifyChain(office.pool.db, { vouched: vouchedOf(features) })).rewritten).toEqual([])
})
