import { endpoints, type FigureId, type PaperClaim, type PaperFigures, type RecordFields } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someProblem } from '../../testing/ledger.ts'
import { someMeeting } from '../../testing/meetings.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { someRecord, talkOf } from '../../testing/records.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

const YEAR = { from: '2026-01-01', to: '2026-12-31' }
const FIRST_HALF = { from: '2026-01-01', to: '2026-06-30' }

let office: Office
let organiser: Employee
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.water, 'organiser')
})
afterAll(() => office.close())

const enter = (body: Partial<RecordFields> & Pick<RecordFields, 'kinds' | 'onDay'>, place = office.water) =>
  organiser.call(endpoints.createRecord, { params: { organisationId: place.id }, body })

async function figuresOf(query: { from: string; to: string; subject?: string }, by = organiser, place = office.water) {
  const { figures } = await by.call(endpoints.listFigures, { params: { organisationId: place.id }, query })
  return Object.fromEntries(figures.map(({ figure, value }) => [figure, value])) as Partial<Record<FigureId, number>>
}

describe('figures of a body', () => {
  beforeAll(async () => {
    await enter({ kinds: ['study'], onDay: '2026-01-10', hours: 3 })
    await enter({ kinds: ['study', 'branch_meeting'], onDay: '2026-02-10', hours: 1.5 })
    await enter({ kinds: ['core_group'], onDay: '2026-05-12', hours: 4 })
    await enter({ kinds: ['forum'], onDay: '2026-03-10' })
    for (const onDay of ['2026-02-20', '2026-05-20', '2026-08-20'])
      await enter({ kinds: ['analysis'], onDay, subjects: ['意识形态'] })
    await enter({ kinds: ['analysis'], onDay: '2026-10-20', subjects: ['安全生产'] })
    await enter({ kinds: ['research_report'], onDay: '2026-04-01', numbers: { items: 28 } })
    await enter({ kinds: ['research_report'], onDay: '2026-04-02' })
    await enter({ kinds: ['test'], onDay: '2026-04-03', numbers: { base: 40, entered: 38, passed: 31 } })
    await enter({ kinds: ['outreach'], onDay: '2026-04-04', numbers: { audience: 120, base: 200 } })
    const [one, other] = [await office.register(office.water, 'member'), await office.register(office.water, 'member')]
    await enter({ ...someRecord(talkOf(one.personId, other.personId)), onDay: '2026-04-05' })
    await enter({ kinds: ['study'], onDay: '2026-03-11' }, office.waterOffice)
  })

  it('count the records of the days asked about: of one that is two things for both, of another body for neither', async () => {
    expect(await figuresOf(FIRST_HALF)).toMatchObject({
      ...{ studies: 3, coreGroupStudies: 1, forums: 1, branchMeetings: 1, studyHours: 8.5, analyses: 2 },
      ...{ researchReports: 29, testShare: 81.6, outreach: 1, outreachAudience: 120, talks: 1, talkAttendances: 1 },
      ...{ themeDays: 0, problems: 0, papersIssued: 0 },
    })
    expect(await figuresOf({ from: '2026-03-01', to: '2026-03-31' })).toMatchObject({ studies: 0, forums: 1 })
  })

  it('open the rows they are made of, and no others', async () => {
    const rowsOf = async (figure: FigureId, query = FIRST_HALF) =>
      organiser.call(endpoints.readFigure, { params: { organisationId: office.water.id, figure }, query })
    expect((await rowsOf('studies')).rows.map(({ day, label, amount }) => [day, label, amount])).toEqual([
      ['2026-01-10', '集中学习', 1],
      ['2026-02-10', '集中学习、党员大会', 1],
      ['2026-05-12', '中心组学习', 1],
    ])
    expect((await rowsOf('researchReports')).rows.map(({ amount }) => amount)).toEqual([28, 1])
    const { value, rows } = await rowsOf('studyHours')
    expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(value)
  })

  it('add up discipline month by month, without a name, and say the share of the first form', async () => {
    const before = await figuresOf(YEAR)
    expect(before.forms).toBe(0)
    expect(before).not.toHaveProperty('firstFormShare')
    await enter({ kinds: ['discipline_count'], onDay: '2026-03-31', numbers: { form1: 9, form2: 2, partyPunished: 1 } })
    await enter({ kinds: ['discipline_count'], onDay: '2026-06-30', numbers: { form1: 3, form3: 1, admonished: 2 } })
    expect(await figuresOf(YEAR)).toMatchObject({
      ...{ forms: 15, firstForm: 12, secondForm: 2, thirdForm: 1, fourthForm: 0, firstFormShare: 80 },
      ...{ partyPunished: 1, officePunished: 0, admonished: 2 },
    })
    const { rows } = await organiser.call(endpoints.readFigure, {
      params: { organisationId: office.water.id, figure: 'forms' },
      query: YEAR,
    })
    expect(rows.map(({ day, amount }) => [day, amount])).toEqual([
      ['2026-03-31', 11],
      ['2026-06-30', 4],
    ])
  })

  it('are narrowed to a 专题, of which only records have any', async () => {
    const figures = await figuresOf({ ...YEAR, subject: '意识形态' })
    expect(figures).toMatchObject({ analyses: 3, studies: 0 })
    expect(figures).not.toHaveProperty('problems')
  })

  it('do not count a draft, nor what was withdrawn', async () => {
    const { id, version } = await enter({ kinds: ['drill'], onDay: '2026-04-09' })
    expect(await figuresOf(YEAR)).toMatchObject({ drills: 1 })
    await organiser.call(endpoints.withdrawRecord, { params: { recordId: id }, body: { reason: '记错了', version } })
    expect(await figuresOf(YEAR)).toMatchObject({ drills: 0 })
  })

  it('count the problems of a ledger, below too, as they stand on the last day, and list them', async () => {
    const before = await figuresOf(YEAR)
    const enterOne = (place = office.water) =>
      organiser.call(endpoints.registerProblem, { params: { organisationId: place.id }, body: someProblem() })
    const numbers = [await enterOne(), await enterOne(office.waterOffice)].map(({ number }) => `${number} 号`)
    const after = await figuresOf(YEAR)
    expect(
      [before, after].map(({ problems, problemsGoing, problemsDone }) => [problems, problemsGoing, problemsDone]),
    ).toEqual([
      [0, 0, 0],
      [2, 2, 0],
    ])
    const { rows } = await organiser.call(endpoints.readFigure, {
      params: { organisationId: office.water.id, figure: 'problemsGoing' },
      query: YEAR,
    })
    expect(rows.map(({ label }) => label)).toEqual(numbers)
    expect(await figuresOf(FIRST_HALF)).toMatchObject({ problems: 0 })
  })

  it('are not found by whoever is of another body, and refuse days in the wrong order', async () => {
    const stranger = await office.employ(office.education, 'organiser')
    const call = { params: { organisationId: office.water.id }, query: YEAR }
    expect(await refusalOf(stranger.call(endpoints.listFigures, call))).toMatchObject({ code: 'not_found' })
    const backwards = { ...call, query: { from: '2026-02-01', to: '2026-01-01' } }
    const refusal = await refusalOf(organiser.call(endpoints.listFigures, backwards))
    expect(refusal.places?.map(({ field }) => field)).toEqual(['to'])
  })
})

