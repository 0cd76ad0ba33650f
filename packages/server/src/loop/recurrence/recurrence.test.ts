import { endpoints, type ProblemDetail } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LedgerStaff, register, someProblem, staffOf } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let staff: LedgerStaff
let neighbour: Employee
const problems = new Map<string, ProblemDetail>()
const year = Number(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 4))

beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
  neighbour = await office.employ(office.education, 'organiser')
  const earlier = {
    wages: '农民工欠薪线索转办后跟踪不到位，部分案件超期未结。',
    dues: '党费收缴不及时，有4名党员一次性补缴半年党费。',
    reception: '公务接待审批手续不全，抽查发现3笔接待费无公函。',
  }
  for (const [name, text] of Object.entries(earlier)) {
    const problem = await registering(text)
    problems.set(name, problem)
    await office.pool.pool.query(`update problem set registered_on = $2 where id = $1`, [
      problem.id,
      `${year - 1}-03-05`,
    ])
  }
  problems.set(
    'wagesAgain',
    await registering('拖欠工资的投诉“一转了之”，后续办到哪一步无人过问，有的拖了大半年没有结果。'),
  )
  problems.set('cars', await registering('公务用车审批手续不全，抽查发现7次出车无派车单。'))
})
afterAll(() => office.close())

const registering = (text: string, place = office.water, by: Employee = staff.organiser) =>
  register(by, place, { ...someProblem(), aspect: '', text })
const idOf = (name: string): string => problems.get(name)?.id ?? ''
const read = (by: Employee, name: string) => by.call(endpoints.readRecurrence, { params: { problemId: idOf(name) } })
const judge = (
  by: Employee,
  [name, earlier]: readonly [string, string],
  body: { verdict: 'ongoing' | 'relapse' | 'different'; reason: string } | { verdict: 'none' },
) => by.call(endpoints.judgeRecurrence, { params: { problemId: idOf(name), earlierId: idOf(earlier) }, body })
const codeOf = async (call: Promise<unknown>): Promise<string> => (await refusalOf(call)).code
const ofYear = (organisationId: string) => ({ params: { organisationId }, query: { year } })
const pair = ['wagesAgain', 'wages'] as const

describe('a problem that was there before', () => {
  it('is offered in other words, with what both have in common; a neighbour said alike is not', async () => {
    const { matches, compared, mayJudge } = await read(staff.organiser, 'wagesAgain')
    expect(matches.map(({ earlier }) => earlier.id)).toEqual([idOf('wages')])
    expect(matches[0]?.matters).toContain('欠薪')
    expect([compared, mayJudge]).toEqual([3, true])
    expect((await read(staff.organiser, 'cars')).matches).toEqual([])
  })

  it('is decided by a person with a reason, which can be changed and taken back, and the log keeps each', async () => {
    await judge(staff.organiser, pair, { verdict: 'ongoing', reason: '去年的两件还没有办结' })
    const { matches } = await judge(staff.reviewer, pair, { verdict: 'relapse', reason: '去年销过号，又来了' })
    expect(matches[0]?.decided).toMatchObject({ verdict: 'relapse', reason: '去年销过号，又来了' })
    const told = await office.pool.pool.query<{ detail: unknown }>(
      `select detail from audit_entry where action = 'recurrence.judge' order by number`,
    )
    expect(told.rows.map(({ detail }) => detail)).toEqual([
      expect.objectContaining({ before: '无', after: '老问题未解决', reason: '去年的两件还没有办结' }),
      expect.objectContaining({ before: '老问题未解决', after: '反弹' }),
    ])
    expect((await judge(staff.organiser, pair, { verdict: 'none' })).matches[0]?.decided).toBeNull()
    expect(await codeOf(judge(staff.organiser, pair, { verdict: 'none' }))).toBe('not_found')
  })

  it('is told by two at the same moment one after the other: the log of the second says what the first had said', async () => {
    await Promise.all([
      judge(staff.organiser, pair, { verdict: 'ongoing', reason: '一个人说' }),
      judge(staff.reviewer, pair, { verdict: 'different', reason: '另一个人说' }),
    ])
    const told = await office.pool.pool.query<{ detail: { before: string; after: string } }>(
      `select detail from audit_entry where action = 'recurrence.judge' order by number desc limit 2`,
    )
    const [last, first] = told.rows.map(({ detail }) => detail)
    expect([first?.before, last?.before]).toEqual(['无', first?.after])
    await judge(staff.organiser, pair, { verdict: 'none' })
  })

  it('changes neither problem', async () => {
    const before = await staff.organiser.call(endpoints.readProblem, { params: { problemId: idOf('wages') } })
    await judge(staff.organiser, pair, { verdict: 'relapse', reason: '又来了' })
    const after = await staff.organiser.call(endpoints.readProblem, { params: { problemId: idOf('wages') } })
    expect(after).toEqual(before)
  })

  it('is not decided the wrong way round, nor of itself, nor by who only reads', async () => {
    const verdict = { verdict: 'relapse', reason: '又来了' } as const
    expect(await codeOf(judge(staff.organiser, ['wages', 'wagesAgain'], verdict))).toBe('invalid')
    expect(await codeOf(judge(staff.organiser, ['wages', 'wages'], verdict))).toBe('invalid')
    expect(await codeOf(judge(staff.leader, pair, verdict))).toBe('forbidden')
  })

  it('is not there for whoever may not see the ledger', async () => {
    expect(await codeOf(read(neighbour, 'wagesAgain'))).toBe('not_found')
    expect(await codeOf(judge(neighbour, pair, { verdict: 'different', reason: '不是' }))).toBe('not_found')
    expect(await codeOf(neighbour.call(endpoints.listCameBack, ofYear(office.water.id)))).toBe('not_found')
    const own = await registering('农民工欠薪线索转办后跟踪不到位。', office.education, neighbour)
    const found = await neighbour.call(endpoints.readRecurrence, { params: { problemId: own.id } })
    expect(found).toMatchObject({ matches: [], compared: 0 })
  })

  it('about a person is compared with nothing', async () => {
    const personal = await staff.organiser.call(endpoints.registerProblem, {
      params: { organisationId: office.water.id },
      body: { ...someProblem(), text: '欠薪线索转办后跟踪不到位。', aboutId: staff.leaderPerson.personId },
    })
    problems.set('personal', personal)
    expect(await read(staff.organiser, 'personal')).toMatchObject({ matches: [], compared: 0 })
    const verdict = { verdict: 'relapse', reason: '又来了' } as const
    expect(await codeOf(judge(staff.organiser, ['personal', 'wages'], verdict))).toBe('invalid')
  })
})

