import { endpoints, type PaperDetail } from '@duizhao/contract'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let author: Employee
let head: Employee
let colleague: Employee
beforeAll(async () => {
  office = await openOffice()
  author = await office.employ(office.water, 'member')
  head = await office.employ(office.water, 'head')
  colleague = await office.employ(office.water, 'handler')
})
afterAll(() => office.close())

const TEXT =
  '临江市水务局领导班子2025年度民主生活会对照检查材料\n\n一、存在的突出问题\n\n1.理论学习不够深入。比如，全年组织集中学习12次，其中5次以读文件代替研讨，对的要求的要求理解不深。\n\n二、整改措施\n\n1.每月集中研讨一次。\n'

const handIn = (text = TEXT): Promise<PaperDetail> =>
  author.call(endpoints.createPaper, {
    params: { organisationId: office.water.id },
    file: new File([text], '对照检查材料.txt'),
  })
const paperOf = ({ paper }: PaperDetail) => ({ params: { paperId: paper.id } })
const versionOf = ({ versions }: PaperDetail) => ({ params: { versionId: versions[0]?.id ?? '' } })
const decide = async (paper: PaperDetail) => {
  const { paper: seen } = await head.call(endpoints.readPaper, paperOf(paper))
  await head.call(endpoints.approvePaper, { ...paperOf(paper), body: { opinion: '同意', version: seen.version } })
}

describe('the review of a version that was handed in', () => {
  it('is kept with it: the text in its parts, and each finding with its place and its rule', async () => {
    const { reviewed, paper, ordinal } = await author.call(endpoints.readReview, versionOf(await handIn()))
    expect([paper.title, ordinal]).toEqual(['临江市水务局领导班子2025年度民主生活会对照检查材料', 1])
    const { text, findings = [], rules = {}, isOutdated } = reviewed ?? {}
    expect(isOutdated).toBe(false)
    expect(text?.text).toBe(TEXT)
    expect(text?.sections.map(({ heading }) => heading)).toEqual(['存在的突出问题', '整改措施'])
    const doubled = findings.find(({ rule }) => rule === 'wording/doubled-words')
    expect(TEXT.slice(doubled?.start, doubled?.end)).toContain('的要求的要求')
    expect(Object.keys(rules).toSorted()).toEqual([...new Set(findings.map(({ rule }) => rule))].toSorted())
    expect(new Set(findings.map(({ key }) => key)).size).toBe(findings.length)
    expect(findings.map(({ start }) => start)).toEqual(findings.map(({ start }) => start).toSorted((a, b) => a - b))
  })

  it('is its author’s alone while it is drafted, then of who reviews it, and never of who may read what came of it', async () => {
    const paper = await handIn()
    for (const other of [head, colleague])
      expect(await refusalOf(other.call(endpoints.readReview, versionOf(paper)))).toMatchObject({ code: 'not_found' })
    await author.call(endpoints.submitPaper, paperOf(paper))
    expect((await head.call(endpoints.readReview, versionOf(paper))).reviewed?.text.text).toBe(TEXT)
    await decide(paper)
    expect((await colleague.call(endpoints.readPaper, paperOf(paper))).paper.state).toBe('approved')
    for (const asked of [endpoints.readReview, endpoints.renewReview])
      expect(await refusalOf(colleague.call(asked, versionOf(paper)))).toMatchObject({ code: 'not_found' })
    expect((await author.call(endpoints.readReview, versionOf(paper))).reviewed).not.toBeNull()
  })

  it('of an earlier day is made anew when asked, by the rules of today; a finding stays the one it was', async () => {
    const paper = await handIn()
    const before = await author.call(endpoints.readReview, versionOf(paper))
    const { db } = office.pool
    await sql`update paper_review set rules = 'of old' where paper_version_id = ${paper.versions[0]?.id}`.execute(db)
    expect((await author.call(endpoints.readReview, versionOf(paper))).reviewed?.isOutdated).toBe(true)
    const { reviewed } = await author.call(endpoints.renewReview, versionOf(paper))
    expect(reviewed?.isOutdated).toBe(false)
    expect(reviewed?.findings).toEqual(before.reviewed?.findings)
    await sql`delete from paper_review where paper_version_id = ${paper.versions[0]?.id}`.execute(db)
    expect((await author.call(endpoints.readReview, versionOf(paper))).reviewed).toBeNull()
    expect((await author.call(endpoints.renewReview, versionOf(paper))).reviewed?.findings).toEqual(reviewed?.findings)
  })

  it('is not there for what cannot be read, and says so', async () => {
    const picture = new Uint8Array([
      0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
    ])
    const paper = await author.call(endpoints.createPaper, {
      params: { organisationId: office.water.id },
      file: new File([picture], '扫描.png'),
    })
    expect((await author.call(endpoints.readReview, versionOf(paper))).reviewed).toBeNull()
    const refusal = await refusalOf(author.call(endpoints.renewReview, versionOf(paper)))
    expect(refusal.title).toBe('“扫描.png”里读不出文字，没有可审核的。')
  })
})
