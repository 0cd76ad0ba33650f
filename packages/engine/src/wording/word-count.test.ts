import { expect, it } from 'vitest'
import { wordCount } from './word-count.ts'

it.each([
  ['', 0],
  [' \n\t　\u200b', 0],
  ['民主生活会', 5],
  ['一、“三会一课”——学习；', 13],
  ['2025年12月', 4],
  ['完成率98.5%，增长3,200元', 9],
  ['WPS Office 2019 版', 4],
  ['江编办〔2026〕3号', 8],
  ['①学习②整改', 6],
  ['𠮷林村', 3],
  ['第\u200b一', 2],
])('%j counts %i', (text, count) => {
  expect(wordCount(text)).toBe(count)
})