describe('what came back in a year', () => {
  it('is listed with the earlier problem and who says so, and counted by unit', async () => {
    const { items } = await staff.reviewer.call(endpoints.listCameBack, ofYear(office.city.id))
    expect(items.map(({ problem, earlier, verdict }) => [problem.id, earlier.id, verdict])).toEqual([
      [idOf('wagesAgain'), idOf('wages'), 'relapse'],
    ])
    const counts = await staff.reviewer.call(endpoints.countCameBack, ofYear(office.city.id))
    expect(counts.byOrganisation).toContainEqual({
      ...{ id: office.water.id, name: office.water.name },
      ...{ problems: 2, relapsed: 1, ongoing: 0, fresh: 1 },
    })
    expect(counts).toMatchObject({ problems: 3, relapsed: 1, ongoing: 0, fresh: 2 })
    expect((await staff.leader.call(endpoints.listCameBack, ofYear(office.water.id))).items).toHaveLength(1)
  })

  it('waits to be decided in the unit itself, until somebody has', async () => {
    problems.set('duesAgain', await registering('党费收缴仍不够及时，个别党员按季度集中补交。'))
    const undecided = () => staff.organiser.call(endpoints.listUndecided, ofYear(office.water.id))
    const { items, compared } = await undecided()
    expect(items.map(({ problem, matches }) => [problem.id, matches.map(({ earlier }) => earlier.id)])).toEqual([
      [idOf('duesAgain'), [idOf('dues')]],
    ])
    expect(compared).toBe(3)
    await judge(staff.organiser, ['duesAgain', 'dues'], { verdict: 'different', reason: '换了支部' })
    expect((await undecided()).items).toEqual([])
    expect((await staff.organiser.call(endpoints.listCameBack, ofYear(office.water.id))).items).toHaveLength(1)
  })

  it('is none where the earlier one turns out to be registered by mistake', async () => {
    const [mistake, later] = [await registering('会议纪要归档不及时。'), await registering('会议纪要归档仍不及时。')]
    problems.set('mistake', mistake).set('later', later)
    await judge(staff.organiser, ['later', 'mistake'], { verdict: 'ongoing', reason: '一样' })
    const ongoing = async () =>
      (await staff.reviewer.call(endpoints.countCameBack, ofYear(office.city.id))).byOrganisation.map((each) => [
        each.name,
        each.ongoing,
      ])
    expect(await ongoing()).toContainEqual([office.water.name, 1])
    await staff.organiser.call(endpoints.withdrawProblem, {
      params: { problemId: mistake.id },
      body: { reason: '登记错了' },
    })
    expect(await ongoing()).toContainEqual([office.water.name, 0])
    expect((await staff.organiser.call(endpoints.listCameBack, ofYear(office.water.id))).items).toHaveLength(1)
  })

  it('and what several units have in common is told from three units on', async () => {
    const common = () => staff.reviewer.call(endpoints.listCommonMatters, ofYear(office.city.id))
    expect((await common()).items.map(({ matter }) => matter)).not.toContain('党费')
    await registering('支部党费收缴不及时。', office.education, neighbour)
    await registering('机关党费核定不准。', office.city, await office.employ(office.city, 'organiser'))
    const { items } = await common()
    const dues = items.find(({ matter }) => matter === '党费')
    expect([dues?.units, dues?.problems, dues?.examples.length]).toEqual([3, 3, 3])
  })
})
