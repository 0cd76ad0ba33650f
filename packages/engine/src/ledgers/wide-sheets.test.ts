import { expect, it } from 'vitest'
import { columnLetters } from '../wording/column-letters.ts'
import { xlsxOf } from '../reading/testing/xlsx-of.ts'
import { diffLedgers } from './diff-ledgers.ts'
import { documentOf } from './testing/merging.ts'

const COLUMNS = 16_384

/** A sheet filled to its last column, one row of names and two of figures; `from` columns to the right. */
function wide(change: number | null, from = 0): Uint8Array {
  const row = (number: number, textOf: (column: number) => string): string => {
    const cells = Array.from({ length: COLUMNS - from }, (_, i) => {
      const place = `${columnLetters(i + from)}${number}`
      return `<c r="${place}" t="inlineStr"><is><t>${textOf(i)}</t></is></c>`
    })
    return `<row r="${number}">${cells.join('')}</row>`
  }
  const figures = (column: number): string => String(column === change ? -1 : column * 7)
  return xlsxOf([{ name: '数据', rows: row(1, (i) => `指标${i}`) + row(2, figures) + row(3, (i) => `第${i}项`) }])
}

it('compares sheets of 16,384 columns in seconds, also where all of them moved', { timeout: 120_000 }, () => {
  const [sheet] = diffLedgers(documentOf(wide(null)), documentOf(wide(9_000))).sheets
  expect(sheet?.changes).toMatchObject([{ old: { address: 'MHE2' }, new: { text: '-1' } }])
  const [moved] = diffLedgers(documentOf(wide(null, 1)), documentOf(wide(null))).sheets
  expect(moved?.changes).toEqual([])
  expect(moved?.addedColumns).toHaveLength(1)
})
