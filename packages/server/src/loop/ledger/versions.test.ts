import { endpoints, type ProblemDetail } from '@duizhao/contract'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { expectSoundLedger, expectVersions } from '../../testing/ledger-invariants.ts'
import { assigned, register, someProblem, staffOf } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let organiser: Employee
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.city, 'organiser')
})
afterEach(() => {
  vi.useRealTimers()
})
afterAll(() => office.close())

/** Changes the text of a problem as if it were so many milliseconds later, or earlier. */
function changeIn(milliseconds: number, { id, version }: ProblemDetail, text: string): Promise<ProblemDetail> {
  vi.useFakeTimers({ toFake: ['Date'], now: start + milliseconds })
  const body = { ...someProblem(), text, version }
  return organiser.call(endpoints.changeProblem, { params: { problemId: id }, body })
}
let start = 0

it('of what is written against the order of time, as clocks are set back, no two versions overlap', async () => {
  start = Date.now()
  const registered = await register(organiser, office.water)
  const first = await changeIn(20_000, registered, '迟到的一次改动')
  const second = await changeIn(10_000, first, '早到的一次改动')
  await expectVersions(office.pool.db)
  const third = await changeIn(5_000, second, '更早的一次改动')
  await changeIn(30_000, await changeIn(30_000, third, '同一刻的一次改动'), '又是同一刻的改动')
  await expectVersions(office.pool.db)
  const { rows } = await office.pool.pool.query<{ text: string }>(
    `select text from problem_version where problem_id = '${registered.id}' order by valid_from`,
  )
  expect(rows.map(({ text }) => text)).toEqual([registered.text, '更早的一次改动', '又是同一刻的改动'])
})

it('the history tells what was done in the order it was done in, whatever the clock said', async () => {
  const staff = await staffOf(office)
  const problem = await assigned(staff, office.water)
  const report = async (milliseconds: number, text: string): Promise<void> => {
    vi.useFakeTimers({ toFake: ['Date'], now: start + milliseconds })
    const body = { on: '2026-01-05', doneMeasureIds: [], text }
    await staff.handler.call(endpoints.reportProgress, { params: { problemId: problem.id }, body })
  }
  start = Date.now()
  await report(20_000, '先走访了两个村')
  await report(10_000, '后走访了一个镇')
  const { items } = await staff.handler.call(endpoints.listProblemEvents, { params: { problemId: problem.id } })
  expect(items.map(({ from, to }) => [from, to])).toEqual([
    ['整改中', '整改中'],
    ['已分派', '整改中'],
    ['已登记', '已分派'],
    [null, '已登记'],
  ])
  await expectSoundLedger(office.pool.db)
})
