import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isUnreadable, read } from '@duizhao/engine'
import { writeXlsx } from '@duizhao/report'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { folderOf, runCli } from './testing/run-cli.ts'

/** One ledger as it was sent out, and as it came back in every kind of file that offices send. */
const kinds = resolve(import.meta.dirname, '../../../samples/kinds')
const SENT = readFileSync(join(kinds, '下发.xlsx'))
const RETURNED = readdirSync(kinds).filter((name) => name.startsWith('交回'))
const bytesOf = (name: string): Uint8Array => readFileSync(join(kinds, name))

/** The same in what only holds files. */
const HELD: Readonly<Record<string, Uint8Array>> = {
  '交回.zip': zipSync({ '台账/交回.xls': bytesOf('交回.xls') }),
  '交回.eml': new TextEncoder().encode(
    [
      'From: a@example.com',
      'Subject: x',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary="b"',
      '',
      '--b',
      'Content-Type: application/octet-stream; name="ledger.xls"',
      'Content-Disposition: attachment; filename="ledger.xls"',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(bytesOf('交回.xls')).toString('base64'),
      '--b--',
    ].join('\r\n'),
  ),
}
const EVERY = [...RETURNED.map((name) => [name, bytesOf(name)] as const), ...Object.entries(HELD)]

/** What is refused, in every way files are: by what they are, by their password, by what has become of them. */
const REFUSED: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['公文.ofd', zipSync({ 'OFD.xml': new Uint8Array(1) })],
  ['台账.xlsb', zipSync({ 'xl/workbook.bin': new Uint8Array(1) })],
  ['台账.xlsx', SENT.subarray(0, 500)],
  ['台账.mht', new TextEncoder().encode('MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\nx')],
]

/** What stands in the cells of a workbook's first sheet: numbers as numbers, all else as words. */
async function cellsOf(path: string): Promise<Readonly<Record<string, string | number>>> {
  const document = await read(readFileSync(path), path)
  if (isUnreadable(document)) throw new Error(document.message)
  const cells = document.tables[0]?.cells ?? []
  return Object.fromEntries(
    cells.map(({ address, value, text }) => [address ?? '', value?.type === 'number' ? Number(value.raw) : text]),
  )
}

const FORM = writeXlsx([
  {
    name: '汇总表',
    columns: ['序号', '反馈问题', '涉及金额', '整改情况'].map((header) => ({ header, width: 16 })),
    rows: [1, 2, 3].map((number) => [number, null, null, null]),
  },
])

const named = (files: Iterable<readonly [name: string, bytes: Uint8Array]>): string =>
  folderOf({ '下发.xlsx': SENT, ...Object.fromEntries([...files].map(([name, bytes]) => [`交来/${name}`, bytes])) })

describe.each([[['review']], [['check']], [['compare']], [['ledger', 'lint']]])('by %s', (command) => {
  it('every kind of file is read', async () => {
    const { code, out, err } = await runCli(named(EVERY), ...command, '交来', '--format', 'json')
    expect([0, 1], err).toContain(code)
    expect(err).not.toContain('没有读')
    for (const [name] of EVERY) expect(out).toContain(`交来/${name}`)
  })

  it('what is refused is named, with what to do, and the exit code says so', async () => {
    const { code, out, err } = await runCli(named(REFUSED), ...command, '下发.xlsx', '交来')
    expect(code).toBe(2)
    for (const [name] of REFUSED) expect(out + err).toMatch(new RegExp(`${name}[\\s\\S]*请`))
  })
})

describe.each(EVERY)('%s', (name, bytes) => {
  it('is reconciled with what was sent out', async () => {
    const { code, out } = await runCli(named([[name, bytes]]), 'reconcile', '下发.xlsx', `交来/${name}`)
    expect([0, 1]).toContain(code)
    expect(out.match(/问题 3 个/g)).toHaveLength(2)
  })

  it('is a copy: its two edits come into the workbook, the money as a number', async () => {
    const folder = named([[name, bytes]])
    const { code, out } = await runCli(folder, 'ledger', 'merge', '下发.xlsx', '交来')
    expect([code, out]).toEqual([0, expect.stringContaining('并入 2 格、新增 0 行，没有冲突')])
    const before = await cellsOf(join(folder, '下发.xlsx'))
    const after = await cellsOf(join(folder, '下发（汇总）.xlsx'))
    expect(after).toEqual({ ...before, F3: 8600.75, G3: '已询价三家，换了一家' })
  })

  it('differs from what was sent out in these two cells', async () => {
    const { code, out } = await runCli(named([[name, bytes]]), 'ledger', 'diff', '下发.xlsx', `交来/${name}`)
    expect([code, out]).toEqual([1, expect.stringMatching(/8600\.75[\s\S]*已询价三家，换了一家/)])
  })

  it('fills a form with its three problems', async () => {
    const folder = folderOf({ '表样.xlsx': FORM, [name]: bytes })
    const { out } = await runCli(folder, 'ledger', 'fill', '表样.xlsx', name)
    expect(out).toContain('填了 3 个问题')
    const cells = await cellsOf(join(folder, '表样（已填）.xlsx'))
    expect([cells['C2'], cells['C3'], cells['C4']]).toEqual([1200, 8600.75, 980.25])
  })
})

describe.each(REFUSED)('%s', (name, bytes) => {
  it.each([
    ['reconcile', '下发.xlsx'],
    ['ledger', 'merge', '下发.xlsx'],
    ['ledger', 'diff', '下发.xlsx'],
    ['ledger', 'fill', '下发.xlsx'],
  ])('is refused by its name, with what to do: %s %s %s', async (...command) => {
    const { code, err } = await runCli(named([[name, bytes]]), ...command, `交来/${name}`)
    expect([code, err]).toEqual([2, expect.stringMatching(new RegExp(`“${name}”[\\s\\S]*请`))])
  })
})

it('one of several files in a .zip is asked for', async () => {
  const zip = zipSync({ '甲.xls': bytesOf('交回.xls'), '乙.xls': bytesOf('交回.xls') })
  const folder = folderOf({ '下发.xlsx': SENT, '交回.zip': zip })
  const { code, err } = await runCli(folder, 'ledger', 'diff', '下发.xlsx', '交回.zip')
  expect([code, err]).toEqual([
    2,
    expect.stringContaining('里有 2 份文件，一次读一份。请写明是哪一份，例如 交回.zip/甲.xls'),
  ])
  expect((await runCli(folder, 'ledger', 'diff', '下发.xlsx', '交回.zip/甲.xls')).code).toBe(1)
})
