import { describe, expect, it } from 'vitest'
import { isUnreadable, read } from '../read.ts'
import type { SourceDocument } from '../source-document.ts'
import { encodeGb18030 } from '../testing/encode.ts'
import { makeDoc } from '../testing/make-doc.ts'
import { makeXls, makeXlsStream, type MadeWorkbook } from '../testing/make-xls.ts'

async function documentOf(bytes: Uint8Array, name = '台账.xls'): Promise<SourceDocument> {
  const document = await read(bytes, name)
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

const LEDGER: MadeWorkbook = {
  formats: ['#,##0.00', 'yyyy"年"m"月"d"日"', '@'],
  sheets: [
    {
      name: '整改台账',
      merged: [[0, 0, 0, 3]],
      cells: [
        { row: 0, column: 0, value: '柳湾镇问题整改台账' },
        { row: 1, column: 0, value: '序号' },
        { row: 1, column: 1, value: '问题' },
        { row: 1, column: 2, value: '金额' },
        { row: 1, column: 3, value: '时限' },
        { row: 2, column: 0, value: 1 },
        { row: 2, column: 1, value: '学习不够深入\n请示不够及时' },
        { row: 2, column: 2, value: 11200, format: 0 },
        { row: 2, column: 3, value: 46203, format: 1 },
        { row: 3, column: 0, value: 2 },
        { row: 3, column: 1, value: '2026.10', format: 2 },
        { row: 3, column: 2, value: { result: 1234567.891 }, format: 0 },
        { row: 3, column: 3, value: { result: '长期坚持' } },
        { row: 4, column: 0, value: true },
        { row: 4, column: 1, value: { error: 0x2a } },
        { row: 4, column: 2, value: -0.5 },
      ],
    },
    { name: '说明', isHidden: true, cells: [{ row: 0, column: 0, value: '内部使用' }] },
  ],
}

describe('a workbook of Excel 97 to 2003', () => {
  it('is read with its values, types, formats, merged cells and places', async () => {
    const { format, text, tables, notes } = await documentOf(makeXls(LEDGER))
    expect(format).toBe('xls')
    expect(text.split('\n')).toEqual([
      '整改台账',
      '柳湾镇问题整改台账',
      '序号\t问题\t金额\t时限',
      '1\t学习不够深入',
      '请示不够及时\t11,200.00\t2026年6月30日',
      '2\t2026.10\t1,234,567.89\t长期坚持',
      'TRUE\t#N/A\t-0.5',
      '说明',
      '内部使用',
    ])
    expect(notes).toEqual(['工作表“说明”是隐藏的，已一并读取。'])
    const cellAt = (address: string) => tables[0]?.cells.find((cell) => cell.address === address)
    expect(cellAt('A1')).toMatchObject({ rowSpan: 1, columnSpan: 4 })
    expect(cellAt('C3')?.value).toEqual({ type: 'number', raw: '11200', format: '#,##0.00' })
    expect(cellAt('D3')).toMatchObject({ date: '2026-06-30', value: { raw: '46203' } })
    expect(cellAt('B4')?.value).toEqual({ type: 'text', raw: '', format: '@' })
    expect(cellAt('C4')).toMatchObject({ formula: true, value: { raw: '1234567.891' } })
    expect(cellAt('B5')?.value).toMatchObject({ type: 'error', raw: '#N/A' })
  })

  it.each([40, 41, 57, 100, 333])('is the same where its strings are cut after %i bytes', async (stringsPerRecord) => {
    const whole = await documentOf(makeXls(LEDGER))
    expect((await documentOf(makeXls({ ...LEDGER, stringsPerRecord }))).text).toBe(whole.text)
  })

  it('counts days from 1904 where it says so', async () => {
    const { tables } = await documentOf(
      makeXls({
        uses1904: true,
        formats: ['yyyy/m/d'],
        sheets: [{ name: '表', cells: [{ row: 0, column: 0, value: 44741, format: 0 }] }],
      }),
    )
    expect(tables[0]?.cells[0]).toMatchObject({ date: '2026-06-30', value: { raw: '46203' } })
  })

  it('may be without its container, of Excel 95, or called .et', async () => {
    expect((await documentOf(makeXlsStream(LEDGER))).text).toContain('11,200.00')
    const old = makeXls({ ...LEDGER, version: 'Excel 95', encode: encodeGb18030 })
    expect((await documentOf(old)).text).toContain('学习不够深入')
    const { notes } = await documentOf(makeXls(LEDGER), '台账.et')
    expect(notes).toEqual(['工作表“说明”是隐藏的，已一并读取。'])
  })

  it('is read as itself, whatever is embedded in it, and by stream names in any case', async () => {
    const embedded = makeDoc({ runs: [{ words: '嵌入的说明\r' }] })
    const bytes = makeXls(LEDGER, { '/MBD0001/WordDocument': embedded, '/MBD0001/1Table': embedded })
    expect((await documentOf(bytes)).text).toContain('学习不够深入')
  })

  it('with a password says where to take it off', async () => {
    expect(await read(makeXls({ ...LEDGER, hasPassword: true }), '台账.xls')).toMatchObject({
      reason: 'encrypted',
      todo: '请在 Excel 或 WPS 中取消密码后另存一份。',
    })
  })
})
