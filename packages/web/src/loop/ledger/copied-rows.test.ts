import { expect, it } from 'vitest'
import { cellsOf, copiedRows } from './copied-rows.ts'
import { problemWith } from './testing/problem.ts'

const columns = [
  { name: '编号', words: ({ number }: { number: number }) => String(number) },
  { name: '问题', words: ({ text }: { text: string }) => text },
]
const texts = ['调研不深入', '两行\n的问题', '带\t制表符', '说“"引号"”的', '=1+1', "'已有撇号", '<b>&']

it('what is copied is read again as it was, cell by cell', () => {
  const problems = texts.map((text, at) => problemWith({ number: at + 1, text }))
  const { text } = copiedRows(problems, columns)
  expect(cellsOf(text)).toEqual([['编号', '问题'], ...texts.map((words, at) => [String(at + 1), words])])
})

it('nothing copied is a formula or markup to who takes it', () => {
  const { text, html } = copiedRows([problemWith({ text: '=HYPERLINK("x")' }), problemWith({ text: '<img>' })], columns)
  expect(text).toContain(`'=HYPERLINK`)
  expect(html).toContain(`>'=HYPERLINK`)
  expect(html).toContain('&lt;img&gt;')
})

it.each([
  [
    'as Excel writes it',
    '编号\t方面\r\n1\t作风\r\n2\t纪律\r\n',
    [
      ['编号', '方面'],
      ['1', '作风'],
      ['2', '纪律'],
    ],
  ],
  ['without an end', '1\t作风', [['1', '作风']]],
  ['one column', '作风\n纪律\n', [['作风'], ['纪律']]],
  ['empty cells', '1\t\t2027\r\n', [['1', '', '2027']]],
  ['empty lines', '\r\n1\r\n\r\n', [['1']]],
  ['a quoted cell', '"一\n二"\t"说""好"""\r\n', [['一\n二', '说"好"']]],
  ['a quote that is none', '5" 管\t1\r\n', [['5" 管', '1']]],
  ['nothing', '', []],
])('a block %s', (_, text, cells) => {
  expect(cellsOf(text)).toEqual(cells)
})
