import { carries, endpoints, type PaperKind, type Role, roles } from '@duizhao/contract'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { paperFile } from '../../testing/calls/paper-calls.ts'
import { assigned, type LedgerStaff, requestStrikeOff, staffOf } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { someRecord, talkOf, type Written } from '../../testing/records.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterEach(() => vi.useRealTimers())
afterAll(() => office.close())

type Place = Office['water']

const ofProblem = async (place = office.water) => ({ params: { problemId: (await assigned(staff, place)).id } })
/** A record the second organiser of 水务局 wrote down. */
const written = (body: Written, place: Place = office.water) =>
  staff.second.call(endpoints.createRecord, { params: { organisationId: place.id }, body })

/** A paper of 水务局 by one of its members, as far as it has come. */
async function paperIn(state: 'draft' | 'submitted' | 'approved' | 'issued', kind: PaperKind = 'rectification_report') {
  const author = await office.employ(office.water, 'member')
  const params = { organisationId: office.water.id }
  const { paper } = await author.call(endpoints.createPaper, { params, query: { kind }, file: paperFile() })
  const about = { params: { paperId: paper.id } }
  if (state === 'draft') return paper
  const { paper: submitted } = await author.call(endpoints.submitPaper, about)
  if (state === 'submitted') return paper
  await staff.head.call(endpoints.approvePaper, { ...about, body: { opinion: '同意', version: submitted.version } })
  if (state === 'issued')
    await staff.head.call(endpoints.issuePaper, { ...about, body: { number: '1号', issuedOn: '2026-03-10' } })
  return paper
}

const cite = async (of: 'record' | 'paper', id: string, given?: Awaited<ReturnType<typeof ofProblem>>) =>
  staff.handler.call(endpoints.citeEvidence, { ...(given ?? (await ofProblem())), body: { of, id } })
const isNone = { refusal: { code: 'invalid', places: [{ field: 'id', message: '请重新选择' }] } }

