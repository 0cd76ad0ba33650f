import { endpoints, RefusedCall } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyChain } from '../audit/verify.ts'
import { type LedgerStaff, rectified, someProblem, staffOf } from '../../testing/ledger.ts'
import { type Office, openOffice } from '../../testing/office.ts'

let office: Office
let staff: LedgerStaff
let problemId = ''
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
  problemId = (await rectified(staff, office.water)).id
})
afterAll(() => office.close())

/** `ok`, or the code of the refusal. */
async function outcome(call: Promise<unknown>): Promise<string> {
  return call.then(
    () => 'ok',
    (error: unknown) => (error instanceof RefusedCall ? error.refusal.code : String(error)),
  )
}

const organisation = () => ({ params: { organisationId: office.water.id } })
const problem = () => ({ params: { problemId } })
const cursor = (...values: unknown[]) => Buffer.from(JSON.stringify(values)).toString('base64url')

it.each(['缺了三次\u0000记录', '缺了三次\ud800记录', '缺了三次\udc00记录'])(
  'text no database holds is refused, not an error: %j',
  async (text) => {
    const { organiser, handler } = staff
    const body = { ...someProblem(), text }
    const report = { on: '2026-01-05', text }
    expect([
      await outcome(organiser.call(endpoints.registerProblem, { ...organisation(), body })),
      await outcome(handler.call(endpoints.reportProgress, { ...problem(), body: report })),
      await outcome(organiser.call(endpoints.listProblems, { query: { aspect: `a${text}` } })),
      await outcome(organiser.call(endpoints.findEntries, { query: { text: `a${text}` } })),
    ]).toEqual(text.includes('\u0000') ? Array(4).fill('invalid') : ['invalid', 'invalid', 'ok', 'ok'])
  },
)

it('the audit log verifies whatever names people write: what is stored is what was hashed', async () => {
  const body = { name: '巡\ud800察', edition: 'regulation_2024' as const, fedBackOn: '2026-01-01' }
  await outcome(staff.organiser.call(endpoints.registerInspection, { ...organisation(), body }))
  expect(await verifyChain(office.pool.db)).toMatchObject({ intact: true })
})

it.each(['0000-01-01', '9999-12-31'])('a date nobody means is refused: %s', async (date) => {
  const { organiser, handler } = staff
  const inspection = { name: '第三轮巡察', edition: 'regulation_2024' as const, fedBackOn: date }
  expect([
    await outcome(
      organiser.call(endpoints.registerProblem, { ...organisation(), body: { ...someProblem(), dueOn: date } }),
    ),
    await outcome(organiser.call(endpoints.registerInspection, { ...organisation(), body: inspection })),
    await outcome(organiser.call(endpoints.listProblems, { query: { dueFrom: date } })),
    await outcome(organiser.call(endpoints.readLedgerStatistics, { ...organisation(), query: { asOf: date } })),
    await outcome(handler.call(endpoints.reportProgress, { ...problem(), body: { on: date, text: '已经补齐' } })),
  ]).toEqual(Array(5).fill('invalid'))
  expect(await outcome(organiser.call(endpoints.listInspections, organisation()))).toBe('ok')
})

it.each(['2026-13', '2026-00', '0000-01'])('a month that is none is refused: %s', async (registeredMonth) => {
  expect(await outcome(staff.organiser.call(endpoints.listProblems, { query: { registeredMonth } }))).toBe('invalid')
})

it('places made up for the next page are refused', async () => {
  const { organiser } = staff
  const asOf = '2026-01-01'
  for (const after of [cursor('x', 'y'), cursor(1, 2), cursor('2026-01-01', '\u0000'), cursor(1e300, 1.5)])
    expect([
      await outcome(organiser.call(endpoints.listProblems, { query: { after } })),
      await outcome(organiser.call(endpoints.listProblemEvents, { ...problem(), query: { after } })),
      await outcome(organiser.call(endpoints.listNotifications, { query: { after } })),
      await outcome(organiser.call(endpoints.listInspections, { ...organisation(), query: { after } })),
    ]).toEqual(Array(4).fill('invalid'))
  for (const after of [cursor('x'), cursor(1.5), cursor(1e300)])
    expect(
      await outcome(organiser.call(endpoints.listProblemsAsOf, { ...organisation(), query: { asOf, after } })),
    ).toBe('invalid')
})

it('a file name no database holds is made one', async () => {
  const file = new File(['巡查台账'], '巡查\u0000台账.txt')
  const { evidence } = await staff.handler.call(endpoints.addEvidence, {
    ...problem(),
    query: { datedOn: '2026-01-05' },
    file,
  })
  expect(evidence.at(-1)?.name).toBe('巡查_台账.txt')
})

it('a ledger with a character no database holds is refused', async () => {
  const table = `| 序号 | 存在问题 | 责任领导 |\n| --- | --- | --- |\n| 1 | 巡查记录缺了三次 | 张\u0000三 |\n`
  const file = new File([`\ufeff${table}\n${'说明。'.repeat(400)}`], '台账.md')
  expect(await outcome(staff.organiser.call(endpoints.previewLedgerImport, { ...organisation(), file }))).toBe(
    'invalid',
  )
})
