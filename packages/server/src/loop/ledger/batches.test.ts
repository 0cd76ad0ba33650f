import { endpoints, type ProblemDetail } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assigned, type LedgerStaff, register, someProblem, staffOf, struckOff } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'

let office: Office
let staff: LedgerStaff
let chief: Employee
let elsewhere: ProblemDetail
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
  chief = await office.employ(office.city, 'organiser')
  elsewhere = await register(chief, office.education)
})
afterAll(() => office.close())

const readAs = (by: Employee, { id }: ProblemDetail) => by.call(endpoints.readProblem, { params: { problemId: id } })
const withdraw = (by: Employee, { id }: ProblemDetail) =>
  by.call(endpoints.withdrawProblem, { params: { problemId: id }, body: { reason: '重复登记' } })
const of = ({ id, version }: ProblemDetail) => ({ problemId: id, version })

describe('many problems changed at once', () => {
  const change = (by: Employee, changes: readonly object[]) =>
    by.call(endpoints.changeManyProblems, { body: { changes: changes as never } })

  it('changes only what is said, each on its own, with a line for each, and is taken back', async () => {
    const fresh = await register(staff.organiser, office.water)
    const standing = await assigned(staff, office.water)
    const done = await struckOff(staff, office.water)
    const all = [fresh, standing, done, elsewhere]
    const { rows } = await change(
      staff.organiser,
      all.map((one) => ({ ...of(one), dueOn: '2099-09-30', class: 'immediate' })),
    )
    expect(rows.map(({ problemId }) => problemId)).toEqual(all.map(({ id }) => id))
    expect(rows.map(({ isDone }) => isDone)).toEqual([true, false, false, false])
    expect(rows[1]?.message).toContain('不能直接改')
    expect(rows[2]?.message).toContain('已销号')
    expect(rows[3]?.message).toBe('没有找到这个问题。')
    const { text, cause, goal, aspect, source } = fresh
    expect(await readAs(staff.organiser, fresh)).toMatchObject({
      ...{ text, cause, goal, aspect, source },
      ...{ dueOn: '2099-09-30', class: 'immediate' },
    })
    expect(await readAs(staff.organiser, standing)).toMatchObject({ dueOn: standing.dueOn, class: standing.class })
    const { rows: back } = await change(staff.organiser, [
      { problemId: fresh.id, version: rows[0]?.version, dueOn: fresh.dueOn, class: fresh.class },
    ])
    expect(back.map(({ isDone }) => isDone)).toEqual([true])
    expect(await readAs(staff.organiser, fresh)).toMatchObject({ dueOn: fresh.dueOn, class: fresh.class })
  })

  it('does not write over what somebody else was faster to write', async () => {
    const problem = await register(staff.organiser, office.water)
    await change(staff.second, [{ ...of(problem), aspect: '防汛值守' }])
    const { rows } = await change(staff.organiser, [{ ...of(problem), aspect: '财务管理' }])
    expect(rows[0]).toMatchObject({ isDone: false, version: null })
    expect(rows[0]?.message).toContain('刚刚被别人改过')
    expect((await readAs(staff.organiser, problem)).aspect).toBe('防汛值守')
  })

  it('leaves alone what was taken back meanwhile, and does the rest', async () => {
    const [mistake, kept] = [
      await register(staff.organiser, office.water),
      await register(staff.organiser, office.water),
    ]
    await withdraw(staff.second, mistake)
    const { rows } = await change(
      staff.organiser,
      [mistake, kept].map((one) => ({ ...of(one), aspect: '防汛值守' })),
    )
    expect(rows.map(({ isDone }) => isDone)).toEqual([false, true])
    expect(rows[0]?.message).toContain('登记有误，已撤回')
    expect((await readAs(staff.organiser, mistake)).aspect).toBe(mistake.aspect)
  })
})