describe('evidence that is in the house already', () => {
  it('is a kept record, with its name, its day and where it is', async () => {
    const record = await written(someRecord({ name: '河湖管护专题研究', onDay: '2026-03-05' }))
    const { evidence } = await cite('record', record.id)
    expect(evidence).toMatchObject([{ name: '河湖管护专题研究', datedOn: '2026-03-05', file: null }])
    expect(evidence[0]?.cited).toEqual({ of: 'record', link: `/records/${record.id}`, isVoid: false, isChanged: false })
  })

  it('is the version of a paper that was approved, of the day of its issue', async () => {
    const paper = await paperIn('issued')
    const { evidence } = await cite('paper', paper.id)
    expect(evidence).toMatchObject([{ name: `《${paper.title}》第 1 版`, datedOn: '2026-03-10', file: null }])
    expect(evidence[0]?.cited).toEqual({ of: 'paper', link: `/papers/${paper.id}`, isVoid: false, isChanged: false })
  })

  it('is of the day on which the paper was approved, whatever was said of it later', async () => {
    const paper = await paperIn('approved')
    const record = await written(someRecord())
    const given = await ofProblem()
    const dayOf = async (by: Employee) => {
      const { items } = await by.call(endpoints.listCitable, { ...given, query: { of: 'paper', limit: 200 } })
      return items.find(({ id }) => id === paper.id)?.on
    }
    const approvedOn = await dayOf(staff.handler)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 5 * 86_400_000 })
    const head = await office.employ(office.water, 'head')
    const body = { ordinal: 1, recordId: record.id }
    await head.call(endpoints.studyPaper, { params: { paperId: paper.id }, body })
    expect(await dayOf(await office.employ(office.water, 'handler'))).toBe(approvedOn)
  })

  it('says so where the record was written otherwise since, until it is cited again', async () => {
    const body = someRecord()
    const record = await written(body)
    const given = await ofProblem()
    const { evidence } = await cite('record', record.id, given)
    await staff.second.call(endpoints.changeRecord, {
      params: { recordId: record.id },
      body: { ...body, name: '补上去的会', state: 'kept', version: record.version },
    })
    const citedNow = async () => (await staff.reviewer.call(endpoints.readProblem, given)).evidence[0]?.cited
    expect(await citedNow()).toMatchObject({ isVoid: false, isChanged: true })
    const params = { evidenceId: evidence[0]?.id ?? '' }
    await staff.handler.call(endpoints.removeEvidence, { params, body: { reason: '记录改过，重新引用' } })
    await cite('record', record.id, given)
    expect(await citedNow()).toMatchObject({ isChanged: false })
  })

  it('is offered from this organisation and those below it, and nothing else', async () => {
    const own = await written(someRecord())
    const below = await written(someRecord(), office.waterOffice)
    const talk = await written(talkOf(staff.handlerPerson.personId, staff.leaderPerson.personId))
    const draft = await staff.second.call(endpoints.createRecord, {
      params: { organisationId: office.water.id },
      body: { ...someRecord(), state: 'draft' },
    })
    const given = await ofProblem()
    const offered = async (of: 'record' | 'paper') =>
      (await staff.handler.call(endpoints.listCitable, { ...given, query: { of, limit: 200 } })).items.map(
        ({ id }) => id,
      )
    const records = await offered('record')
    expect(records).toEqual(expect.arrayContaining([own.id, below.id]))
    expect(records).not.toContain(talk.id)
    expect(records).not.toContain(draft.id)
    const papers = { draft: await paperIn('draft'), submitted: await paperIn('submitted') }
    const approved = await paperIn('approved')
    const personal = await paperIn('approved', 'personal')
    const listed = await offered('paper')
    expect(listed).toContain(approved.id)
    for (const { id } of [papers.draft, papers.submitted, personal]) expect(listed).not.toContain(id)
  })

  it('is none of what not everybody who sees the problem may see', async () => {
    const talk = await written(
      talkOf(staff.leaderPerson.personId, staff.handlerPerson.personId, { onDay: '2026-03-07' }),
    )
    const undone = await written(someRecord())
    await staff.second.call(endpoints.withdrawRecord, {
      params: { recordId: undone.id },
      body: { reason: '记错了', version: undone.version },
    })
    const above = await office.employ(office.city, 'organiser')
    const higher = await above.call(endpoints.createRecord, {
      params: { organisationId: office.city.id },
      body: someRecord(),
    })
    for (const { id } of [talk, undone, higher]) await expect(cite('record', id)).rejects.toMatchObject(isNone)
    for (const paper of [await paperIn('draft'), await paperIn('submitted'), await paperIn('approved', 'talk')])
      await expect(cite('paper', paper.id)).rejects.toMatchObject(isNone)
  })

  it('is cited once of one measure', async () => {
    const record = await written(someRecord())
    const given = await ofProblem()
    await cite('record', record.id, given)
    await expect(cite('record', record.id, given)).rejects.toMatchObject({ refusal: { code: 'conflict' } })
  })

  it('proves nothing any more when it is taken back, and is not to be downloaded', async () => {
    const record = await written(someRecord())
    const given = await ofProblem()
    const { evidence } = await cite('record', record.id, given)
    const params = { evidenceId: evidence[0]?.id ?? '' }
    await expect(staff.handler.call(endpoints.readEvidence, { params })).rejects.toMatchObject({
      refusal: { code: 'conflict' },
    })
    await staff.second.call(endpoints.withdrawRecord, {
      params: { recordId: record.id },
      body: { reason: '记错了', version: record.version },
    })
    const { conditions, evidence: after } = await staff.handler.call(endpoints.readProblem, given)
    expect(after[0]?.cited?.isVoid).toBe(true)
    expect(conditions.find(({ id }) => id === 'evidence-whole')?.missing).toBe(
      '有 1 份佐证材料的文件损坏或缺失，或者已撤回、作废',
    )
    await expect(requestStrikeOff(staff.handler, given.params.problemId)).rejects.toMatchObject({
      refusal: { code: 'conflict' },
    })
  })
})

describe('who sees what is cited', () => {
  const readers = roles.filter((role) => carries(role, 'problem.read'))

  it.each(
    readers.flatMap((role) => (['city', 'water'] as const).map((place): [Role, 'city' | 'water'] => [role, place])),
  )('a %s of the %s, who sees the problem, may open all of it', async (role, place) => {
    const given = await ofProblem()
    const record = await written(someRecord())
    await cite('record', record.id, given)
    await cite('paper', (await paperIn('approved')).id, given)
    const reader: Employee = await office.employ(office[place], role)
    const { evidence } = await reader.call(endpoints.readProblem, given)
    expect(evidence.map(({ cited }) => cited?.link !== null)).toEqual([true, true])
    for (const { cited } of evidence) {
      const [, folder = '', id = ''] = cited?.link?.split('/') ?? []
      const opened =
        folder === 'records'
          ? reader.call(endpoints.readRecord, { params: { recordId: id } })
          : reader.call(endpoints.readPaper, { params: { paperId: id } })
      await expect(opened).resolves.toBeDefined()
    }
  })

  it('who gets the problem with another organisation learns name and day, not where it is', async () => {
    const given = await ofProblem()
    const record = await written(someRecord({ name: '专题研究会' }))
    await cite('record', record.id, given)
    await cite('paper', (await paperIn('approved')).id, given)
    const organiser = await office.employ(office.city, 'organiser')
    await organiser.call(endpoints.transferProblem, {
      ...given,
      body: { organisationId: office.education.id, reason: '归口管理' },
    })
    const reader = await office.employ(office.education, 'head')
    const { evidence } = await reader.call(endpoints.readProblem, given)
    expect(evidence[0]).toMatchObject({ name: '专题研究会', datedOn: '2026-03-05' })
    expect(evidence.map(({ cited }) => cited?.link)).toEqual([null, null])
  })
})
