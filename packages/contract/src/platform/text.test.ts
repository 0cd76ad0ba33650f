import { expect, it } from 'vitest'
import { textOf } from './text.ts'

it.each([
  ['a manual line break of Word', '账实不符\u000B没有盘点', '账实不符\n没有盘点'],
  ['a page break', '账实不符\f没有盘点', '账实不符\n没有盘点'],
  ['a separator of lines', '账实不符\u2028没有盘点', '账实不符\n没有盘点'],
  ['what takes no room', '\uFEFF账实\u200B不符\u2060', '账实不符'],
  ['what one types', '第一行\n第二行\t二', '第一行\n第二行\t二'],
])('%s is kept as what one sees', (_, typed, kept) => {
  expect(textOf('问题', 100).parse(typed)).toBe(kept)
})

it('a text that is too long is refused whole, with how long it may be', () => {
  const { error, data } = textOf('问题', 4_000).safeParse('字'.repeat(5_104))
  expect([data, error?.issues.map(({ message }) => message)]).toEqual([undefined, ['问题最多 4000 字']])
})
