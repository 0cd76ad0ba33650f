import { expect, test } from 'vitest'
import { findSelfRepetition } from './self-repetition.ts'
import { honestMaterial, PRESCRIBED } from './testing/prose.ts'

const REPEATED =
  '对分管领域的廉政风险点排查不够细致，去年新增的三个服务窗口没有及时纳入防控清单，出现收费公示牌与执行标准不一致的情况，群众意见较大。'
const material = honestMaterial('市水务局', 21)
const middle = material.indexOf('（三）')

test('a paragraph pasted twice is found, the earlier place first', () => {
  const text = `${REPEATED}${material.slice(0, middle)}${REPEATED}${material.slice(middle)}`
  const [found, ...others] = findSelfRepetition(text)
  expect(others).toEqual([])
  expect(found?.a).toEqual({ start: 0, end: REPEATED.length - 1 })
  expect(found && text.slice(found.b.start, found.b.end)).toBe(REPEATED.slice(0, -1))
})

test('also with a word changed', () => {
  const changed = REPEATED.replace('三个服务窗口', '五个办事大厅').replace('群众', '企业')
  expect(findSelfRepetition(`${REPEATED}${material}${changed}`)).toHaveLength(1)
})

test.each([
  ['an honest material, though slogan and headings return', material],
  ['slogans', `${PRESCRIBED.slogan.repeat(4)}${PRESCRIBED.parts.join('')}${PRESCRIBED.parts.join('')}`],
  ['a sentence of less than forty characters', `${REPEATED.slice(0, 30)}。${material}${REPEATED.slice(0, 30)}。`],
  ['nothing', ''],
])('%s is no repetition', (_, text) => {
  expect(findSelfRepetition(text)).toEqual([])
})

test('an excluded heading may return', () => {
  const text = `${REPEATED}${material}${REPEATED}`
  const excluded = [{ start: 0, end: REPEATED.length }]
  expect(findSelfRepetition(text, excluded)).toEqual([])
})

test('a monotonous text is told apart from nothing, in linear time', () => {
  expect(findSelfRepetition('啊'.repeat(300_000)).length).toBeGreaterThan(0)
})
