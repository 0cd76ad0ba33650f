import { endpoints, type PaperKind, type Passage } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LedgerStaff, register, someProblem, staffOf } from '../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost, someRecord, talkOf } from '../../testing/records.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())

const TEXT =
  '临江市水务局领导班子对照检查材料\n\n一、存在的突出问题\n\n1.巡查记录月底一次补齐。比如，三月缺了12次。\n\n2.下乡调研少。\n'
const span = (words: string) => ({ begins: TEXT.indexOf(words), ends: TEXT.indexOf(words) + words.length })

let papers = 0
/** A paper of 水务局 with one version. */
async function paperBy(author: Employee, query: { kind?: PaperKind } = {}) {
  papers += 1
  const file = new File([TEXT], `材料${papers}.txt`)
  const title = `第 ${papers} 份对照检查材料`
  const { paper, versions } = await author.call(endpoints.createPaper, {
    params: { organisationId: office.water.id },
    query: { ...query, title },
    file,
  })
  return { paper, versionId: versions[0]?.id ?? '' }
}

async function approvedPaper() {
  const author = await office.employ(office.water, 'member')
  const { paper, versionId } = await paperBy(author)
  const about = { params: { paperId: paper.id } }
  const submitted = await author.call(endpoints.submitPaper, about)
  await staff.head.call(endpoints.approvePaper, {
    ...about,
    body: { opinion: '同意', version: submitted.paper.version },
  })
  return { paper, versionId }
}

const registerFrom = (origin: Passage, by: Employee = staff.organiser) =>
  by.call(endpoints.registerProblem, {
    params: { organisationId: office.water.id },
    body: { ...someProblem('meeting'), origin },
  })
const problemOf = (problemId: string) => staff.organiser.call(endpoints.readProblem, { params: { problemId } })
const seenBy = async (reader: Employee, problemId: string) =>
  (await reader.call(endpoints.readProblem, { params: { problemId } })).origins.map(({ title, words }) => [
    title,
    words,
  ])

describe('a problem taken from a passage of a paper', () => {
  it('keeps the words that stand there, with where that is', async () => {
    const { paper, versionId } = await approvedPaper()
    const place = span('巡查记录月底一次补齐')
    const { origins } = await registerFrom({ of: 'paper', versionId, ...place })
    expect(origins).toMatchObject([
      {
        of: 'paper',
        title: `《${paper.title}》第 1 版`,
        words: '巡查记录月底一次补齐',
        link: `/paper-versions/${versionId}?begins=${place.begins}&ends=${place.ends}`,
      },
    ])
    const { text } = await staff.organiser.call(endpoints.readPaperText, { params: { versionId } })
    expect(text.slice(place.begins, place.ends)).toBe('巡查记录月底一次补齐')
  })

  it.each([
    ['where no words stand', span('\n\n2'), (place: { begins: number }) => ({ ...place, ends: place.begins + 1 })],
    ['beyond its end', span('2.下乡'), (place: { begins: number }) => ({ ...place, ends: TEXT.length + 9 })],
  ])('is none %s', async (_, place, spoilt) => {
    const { versionId } = await approvedPaper()
    await expect(registerFrom({ of: 'paper', versionId, ...spoilt(place) })).rejects.toMatchObject({
      refusal: { code: 'invalid' },
    })
  })

  it('is none of a paper one does not see', async () => {
    const { versionId } = await paperBy(await office.employ(office.water, 'member'))
    await expect(registerFrom({ of: 'paper', versionId, ...span('下乡调研少') })).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
  })

  it('is none of a paper that was made void; what came from it before still says so', async () => {
    const { paper, versionId } = await approvedPaper()
    const before = await registerFrom({ of: 'paper', versionId, ...span('下乡调研少') })
    const body = { reason: '重新起草' }
    await staff.head.call(endpoints.voidPaper, { params: { paperId: paper.id }, body })
    await expect(registerFrom({ of: 'paper', versionId, ...span('三月缺了12次') })).rejects.toMatchObject({
      refusal: { code: 'conflict' },
    })
    expect(await seenBy(staff.head, before.id)).toEqual([[`《${paper.title}》第 1 版`, '下乡调研少']])
  })

  it('may come from several places, each once', async () => {
    const { versionId } = await approvedPaper()
    const problem = await register(staff.organiser, office.water)
    const params = { problemId: problem.id }
    const point = (words: string) =>
      staff.organiser.call(endpoints.addOrigin, {
        params,
        body: { origin: { of: 'paper', versionId, ...span(words) } },
      })
    await point('三月缺了12次')
    const { origins } = await point('下乡调研少')
    expect(origins.map(({ words }) => words)).toEqual(['三月缺了12次', '下乡调研少'])
    await expect(point('下乡调研少')).rejects.toMatchObject({ refusal: { code: 'conflict' } })
  })
})

