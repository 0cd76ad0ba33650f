import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isUnreadable } from '../../read.ts'
import { openZip, type ZipPackage } from '../../zip-package.ts'
import { decodeXml } from '../../xml.ts'
import { wordsRow, xlsxOf } from '../../testing/xlsx-of.ts'
import { readXlsx } from '../read-xlsx.ts'
import type { SheetEdits } from './edit-sheet.ts'
import { editWorkbook } from './edit-workbook.ts'

const LIST = `${wordsRow(1, '序号', '问题', '完成时限', '进展')}<row r="2" ht="30" customHeight="1"><c r="A2"><v>1</v></c><c r="B2" s="3" t="s"><v>0</v></c><c r="C2" s="1"><v>46112</v></c><c r="D2" s="2"/></row><row r="3"><c r="A3"><f>A2+1</f><v>2</v></c><c r="B3" s="3" t="s"><v>1</v></c><c r="C3" s="1"/></row><row r="4"><c r="A4" t="inlineStr"><is><t>合计</t></is></c><c r="B4"><f>COUNTA(B2:B3)</f><v>2</v></c></row>`
const AFTER =
  '<mergeCells count="2"><mergeCell ref="A1:A1"/><mergeCell ref="B4:D4"/></mergeCells><conditionalFormatting sqref="D2:D3"><cfRule type="expression" priority="1"><formula>LEN($D2)=0</formula></cfRule></conditionalFormatting><dataValidations count="1"><dataValidation type="list" sqref="D2:D3"><formula1>"已完成,正在推进"</formula1></dataValidation></dataValidations><pageSetup orientation="landscape"/>'

function workbook(): Uint8Array {
  return xlsxOf(
    [
      { name: '台账', rows: LIST, after: AFTER },
      { name: '汇总', rows: `<row r="1"><c r="A1"><f>SUM('台账'!A2:A3)+台账!B4+A9</f><v>5</v></c></row>` },
    ],
    { strings: ['<t>学习不够</t>', '<t>调研偏少</t>'], formats: [0, 'yyyy"年"m"月"d"日"', '@', 0] },
  )
}

const edit = (cells: SheetEdits['cells'], rows: SheetEdits['rows'] = []): SheetEdits[] => [
  { sheet: '台账', cells, rows },
]

function edited(edits: readonly SheetEdits[], bytes = workbook()): Uint8Array {
  const result = editWorkbook(bytes, '台账.xlsx', edits)
  if (isUnreadable(result)) throw new Error(result.message)
  return result
}

function cellsOf(bytes: Uint8Array, sheet = 0): Record<string, string> {
  const document = readXlsx(bytes, '台账.xlsx')
  if (isUnreadable(document)) throw new Error(document.message)
  return Object.fromEntries((document.tables[sheet]?.cells ?? []).map(({ address, text }) => [address ?? '', text]))
}

function zipOf(bytes: Uint8Array): ZipPackage {
  const zip = openZip(bytes)
  if (typeof zip === 'string') throw new Error(zip)
  return zip
}

function partOf(bytes: Uint8Array, name: string): string {
  const zip = zipOf(bytes)
  const entry = zip.find(name)
  return entry === undefined ? '' : decodeXml(zip.read(entry))
}

const SHEET = 'xl/worksheets/sheet1.xml'

