import { endpoints, type Passage } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { writeXlsx } from '@duizhao/report'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LedgerStaff, someProblem, staffOf } from '../../../testing/ledger.ts'
import { type Employee, type Office, openOffice } from '../../../testing/office.ts'
import { someRecord, talkOf } from '../../../testing/records.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())

const TEXT =
  '一、存在的突出问题\r\n1.巡查记录月底一次补齐。\r\n比如，三月缺了12次。\r\n2.下乡调研少。\r\n3.走访也少。\r\n'
const span = (words: string) => ({ begins: TEXT.indexOf(words), ends: TEXT.indexOf(words) + words.length })
const params = () => ({ organisationId: office.water.id })

let papers = 0
async function paperBy(author: Employee): Promise<{ readonly title: string; readonly versionId: string }> {
  papers += 1
  const title = `水务局第 ${papers} 份材料`
  const file = new File([TEXT], `材料${papers}.txt`)
  const { versions } = await author.call(endpoints.createPaper, { params: params(), query: { title }, file })
  return { title, versionId: versions[0]?.id ?? '' }
}

/** A ledger of lines of a problem and what is written in its column 出自. */
function ledgerOf(...lines: readonly (readonly [problem: string, origin: string])[]): File {
  const columns = ['序号', '存在问题', '整改措施', '完成时限', '出自'].map((header) => ({ header, width: 20 }))
  const rows = lines.map(([problem, origin], at) => [at + 1, problem, '逐项整改', '2027年6月30日', origin])
  return new File([new Uint8Array(writeXlsx([{ name: '整改台账', columns, rows }]))], '台账.xlsx')
}

async function bring(file: File, by: Employee = staff.organiser) {
  const preview = await by.call(endpoints.previewLedgerImport, { params: params(), file })
  expect(preview.faults).toEqual([])
  const about = { params: { importId: preview.id } }
  return { preview, result: await by.call(endpoints.confirmLedgerImport, { ...about, body: {} }) }
}

/** Where a problem of the ledger comes from, as someone sees it. */
async function originsOf(text: string, reader: Employee = staff.organiser) {
  const { items } = await reader.call(endpoints.listProblems, { query: { ...params(), standing: 'all', limit: 200 } })
  const id = items.find((one) => one.text === text)?.id ?? ''
  const { origins } = await reader.call(endpoints.readProblem, { params: { problemId: id } })
  return origins.map(({ of, title, words, link }) => ({ of, title, words, link }))
}

const registerFrom = (text: string, origin: Passage) =>
  staff.organiser.call(endpoints.registerProblem, {
    params: params(),
    body: { ...someProblem('meeting'), text, origin },
  })