describe('a place that was set wrongly', () => {
  it('is taken back with the reason by who sees it there, and can be set again', async () => {
    const { versionId } = await approvedPaper()
    const origin: Passage = { of: 'paper', versionId, ...span('下乡调研少') }
    const { id: problemId, origins } = await registerFrom(origin)
    const params = { problemId, originId: origins[0]?.id ?? '' }
    const body = { reason: '选错了段落' }
    await expect(staff.handler.call(endpoints.removeOrigin, { params, body })).rejects.toThrow()
    const after = await staff.organiser.call(endpoints.removeOrigin, { params, body })
    expect([after.origins, after.text]).toEqual([[], (await problemOf(problemId)).text])
    const { items } = await staff.organiser.call(endpoints.listProblemEvents, { params: { problemId } })
    expect(JSON.stringify(items)).toContain('选错了段落')
    await expect(staff.organiser.call(endpoints.removeOrigin, { params, body })).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
    const again = await staff.organiser.call(endpoints.addOrigin, { params: { problemId }, body: { origin } })
    expect(again.origins.map(({ words }) => words)).toEqual(['下乡调研少'])
  })

  it('of a draft of somebody else does not exist for others', async () => {
    const { versionId } = await paperBy(staff.organiser)
    const { id: problemId, origins } = await registerFrom({ of: 'paper', versionId, ...span('下乡调研少') })
    const other = await office.employ(office.water, 'organiser')
    await expect(
      other.call(endpoints.removeOrigin, {
        params: { problemId, originId: origins[0]?.id ?? '' },
        body: { reason: '选错了段落' },
      }),
    ).rejects.toMatchObject({ refusal: { code: 'not_found' } })
  })

  it('stands in the workbook for who sees it there, and for nobody else', async () => {
    const { paper, versionId } = await approvedPaper()
    const draft = await paperBy(staff.organiser)
    for (const each of [versionId, draft.versionId])
      await registerFrom({ of: 'paper', versionId: each, ...span('三月缺了12次') })
    const sheet = async (reader: Employee): Promise<string> => {
      const file = await reader.call(endpoints.exportLedger, { params: { organisationId: office.water.id } })
      const book = await read(new Uint8Array(await file.arrayBuffer()), '台账.xlsx')
      if (isUnreadable(book)) throw new Error(book.message)
      return book.text
    }
    const [own, others] = [await sheet(staff.organiser), await sheet(staff.head)]
    const approved = `《${paper.title}》第 1 版：“三月缺了12次”`
    expect([own.includes(approved), others.includes(approved)]).toEqual([true, true])
    expect([own.includes(draft.paper.title), others.includes(draft.paper.title)]).toEqual([true, false])
  })
})

