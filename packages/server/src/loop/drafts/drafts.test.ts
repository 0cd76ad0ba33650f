import {
  type DraftKind,
  draftKindNames,
  draftKinds,
  endpoints,
  type MeetingDetail,
  type MeetingKind,
} from '@duizhao/contract'
import { checkMeetingFolder, isUnreadable, read } from '@duizhao/engine'
import { unzipSync } from 'fflate'
import { rm } from 'node:fs/promises'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someProblem } from '../../testing/ledger.ts'
import { someMeeting } from '../../testing/meetings.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost, someRecord, talkOf } from '../../testing/records.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let organiser: Employee
let meeting: MeetingDetail
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.water, 'organiser')
  const params = { organisationId: office.water.id }
  for (const role of ['head', 'deputy', 'deputy'] as const) {
    const { personId } = await office.register(office.water, 'team_member')
    await givePost(office, { personId, bodyId: office.water.id, role })
  }
  const body = someMeeting({ name: '2026年度民主生活会', theme: '以好作风干好工作', plannedOn: '2026-01-20' })
  meeting = await organiser.call(endpoints.createMeeting, { params, body })
  const meetingId = meeting.id
  const link = (kind: 'record' | 'problem', id: string) =>
    organiser.call(endpoints.linkToMeeting, { params: { meetingId }, body: { kind, id } })
  for (const onDay of ['2026-01-08', '2026-01-10'])
    await link('record', (await organiser.call(endpoints.createRecord, { params, body: someRecord({ onDay }) })).id)
  for (const aspect of ['带头学习', '带头学习', '带头担当']) {
    const body = { ...someProblem(), aspect, source: 'meeting' as const }
    await link('problem', (await organiser.call(endpoints.registerProblem, { params, body })).id)
  }
  const { version } = await organiser.call(endpoints.readMeeting, { params: { meetingId } })
  const groups = [
    { name: '服务对象座谈会', asked: 12, received: 5 },
    { name: '发函征求下属单位', asked: 8, received: 9 },
  ]
  await organiser.call(endpoints.setOpinionGroups, { params: { meetingId }, body: { groups, version } })
  meeting = await organiser.call(endpoints.setAside, {
    params: { meetingId },
    body: { rule: 'step/plan', reason: '上级统一制定了方案' },
  })
})
afterAll(() => office.close())

const download = (kind: DraftKind, { by = organiser, meetingId = meeting.id } = {}) =>
  by.call(endpoints.draftPaper, { params: { meetingId, kind } })

const textOf = async (kind: DraftKind, of = {}): Promise<string> => textIn(await download(kind, of))

let teams = 0

/** A body of two below 水务局, with a meeting planned for the 20th of January. */
async function newTeam() {
  teams += 1
  const place = await office.addOrganisation(office.water, `水务局第 ${teams} 党组`, 'party_group')
  const people: string[] = []
  for (const role of ['head', 'deputy'] as const) {
    const { personId } = await office.register(place, 'team_member')
    await givePost(office, { personId, bodyId: place.id, role })
    people.push(personId)
  }
  return { place, people, by: await office.employ(place, 'organiser'), meetingId: await meetingOf(place) }
}

async function meetingOf({ id: organisationId }: Office['water'], kind: MeetingKind = 'democratic_life') {
  const body = someMeeting({ kind, plannedOn: '2026-01-20' })
  return (await organiser.call(endpoints.createMeeting, { params: { organisationId }, body })).id
}

async function textIn(file: Blob): Promise<string> {
  const document = await read(new Uint8Array(await file.arrayBuffer()), '文稿.docx')
  if (isUnreadable(document)) throw new Error(document.message)
  return document.text
}