describe('figures a paper claims', () => {
  const handIn = async (text: string, by = organiser) => {
    const params = { organisationId: office.water.id }
    const file = new File([text], '对照检查材料.txt')
    const { versions, paper } = await by.call(endpoints.createPaper, { params, file })
    return { paper, params: { versionId: versions[0]?.id ?? '' } }
  }
  const compare = async (text: string, query: { from: string; to: string }): Promise<PaperFigures> =>
    organiser.call(endpoints.readPaperFigures, { ...(await handIn(text)), query })
  const told = ({ claims }: PaperFigures) =>
    claims.map(({ words, figure, claimed, value, state, missing }) => ({
      words,
      figure,
      claimed,
      value,
      state,
      missing,
    }))
  const said = (words: string, figure: FigureId, claimed: number, rest: Partial<PaperClaim>) => ({
    ...{ words, figure, claimed, missing: [] },
    ...rest,
  })

  it('are the same as the rows, or not, or there is nothing to count them by', async () => {
    const text = '今年以来，集中学习3次、专题研讨2次，形成调研报告29篇。\n查摆的10个问题均已整改到位。\n印发文件0件，'
    expect(told(await compare(text, FIRST_HALF))).toEqual([
      said('集中学习3次', 'studies', 3, { value: 3, state: 'agrees' }),
      said('专题研讨2次', 'forums', 2, { value: 1, state: 'differs' }),
      said('调研报告29篇', 'researchReports', 29, { value: 29, state: 'agrees' }),
      said('10个问题', 'problems', 10, { value: 0, state: 'differs' }),
      said('10个问题', 'problemsDone', 10, { value: 0, state: 'differs' }),
      said('印发文件0件', 'papersIssued', 0, { value: 0, state: 'agrees' }),
    ])
  })

  it('name the quarter that is missing, of its own 专题, as soon as it is over', async () => {
    const text = '每季度对意识形态进行一次研判。\n'
    expect(told(await compare(text, { from: '2026-01-01', to: '2026-09-30' }))).toEqual([
      said('每季度对意识形态进行一次研判', 'analyses', 1, { value: 3, state: 'agrees' }),
    ])
    expect(told(await compare(text, YEAR))).toEqual([
      said('每季度对意识形态进行一次研判', 'analyses', 1, { value: 3, state: 'differs', missing: ['2026年第四季度'] }),
    ])
    expect(told(await compare(text, { from: '2026-01-01', to: '2026-02-28' }))).toEqual([
      said('每季度对意识形态进行一次研判', 'analyses', 1, { value: null, state: 'uncounted' }),
    ])
  })

  it('of problems for each quarter are held against nothing: they stand so or so on a day', async () => {
    expect(told(await compare('每季度整改完成5个问题。\n', YEAR))).toEqual([
      said('每季度整改完成5个', 'problemsDone', 5, { value: null, state: 'uncounted' }),
    ])
  })

  it('of discipline are held against the months that were entered', async () => {
    expect(told(await compare('全年运用第一种形态12人次，党纪处分2人。\n', YEAR))).toEqual([
      said('第一种形态12人次', 'firstForm', 12, { value: 12, state: 'agrees' }),
      said('党纪处分2人', 'partyPunished', 2, { value: 1, state: 'differs' }),
    ])
  })

  it('of a meeting are held against what is of it, else against its own days', async () => {
    const place = await office.addOrganisation(office.water, '会前的数')
    const params = { organisationId: place.id }
    const record = (onDay: string) =>
      organiser.call(endpoints.createRecord, {
        params,
        body: { kinds: ['study'], onDay, topics: [{ text: `${onDay}的学习`, ofDay: null, speaker: '' }] },
      })
    const [first, second] = [await record('2026-01-08'), await record('2026-01-12')]
    await record('2025-03-01')
    const { id } = await organiser.call(endpoints.createMeeting, { params, body: someMeeting() })
    const meeting = { params: { meetingId: id } }
    const link = (kind: 'record' | 'paper', linked: string) =>
      organiser.call(endpoints.linkToMeeting, { ...meeting, body: { kind, id: linked } })
    const held = await organiser.call(endpoints.createRecord, {
      params,
      body: someRecord({ kinds: ['life_meeting'], onDay: '2026-01-20' }),
    })
    await link('record', held.id)
    const query = { from: '2026-01-01', to: '2026-12-31' }
    const claimsOf = async (text: string) => {
      const file = new File([text], '对照检查材料.txt')
      const { versions, paper } = await organiser.call(endpoints.createPaper, { params, file })
      await link('paper', paper.id)
      const about = { params: { versionId: versions[0]?.id ?? '' }, query }
      const { claims } = await organiser.call(endpoints.readPaperFigures, about)
      return claims.map(({ state, value, countedIn }) => [state, value, countedIn?.meetingId ?? countedIn?.from])
    }
    // Nothing is said to be of it yet: two were held in its days, and three cannot have been for it.
    expect(await claimsOf('会前集中学习2次。\n')).toEqual([['agrees', 2, '2025-09-22']])
    expect(await claimsOf('会前集中学习3次。\n')).toEqual([['differs', 2, '2025-09-22']])
    expect(await claimsOf('会前集中学习1次。\n')).toEqual([['uncounted', null, undefined]])
    await link('record', first.id)
    expect(await claimsOf('会前集中学习1次，效果较好。\n')).toEqual([['agrees', 1, id]])
    expect(await claimsOf('会前集中学习3次，效果较好。\n')).toEqual([['differs', 1, id]])
    const { rows } = await organiser.call(endpoints.readFigure, {
      params: { ...params, figure: 'studies' },
      query: { ...query, meetingId: id },
    })
    expect(rows.map((row) => row.id)).toEqual([first.id])
    expect(second.id).not.toBe(first.id)
  })

  it('of a meeting are not held against the rows of a year', async () => {
    expect(told(await compare('会前集中学习2次。\n', FIRST_HALF))).toEqual([
      said('集中学习2次', 'studies', 2, { value: null, state: 'uncounted' }),
    ])
  })

  it('are kept with their day, and tell later what is different', async () => {
    const { params } = await handIn('全年开展警示教育1次。\n')
    const { id, version } = await enter({ kinds: ['warning_education'], onDay: '2026-06-01' })
    const before = await organiser.call(endpoints.keepPaperFigures, { params, body: YEAR })
    expect(before.claims).toMatchObject([{ state: 'agrees', value: 1, kept: { value: 1, ...YEAR } }])
    await organiser.call(endpoints.withdrawRecord, { params: { recordId: id }, body: { reason: '记错了', version } })
    const after = await organiser.call(endpoints.readPaperFigures, { params, query: YEAR })
    expect(after.claims).toMatchObject([{ state: 'differs', value: 0, kept: { value: 1 } }])
  })

  it('that were kept are not told to whom the figure itself is not told', async () => {
    const { paper, params } = await handIn('全年集中学习3次。反馈问题已完成整改9个。\n')
    const kept = { kept: { value: 0 } }
    const { claims } = await organiser.call(endpoints.keepPaperFigures, { params, body: YEAR })
    expect(claims).toMatchObject([{ kept: { value: 3 } }, { figure: 'problemsDone', ...kept }])
    const about = { params: { paperId: paper.id } }
    const sent = await organiser.call(endpoints.submitPaper, about)
    const reader = await office.employ(office.water, 'head')
    const member = await office.employ(office.water, 'member')
    const body = { opinion: '同意', version: sent.paper.version }
    await reader.call(endpoints.approvePaper, { ...about, body })
    const seenBy = async (by: Employee) => (await by.call(endpoints.readPaperFigures, { params, query: YEAR })).claims
    expect(await seenBy(reader)).toMatchObject([{ kept: { value: 3 } }, { value: 0, ...kept }])
    expect(await seenBy(member)).toMatchObject([{ kept: { value: 3 } }, { value: null, kept: null }])
  })

  it('of a draft are its author’s alone, and only the author keeps them', async () => {
    const { paper, params } = await handIn('全年集中学习3次。\n')
    const head = await office.employ(office.water, 'head')
    const unseen = { code: 'not_found' }
    expect(await refusalOf(head.call(endpoints.readPaperFigures, { params, query: YEAR }))).toMatchObject(unseen)
    expect(await refusalOf(head.call(endpoints.keepPaperFigures, { params, body: YEAR }))).toMatchObject(unseen)
    await organiser.call(endpoints.submitPaper, { params: { paperId: paper.id } })
    const shown = await head.call(endpoints.readPaperFigures, { params, query: YEAR })
    expect(shown).toMatchObject({ mayKeep: false, claims: [{ figure: 'studies', state: 'agrees' }] })
    expect(await refusalOf(head.call(endpoints.keepPaperFigures, { params, body: YEAR }))).toMatchObject({
      code: 'forbidden',
    })
  })
})
