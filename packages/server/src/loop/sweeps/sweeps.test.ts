import { endpoints, type GivenCall, type ProblemDetail } from '@duizhao/contract'
import { daysAfter } from '@duizhao/engine/wording'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someProblem } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { today } from '../../testing/scene.ts'

let office: Office
let city: Employee
let water: Employee
let school: Employee
let reader: Employee
beforeAll(async () => {
  office = await openOffice()
  city = await office.employ(office.city, 'organiser')
  water = await office.employ(office.water, 'organiser')
  school = await office.employ(office.education, 'organiser')
  reader = await office.employ(office.water, 'handler')
})
afterAll(() => office.close())

const refused = (code: string) => ({ refusal: { code } })
const DUE = daysAfter(today(), 10)
const REASON = '查了全年的记录，没有补记的'

const problemOf = (by: Employee, place: { readonly id: string }, more: object = {}): Promise<ProblemDetail> =>
  by.call(endpoints.registerProblem, { params: { organisationId: place.id }, body: { ...someProblem(), ...more } })
type Asked = Partial<GivenCall<typeof endpoints.askSweep>['body']>
const ask = (by: Employee, { id }: Pick<ProblemDetail, 'id'>, more: Asked = {}) =>
  by.call(endpoints.askSweep, {
    params: { problemId: id },
    body: {
      ...{ text: '巡查记录有没有补记', answerDueOn: DUE },
      organisationIds: [office.water.id, office.education.id],
      ...more,
    },
  })
const answer = (
  by: Employee,
  sweepId: string,
  place: { readonly id: string },
  found: GivenCall<typeof endpoints.answerSweep>['body']['found'] = null,
) =>
  by.call(endpoints.answerSweep, {
    params: { sweepId, organisationId: place.id },
    body: { reason: REASON, found },
  })
const read = (by: Employee, sweepId: string) => by.call(endpoints.readSweep, { params: { sweepId } })
const NEW = { as: 'new' as const, text: '听课记录月底一次补齐', aspect: '教学', class: 'dated' as const, dueOn: DUE }

