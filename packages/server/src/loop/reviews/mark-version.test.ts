import { endpoints, type PaperDetail, type ReviewMarks } from '@duizhao/contract'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let author: Employee
let head: Employee
let reviewer: Employee
beforeAll(async () => {
  office = await openOffice()
  author = await office.employ(office.water, 'organiser')
  head = await office.employ(office.water, 'head')
  reviewer = await office.employ(office.water, 'reviewer')
})
afterAll(() => office.close())

const TEXT = '关于检查情况的报告\n\n对检查的要求的要求理解不深，走访XX户。\n'
let paper: PaperDetail
let params: { versionId: string }
let keys: string[]
beforeEach(async () => {
  paper = await author.call(endpoints.createPaper, {
    params: { organisationId: office.water.id },
    file: new File([TEXT], '报告.txt'),
  })
  params = { versionId: paper.versions[0]?.id ?? '' }
  const { reviewed } = await author.call(endpoints.readReview, { params })
  keys = (reviewed?.findings ?? []).map(({ key }) => key)
  await author.call(endpoints.submitPaper, { params: { paperId: paper.paper.id } })
})

const judge = (
  by: Employee,
  key: string,
  body: { verdict: 'accepted' | 'none' } | { verdict: 'dismissed'; reason: string },
) => by.call(endpoints.judgeFinding, { params: { ...params, key }, body })
const remark = (by: Employee, words: string, text: string) => {
  const start = TEXT.indexOf(words)
  return by.call(endpoints.remarkOnPaper, { params, body: { start, end: start + words.length, text } })
}
const marksOf = (by: Employee) => by.call(endpoints.readReviewMarks, { params })
const decide = async (how: 'returnPaper' | 'approvePaper') => {
  const about = { params: { paperId: paper.paper.id } }
  const { version } = (await head.call(endpoints.readPaper, about)).paper
  return how === 'returnPaper'
    ? head.call(endpoints.returnPaper, { ...about, body: { reason: '见意见', version } })
    : head.call(endpoints.approvePaper, { ...about, body: { opinion: '同意', version } })
}
const said = ({ verdicts, remarks }: ReviewMarks) => [
  ...verdicts.map(({ key, verdict, reason, by }) => [keys.indexOf(key), verdict, reason, by]),
  ...remarks.map(({ start, end, text, by }) => [TEXT.slice(start, end), text, by]),
]

describe('a version under review', () => {
  it('is gone through finding by finding: what was said last holds, with who and when', async () => {
    expect(keys.length).toBeGreaterThan(1)
    const [first = '', second = ''] = keys
    await judge(head, first, { verdict: 'accepted' })
    await judge(head, second, { verdict: 'accepted' })
    await judge(reviewer, second, { verdict: 'dismissed', reason: '原文如此' })
    const marks = await remark(head, '走访', '走访了谁，请写明。')
    expect(said(marks)).toEqual([
      [0, 'accepted', '', head.session.person.name],
      [1, 'dismissed', '原文如此', reviewer.session.person.name],
      ['走访', '走访了谁，请写明。', head.session.person.name],
    ])
    expect(marks.mayJudge).toBe(true)
    expect(said(await judge(head, first, { verdict: 'none' }))).toHaveLength(2)
    expect(await marksOf(reviewer)).toMatchObject({ remarks: [{ isOwn: false }] })
  })

  it('takes a remark back from whoever made it alone', async () => {
    const remarkId = (await remark(head, '走访', '请写明。')).remarks[0]?.id ?? ''
    const withdraw = (by: Employee) => by.call(endpoints.withdrawRemark, { params: { ...params, remarkId } })
    expect(await refusalOf(withdraw(reviewer))).toMatchObject({ code: 'not_found' })
    expect((await withdraw(head)).remarks).toEqual([])
    expect(await refusalOf(withdraw(head))).toMatchObject({ code: 'not_found' })
  })

  it('tells its author nothing before there is a decision, and then what was said until then', async () => {
    const [first = '', second = ''] = keys
    await judge(head, first, { verdict: 'accepted' })
    await remark(head, '走访', '请写明。')
    expect(await marksOf(author)).toEqual({ verdicts: [], remarks: [], mayJudge: false })
    await decide('returnPaper')
    expect(said(await marksOf(author))).toEqual([
      [0, 'accepted', '', head.session.person.name],
      ['走访', '请写明。', head.session.person.name],
    ])
    await author.call(endpoints.submitPaper, { params: { paperId: paper.paper.id } })
    await judge(head, second, { verdict: 'accepted' })
    expect((await marksOf(author)).verdicts).toHaveLength(1)
    expect((await marksOf(head)).verdicts).toHaveLength(2)
  })

  it('is gone through by others than its author, only while it waits for a decision', async () => {
    const [first = ''] = keys
    const own = await refusalOf(judge(author, first, { verdict: 'accepted' }))
    expect([own.code, own.title]).toEqual(['conflict', expect.stringContaining('不是起草的人')])
    await decide('approvePaper')
    expect(await refusalOf(judge(head, first, { verdict: 'accepted' }))).toMatchObject({ code: 'conflict' })
    expect((await marksOf(head)).mayJudge).toBe(false)
  })

  it('refuses a finding it has not, and a passage that is not in it', async () => {
    expect(await refusalOf(judge(head, 'nothing', { verdict: 'accepted' }))).toMatchObject({ code: 'not_found' })
    const beyond = { start: TEXT.length - 1, end: TEXT.length + 5, text: '这里有问题。' }
    const refusal = await refusalOf(head.call(endpoints.remarkOnPaper, { params, body: beyond }))
    expect(refusal.title).toBe('选的这一段里没有字。')
  })

  it('stands in the list of what waits, with how far it is, until it is decided on', async () => {
    await judge(head, keys[0] ?? '', { verdict: 'accepted' })
    await remark(reviewer, '走访', '请写明。')
    const waiting = async (by: Employee) => {
      const call = { params: { organisationId: office.water.id }, query: { limit: 100 } }
      const { items } = await by.call(endpoints.listWaitingPapers, call)
      return items.filter(({ versionId }) => versionId === params.versionId)
    }
    expect(await waiting(head)).toMatchObject([
      { ordinal: 1, judged: 1, remarks: 1, author: author.session.person.name, reading: { errors: 2 } },
    ])
    expect(await waiting(author)).toEqual([])
    await decide('returnPaper')
    expect(await waiting(head)).toEqual([])
  })
})
