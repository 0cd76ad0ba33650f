import { isUnreadable, read } from '@duizhao/engine'
import { expect, it } from 'vitest'
import { type OfficialDocument, officialDocument } from './official-document.ts'

const NOTICE: OfficialDocument = {
  title: '整改事项督办单',
  number: '临督〔2026〕3号',
  addressee: '市水务局',
  blocks: [
    { kind: 'heading', level: 1, words: '一、督办事项' },
    { kind: 'paragraph', words: '“河道管护不到位”一项逾期 <12> 天。' },
    {
      kind: 'table',
      columns: [
        { header: '序号', share: 1 },
        { header: '问题', share: 6 },
      ],
      rows: [['1', '河道管护不到位\n两处垃圾堆放']],
    },
  ],
  signature: { unit: '市委督查室', date: '2026年4月2日' },
}

it('writes a Word document that says what it was given, in order', async () => {
  const document = await read(officialDocument(NOTICE), '督办单.docx')
  if (isUnreadable(document)) throw new Error(document.message)
  const places = [
    '整改事项督办单',
    '临督〔2026〕3号',
    '市水务局：',
    '一、督办事项',
    '“河道管护不到位”一项逾期 <12> 天。',
    '两处垃圾堆放',
    '市委督查室',
    '2026年4月2日',
  ].map((words) => document.text.indexOf(words))
  expect(places.every((place) => place >= 0)).toBe(true)
  expect(places.toSorted((a, b) => a - b)).toEqual(places)
  expect(document.tables[0]).toMatchObject({ rowCount: 2, columnCount: 2 })
})

it('gives the same bytes for the same document', () => {
  expect(officialDocument(NOTICE)).toEqual(officialDocument(NOTICE))
})
