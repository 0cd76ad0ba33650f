import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { someMeeting } from '../../testing/meetings.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let organiser: Employee
let head: Employee
let reviewer: Employee
let meetingId: string
beforeAll(async () => {
  office = await openOffice()
  organiser = await office.employ(office.water, 'organiser')
  head = await office.employ(office.water, 'head')
  reviewer = await office.employ(office.city, 'reviewer')
  const params = { organisationId: office.water.id }
  meetingId = (await organiser.call(endpoints.createMeeting, { params, body: someMeeting() })).id
})
afterAll(() => office.close())

async function paperFor(title: string, text: string) {
  const { paper, versions } = await organiser.call(endpoints.createPaper, {
    params: { organisationId: office.water.id },
    file: new File([text], `${title}.txt`),
  })
  await organiser.call(endpoints.linkToMeeting, { params: { meetingId }, body: { kind: 'paper', id: paper.id } })
  return { id: paper.id, versionId: versions[0]?.id ?? '' }
}
const submit = (paperId: string) => organiser.call(endpoints.submitPaper, { params: { paperId } })
const sheet = (by: Employee) => by.call(endpoints.listMeetingReviews, { params: { meetingId } })

it('all papers of a meeting stand on one sheet: what was found, what was said of that, what was decided', async () => {
  const plan = await paperFor('会议方案', '关于召开民主生活会的方案\n\n对检查的要求的要求理解不深，走访XX户。\n')
  const report = await paperFor('情况报告', '关于检查情况的报告\n\n检查了 3 个科室。\n')
  await paperFor('没有送审的', '关于没有送审的报告\n\n检查了 3 个科室。\n')
  await submit(plan.id)
  const sent = await submit(report.id)
  const { reviewed } = await head.call(endpoints.readReview, { params: { versionId: plan.versionId } })
  const findings = reviewed?.findings ?? []
  expect(findings.length).toBeGreaterThan(1)
  await head.call(endpoints.judgeFinding, {
    params: { versionId: plan.versionId, key: findings[0]?.key ?? '' },
    body: { verdict: 'accepted' },
  })
  const ownLine = async () => (await sheet(organiser)).items.find(({ paper }) => paper.id === plan.id)
  // Who drafted it reviews others here, and is not told before there is a decision.
  expect(await ownLine()).toMatchObject({ accepted: 0, open: findings.length })
  const { version } = sent.paper
  await head.call(endpoints.approvePaper, { params: { paperId: report.id }, body: { opinion: '同意', version } })

  const { items, meeting } = await sheet(reviewer)
  expect(meeting.id).toBe(meetingId)
  const [first, second, ...others] = items.toSorted((one, other) =>
    one.paper.id === plan.id ? -1 : other.paper.id === plan.id ? 1 : 0,
  )
  expect(others).toEqual([])
  expect(first).toMatchObject({
    ...{ paper: { id: plan.id, state: 'submitted' }, accepted: 1, dismissed: 0, open: findings.length - 1 },
    decided: null,
  })
  expect(second).toMatchObject({
    paper: { id: report.id, state: 'approved' },
    decided: { isApproval: true, reason: '同意', ordinal: 1 },
  })
})

it('its author is told what was said once it was decided', async () => {
  const { items } = await sheet(organiser)
  const plan = items.find(({ paper }) => paper.state === 'submitted')
  const params = { paperId: plan?.paper.id ?? '' }
  const { version } = (await organiser.call(endpoints.readPaper, { params })).paper
  await head.call(endpoints.returnPaper, { params, body: { reason: '数目请核对后再报', version } })
  const after = (await sheet(organiser)).items.find(({ paper }) => paper.id === params.paperId)
  expect([plan?.accepted, after?.accepted]).toEqual([0, 1])
})

it('whoever does not review there is told nothing of it', async () => {
  const neighbour = await office.employ(office.education, 'reviewer')
  expect((await refusalOf(sheet(neighbour))).code).toBe('not_found')
  expect((await refusalOf(sheet(await office.employ(office.water, 'handler')))).code).toBe('forbidden')
})