describe('papers of a meeting drafted from what is recorded', () => {
  it.each(draftKinds)('%s is a Word document called by body, meeting and kind', async (kind) => {
    const text = await textOf(kind)
    expect(text).toContain('临江市水务局')
    expect(text).toContain(`2026年度民主生活会${draftKindNames[kind]}`)
  })

  it('a plan says theme, day, who takes part, the last day of each step and the agenda', async () => {
    const text = await textOf('plan')
    for (const words of [
      '以好作风干好工作',
      '时间：2026年1月20日',
      '共3人',
      '学习（2026年1月19日前）',
      '上报（2026年2月4日前）',
    ])
      expect(text).toContain(words)
    expect(text).toMatch(/1．通报上次会议整改措施落实情况/)
  })

  it('a report tells the numbers of the rows, and why something was not done as asked', async () => {
    const text = await textOf('report')
    for (const words of [
      '组织学习2次，分别在2026年1月8日、2026年1月10日',
      '通过2种方式，收到意见建议14条',
      '查摆问题3个，制定整改措施0条；已完成0个，长期坚持0个，正在推进3个',
      '带头学习：2个',
      '方案：上级统一制定了方案',
    ])
      expect(text).toContain(words)
  })

  it('opinions add up', async () => {
    expect(await textOf('opinions')).toContain('通过2种方式，向20人征求意见，收到意见建议14条')
  })

  it('the lists hold every problem once, in Word and Excel', async () => {
    const workbook = await organiser.call(endpoints.draftLists, { params: { meetingId: meeting.id } })
    const sheets = await read(new Uint8Array(await workbook.arrayBuffer()), '清单.xlsx')
    if (isUnreadable(sheets)) throw new Error(sheets.message)
    expect(sheets.text.match(/带头学习/g)).toHaveLength(2)
    expect((await textOf('problemList')).match(/带头担当/g)).toHaveLength(1)
  })

  it('tell talks as the page of the meeting does, also those before its year began', async () => {
    const { place, meetingId, people, by } = await newTeam()
    const [head = '', deputy = ''] = people
    const body = talkOf(head, deputy, { onDay: '2025-12-20' })
    await by.call(endpoints.createRecord, { params: { organisationId: place.id }, body })
    const { steps } = await by.call(endpoints.readMeeting, { params: { meetingId } })
    expect(steps.find(({ step }) => step === 'talks')?.words).toBe('该谈的 1 对都谈了')
    expect(await textOf('report', { meetingId, by })).toContain('谈心谈话：该谈的 1 对都谈了。')
    expect(await textOf('talks', { meetingId, by })).toContain('该谈的 1 对都谈了。')
  })

  it('count who left early as there, as the minutes do', async () => {
    const { meetingId, people, by } = await newTeam()
    const [, personId = ''] = people
    const params = { meetingId, circle: 'team' as const }
    await by.call(endpoints.beginSession, { params, body: { onDay: '2026-01-20' } })
    await by.call(endpoints.writePresence, {
      params: { ...params, eventId: newId() },
      body: { personId, kind: 'left', at: '2026-01-20T08:00:00.000Z', note: '接待信访' },
    })
    const minutes = await by.call(endpoints.sessionMinutes, { params })
    expect(await textIn(minutes)).toContain('应到：2人　实到：2人')
    expect(await textOf('report', { meetingId, by })).toContain('应到2人，实到2人')
  })

  it('leave blank what is not told to whoever runs the meeting from above', async () => {
    const { place, meetingId, by } = await newTeam()
    const params = { organisationId: place.id }
    const { id } = await by.call(endpoints.registerProblem, { params, body: someProblem('meeting') })
    await office.pool.db.updateTable('problem').set({ registered_on: '2026-01-01' }).where('id', '=', id).execute()
    const start = { onDay: '2026-01-20' }
    await by.call(endpoints.beginSession, { params: { meetingId, circle: 'team' }, body: start })
    const prior = '以前会议查摆、列入台账的问题1个'
    expect(await textOf('report', { meetingId, by })).toContain(prior)
    const report = await textOf('report', { meetingId })
    expect(report).toContain('应到2人，实到　　人，相互提出批评意见　　条')
    for (const text of [report, await textOf('prior', { meetingId })])
      expect(text).not.toMatch(/台账上没有以前会议的问题|以前会议查摆/)
  })

  it('do not tell what another body’s ledger says of a problem it took over', async () => {
    const meetingId = await meetingOf(office.water)
    const given = someProblem('meeting')
    const params = { organisationId: office.water.id }
    const { id: problemId } = await organiser.call(endpoints.registerProblem, { params, body: given })
    await organiser.call(endpoints.linkToMeeting, { params: { meetingId }, body: { kind: 'problem', id: problemId } })
    const by = await office.employ(office.city, 'organiser')
    const body = { organisationId: office.education.id, reason: '归口教育局' }
    await by.call(endpoints.transferProblem, { params: { problemId }, body })
    expect(await textOf('problemList', { meetingId, by })).toContain(given.text)
    const told = await textOf('problemList', { meetingId })
    expect(told).toContain('共1个问题。')
    expect(told).toContain('（已转给别的单位）')
    expect(told).not.toContain(given.text)
    expect(told).not.toContain(given.cause)
  })

  it('of the meeting after an inspection are of the team alone, where there is no committee', async () => {
    const meetingId = await meetingOf(office.water, 'inspection_rectification')
    for (const kind of ['plan', 'script', 'report'] as const)
      expect(await textOf(kind, { meetingId })).not.toContain('支委会')
  })

  it('of a branch name all its members as who takes part', async () => {
    const branch = await office.addOrganisation(office.water, '水务局机关党支部', 'branch')
    for (const role of ['secretary', 'committee_member', 'party_member', 'party_member'] as const)
      await givePost(office, { personId: (await office.register(branch, 'member')).personId, bodyId: branch.id, role })
    expect(await textOf('plan', { meetingId: await meetingOf(branch, 'organisational_life') })).toContain('共4人')
  })

  it('are for who runs the meeting: others who see it are refused, strangers find nothing', async () => {
    const member = await office.employ(office.water, 'member')
    expect(await refusalOf(download('report', { by: member }))).toMatchObject({ code: 'forbidden' })
    const stranger = await office.employ(office.education, 'organiser')
    expect(await refusalOf(download('report', { by: stranger }))).toMatchObject({ code: 'not_found' })
  })
})

