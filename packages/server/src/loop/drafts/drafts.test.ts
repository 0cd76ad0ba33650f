import { type DraftKind, draftKindNames, draftKinds, endpoints, type MeetingDetail } from '@duizhao/contract'
import { checkMeetingFolder, isUnreadable, read } from '@duizhao/engine'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someProblem } from '../../testing/ledger.ts'
import { someMeeting } from '../../testing/meetings.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost, someRecord } from '../../testing/records.ts'
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

const download = (kind: DraftKind, by = organiser) =>
  by.call(endpoints.draftPaper, { params: { meetingId: meeting.id, kind } })

async function textOf(kind: DraftKind): Promise<string> {
  const document = await read(new Uint8Array(await (await download(kind)).arrayBuffer()), `${kind}.docx`)
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

  it('are for who runs the meeting: others who see it are refused, strangers find nothing', async () => {
    const member = await office.employ(office.water, 'member')
    expect(await refusalOf(download('report', member))).toMatchObject({ code: 'forbidden' })
    const stranger = await office.employ(office.education, 'organiser')
    expect(await refusalOf(download('report', stranger))).toMatchObject({ code: 'not_found' })
  })
})

describe('the archive of a meeting', () => {
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
