import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Called, endpoints, RefusedCall } from '@duizhao/contract'
import { isUnreadable, read } from '@duizhao/engine'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  assigned,
  type LedgerStaff,
  rectified,
  register,
  someProblem,
  staffOf,
  struckOff,
} from '../../../testing/ledger.ts'
import { type Office, openOffice } from '../../../testing/office.ts'

let office: Office
let staff: LedgerStaff
beforeAll(async () => {
  office = await openOffice()
  staff = await staffOf(office)
})
afterAll(() => office.close())

async function bytesOf(download: Called<typeof endpoints.exportLedger>): Promise<Uint8Array> {
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

describe('the ledger as a workbook', () => {
  it('holds exactly the rows of the filters, evidence numbered, deadlines as people write them', async () => {
    const { water, waterOffice } = office
    const done = await struckOff(staff, water)
    await register(staff.organiser, waterOffice, {
      ...someProblem('audit', '2099-03-31'),
      text: '审计指出往来款没有清理',
    })
    await register(staff.organiser, water, { ...someProblem('audit', null), class: 'sustained' as 'dated' })
    const params = { organisationId: water.id }
    const file = await staff.organiser.call(endpoints.exportLedger, { params, query: { standing: 'all' } })
    const { tables } = await documentOf(await bytesOf(file), '整改台账.xlsx')
    expect(tables.map(({ name }) => name)).toEqual(['整改台账', '问题清单', '整改清单', '实效清单'])
    const [ledger] = tables
    const cell = (address: string): string => ledger?.cells.find((each) => each.address === address)?.text ?? ''
    expect(cell('A1')).toBe('临江市水务局整改台账')
    expect(cell('A2')).toMatch(/^填报单位：临江市水务局　+填报日期：20\d\d年\d{1,2}月\d{1,2}日$/)
    expect([cell('D4'), cell('N4')]).toEqual([done.text, '已完成'])
    expect(cell('M4')).toMatch(/^1\. \S/)
    expect([cell('K5'), cell('H5'), cell('N5')]).toEqual(['2099年3月31日', '办公室', '正在推进'])
    expect([cell('K6'), cell('N6')]).toEqual(['长期坚持', '长期坚持'])
    const audits = await staff.organiser.call(endpoints.exportLedger, {
      params,
      query: { source: 'audit', class: 'dated' },
    })
    const narrowed = await documentOf(await bytesOf(audits), '整改台账.xlsx')
    expect(
      narrowed.tables[0]?.cells.filter(({ row, column }) => row > 2 && column === 3).map(({ text }) => text),
    ).toEqual(['审计指出往来款没有清理'])
  })

  it('is not there for whom the organisation is not there', async () => {
    const other = await office.employ(office.education, 'organiser')
    const params = { organisationId: office.water.id }
    await expect(other.call(endpoints.exportLedger, { params, query: {} })).rejects.toThrow(RefusedCall)
    await expect(other.call(endpoints.ledgerSummary, { params })).rejects.toThrow(RefusedCall)
  })
})

describe('the report on rectification', () => {
  it('counts what is there, and its parts add up', async () => {
    const place = await office.addOrganisation(office.water, '河长制科', 'department')
    const below = await office.addOrganisation(place, '巡河队', 'department')
    for (const at of [place, place, below]) await register(staff.organiser, at, someProblem('hazard', '2026-01-05'))
    await register(staff.organiser, below, someProblem('audit', '2099-01-05'))
    const file = await staff.organiser.call(endpoints.ledgerSummary, { params: { organisationId: place.id } })
    const { text, tables } = await documentOf(await bytesOf(file), '报告.docx')
    expect(text).toContain('关于河长制科整改情况的报告')
    expect(text).toContain('共有问题4个（限期整改4个）。其中，已完成0个，长期坚持0个，正在推进4个，完成率0.0%')
    expect(text).toContain('超过时限的3个')
    const rowsOf = (at: number): string[][] => {
      const { cells = [], rowCount = 0 } = tables[at] ?? {}
      return Array.from({ length: rowCount }, (_, row) =>
        cells.filter((cell) => cell.row === row).map((cell) => cell.text),
      )
    }
    expect(rowsOf(0).slice(1)).toEqual([
      ['审计发现', '1', '0', '0', '1', '0', '0.0%'],
      ['安全隐患', '3', '0', '0', '3', '3', '0.0%'],
      ['合计', '4', '0', '0', '4', '3', '0.0%'],
    ])
    expect(rowsOf(1).slice(1)).toEqual([
      ['河长制科（本级）', '2', '0', '0', '2', '2', '0.0%'],
      ['巡河队', '2', '0', '0', '2', '1', '0.0%'],
      ['合计', '4', '0', '0', '4', '3', '0.0%'],
    ])
    expect(rowsOf(2)).toHaveLength(4)
    expect(text).toContain('没有发现反弹的问题')
  })

  it('says so where there is nothing', async () => {
    const place = await office.addOrganisation(office.water, '空科室', 'department')
    const file = await staff.organiser.call(endpoints.ledgerSummary, { params: { organisationId: place.id } })
    const { text } = await documentOf(await bytesOf(file), '报告.docx')
    expect(text).toContain('台账上没有问题')
  })
})

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
    expect(csv.startsWith('"时间","谁"')).toBe(true)
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
    expect(strFromU8(entries['校验.txt'] ?? new Uint8Array())).toContain('# 缺失：')
    expect(strFromU8(entries['index.html'] ?? new Uint8Array())).toContain('（文件缺失）')
  })

  it('is not there for others', async () => {
    const problem = await assigned(staff, office.water)
    const other = await office.employ(office.education, 'organiser')
    const params = { problemId: problem.id }
    await expect(other.call(endpoints.problemFile, { params })).rejects.toMatchObject({ refusal: { status: 404 } })
  })
})