describe('a sweep', () => {
  it('asks three bodies, of which one finds the same and registers it; it is told where it came from', async () => {
    const third = await office.addOrganisation(office.city, '临江市档案局')
    const problem = await problemOf(city, office.city)
    const bodies = [office.water.id, office.education.id, third.id]
    const sweep = await ask(city, problem, { organisationIds: bodies })
    const tasks = async (by: Employee) =>
      (await by.call(endpoints.readHome, {})).tasks.filter(({ link }) => link === `/sweeps/${sweep.id}`)
    expect((await tasks(school)).map(({ dueOn }) => dueOn)).toEqual([DUE])
    expect([await tasks(reader), await tasks(city)]).toEqual([[], []])

    await answer(water, sweep.id, office.water)
    await answer(city, sweep.id, third)
    const found = await answer(school, sweep.id, office.education, NEW)
    // A body knows of itself alone, and not of the problem it cannot see.
    expect(found.bodies.map(({ organisation, answer: said }) => [organisation.id, said])).toEqual([
      [office.education.id, 'found'],
    ])
    expect(found.problem).toBeNull()
    const all = await read(city, sweep.id)
    expect(all.bodies.filter(({ answer: said }) => said === 'none').length).toBe(2)
    const row = all.bodies.find(({ answer: said }) => said === 'found')?.problem
    const { foundBy } = await school.call(endpoints.listProblemSweeps, { params: { problemId: row?.id ?? '' } })
    expect(foundBy?.id).toBe(sweep.id)
    expect(await tasks(school)).toEqual([])
    const { items } = await city.call(endpoints.listProblemSweeps, { params: { problemId: problem.id } })
    expect(items.map(({ id, bodies: { length } }) => [id, length])).toEqual([[sweep.id, 3]])
    const days = { from: today(), to: today() }
    const figure = await city.call(endpoints.readFigure, {
      params: { organisationId: office.city.id, figure: 'sweepFound' },
      query: days,
    })
    expect(figure.rows.map(({ id }) => id)).toContain(row?.id)
    await expect(answer(school, sweep.id, office.education)).rejects.toMatchObject(refused('conflict'))
    const { groups } = await school.call(endpoints.readOwnRecord, {})
    expect(groups.some(({ name }) => name.includes('举一反三'))).toBe(true)
  })

  it('is not asked about a person’s problem, of bodies one does not answer for, or of the problem’s own', async () => {
    const person = await office.employ(office.city, 'team_member')
    const personal = await problemOf(city, office.city, { aboutId: person.session.person.id })
    await expect(ask(city, personal)).rejects.toMatchObject(refused('conflict'))
    const own = await problemOf(water, office.water)
    await expect(ask(water, own)).rejects.toMatchObject(refused('invalid'))
    await expect(ask(water, own, { organisationIds: [office.water.id] })).rejects.toMatchObject(refused('invalid'))
    const late = { organisationIds: [office.waterOffice.id], answerDueOn: daysAfter(today(), -1) }
    await expect(ask(water, own, late)).rejects.toMatchObject(refused('invalid'))
    await expect(ask(school, own)).rejects.toMatchObject(refused('not_found'))
    await expect(ask(reader, own)).rejects.toMatchObject(refused('forbidden'))
  })

  it('is answered with a row of the body’s own ledger, and of nobody else’s', async () => {
    const sweep = await ask(city, await problemOf(city, office.city))
    const theirs = await problemOf(school, office.education)
    const number = { as: 'known' as const, number: theirs.number }
    await expect(answer(water, sweep.id, office.water, number)).rejects.toMatchObject(refused('invalid'))
    await expect(answer(water, sweep.id, office.education, number)).rejects.toMatchObject(refused('not_found'))
    await expect(answer(reader, sweep.id, office.water)).rejects.toMatchObject(refused('forbidden'))
    const mistaken = await problemOf(school, office.education)
    const reason = '和上月的重复'
    await school.call(endpoints.withdrawProblem, { params: { problemId: mistaken.id }, body: { reason } })
    const gone = { as: 'known' as const, number: mistaken.number }
    await expect(answer(school, sweep.id, office.education, gone)).rejects.toMatchObject(refused('conflict'))
    // What was not there can be found later; what was found stays.
    await answer(school, sweep.id, office.education)
    const found = await answer(school, sweep.id, office.education, number)
    expect(found.bodies[0]?.problem).toEqual({ id: theirs.id, number: theirs.number })
  })

  it('is told late to whom it is due and who asked; taken back, nobody has to answer', async () => {
    const sweep = await ask(city, await problemOf(city, office.city))
    const ago = daysAfter(today(), -3)
    await office.pool.db
      .updateTable('sweep')
      .set({ asked_on: daysAfter(ago, -9), answer_due_on: ago })
      .where('id', '=', sweep.id)
      .execute()
    const tasks = async (by: Employee) =>
      (await by.call(endpoints.readHome, {})).tasks.filter(({ link }) => link === `/sweeps/${sweep.id}`)
    expect((await tasks(city)).map(({ context }) => context)).toEqual(['2 个单位没有按时答复'])
    expect((await tasks(water)).map(({ dueOn }) => dueOn)).toEqual([ago])
    const withdraw = (by: Employee) =>
      by.call(endpoints.withdrawSweep, { params: { sweepId: sweep.id }, body: { reason: '已经有专项检查' } })
    await expect(withdraw(water)).rejects.toMatchObject(refused('forbidden'))
    expect((await withdraw(city)).withdrawn?.reason).toBe('已经有专项检查')
    expect([await tasks(city), await tasks(water)]).toEqual([[], []])
    await expect(answer(water, sweep.id, office.water)).rejects.toMatchObject(refused('conflict'))
    await expect(withdraw(city)).rejects.toMatchObject(refused('conflict'))
    const { items } = await school.call(endpoints.listSweeps, { params: { organisationId: office.education.id } })
    expect(items.map(({ id }) => id)).toContain(sweep.id)
  })
})
