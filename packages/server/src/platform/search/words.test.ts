import { expect, it } from 'vitest'
import { indexWords, questionWords } from './words.ts'

/** True if a text is found by a question, as the database compares them. */
function isFound(text: string, question: string): boolean {
  const index = indexWords(text)
  const { words, beginning } = questionWords(question)
  return (
    words.every((word) => index.includes(word)) &&
    (beginning === null || index.some((word) => word.startsWith(beginning)))
  )
}

it.each([
  ['临江市水务局2025年度民主生活会方案', '2025年度民主生活会'],
  ['临江市水务局2025年度民主生活会方案', '水务局2025年'],
  ['江水〔2026〕3号', '江水〔2026〕3号'],
  ['江水〔2026〕3号', '3号'],
  ['采购 Ａ４ 纸 12.5 箱', 'a4纸12.5箱'],
  ['GB18030 编码', 'gb18'],
])('%s is found by %s', (text, question) => {
  expect(isFound(text, question)).toBe(true)
})

it.each([
  ['临江市水务局2025年度民主生活会方案', '2024年度民主生活会'],
  ['江水〔2026〕3号', '江水〔2026〕4号'],
])('%s is not found by %s', (text, question) => {
  expect(isFound(text, question)).toBe(false)
})