describe('editing a workbook', () => {
  it('changes the cells asked for, with the format each had', () => {
    const result = edited(
      edit([
        { row: 1, column: 1, text: '学习有 <差距> & “不足”' },
        { row: 2, column: 2, text: '2026年4月30日', date: '2026-04-30' },
        { row: 1, column: 3, text: '12' },
        { row: 2, column: 3, text: '已完成' },
      ]),
    )
    expect(cellsOf(result)).toMatchObject({ B2: '学习有 <差距> & “不足”', C3: '2026年4月30日', D2: '12', D3: '已完成' })
    const sheet = partOf(result, SHEET)
    expect(sheet).toContain('<c r="C3" s="1"><v>46142</v></c>')
    expect(sheet).toContain('<c r="D2" s="2" t="inlineStr">')
  })

  it('leaves all other parts byte for byte and the rest of the sheet character for character', () => {
    const before = workbook()
    const after = edited(edit([{ row: 1, column: 1, text: '改过' }]), before)
    const touched = new Set([SHEET, 'xl/worksheets/sheet2.xml', 'xl/workbook.xml'])
    const raw = (bytes: Uint8Array): [string, string][] =>
      zipOf(bytes).entries.map((entry) => [
        entry.name,
        touched.has(entry.name)
          ? ''
          : Buffer.from(bytes.subarray(entry.dataStart, entry.dataStart + entry.compressedSize)).toString('hex'),
      ])
    expect(raw(after)).toEqual(raw(before))
    const [cell] = /<c r="B2"[\s\S]*?<\/c>/.exec(partOf(before, SHEET)) ?? []
    const [changed] = /<c r="B2"[\s\S]*?<\/c>/.exec(partOf(after, SHEET)) ?? []
    const total = '<f>COUNTA(B2:B3)</f>'
    expect(
      partOf(after, SHEET)
        .replace(changed ?? '', cell ?? '')
        .replace(total, `${total}<v>2</v>`),
    ).toBe(partOf(before, SHEET))
  })

  it('takes away the results that no longer hold, also where they follow from others, and leaves the rest', () => {
    const after = edited(edit([{ row: 1, column: 1, text: '改过' }]))
    expect(partOf(after, SHEET)).toContain('<f>COUNTA(B2:B3)</f></c>')
    expect(partOf(after, 'xl/worksheets/sheet2.xml')).toContain('+A9</f></c>')
    expect(partOf(after, SHEET)).toContain('<f>A2+1</f><v>2</v>')
    expect(partOf(after, 'xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1"/>')
    const besides = edited(edit([{ row: 1, column: 3, text: '已完成' }]))
    expect(partOf(besides, SHEET)).toContain('<f>COUNTA(B2:B3)</f><v>2</v>')
    expect(partOf(besides, 'xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1"/>')
  })

  it('never writes over a formula, and changes nothing when nothing is asked', () => {
    const before = workbook()
    const after = edited(edit([{ row: 2, column: 0, text: '9' }]), before)
    expect(partOf(after, SHEET)).toContain('<c r="A3"><f>A2+1</f><v>2</v></c>')
    expect(edited(edit([]), before)).toBe(before)
  })

  it('empties a cell and keeps its format', () => {
    expect(partOf(edited(edit([{ row: 1, column: 2, text: '' }])), SHEET)).toContain('<c r="C2" s="1"/>')
  })

  it('writes cells and rows the file does not have', () => {
    const rows = '<row r="2"/><row r="5"><c r="C5" t="inlineStr"><is><t>丙</t></is></c></row>'
    const result = edited(
      edit([
        { row: 1, column: 1, text: '乙' },
        { row: 3, column: 0, text: '丁' },
        { row: 4, column: 1, text: '戊' },
        { row: 4, column: 4, text: '己' },
        { row: 8, column: 0, text: '庚' },
      ]),
      xlsxOf([{ name: '台账', rows }]),
    )
    expect(cellsOf(result)).toEqual({ B2: '乙', A4: '丁', B5: '戊', C5: '丙', E5: '己', A9: '庚' })
  })

  it('inserts rows like the one above, and everything below or about them moves with them', () => {
    const result = edited(
      edit(
        [{ row: 3, column: 3, text: '一项' }],
        [
          { after: 2, like: 1, cells: [{ column: 1, text: '新问题甲' }] },
          { after: 2, like: 2, cells: [{ column: 1, text: '新问题乙' }] },
        ],
      ),
    )
    expect(cellsOf(result)).toMatchObject({
      B2: '学习不够',
      B3: '调研偏少',
      B4: '新问题甲',
      B5: '新问题乙',
      A6: '合计',
    })
    const sheet = partOf(result, SHEET)
    expect(sheet).toContain('<row r="4" ht="30" customHeight="1">')
    expect(sheet).toContain('<c r="A5"><f>A4+1</f></c>')
    expect(sheet).toContain('<f>COUNTA(B2:B5)</f>')
    expect(sheet).toContain('<mergeCell ref="B6:D6"/>')
    expect(sheet).toContain('<conditionalFormatting sqref="D2:D5">')
    expect(sheet).toContain('<formula>LEN($D2)=0</formula>')
    expect(sheet).toContain('<dataValidation type="list" sqref="D2:D5"><formula1>"已完成,正在推进"</formula1>')
    expect(partOf(result, 'xl/worksheets/sheet2.xml')).toContain("<f>SUM('台账'!A2:A5)+台账!B6+A9</f>")
  })

  it('says so when the bytes are no workbook or the sheet is not there', () => {
    const notThere = editWorkbook(workbook(), '台账.xlsx', [
      { sheet: '别的', cells: [{ row: 0, column: 0, text: '甲' }], rows: [] },
    ])
    expect(isUnreadable(notThere) && notThere.message).toContain('别的')
    const noWorkbook = editWorkbook(new Uint8Array([1, 2, 3]), '台账.xlsx', edit([{ row: 0, column: 0, text: '甲' }]))
    expect(isUnreadable(noWorkbook)).toBe(true)
  })

  it('reads back what it wrote, whatever the words and wherever the cells', () => {
    const cell = fc.record({
      row: fc.integer({ min: 0, max: 12 }),
      column: fc.integer({ min: 0, max: 30 }),
      text: fc.string({
        unit: fc.constantFrom('甲', '乙', '1', '<', '&', '"', ' ', 'x', '“'),
        minLength: 1,
        maxLength: 8,
      }),
    })
    fc.assert(
      fc.property(fc.uniqueArray(cell, { selector: ({ row, column }) => `${row},${column}` }), (cells) => {
        const result = edited(edit(cells))
        const read = readXlsx(result, '台账.xlsx')
        const found = new Map(
          isUnreadable(read) ? [] : read.tables[0]?.cells.map((each) => [`${each.row},${each.column}`, each.text]),
        )
        const hasFormula = new Set(['2,0', '3,1'])
        for (const { row, column, text } of cells.filter(({ row, column }) => !hasFormula.has(`${row},${column}`))) {
          if (text.trim() !== '' && row !== 3) expect(found.get(`${row},${column}`)?.trim()).toBe(text.trim())
        }
      }),
    )
  })
})
