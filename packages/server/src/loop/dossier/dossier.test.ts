import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Called, endpoints } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  assigned,
  type LedgerStaff,
  rectified,
  someProblem,
  staffOf,
  struckOff,
  struckOffOnPaper,
} from '../../testing/ledger.ts'
import { type Office, openOffice } from '../../testing/office.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())

async function bytesOf(download: Called<typeof endpoints.problemFile>): Promise<Uint8Array> {
  return new Uint8Array(await download.arrayBuffer())
}

async function documentOf(bytes: Uint8Array, name: string) {
  const document = await read(bytes, name)
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

/** What its pages show, line by line, as copying gives it. */
async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const engine = createRequire(import.meta.resolve('@duizhao/engine'))
  const maps = join(dirname(engine.resolve('pdfjs-dist/package.json')), 'cmaps')
  const characterMap = async (name: string) => new Uint8Array(await readFile(join(maps, `${name}.bcmap`)))
  const document = await read(bytes, '档案.pdf', { characterMap })
  if (isUnreadable(document)) throw new Error(document.message)
  return document.text
}

describe('the file of one problem', () => {
  it('opens without the system, and proves that nothing was changed', async () => {
    const problem = await rectified(staff, office.water, {
      ...someProblem(),
      text: '<script>alert(1)</script>没有转义的问题',
    })
    const proof = new File(['巡查记录照片说明'], '=证明<b>材料：一?.txt')
    await staff.handler.call(endpoints.addEvidence, {
      params: { problemId: problem.id },
      query: { datedOn: problem.registeredOn },
      file: proof,
    })
    const file = await staff.organiser.call(endpoints.problemFile, { params: { problemId: problem.id } })
    const entries = unzipSync(await bytesOf(file))
    const names = Object.keys(entries)
    expect(names).toEqual(expect.arrayContaining(['index.html', '档案.pdf', '台账.docx', '经过.csv', '校验.txt']))
    const evidence = names.filter((name) => name.startsWith('佐证材料/'))
    expect(evidence.length).toBeGreaterThanOrEqual(2)
    expect(evidence.every((name, at) => name.startsWith(`佐证材料/${String(at + 1).padStart(2, '0')}-`))).toBe(true)
    expect(evidence.join('')).not.toMatch(/[<>?:*"|]|\.\./)
    const page = strFromU8(entries['index.html'] ?? new Uint8Array())
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;没有转义的问题')
    expect(page).not.toMatch(/<script|https?:/)
    for (const link of page.matchAll(/href="([^"]+)"/g)) expect(names).toContain(decodeURIComponent(link[1] ?? ''))
    const csv = strFromU8(entries['经过.csv'] ?? new Uint8Array())
    expect([...(entries['经过.csv']?.subarray(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf])
    expect(csv.startsWith('"时间","人员"')).toBe(true)
    expect(csv).toContain('"登记"')
    const sums = strFromU8(entries['校验.txt'] ?? new Uint8Array())
      .trimEnd()
      .split('\n')
    expect(sums).toHaveLength(names.length - 1)
    for (const line of sums) {
      const [hash = '', name = ''] = line.split(/ {2}(.*)/s)
      expect(
        createHash('sha256')
          .update(entries[name] ?? '')
          .digest('hex'),
      ).toBe(hash)
    }
    const { text } = await documentOf(entries['台账.docx'] ?? new Uint8Array(), '台账.docx')
    expect(text).toContain('没有转义的问题')
  })

  it('has its page as a PDF, with where each piece of evidence is and who agreed', async () => {
    const problem = await struckOff(staff, office.water)
    const file = await staff.organiser.call(endpoints.problemFile, { params: { problemId: problem.id } })
    const entries = unzipSync(await bytesOf(file))
    const pdf = entries['档案.pdf'] ?? new Uint8Array()
    const words = await wordsOfPdf(pdf)
    const parts = ['基本情况', '整改措施', '整改进展', '佐证材料', '销号审批', '延期', '督办', '经过']
    const places = parts.map((part) => words.indexOf(`\n${part}\n`))
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(places[0]).toBeGreaterThan(-1)
    // Between Chinese and figures a reader of PDF sees no space.
    const plain = (text: string): string => text.replaceAll(/\s/g, '')
    expect(plain(words)).toContain(plain(problem.text))
    expect(words).toContain('已办理')
    for (const [name, bytes] of Object.entries(entries).filter(([path]) => path.startsWith('佐证材料/'))) {
      expect(words).toContain(`SHA-256：${createHash('sha256').update(bytes).digest('hex')}`)
      expect(plain(words)).toContain(plain(name))
    }
    const sums = strFromU8(entries['校验.txt'] ?? new Uint8Array())
    expect(sums).toContain(`${createHash('sha256').update(pdf).digest('hex')}  档案.pdf`)
  })

  it('tells of what the superior verified on paper that it was so, not that somebody here agreed', async () => {
    const { id } = await struckOffOnPaper(staff, office)
    const file = await staff.organiser.call(endpoints.problemFile, { params: { problemId: id } })
    const words = await wordsOfPdf(unzipSync(await bytesOf(file))['档案.pdf'] ?? new Uint8Array())
    const approvals = words.slice(words.indexOf('\n销号审批\n'), words.indexOf('\n延期\n'))
    expect(approvals).toContain('临江市纪委书面核验')
    expect(approvals).toContain('核对原件后确认')
    expect(approvals).not.toContain('已办理')
  })

  it('has the notices with their answers, the oldest first', async () => {
    const { id } = await assigned(staff, office.water)
    const params = { problemId: id }
    for (const text of ['请尽快补录巡查记录。', '请在月底前补齐照片。'])
      await staff.reviewer.call(endpoints.issueNotice, {
        params,
        body: { kind: 'remind', text, answerDueOn: '2099-01-05' },
      })
    const { items } = await staff.handler.call(endpoints.listNotices, { query: { problemId: id } })
    const answering = { params: { noticeId: items[1]?.id ?? '' }, body: { answer: '已补录 12 次' } }
    await staff.handler.call(endpoints.answerNotice, answering)
    const entries = unzipSync(await bytesOf(await staff.organiser.call(endpoints.problemFile, { params })))
    const page = strFromU8(entries['index.html'] ?? new Uint8Array())
    const pdf = await wordsOfPdf(entries['档案.pdf'] ?? new Uint8Array())
    for (const words of [page.slice(page.indexOf('<h2>督办</h2>')), pdf.slice(pdf.indexOf('\n督办\n'))]) {
      const places = ['请尽快补录巡查记录。', '已补录', '请在月底前补齐照片。', '没有答复'].map((part) =>
        words.indexOf(part),
      )
      expect(places).toEqual(places.toSorted((one, other) => one - other))
      expect(places[0]).toBeGreaterThan(-1)
    }
  })

  it('is made all the same where the store has lost a file', async () => {
    const problem = await rectified(staff, office.water)
    await office.pool.db
      .insertInto('stored_file')
      .values({ hash: 'f'.repeat(64), size: 3, media_type: 'text/plain', created_at: new Date() })
      .onConflict((on) => on.doNothing())
      .execute()
    await office.pool.db
      .updateTable('evidence')
      .set({ file_hash: 'f'.repeat(64) })
      .where('problem_id', '=', problem.id)
      .execute()
    const file = await staff.organiser.call(endpoints.problemFile, { params: { problemId: problem.id } })
    const entries = unzipSync(await bytesOf(file))
    expect(strFromU8(entries['校验.txt'] ?? new Uint8Array())).toContain('# 已缺失：')
    expect(strFromU8(entries['index.html'] ?? new Uint8Array())).toContain('（文件已缺失）')
  })

  it('is not there for others', async () => {
    const problem = await assigned(staff, office.water)
    const other = await office.employ(office.education, 'organiser')
    const params = { problemId: problem.id }
    await expect(other.call(endpoints.problemFile, { params })).rejects.toMatchObject({ refusal: { status: 404 } })
  })
})