describe('the archive of a meeting', () => {
  it('names what the store has lost', async () => {
    const meetingId = await meetingOf(office.water)
    const params = { organisationId: office.water.id }
    const file = new File(['关于开好民主生活会的方案\n'], '方案.txt')
    const { paper } = await organiser.call(endpoints.createPaper, { params, query: { kind: 'plan' }, file })
    const about = { params: { paperId: paper.id } }
    await organiser.call(endpoints.linkToMeeting, { params: { meetingId }, body: { kind: 'paper', id: paper.id } })
    const { paper: sent } = await organiser.call(endpoints.submitPaper, about)
    const head = await office.employ(office.water, 'head')
    await head.call(endpoints.approvePaper, { ...about, body: { opinion: '同意', version: sent.version } })
    const namesIn = async (): Promise<string[]> => {
      const zip = await organiser.call(endpoints.draftArchive, { params: { meetingId } })
      return Object.keys(unzipSync(new Uint8Array(await zip.arrayBuffer())))
    }
    expect((await namesIn()).slice(0, 1)).toEqual(['01-方案.txt'])
    await rm(office.filesFolder, { recursive: true })
    expect((await namesIn()).slice(0, 1)).toEqual(['01-没有装进来的文件.txt'])
  })

  it('is read by `duizhao check` as what it is, and lacks only what nobody handed in', async () => {
    const params = { meetingId: meeting.id, circle: 'team' as const }
    const body = { onDay: '2026-01-20', hostId: null, place: '三楼会议室' }
    await organiser.call(endpoints.beginSession, { params, body })
    const zip = await organiser.call(endpoints.draftArchive, { params: { meetingId: meeting.id } })
    const files = Object.entries(unzipSync(new Uint8Array(await zip.arrayBuffer())))
    const documents: Parameters<typeof checkMeetingFolder>[0][number][] = []
    for (const [path, bytes] of files) {
      const document = await read(bytes, path)
      if (isUnreadable(document)) throw new Error(`${path}: ${document.message}`)
      documents.push({ path, document })
    }
    const meetings = checkMeetingFolder(documents)
    expect(meetings).toHaveLength(1)
    const [{ date, files: sorted, findings } = { date: null, files: [], findings: [] }] = meetings
    expect(date).toBe('2026-01-20')
    const kinds = Map.groupBy(sorted, ({ kind }) => kind)
    expect([...kinds].map(([kind, own]) => `${kind} ${own.length}`).toSorted()).toEqual([
      ...['agenda 1', 'archive_index 1', 'attendance 1', 'meeting_report 1', 'minutes 1', 'notice 1'],
      ...['opinion_summary 1', 'plan 1', 'prior_report 1', 'problem_list 1', 'rectification_list 1', 'result_list 1'],
      ...['study_record 2', 'talk_record 1'],
    ])
    expect(findings.map(({ message }) => message)).toEqual([
      '没有找到班子对照检查材料，请补齐或核对文件',
      '没有找到个人对照检查材料，请补齐或核对文件',
    ])
  })
})
