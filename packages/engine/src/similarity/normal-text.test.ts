import { expect, test } from 'vitest'
import { normalise, normalIndex, originalSpan } from './normal-text.ts'

function plain(text: string): string {
  return String.fromCharCode(...normalise(text).codes)
}

test.each([
  ['punctuation and white space', '一、问题：“学”、 用\n脱节。', '一问题学用脱节'],
  ['markup of converted files', '**（****一****）** ## 理论学习', '一理论学习'],
  ['width and case', 'ＡＢｃ１２％', 'abc12'],
  ['digits stay', '2024年12项', '2024年12项'],
  ['circled numbers', '①学习②调研', '学习调研'],
  ['radicals that PDF files have for characters', '⼀⽅⾯', '一方面'],
  ['invisible characters', '学\u200B习\uFEFF不\u00AD深', '学习不深'],
  ['nothing', '，。\n ', ''],
])('%s', (_, text, expected) => {
  expect(plain(text)).toBe(expected)
})

test('the way back leads to the characters, punctuation between them included', () => {
  const text = '一是“学习”不够，深入。'
  const span = originalSpan(normalise(text), 2, 7)
  expect(text.slice(span.start, span.end)).toBe('学习”不够，深')
})

test('the way back never splits a surrogate pair', () => {
  const text = '学𠮷习'
  const normal = normalise(text)
  const until = originalSpan(normal, 0, 2)
  const from = originalSpan(normal, 2, 4)
  expect(text.slice(until.start, until.end)).toBe('学𠮷')
  expect(text.slice(from.start, from.end)).toBe('𠮷习')
})

test('the normal character at or after an offset', () => {
  const normal = normalise('，学，习')
  expect([0, 1, 2, 3, 4].map((offset) => normalIndex(normal, offset))).toEqual([0, 0, 1, 1, 2])
})
