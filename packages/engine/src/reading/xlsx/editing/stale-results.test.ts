import { describe, expect, it } from 'vitest'
import { isUnreadable } from '../../read.ts'
import { xlsxOf } from '../../testing/xlsx-of.ts'
import { readXlsx } from '../read-xlsx.ts'
import type { SheetEdits } from './edit-sheet.ts'
import { editWorkbook } from './edit-workbook.ts'

const LIST = [1, 2, 3].map((row) => `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="B${row}"><v>1</v></c></row>`)

/** Whether the result of a formula on another sheet, 7 before, stands after the edits. */
function stands(formula: string, edits: Partial<SheetEdits>): boolean {
  const bytes = xlsxOf([
    { name: '台账', rows: LIST.join('') },
    { name: '汇总 R&amp;D', rows: `<row r="1"><c r="A1"><f>${formula}</f><v>7</v></c><c r="B1"><v>1</v></c></row>` },
  ])
  const edited = editWorkbook(bytes, '台账.xlsx', [{ sheet: '台账', cells: [], rows: [], ...edits }])
  if (isUnreadable(edited)) throw new Error(edited.message)
  const document = readXlsx(edited, '台账.xlsx')
  if (isUnreadable(document)) throw new Error(document.message)
  return document.tables[1]?.cells.some(({ address }) => address === 'A1') ?? false
}

const A2 = { cells: [{ row: 1, column: 0, text: '9' }] }
const BELOW_2 = { rows: [{ after: 1, like: 1, cells: [{ column: 0, text: '9' }] }] }

describe('results of formulas after A2 changed', () => {
  it.each([
    ['a whole column', 'SUM(台账!A:A)'],
    ['whole columns', 'COUNTIF(台账!$A:$C,"已完成")'],
    ['whole rows', 'SUM(台账!2:2)'],
    ['an area', "SUM('台账'!A1:B9)"],
    ['a name', 'COUNTIF(状态列,"已完成")'],
    ['a column of a table', 'SUM(表1[金额])'],
    ['a place worked out', 'SUM(INDIRECT("台账!A2"))'],
    ['several sheets', 'SUM(台账:汇总!A2)'],
    ['an area worked out', 'SUM(台账!A1:INDEX(台账!A1:A3,2))'],
    ['a string with quotation marks around it', '&quot;台账!B2&quot;&amp;台账!A2'],
  ])('are taken away where they look at %s', (_, formula) => {
    expect(stands(formula, A2)).toBe(false)
  })

  it.each([
    ['another column', 'SUM(台账!B:B)+3.5E+2'],
    ['other rows', 'SUM(台账!$3:$4)'],
    ['a string that looks like the cell', 'IF(B1&gt;0,"台账!A2",TRUE)&amp;"A:A"'],
    ['another workbook', 'SUM([1]台账!A2)'],
    ['another sheet of a curious name', "SUM('汇总 R&amp;D'!B1)"],
  ])('stand where they look at %s', (_, formula) => {
    expect(stands(formula, A2)).toBe(true)
  })

  it.each(['ROWS(台账!B1:B3)', 'SUM(台账!C:C)'])('are taken away where a row came into %s', (formula) => {
    expect(stands(formula, BELOW_2)).toBe(false)
  })
})

describe('a formula shared by several cells', () => {
  const rows = `<row r="1"><c r="A1"><v>1</v></c><c r="C1"><f t="shared" ref="C1:C4" si="0">A1*$B$1+1</f><v>3</v></c></row>${[
    2, 3, 4,
  ]
    .map(
      (row) =>
        `<row r="${row}"><c r="A${row}"><v>${row}</v></c><c r="C${row}"><f t="shared" si="0"/><v>3</v></c></row>`,
    )
    .join('')}`

  function formulas(edits: Partial<SheetEdits>): (string | null)[] {
    const edited = editWorkbook(xlsxOf([{ name: '台账', rows }]), '台账.xlsx', [
      { sheet: '台账', cells: [], rows: [], ...edits },
    ])
    if (isUnreadable(edited)) throw new Error(edited.message)
    const document = readXlsx(edited, '台账.xlsx')
    return isUnreadable(document)
      ? []
      : [1, 2, 3, 4, 5].map(
          (row) => document.tables[0]?.cells.find(({ address }) => address === `C${row}`)?.text ?? null,
        )
  }

  it('loses only the result of the cell that looks at what changed', () => {
    expect(formulas(A2)).toEqual(['3', null, '3', '3', null])
  })

  it('goes on to look at the cells it looked at when rows come in between', () => {
    expect(formulas(BELOW_2)).toEqual(['3', '3', null, null, '3'])
  })
})
