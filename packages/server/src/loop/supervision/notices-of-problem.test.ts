import { endpoints, type Notice, type ProblemDetail } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expectSoundLedger } from '../../testing/ledger-invariants.ts'
import { assigned, type LedgerStaff, staffOf } from '../../testing/ledger.ts'
import { type Office, openOffice } from '../../testing/office.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())

const at = ({ id }: ProblemDetail) => ({ params: { problemId: id } })

function issue(problem: ProblemDetail): Promise<Notice> {
  const body = { kind: 'remind', answerDueOn: '2099-01-05' } as const
  return staff.reviewer.call(endpoints.issueNotice, { ...at(problem), body })
}

function reply({ id }: Notice): Promise<Notice> {
  const body = { answer: '已清理河道垃圾 12 处。下一步每周巡查一次。' }
  return staff.handler.call(endpoints.answerNotice, { params: { noticeId: id }, body })
}

async function listed(problem: ProblemDetail, query: { limit?: number; isOpen?: boolean; after?: string } = {}) {
  const page = await staff.handler.call(endpoints.listNotices, { query: { problemId: problem.id, ...query } })
  return { ids: page.items.map(({ id }) => id), next: page.next ?? undefined }
}

describe('the notices of a problem', () => {
  it('are listed page by page, the latest first, or the open ones alone', async () => {
    const [problem, other] = [await assigned(staff, office.water), await assigned(staff, office.water)]
    await issue(other)
    const issued = [await issue(problem), await issue(problem), await issue(problem)]
    const [first, second, third] = issued.map(({ id }) => id)
    const { ids, next = '' } = await listed(problem, { limit: 2 })
    expect(ids).toEqual([third, second])
    expect(await listed(problem, { limit: 2, after: next })).toEqual({ ids: [first], next: undefined })
    for (const notice of issued.slice(1)) await reply(notice)
    expect((await listed(problem, { isOpen: true })).ids).toEqual([first])
  })

  it('are not there for whom the problem is not there', async () => {
    const problem = await assigned(staff, office.water)
    await issue(problem)
    const stranger = await office.employ(office.education, 'organiser')
    const asking = stranger.call(endpoints.listNotices, { query: { problemId: problem.id } })
    await expect(asking).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })

  it('may be answered for as long as one is open, and only then', async () => {
    const problem = await assigned(staff, office.water)
    const mayAnswer = async () =>
      (await staff.handler.call(endpoints.readProblem, at(problem))).allowed.includes('answerNotice')
    expect(await mayAnswer()).toBe(false)
    const [first, second] = await Promise.all([issue(problem), issue(problem)])
    expect(await mayAnswer()).toBe(true)
    await reply(first)
    await expect(reply(first)).rejects.toMatchObject({ refusal: { code: 'conflict' } })
    expect(await mayAnswer()).toBe(true)
    await reply(second)
    expect(await mayAnswer()).toBe(false)
    await expectSoundLedger(office.pool.db)
  })
})
