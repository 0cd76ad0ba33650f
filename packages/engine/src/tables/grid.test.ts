import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell, Table } from '../reading/source-document.ts'
import { cellsBeginningIn, cellsOf, gridOf } from './grid.ts'
import { tableOf } from './testing/table-of.ts'

test('合并的格在它盖住的每个位置都是同一个', () => {
  const grid = gridOf(tableOf('甲|<|乙', '^|<|丙'))
  expect(grid?.rows.map(({ places }) => places.map((cell) => cell?.text))).toEqual([
    ['甲', '乙'],
    ['甲', '丙'],
  ])
  expect(grid?.rows[0]?.places[0]).toBe(grid?.rows[1]?.places[0])
})

test('没有字的行和列不在里面，原来的行列号还在', () => {
  const grid = gridOf(tableOf('||', '|甲|', '||', '|乙|'))
  expect(grid?.columns).toEqual([1])
  expect(grid?.rows.map(({ index }) => index)).toEqual([1, 3])
})

test('宽得不像给人看的表不展开', () => {
  expect(gridOf(tableOf(Array.from({ length: 300 }, (_, i) => `列${i}`).join('|')))).toBeNull()
})

test('盖住一百万行的格不占一百万行', () => {
  const cell: Cell = { row: 0, column: 0, rowSpan: 1_048_576, columnSpan: 16_384, text: '题', start: 0, end: 1 }
  const table: Table = { start: 0, end: 1, rowCount: 1_048_576, columnCount: 16_384, cells: [cell] }
  expect(gridOf(table)?.rows).toHaveLength(1)
})

test('任何表格，重叠的也罢，有字的格都在自己开始的位置上', () => {
  const cell = fc.record({
    row: fc.nat(8),
    column: fc.nat(8),
    rowSpan: fc.integer({ min: 1, max: 4 }),
    columnSpan: fc.integer({ min: 1, max: 4 }),
    text: fc.constantFrom('', '甲', '乙'),
    start: fc.constant(0),
    end: fc.constant(1),
  })
  const cells = fc.uniqueArray(cell, { selector: ({ row, column }) => `${row} ${column}`, maxLength: 20 })
  fc.assert(
    fc.property(cells, (drawn) => {
      const grid = gridOf({ start: 0, end: 1, rowCount: 9, columnCount: 9, cells: drawn })
      const found = new Set(grid?.rows.flatMap(cellsOf))
      const beginning = grid?.rows.flatMap(cellsBeginningIn) ?? []
      const written = drawn.filter(({ text }) => text !== '')
      expect(found.size).toBe(written.length)
      expect(new Set(beginning)).toEqual(new Set(written))
    }),
  )
})
