import { endpoints, type PaperDetail } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { officialDocument } from '@duizhao/report'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let author: Employee
let head: Employee
beforeAll(async () => {
  office = await openOffice()
  author = await office.employ(office.water, 'member')
  head = await office.employ(office.water, 'head')
})
afterAll(() => office.close())

const LINES = [
  '一、上年度查摆问题整改情况',
  '上年度民主生活会查摆的10个问题已全部整改。',
  '二、存在的突出问题',
  '（一）学习方面存在以下10个问题',
  ...Array.from({ length: 8 }, (_, at) => `${at + 1}.学习第${at + 1}项不够扎实。比如，全年缺席集中学习${at + 2}次。`),
  '走访XX户，多数是打电话了解。',
]
const word = (lines: readonly string[], name = '对照检查材料.docx') =>
  new File(
    [
      new Uint8Array(
        officialDocument({
          title: '临江市水务局领导班子2025年度民主生活会对照检查材料',
          blocks: lines.map((words) => ({ kind: 'paragraph' as const, words })),
        }),
      ),
    ],
    name,
  )
const paperOf = ({ paper }: PaperDetail) => ({ params: { paperId: paper.id } })
const latest = ({ versions }: PaperDetail) => ({ params: { versionId: versions[0]?.id ?? '' } })
const handIn = async (file: File) => {
  const paper = await author.call(endpoints.createPaper, { params: { organisationId: office.water.id }, file })
  return author.call(endpoints.submitPaper, paperOf(paper))
}
const sendBack = (paper: PaperDetail) =>
  head.call(endpoints.returnPaper, { ...paperOf(paper), body: { reason: '见页边', version: paper.paper.version } })

it('a paper sent back goes to its author with what is to be mended, as comments in his own file', async () => {
  const paper = await handIn(word(LINES))
  const { reviewed } = await head.call(endpoints.readReview, latest(paper))
  const claimed = reviewed?.findings.find(({ message }) => message.includes('10'))
  const [other] = reviewed?.findings.filter(({ key }) => key !== claimed?.key) ?? []
  for (const [key = '', body] of [
    [claimed?.key, { verdict: 'accepted' }],
    [other?.key, { verdict: 'dismissed', reason: '原文如此' }],
  ] as const)
    await head.call(endpoints.judgeFinding, { params: { ...latest(paper).params, key }, body })
  const start = reviewed?.text.text.indexOf('走访XX户') ?? 0
  const body = { start, end: start + 2, text: '走访了谁，请写明。' }
  await head.call(endpoints.remarkOnPaper, { ...latest(paper), body })
  expect(await refusalOf(author.call(endpoints.downloadCommented, latest(paper)))).toMatchObject({ code: 'conflict' })
  await sendBack(paper)

  const commented = new Uint8Array(await (await author.call(endpoints.downloadCommented, latest(paper))).arrayBuffer())
  const comments = strFromU8(unzipSync(commented)['word/comments.xml'] ?? new Uint8Array())
  expect(comments).toContain(claimed?.message)
  expect(comments).toContain('走访了谁，请写明。')
  expect(comments).toContain(head.session.person.name)
  expect(comments).not.toContain(other?.message ?? '没有')
  const again = await read(commented, '对照检查材料.docx')
  expect(isUnreadable(again) ? again.message : again.text).toBe(reviewed?.text.text)

  const sheet = await read(
    new Uint8Array(await (await author.call(endpoints.downloadReviewSheet, latest(paper))).arrayBuffer()),
    '审核意见单.docx',
  )
  expect(isUnreadable(sheet) ? sheet.message : sheet.text).toContain('走访了谁，请写明。')
})

it('a version with the number put right has a finding less, and says what was changed', async () => {
  const paper = await handIn(word(LINES))
  await sendBack(paper)
  const file = word(LINES.map((line) => line.replace('以下10个问题', '以下8个问题')))
  const mended = await author.call(endpoints.addPaperVersion, { ...paperOf(paper), file })
  const { earlier, gone, fresh, changes } = await author.call(endpoints.readReviewChanges, latest(mended))
  expect(earlier?.ordinal).toBe(1)
  expect(gone).toHaveLength(1)
  expect(gone[0]?.message).toContain('10')
  expect(fresh).toEqual([])
  expect(changes).toEqual([{ beginning: '（一）学习方面存在以下', was: '10', is: '8', ending: '个问题' }])
  expect((await author.call(endpoints.readReviewChanges, latest(paper))).earlier).toBeNull()
})

it('what holds no comments is given back as a list, and says so', async () => {
  const paper = await handIn(new File(['关于检查情况的报告\n\n走访XX户。\n'], '报告.txt'))
  await head.call(endpoints.remarkOnPaper, { ...latest(paper), body: { start: 0, end: 2, text: '请写明。' } })
  const refusal = await refusalOf(head.call(endpoints.downloadCommented, latest(paper)))
  expect(refusal.title).toBe('“报告.txt”里不能写批注，只有 Word、WPS 文字可以。')
  expect((await head.call(endpoints.downloadReviewSheet, latest(paper))).size).toBeGreaterThan(1_000)
})
