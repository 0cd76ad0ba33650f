import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markedPieces } from './marked-pieces.ts'

it('all pieces together are the text, whatever is marked', () => {
  const mark = fc.record({ start: fc.nat(30), end: fc.nat(30), read: fc.constantFrom('日期', '地点') })
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.array(mark), (text, marks) => {
      const pieces = markedPieces(text, marks)
      expect(pieces.map(({ words }) => words).join('')).toBe(text)
      expect(pieces.every(({ words }) => words !== '')).toBe(true)
    }),
  )
})

it('what was read is marked where it stands, the longer of two that begin together', () => {
  const marks = [
    { start: 3, end: 8, read: '日期' },
    { start: 3, end: 5, read: '数目' },
  ]
  expect(markedPieces('时间：3月5日上午', marks)).toEqual([
    { words: '时间：', read: null },
    { words: '3月5日上', read: '日期' },
    { words: '午', read: null },
  ])
})
