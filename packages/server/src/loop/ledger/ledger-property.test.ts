import { endpoints, type ProblemDetail, RefusedCall } from '@duizhao/contract'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
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
  (by, problem) => requestStrikeOff(by, problem.id, { result: '补齐 3 次', exception: '无需更多' }),
  (by, problem) => by.call(endpoints.withdrawStrikeOff, { ...at(problem), body: { reason: '还要补充' } }),
  (by, problem) => by.call(endpoints.approveStrikeOff, { ...at(problem), body: { opinion: '属实' } }),
  (by, problem) => by.call(endpoints.approveStrikeOff, { ...at(problem), body: { opinion: '属实' } }),
  (by, problem) => by.call(endpoints.returnProblem, { ...at(problem), body: { reason: '材料不全' } }),
  (by, problem) => by.call(endpoints.lookBack, { ...at(problem), body: { isEffective: true, found: '没有反弹' } }),
  (by, problem) => by.call(endpoints.lookBack, { ...at(problem), body: { isEffective: false, found: '又出现了' } }),
  (by, problem) =>
    by.call(endpoints.splitProblem, { ...at(problem), body: { texts: ['记录缺失', '照片缺失'], reason: '两件事' } }),
  (by, problem) =>
    by.call(endpoints.transferProblem, {
      ...at(problem),
      body: { organisationId: office.waterOffice.id, reason: '归口管理' },
    }),
]

const move = fc.record({
  who: fc.nat({ max: 5 }),
  what: fc.nat({ max: moves.length - 1 }),
  which: fc.nat({ max: 2 }),
})

async function checkInvariants(): Promise<void> {
  const { db } = office.pool
  const wrongCounts = await sql`
    with direct as (
      select above.id as organisation_id, source, class, state, proved_on is not null as is_proved, is_overdue, count(*)::int as count
      from problem, unnest(array[a1, a2, a3, a4, a5, a6, a7, a8]) as above(id)
      where above.id is not null and state not in ('superseded', 'relapsed') group by 1, 2, 3, 4, 5, 6)
    select * from direct full join (select * from problem_count where count <> 0) as kept
      using (organisation_id, source, class, state, is_proved, is_overdue)
    where direct.count is distinct from kept.count`.execute(db)
  expect(wrongCounts.rows, 'the counters are the counts of the rows').toEqual([])
  const broken = await sql`
    select * from (
      select problem_id, from_state, lag(to_state) over told as before, to_state, lead(event.id) over told as next, state
      from problem_event as event join problem on problem.id = problem_id
      window told as (partition by problem_id order by event.at, event.id)) as history
    where from_state is distinct from before or (next is null and to_state <> state)`.execute(db)
  expect(broken.rows, 'the history replays to the state').toEqual([])
  const gaps = await sql`
    select * from (
      select problem_id, valid_to, lead(valid_from) over (partition by problem_id order by valid_from) as next
      from problem_version) as version
    where valid_to <> coalesce(next, 'infinity'::timestamptz)`.execute(db)
  expect(gaps.rows, 'the versions follow each other without gaps').toEqual([])
  const unverified = await sql`
    select problem.id from problem
    where struck_off_on is not null and not exists (
      select from problem_event as closing join problem_event as asking using (problem_id)
      where problem_id = problem.id and closing.action = 'strikeOff' and asking.action = 'requestStrikeOff'
        and asking.at <= closing.at and asking.account_id <> closing.account_id)`.execute(db)
  expect(unverified.rows, 'nothing is struck off but by another than who asked').toEqual([])
}

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
      await checkInvariants()
    }),
    { numRuns: 15 },
  )
})