describe('who sees where a problem was taken from', () => {
  it('of a draft: its author, and nobody else, not in the timeline either', async () => {
    const { paper, versionId } = await paperBy(staff.organiser)
    const { id } = await registerFrom({ of: 'paper', versionId, ...span('下乡调研少') })
    expect(await seenBy(staff.organiser, id)).toEqual([[`《${paper.title}》第 1 版`, '下乡调研少']])
    for (const reader of [staff.head, staff.second, staff.reviewer]) expect(await seenBy(reader, id)).toEqual([])
    const { items } = await staff.head.call(endpoints.listProblemEvents, { params: { problemId: id } })
    expect(JSON.stringify(items)).not.toContain(paper.title)
  })

  it('of a person’s own material: its author and who reviews it', async () => {
    const author = await office.employ(office.water, 'team_member')
    const { paper, versionId } = await paperBy(author, { kind: 'personal' })
    await author.call(endpoints.submitPaper, { params: { paperId: paper.id } })
    const { id } = await registerFrom({ of: 'paper', versionId, ...span('下乡调研少') })
    expect(await seenBy(author, id)).toHaveLength(1)
    expect(await seenBy(staff.head, id)).toHaveLength(1)
    expect(await seenBy(staff.leader, id)).toEqual([])
    expect(await seenBy(staff.handler, id)).toEqual([])
  })

  it('of a talk: those who know of it, never what was said', async () => {
    const body = talkOf(staff.leaderPerson.personId, staff.handlerPerson.personId, {
      topics: [{ text: '巡查记录怎样补齐', ofDay: null, speaker: '' }],
      note: '',
    })
    const params = { organisationId: office.water.id }
    const talk = await staff.organiser.call(endpoints.createRecord, { params, body })
    const { id } = await registerFrom({ of: 'record', recordId: talk.id, topic: 0 })
    expect(await seenBy(staff.organiser, id)).toEqual([[talk.name, '巡查记录怎样补齐']])
    expect(await seenBy(staff.leader, id)).toHaveLength(1)
    expect(await seenBy(staff.reviewer, id)).toEqual([])
    const secretary = await office.register(office.water, 'member')
    await givePost(office, { personId: secretary.personId, bodyId: office.water.id, role: 'member' })
    expect(await seenBy(staff.head, id)).toEqual([])
  })

  it('of a meeting: who sees what it was about, not who reads only that there was one', async () => {
    const params = { organisationId: office.water.id }
    const record = await staff.organiser.call(endpoints.createRecord, { params, body: someRecord() })
    const [topic] = record.topics
    const { id } = await registerFrom({ of: 'record', recordId: record.id, topic: 0 })
    expect(await seenBy(staff.head, id)).toEqual([[record.name, topic?.text]])
    expect(await seenBy(staff.reviewer, id)).toEqual([])
    await expect(registerFrom({ of: 'record', recordId: record.id, topic: 7 })).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
  })
})

describe('what goes on with a problem', () => {
  it('comes from where both came from, each place once, when one is merged into another', async () => {
    const { versionId } = await approvedPaper()
    const from = (words: string): Passage => ({ of: 'paper', versionId, ...span(words) })
    const into = await registerFrom(from('下乡调研少'))
    const { id } = await registerFrom(from('下乡调研少'))
    const params = { problemId: id }
    await staff.organiser.call(endpoints.addOrigin, { params, body: { origin: from('三月缺了12次') } })
    await staff.organiser.call(endpoints.requestMerge, {
      params,
      body: { intoNumber: into.number, reason: '同一件事' },
    })
    await staff.head.call(endpoints.decideMerge, { params, body: { isAccepted: true, reason: '核对过' } })
    const words = async (problemId: string) => (await seenBy(staff.organiser, problemId)).map(([, said]) => said)
    expect(await words(into.id)).toEqual(['下乡调研少', '三月缺了12次'])
    expect(await words(id)).toEqual(['下乡调研少', '三月缺了12次'])
  })

  it('each of its parts comes from there, when it is split', async () => {
    const { versionId } = await approvedPaper()
    const { id } = await registerFrom({ of: 'paper', versionId, ...span('三月缺了12次') })
    const { heirs } = await staff.organiser.call(endpoints.splitProblem, {
      params: { problemId: id },
      body: { texts: ['三月的记录缺失', '月底一次补齐'], reason: '两件事' },
    })
    for (const heir of heirs)
      expect((await seenBy(staff.organiser, heir.id)).map(([, said]) => said)).toEqual(['三月缺了12次'])
    expect(heirs).toHaveLength(2)
  })
})
