import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { insertGrant } from '../../office/organisation/index.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { paperFile } from '../../testing/calls/paper-calls.ts'
import { signInAs } from '../../testing/client.ts'
import { type Employee, type Office, openOffice, PASSWORD } from '../../testing/office.ts'
import { someRecord, talkOf } from '../../testing/records.ts'

let office: Office
let author: Employee
let organiser: Employee
beforeAll(async () => {
  office = await openOffice()
  author = await office.employ(office.water, 'member')
  organiser = await office.employ(office.water, 'organiser')
})
afterAll(() => office.close())

const place = () => ({ params: { organisationId: office.water.id } })
const meeting = (name: string) =>
  organiser.call(endpoints.createRecord, { ...place(), body: someRecord({ kinds: ['decision'], name }) })
const drafted = () => author.call(endpoints.createPaper, { ...place(), file: paperFile() })
const study = (paperId: string, recordId: string | null, by = author) =>
  by.call(endpoints.studyPaper, { params: { paperId }, body: { ordinal: 1, recordId } })
const studiedAt = async (by: Employee, recordId: string) =>
  (await by.call(endpoints.listStudiedPapers, { params: { recordId } })).papers.map(({ id, ordinal }) => [id, ordinal])

it('a version says at which meeting it was gone through, and the meeting says what was', async () => {
  const record = await meeting('第三次局务会')
  const { paper } = await drafted()
  const { items } = await author.call(endpoints.listStudyRecords, { params: { paperId: paper.id } })
  expect(items.map(({ id }) => id)).toContain(record.id)
  const { versions, events } = await study(paper.id, record.id)
  expect(versions[0]?.studiedIn).toEqual({ id: record.id, name: '第三次局务会', on: record.onDay })
  expect(events[0]).toMatchObject({ actionName: '关联研究的会议', reason: '第 1 版：第三次局务会研究' })
  expect(await studiedAt(author, record.id)).toEqual([[paper.id, 1]])
  // Nobody else sees the draft, at the meeting neither.
  expect(await studiedAt(organiser, record.id)).toEqual([])
  const after = await study(paper.id, null)
  expect(after.versions[0]?.studiedIn).toBeNull()
  expect(await studiedAt(author, record.id)).toEqual([])
})

it('what was approved is said to have been gone through by who reviews, not by others', async () => {
  const record = await meeting('第四次局务会')
  const { paper } = await drafted()
  const about = { params: { paperId: paper.id } }
  const submitted = await author.call(endpoints.submitPaper, about)
  await expect(study(paper.id, record.id, organiser)).rejects.toMatchObject({ refusal: { code: 'conflict' } })
  const head = await office.employ(office.water, 'head')
  const body = { opinion: '同意', version: submitted.paper.version }
  await head.call(endpoints.approvePaper, { ...about, body })
  await study(paper.id, record.id, organiser)
  const reader = await office.employ(office.water, 'member')
  expect(await studiedAt(reader, record.id)).toEqual([[paper.id, 1]])
  await expect(study(paper.id, null, reader)).rejects.toMatchObject({ refusal: { code: 'conflict' } })
})

it('a record that is taken back is no meeting at which a version was gone through', async () => {
  const record = await meeting('第六次局务会')
  const { paper } = await drafted()
  await study(paper.id, record.id)
  const params = { recordId: record.id }
  await organiser.call(endpoints.withdrawRecord, { params, body: { reason: '记错了', version: record.version } })
  const { versions } = await author.call(endpoints.readPaper, { params: { paperId: paper.id } })
  expect(versions[0]?.studiedIn).toBeNull()
})

it('the meetings of a body are not told to an author who has left it', async () => {
  const gone = await office.register(office.water, 'member')
  const caller = await signInAs(office.app, gone.login, PASSWORD)
  const record = await meeting('第五次局务会')
  const { paper } = await caller.call(endpoints.createPaper, { ...place(), file: paperFile() })
  const given = { params: { paperId: paper.id } }
  const offered = async () => (await caller.call(endpoints.listStudyRecords, given)).items.map(({ id }) => id)
  expect(await offered()).toContain(record.id)
  const { accountId } = gone
  const grant = { id: crypto.randomUUID(), accountId, organisationId: office.education.id, grantedBy: null }
  await transaction(office.pool.db, (tx) => insertGrant(tx, { ...grant, role: 'member', now: new Date() }))
  const security = await office.employ(office.city, 'security_admin')
  await security.call(endpoints.revokeGrant, { params: { grantId: gone.grantId } })
  // Their own paper they still see.
  expect((await caller.call(endpoints.readPaper, given)).paper.id).toBe(paper.id)
  await expect(offered()).rejects.toMatchObject({ refusal: { code: 'not_found' } })
})

it('is no talk, nothing taken back, nothing of another body, and no version there is not', async () => {
  const { paper } = await drafted()
  const people = await Promise.all([0, 1].map(() => office.register(office.water, 'member')))
  const [one = { personId: '' }, other = { personId: '' }] = people
  const talk = await organiser.call(endpoints.createRecord, { ...place(), body: talkOf(one.personId, other.personId) })
  const above = await office.employ(office.city, 'organiser')
  const higher = await above.call(endpoints.createRecord, {
    params: { organisationId: office.city.id },
    body: someRecord(),
  })
  for (const { id } of [talk, higher])
    await expect(study(paper.id, id)).rejects.toMatchObject({ refusal: { code: 'invalid' } })
  await expect(
    author.call(endpoints.studyPaper, { params: { paperId: paper.id }, body: { ordinal: 2, recordId: null } }),
  ).rejects.toMatchObject({ refusal: { code: 'invalid', places: [{ field: 'ordinal' }] } })
})
