import { endpoints, type ProblemDetail } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusalOf } from '../../testing/refusal-of.ts'
import { assigned, importRows, type LedgerStaff, register, staffOf } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())

const at = ({ id }: Pick<ProblemDetail, 'id'>) => ({ params: { problemId: id } })
const nameOf = ({ session }: Employee): string => session.person.name
const read = (by: Employee, problem: ProblemDetail) => by.call(endpoints.readProblem, at(problem))
const askLater = (by: Employee, problem: ProblemDetail) =>
  by.call(endpoints.requestExtension, { ...at(problem), body: { until: '2099-12-30', reason: '资金未到位' } })

async function toldTo(by: Employee, words: string): Promise<number> {
  const { items } = await by.call(endpoints.listNotifications, { query: {} })
  return items.filter(({ title }) => title.startsWith(words)).length
}

describe('whom one waits for', () => {
  it('for more time: who keeps the ledger, the nearest first, never who asks', async () => {
    const problem = await assigned(staff, office.water)
    const [second, reviewer] = [staff.second, staff.reviewer].map(nameOf)
    const near = [staff.organiser, staff.second].map(nameOf).toSorted()
    expect((await read(staff.handler, problem)).mayDecideExtension).toEqual([...near, reviewer])
    expect((await read(staff.organiser, problem)).mayDecideExtension).toEqual([second, reviewer])
    await askLater(staff.organiser, problem)
    // Now it was the organiser who asked, whoever looks.
    for (const by of [staff.organiser, staff.handler])
      expect((await read(by, problem)).mayDecideExtension).toEqual([second, reviewer])
    const words = `问题 ${problem.number} 号申请延期到2099年12月30日，等待决定：${problem.text}`
    expect(await Promise.all([staff.second, staff.reviewer, staff.organiser].map((by) => toldTo(by, words)))).toEqual([
      1, 0, 0,
    ])
  })

  it('for more time where the only organiser asks: who keeps it above is told', async () => {
    const place = await office.addOrganisation(office.city, '临江市防汛办公室')
    const organiser = await office.employ(place, 'organiser')
    const { id, number } = await register(organiser, place)
    const { personId } = await office.register(place, 'handler')
    const body = { leadId: personId, handlerId: null, class: 'dated', dueOn: '2099-06-30' } as const
    const problem = await organiser.call(endpoints.assignProblem, { ...at({ id }), body })
    await askLater(organiser, problem)
    expect((await read(organiser, problem)).mayDecideExtension).toEqual([nameOf(staff.reviewer)])
    expect(await toldTo(staff.reviewer, `问题 ${number} 号申请延期`)).toBe(1)
  })

  it('to be merged: who approves both', async () => {
    const [one, other] = [await register(staff.organiser, office.water), await register(staff.organiser, office.water)]
    await staff.organiser.call(endpoints.requestMerge, {
      ...at(one),
      body: { intoNumber: other.number, reason: '同一件事' },
    })
    const { pendingMerge } = await read(staff.second, one)
    const near = [staff.second, staff.head].map(nameOf).toSorted()
    expect(pendingMerge?.mayDecide).toEqual([...near, nameOf(staff.reviewer)])
  })

  it('to be confirmed as closed before the import: who had no hand in it', { timeout: 120_000 }, async () => {
    await importRows(staff.organiser, office.water, [
      [1, '其他', '历史遗留的涵闸漏水', '更换闸门', '2025年1月5日', '已更换闸门', '已销号', '2025年2月1日'],
    ])
    const { items } = await staff.organiser.call(endpoints.listProblems, {
      query: { organisationId: office.water.id, standing: 'all', text: '历史遗留的涵闸' },
    })
    const [claimed] = items
    const { state, mayConfirmClosure } = await staff.second.call(endpoints.readProblem, at({ id: claimed?.id ?? '' }))
    const near = [staff.second, staff.head].map(nameOf).toSorted()
    expect([state, mayConfirmClosure]).toEqual(['closure_claimed', [...near, nameOf(staff.reviewer)]])
  })

  it('for an answer: by when, and nobody answers what they demanded themselves, unless it is theirs', async () => {
    const problem = await assigned(staff, office.water)
    const issue = (by: Employee, of: ProblemDetail, answerDueOn: string) =>
      by.call(endpoints.issueNotice, { ...at(of), body: { kind: 'remind', answerDueOn } })
    const { id: noticeId, number } = await issue(staff.organiser, problem, '2099-02-05')
    const mayAnswer = async (by: Employee, of: ProblemDetail) => (await read(by, of)).allowed.includes('answerNotice')
    expect((await read(staff.organiser, problem)).openNotice).toEqual({ answerDueOn: '2099-02-05' })
    expect(
      await Promise.all([staff.organiser, staff.second, staff.handler].map((by) => mayAnswer(by, problem))),
    ).toEqual([false, true, true])
    const answer = { params: { noticeId }, body: { answer: '正在整改，月底完成' } }
    expect((await refusalOf(staff.organiser.call(endpoints.answerNotice, answer))).code).toBe('conflict')
    // Another's demand may be answered, one's own not even then.
    await issue(staff.reviewer, problem, '2099-01-05')
    expect((await read(staff.organiser, problem)).openNotice).toEqual({ answerDueOn: '2099-01-05' })
    expect(await mayAnswer(staff.organiser, problem)).toBe(true)
    expect(await refusalOf(staff.organiser.call(endpoints.answerNotice, answer))).toMatchObject({
      code: 'conflict',
      title: `${number}是自己发的，不能自己答复。`,
    })
    expect((await staff.handler.call(endpoints.answerNotice, answer)).answer).toBe(answer.body.answer)

    const own = await assigned(staff, office.water)
    const { id: personId } = staff.organiser.session.person
    await staff.second.call(endpoints.assignProblem, {
      ...at(own),
      body: { leadId: staff.leaderPerson.personId, handlerId: personId, class: 'dated', dueOn: '2099-06-30' },
    })
    await issue(staff.organiser, own, '2099-02-05')
    expect(await mayAnswer(staff.organiser, own)).toBe(true)
  })
})