describe('the column 出自 of an imported ledger', () => {
  it('brings nothing new where it is as the ledger wrote it', async () => {
    const { versionId } = await paperBy(staff.organiser)
    const before = await registerFrom('巡查记录造假', { of: 'paper', versionId, ...span('月底一次补齐') })
    const file = await staff.organiser.call(endpoints.exportLedger, { params: params() })
    const { result } = await bring(new File([await file.arrayBuffer()], '导出.xlsx'))
    expect(result).toMatchObject({ created: 0, changed: 0 })
    expect(await originsOf('巡查记录造假')).toHaveLength(before.origins.length)
  })

  it('finds the same passage again for a problem that is not there, over line breaks too', async () => {
    const { title, versionId } = await paperBy(staff.organiser)
    const words = '1.巡查记录月底一次补齐。\r\n比如，三月缺了12次。'
    const place = span(words)
    await registerFrom('巡查记录事后补写', { of: 'paper', versionId, ...place })
    const file = await staff.organiser.call(endpoints.exportLedger, { params: params() })
    const book = await read(new Uint8Array(await file.arrayBuffer()), '台账.xlsx')
    if (isUnreadable(book)) throw new Error(book.message)
    const cell = book.tables[0]?.cells.find(({ text }) => text.startsWith(`《${title}》`))?.text ?? ''
    const { preview } = await bring(ledgerOf(['公务用车登记不全不及时', cell]))
    expect(preview.remarks.filter(({ message }) => message.includes('出自'))).toEqual([])
    expect(await originsOf('公务用车登记不全不及时')).toEqual([
      {
        of: 'paper',
        title: `《${title}》第 1 版`,
        words,
        link: `/paper-versions/${versionId}?begins=${place.begins}&ends=${place.ends}`,
      },
    ])
  })

  it('finds a topic of a record, and adds it to a problem that was there; withdrawn with the import', async () => {
    const record = await staff.organiser.call(endpoints.createRecord, { params: params(), body: someRecord() })
    const topic = record.topics[0]?.text ?? ''
    await bring(ledgerOf(['议题说到的问题', '']))
    const { preview, result } = await bring(ledgerOf(['议题说到的问题', `${record.name}：“${topic}”`]))
    expect(result).toMatchObject({ created: 0, changed: 1 })
    expect(await originsOf('议题说到的问题')).toEqual([
      { of: 'record', title: record.name, words: topic, link: `/records/${record.id}` },
    ])
    const about = { params: { importId: preview.id }, body: { reason: '导错了文件' } }
    await staff.organiser.call(endpoints.withdrawLedgerImport, about)
    expect(await originsOf('议题说到的问题')).toEqual([])
  })

  it('keeps as it is written what is not found, stands in two places, or is named otherwise, and says so', async () => {
    const { title } = await paperBy(staff.organiser)
    const cells = [`《${title}》第 9 版：“下乡调研少”`, `《${title}》第 1 版：“少”`, '去年材料第三页'] as const
    const lines = cells.map((cell, at) => [`没有找到出处的第${at + 1}个问题`, cell] as const)
    const { preview } = await bring(ledgerOf(...lines))
    expect(preview.remarks.filter(({ message }) => message.startsWith('出自')).map(({ row }) => row)).toEqual([2, 3, 4])
    expect(await originsOf('没有找到出处的第1个问题', staff.head)).toEqual([
      { of: 'file', title: `《${title}》第 9 版`, words: '下乡调研少', link: null },
    ])
    expect(await originsOf('没有找到出处的第2个问题')).toEqual([
      { of: 'file', title: `《${title}》第 1 版`, words: '少', link: null },
    ])
    expect(await originsOf('没有找到出处的第3个问题')).toEqual([
      { of: 'file', title: '', words: '去年材料第三页', link: null },
    ])
    const again = await bring(ledgerOf(...lines))
    expect(again.result).toEqual({ created: 0, changed: 0, unchanged: 3 })
  })

  it('finds nothing in what the importer does not see: a draft of somebody else, a talk of two others', async () => {
    const { title } = await paperBy(await office.employ(office.water, 'member'))
    const body = talkOf(staff.leaderPerson.personId, staff.handlerPerson.personId, {
      topics: [{ text: '记录怎样补', ofDay: null, speaker: '' }],
      note: '',
    })
    const talk = await staff.organiser.call(endpoints.createRecord, { params: params(), body })
    const other = await office.employ(office.city, 'organiser')
    const cells = [
      `《${title}》第 1 版：“下乡调研少”`,
      `${talk.name}：“记录怎样补”`,
      '《没有的材料》第 1 版：“没有的话”',
    ]
    const problems = ['值班制度没有落实', '档案整理长期滞后', '会议纪要印发太慢']
    const lines = problems.map((problem, at) => [problem, cells[at] ?? ''] as const)
    const { preview } = await bring(ledgerOf(...lines), other)
    // What is there and not seen is told of as what is not there.
    const said = preview.remarks.filter(({ message }) => message.startsWith('出自'))
    expect(new Set(said.map(({ message }) => message.replace(/“.*”/su, '')))).toHaveProperty('size', 1)
    for (const problem of problems) expect(await originsOf(problem, other)).toMatchObject([{ of: 'file' }])
  })
})