describe('more time asked for many at once', () => {
  const ask = (by: Employee, extensions: readonly object[], reason = '汛期不能施工') =>
    by.call(endpoints.requestManyExtensions, { body: { extensions: extensions as never, reason } })

  it('is asked for each, decided by another, and nothing moves before', async () => {
    const one = await assigned(staff, office.water)
    const fresh = await register(staff.organiser, office.water)
    const asked = [one, fresh, elsewhere].map((each) => ({ ...of(each), until: '2099-12-30' }))
    const { rows } = await ask(staff.handler, asked)
    expect(rows.map(({ isDone }) => isDone)).toEqual([true, false, false])
    expect(rows[2]?.message).toBe('没有找到这个问题。')
    const waiting = await readAs(staff.organiser, one)
    expect([waiting.dueOn, waiting.extensions.map(({ until, reason }) => [until, reason])]).toEqual([
      one.dueOn,
      [['2099-12-30', '汛期不能施工']],
    ])
    const { rows: again } = await ask(staff.handler, [{ ...of(waiting), until: '2100-01-30' }])
    expect(again[0]?.isDone).toBe(false)
    await staff.organiser.call(endpoints.decideExtension, {
      params: { problemId: one.id },
      body: { isGranted: true, reason: '' },
    })
    expect((await readAs(staff.organiser, one)).dueOn).toBe('2099-12-30')
  })

  it('is asked from what one saw', async () => {
    const one = await assigned(staff, office.water)
    const { rows } = await ask(staff.handler, [{ problemId: one.id, version: one.version - 1, until: '2099-12-30' }])
    expect(rows[0]?.message).toContain('刚刚被别人改过')
  })
})

describe('notices for many at once', () => {
  it('each problem has its own, in turn, and the ladder holds', async () => {
    const one = await assigned(staff, office.water)
    const other = await assigned(staff, office.water)
    const fresh = await register(staff.organiser, office.water)
    const problemIds = [one, other, fresh, elsewhere].map(({ id }) => id)
    const body = { problemIds, kind: 'remind' as const, answerDueOn: '2099-01-05' }
    const { rows } = await staff.organiser.call(endpoints.issueManyNotices, { body })
    expect(rows.map(({ isDone }) => isDone)).toEqual([true, true, false, false])
    const { items } = await staff.organiser.call(endpoints.listNotices, { query: { isOpen: true } })
    const numbers = items.map(({ number }) => `已发${number}`)
    for (const { message } of rows.slice(0, 2)) expect(numbers).toContain(message)
    expect(new Set(numbers).size).toBe(2)
    const { rows: sharp } = await staff.organiser.call(endpoints.issueManyNotices, {
      body: { ...body, problemIds: [one.id], kind: 'admonish' },
    })
    expect(sharp[0]?.message).toContain('不能直接发')
  })
})

describe('the chosen problems as a workbook', () => {
  const params = () => ({ organisationId: office.water.id })
  async function textsIn(...problemIds: string[]): Promise<(string | undefined)[]> {
    const file = await staff.organiser.call(endpoints.exportChosen, { params: params(), body: { problemIds } })
    const document = await read(new Uint8Array(await file.arrayBuffer()), '整改台账.xlsx')
    if (isUnreadable(document)) throw new Error(document.message)
    const cells = document.tables[0]?.cells.filter(({ row, column }) => row > 2 && column === 3) ?? []
    return cells.map(({ text }) => text)
  }

  it('are those, and no other; one that is not there for the reader is not found', async () => {
    const one = await register(staff.organiser, office.water)
    const other = await register(staff.organiser, office.waterOffice, { ...someProblem(), text: '往来款没有清理' })
    expect(await textsIn(other.id, one.id)).toEqual([one.text, other.text])
    await expect(textsIn(one.id, elsewhere.id)).rejects.toThrow('没有找到')
  })

  it('are those, though one of them was taken back: who chose it asked for it', async () => {
    const [mistake, kept] = [
      await register(staff.organiser, office.water),
      await register(staff.organiser, office.water),
    ]
    await withdraw(staff.organiser, mistake)
    expect(await textsIn(kept.id, mistake.id)).toEqual([mistake.text, kept.text])
  })
})
