import { type Called, endpoints, type PostRole, type RecordFields, type StandardDutyId } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost, talkOf } from '../../testing/records.ts'

/**
 * A year as offices tell it in their papers, played with the duties that are shipped: what the papers claim is what the
 * pages show, and what is taken away is named.
 */

type Place = Office['city']
type Year = Called<typeof endpoints.readDutyYear>

/** A year that is over: nothing in it is pending any more. */
const YEAR = 2025
let office: Office
let group: Place
let branch: Place
let organiser: Employee

beforeAll(async () => {
  office = await openOffice()
  group = await office.addOrganisation(office.water, '水务局党组', 'party_group')
  branch = await office.addOrganisation(group, '水务局机关党支部', 'branch')
  organiser = await office.employ(group, 'organiser')
  for (const place of [group, branch])
    await organiser.call(endpoints.setRecordKeeping, { ...at(place), body: { fromOn: `${YEAR}-01-01`, version: null } })
})
afterAll(() => office.close())

const at = ({ id }: Place) => ({ params: { organisationId: id } })
const demand = (place: Place, ...standards: StandardDutyId[]) =>
  organiser.call(endpoints.takeUpDuties, { ...at(place), body: { standards, fromOn: `${YEAR}-01-01` } })
const write = (place: Place, day: string, kind: RecordFields['kinds'][number], more: Partial<RecordFields> = {}) =>
  organiser.call(endpoints.createRecord, { ...at(place), body: { kinds: [kind], onDay: `${YEAR}-${day}`, ...more } })
const yearOf = (place: Place) => organiser.call(endpoints.readDutyYear, { ...at(place), query: { year: YEAR } })
const linesOf = ({ lines }: Year, name: RegExp) => lines.filter(({ duty }) => name.test(duty.name))
const statesOf = (year: Year, name: RegExp): string[] =>
  linesOf(year, name).flatMap(({ occurrences }) => occurrences.map(({ period, state }) => `${period} ${state}`))
async function member(place: Place, role: PostRole, name: string, branchId?: string): Promise<string> {
  const { personId } = await office.register(place, null)
  await office.pool.db.updateTable('person').set({ name }).where('id', '=', personId).execute()
  await givePost(office, { personId, bodyId: place.id, role, ...(branchId === undefined ? {} : { branchId }) })
  return personId
}
const IDEOLOGY = { subjects: ['意识形态'] }

it('two studies, a forum and an analysis each quarter are counted; take a quarter away, and it is named', async () => {
  await demand(group, 'ideology-analysis')
  for (const day of ['02-11', '02-18']) await write(group, day, 'study', { topics: [topic(day)] })
  await write(group, '02-20', 'forum', { topics: [topic('作风')] })
  const kept: { readonly id: string; readonly version: number }[] = []
  for (const day of ['03-20', '06-20', '09-20', '12-20']) kept.push(await write(group, day, 'analysis', IDEOLOGY))
  const days = { from: `${YEAR}-01-01`, to: `${YEAR}-12-31` }
  const { figures } = await organiser.call(endpoints.listFigures, { ...at(group), query: days })
  const value = (of: string): number | undefined => figures.find(({ figure }) => figure === of)?.value
  expect([value('studies'), value('forums')]).toEqual([2, 1])
  expect(statesOf(await yearOf(group), /研判/)).toEqual(['Q1', 'Q2', 'Q3', 'Q4'].map((one) => `${YEAR}-${one} met`))
  const third = kept[2]
  if (!third) throw new Error('the third quarter was not written')
  const body = { reason: '那次没有开', version: third.version }
  await organiser.call(endpoints.withdrawRecord, { params: { recordId: third.id }, body })
  expect(statesOf(await yearOf(group), /研判/)[2]).toBe(`${YEAR}-Q3 missing`)
})

