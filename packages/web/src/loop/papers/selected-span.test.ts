import { expect, it } from 'vitest'
import { trimmedSpan } from './selected-span.ts'

it.each([
  ['一、问题\n学习不够。\n', 4, 12, '学习不够。'],
  ['　学习　', 0, 4, '学习'],
  ['𠮷利', 0, 3, '𠮷利'],
])('of %j from %d to %d the words are %j', (text, begins, ends, words) => {
  const span = trimmedSpan(text, { begins, ends })
  expect(span && text.slice(span.begins, span.ends)).toBe(words)
})

it('is nothing where only white space is marked', () => {
  expect(trimmedSpan('一 \n 二', { begins: 1, ends: 4 })).toBeNull()
})
