import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wordsRow, xlsxOf } from '../reading/testing/xlsx-of.ts'
import { diffLedgers } from './diff-ledgers.ts'
import { openQuestions } from './ledger-merge.ts'
import { documentOf, mergedFrom } from './testing/merging.ts'

const UNITS = ['东街办', '西街办', '南街办', '北街办']

/** A cover sheet that counts the sheets behind it; a program that only writes leaves its results out. */
function coverOf(results: readonly number[] | null): Uint8Array {
  const result = (n: number): string => (results === null ? '' : `<v>${results[n]}</v>`)
  const rows = UNITS.map((unit, n) =>
    wordsRow(n + 2, unit).replace(
      '</row>',
      `<c r="B${n + 2}"><f>SUM(${unit}!E:E)</f>${result(n)}</c><c r="C${n + 2}"><f>COUNTA(${unit}!F:F)</f>${result(n)}</c></row>`,
    ),
  )
  return xlsxOf([{ name: '汇总', rows: wordsRow(1, '单位', '金额', '件数') + rows.join('') }])
}

/** Two lists on a sheet, each with its own 小计. */
function listsOf(subtotals: readonly [number, number] | null): Uint8Array {
  const list = (from: number, title: string, n: number): string =>
    [
      wordsRow(from, title),
      wordsRow(from + 1, '序号', '存在问题', '责任人', '涉及金额'),
      wordsRow(from + 2, '1', `${title}的第一件：账目没有公开`, '汪小满').replace(
        '</row>',
        `<c r="D${from + 2}"><v>300</v></c></row>`,
      ),
      wordsRow(from + 3, '小计').replace(
        '</row>',
        `<c r="D${from + 3}"><f>SUM(D${from + 2})</f>${subtotals === null ? '' : `<v>${subtotals[n]}</v>`}</c></row>`,
      ),
    ].join('')
  return xlsxOf([{ name: '清单', rows: list(1, '班子清单', 0) + list(6, '个人清单', 1) }])
}

describe('what formulas come to names no row', () => {
  it.each([
    ['was not stored when the copy was written', coverOf([1200, 340, 56, 7]), coverOf(null)],
    ['was not stored when the base was written', coverOf(null), coverOf([1200, 340, 56, 7])],
    ['became something else', coverOf([1200, 340, 56, 7]), coverOf([8, 9_000, 10, 1200])],
    ['of two totals was not stored in the copy', listsOf([300, 300]), listsOf(null)],
    ['of two totals was not stored in the base', listsOf(null), listsOf([300, 300])],
    ['of two totals changed places', listsOf([300, 700]), listsOf([700, 300])],
  ])('where it %s', (_, base, copy) => {
    const { merge, bytes } = mergedFrom(base, copy)
    expect(merge).toMatchObject({ changes: [], addedRows: [], missingRows: [] })
    expect(openQuestions(merge)).toBe(0)
    expect(bytes).toEqual(base)
    const [sheet] = diffLedgers(documentOf(base), documentOf(copy)).sheets
    expect(sheet).toMatchObject({ changes: [], addedRows: [], removedRows: [], movedRows: [] })
  })
})

it('a workbook is a copy of itself, also where lines are a mark, a lone result, or nothing but a title', () => {
  const lone = '<row r="4"><c r="A4"><f>1-1</f><v>0</v></c></row>'
  for (const rows of [
    wordsRow(1, '序号', '存在问题') + wordsRow(2, '1', '账目没有公开') + wordsRow(3, '&quot;') + lone,
    wordsRow(1, '二〇二六年整改台账'),
  ]) {
    const book = xlsxOf([{ name: '台账', rows }])
    const { merge, bytes } = mergedFrom(book, book)
    expect(openQuestions(merge)).toBe(0)
    expect(bytes).toEqual(book)
    const [sheet] = diffLedgers(documentOf(book), documentOf(book)).sheets
    expect(sheet).toMatchObject({ changes: [], addedRows: [], removedRows: [] })
  }
})

it('every sheet is a copy of itself, however alike its lines are', () => {
  const line = fc.constantFrom(
    ['一 件', '学习记录不全', '1'],
    ['一件', '学习记录不全', '1'],
    ['一  件', '学习记录不全', '1'],
    ['二 件', '采购没有比价', ''],
    ['二件', '采购没有比价', ''],
    ['', '采购没有比价', '2'],
    ['注：', '无', ''],
    ['办结', '', ''],
  )
  fc.assert(
    fc.property(fc.array(line, { minLength: 3, maxLength: 12 }), (lines) => {
      const rows = wordsRow(1, '序号', '存在问题', '状态') + lines.map((words, i) => wordsRow(i + 2, ...words)).join('')
      const book = documentOf(xlsxOf([{ name: '台账', rows }]))
      for (const { changes, rewritten, addedRows, removedRows, movedRows } of diffLedgers(book, book).sheets)
        expect({ changes, rewritten, addedRows, removedRows, movedRows }).toEqual({
          ...{ changes: [], rewritten: [], addedRows: [], removedRows: [], movedRows: [] },
        })
    }),
    { numRuns: 300 },
  )
})