it('each half-year deployed, half a day of study a week, hours of a month summed, a lecture of each of the team, lists by post', async () => {
  const [head, deputy] = [await member(group, 'head', '江一舟'), await member(group, 'deputy', '林二川')]
  await demand(group, 'ideology-deployment', 'member-lecture')
  await write(group, '01-15', 'deployment', IDEOLOGY)
  await write(group, '05-10', 'party_lecture', { hostId: head, topics: [topic('党课')] })
  // A morning is half a day, and so is an hour and a half twice in a week; once alone it is not. All add to the month’s hours.
  const unit = await office.employ(office.water, 'organiser')
  await unit.call(endpoints.takeUpDuties, {
    ...at(office.water),
    body: { standards: ['weekly-study'], fromOn: `${YEAR}-01-01` },
  })
  await unit.call(endpoints.setRecordKeeping, { ...at(office.water), body: { fromOn: `${YEAR}-01-01`, version: null } })
  for (const [day, hours] of [
    ['03-03', 3],
    ['03-12', 1.5],
    ['03-17', 1.5],
    ['03-19', 1.5],
  ] as const)
    await unit.call(endpoints.createRecord, {
      ...at(office.water),
      body: { kinds: ['study'], onDay: `${YEAR}-${day}`, hours, topics: [topic(day)] },
    })
  const weeks = await unit.call(endpoints.readDutyYear, { ...at(office.water), query: { year: YEAR } })
  const week = (no: string): string | undefined => statesOf(weeks, /半天/).find((one) => one.includes(no))
  expect([10, 11, 12].map((no) => week(`${YEAR}-W${no}`))).toEqual([
    `${YEAR}-W10 met`,
    `${YEAR}-W11 missing`,
    `${YEAR}-W12 met`,
  ])
  const month = { from: `${YEAR}-03-01`, to: `${YEAR}-03-31` }
  const { figures } = await unit.call(endpoints.listFigures, { ...at(office.water), query: month })
  expect(figures.find(({ figure }) => figure === 'studyHours')?.value).toBe(7.5)

  const year = await yearOf(group)
  expect(statesOf(year, /部署/)).toEqual([`${YEAR}-H1 met`, `${YEAR}-H2 missing`])
  const lectures = linesOf(year, /党课/)
  expect(new Map(lectures.map(({ person, occurrences }) => [person?.id, occurrences[0]?.state]))).toEqual(
    new Map([
      [head, 'met'],
      [deputy, 'missing'],
    ]),
  )
  const { list } = lectures[0]?.duty ?? { list: 'one_post' as const }
  const file = await organiser.call(endpoints.dutyListDocument, { ...at(group), query: { year: YEAR, list } })
  const printed = await read(new Uint8Array(await file.arrayBuffer()), '清单.docx')
  if (isUnreadable(printed)) throw new Error(printed.message)
  for (const words of ['责任人：江一舟', '责任人：林二川', '责任人签字']) expect(printed.text).toContain(words)
})

it('meetings and theme days of a branch, talks in three kinds of pairs, dues by month, a leader half there', async () => {
  await demand(branch, 'branch-meeting', 'theme-day', 'dues')
  const secretary = await member(branch, 'secretary', '周三泉')
  const committee = await member(branch, 'committee_member', '吴四湖')
  const [one, other] = [await member(branch, 'party_member', '郑五渠'), await member(branch, 'party_member', '王六堤')]
  const leader = await member(group, 'member', '冯七堰', branch.id)
  for (const day of ['03-10', '06-10', '12-10']) await write(branch, day, 'branch_meeting')
  for (let month = 1; month <= 11; month += 1) {
    const day = `${String(month).padStart(2, '0')}-14`
    const part = month === 4 ? [{ personId: leader, kind: 'partial' as const, note: '中途接访' }] : []
    await write(branch, day, 'theme_day', { participants: part })
    if (month !== 7) await write(branch, day, 'dues', { numbers: { due: 5, paid: 5, paidLate: 0 } })
  }
  for (const [a, b] of [
    [secretary, committee],
    [secretary, one],
    [one, other],
  ] as const)
    await organiser.call(endpoints.createRecord, {
      ...at(branch),
      body: talkOf(a, b, { onDay: `${YEAR}-08-01`, topics: [topic('思想')] }),
    })
  const year = await yearOf(branch)
  expect(statesOf(year, /党员大会/)).toEqual(
    ['Q1 met', 'Q2 met', 'Q3 missing', 'Q4 met'].map((one) => `${YEAR}-${one}`),
  )
  const missing = (name: RegExp): string[] => statesOf(year, name).filter((one) => one.endsWith('missing'))
  expect([missing(/主题党日/), missing(/党费/)]).toEqual([
    [`${YEAR}-12 missing`],
    [`${YEAR}-07 missing`, `${YEAR}-12 missing`],
  ])
  const own = await office.employ(branch, 'organiser')
  const matrix = await own.call(endpoints.readTalkMatrix, {
    ...at(branch),
    query: { from: `${YEAR}-01-01`, to: `${YEAR}-12-31` },
  })
  const held = matrix.lines.filter(({ state }) => state === 'held').map(({ reason }) => reason)
  expect(new Set(held).size).toBe(3)
  expect(matrix.lines.filter(({ state }) => state === 'missing').map(({ person }) => person.name)).toContain('王六堤')
})

function topic(text: string): RecordFields['topics'][number] {
  return { text, ofDay: null, speaker: '' }
}
