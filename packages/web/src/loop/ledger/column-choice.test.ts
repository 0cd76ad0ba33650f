import { expect, it } from 'vitest'
import { columnsKept, movedColumn, usualColumns, withColumn } from './column-choice.ts'

it.each([
  [null, usualColumns],
  ['no JSON', usualColumns],
  ['{"a":1}', usualColumns],
  ['["number"]', usualColumns],
  ['["text","colour","number","text"]', ['text', 'number']],
])('%j are kept as %j', (stored, columns) => {
  expect(columnsKept(stored)).toEqual(columns)
})

it('a column comes to its usual place, moves and goes; the problem stays', () => {
  const some = withColumn(['number', 'text', 'state'], 'due', true)
  expect(some).toEqual(['number', 'text', 'due', 'state'])
  expect(withColumn(some, 'due', true)).toBe(some)
  const moved = movedColumn(some, 'due', -1)
  expect(moved).toEqual(['number', 'due', 'text', 'state'])
  expect(movedColumn(moved, 'number', -1)).toBe(moved)
  expect(movedColumn(moved, 'state', 1)).toBe(moved)
  expect(withColumn(moved, 'due', false)).toEqual(['number', 'text', 'state'])
  expect(withColumn(moved, 'text', false)).toEqual(moved)
})
