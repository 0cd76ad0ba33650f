import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlainText } from './plain-text.ts'
import type { SourceDocument } from './source-document.ts'
import { encodeGb18030, encodeUtf16 } from './testing/encode.ts'

function textOf(bytes: Uint8Array): string {
  const document = readPlainText(bytes, '材料.txt')
  return 'reason' in document ? `${document.reason}: ${document.message}` : document.text
}

function documentOf(text: string): SourceDocument {
  const document = readPlainText(new TextEncoder().encode(text), '材料.txt')
  if ('reason' in document) throw new Error(document.message)
  return document
}

describe('encodings', () => {
  const text = '临江市档案局对照检查材料\r\n　　一、学习不够深入。ABC 2025 年镕\r\n'

  it.each([
    ['UTF-8', new TextEncoder().encode(text)],
    ['UTF-8 with mark', new TextEncoder().encode(`\ufeff${text}`)],
    ['GB18030', encodeGb18030(text)],
    ['UTF-16 little endian with mark', encodeUtf16(`\ufeff${text}`, 'little')],
    ['UTF-16 big endian with mark', encodeUtf16(`\ufeff${text}`, 'big')],
    ['UTF-16 little endian', encodeUtf16(text, 'little')],
    ['UTF-16 big endian', encodeUtf16(text, 'big')],
    ['UTF-16 without a single Latin letter', encodeUtf16('学习不够深入，担当作为不够。', 'little')],
  ])('%s', (name, bytes) => {
    expect(textOf(bytes)).toBe(name.includes('without a') ? '学习不够深入，担当作为不够。' : text)
  })

  it('any text of common characters survives UTF-8 and GB18030', () => {
    const words = fc
      .array(fc.constantFrom(...'学习不够深入的一是、。，：（）“”《》AZaz09 \r\n\t　—…·'), {
        minLength: 1,
        maxLength: 200,
      })
      .map((chars) => `学${chars.join('')}`)
    fc.assert(
      fc.property(words, (sample) => {
        expect(textOf(new TextEncoder().encode(sample))).toBe(sample)
        expect(textOf(encodeGb18030(sample))).toBe(sample)
      }),
    )
  })

  it('a file cut in the middle of a character is read, with a note', () => {
    for (const bytes of [
      new TextEncoder().encode(text.trimEnd()),
      encodeGb18030(text.trimEnd()),
      encodeUtf16(`\ufeff${text}`, 'little'),
    ]) {
      const document = readPlainText(bytes.subarray(0, bytes.length - 1), '材料.txt')
      if ('reason' in document) throw new Error(document.message)
      expect(document.text.startsWith('临江市档案局对照检查材料\r\n')).toBe(true)
      expect(document.notes).toEqual(['有 1 处字符无法识别，文件可能不完整。'])
    }
  })

  it('what is not text is refused', () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * i * 31 + (i >> 3)) & 0xff)
    expect(textOf(noise)).toBe('unsupported: “材料.txt”不是文字文件，内容无法识别。')
    expect(textOf(new TextEncoder().encode(' \r\n　\n'))).toBe('empty: “材料.txt”里面没有文字。')
  })
})

describe('paragraphs', () => {
  it('are the lines without the white space at their ends', () => {
    const text = '　　临江市水利局\r\n\r\n\t一、学习不够  \r\n　\r\n会前，领导班子认真学习。'
    const { paragraphs } = documentOf(text)
    expect(paragraphs.map(({ start, end }) => text.slice(start, end))).toEqual([
      '临江市水利局',
      '一、学习不够',
      '会前，领导班子认真学习。',
    ])
  })

  it('short lines at the top are the title', () => {
    const styles = (text: string): string =>
      documentOf(text)
        .paragraphs.map(({ style }) => style)
        .join(' ')
    expect(styles('临江市水利局领导班子\n对照检查材料\n\n会前，领导班子认真学习。')).toBe('title title body')
    expect(styles('一、存在的问题\n会前，领导班子认真学习。')).toBe('body body')
    expect(styles('会前，领导班子认真学习。\n问题')).toBe('body body')
  })
})

describe('tables that lost their lines', () => {
  const cellsOf = (text: string): string[] =>
    documentOf(text).tables.flatMap(({ cells }) =>
      cells.map(({ row, column, text: words }) => `${row}.${column} ${words}`),
    )

  it('are rows parted by tabs, a cell of several lines breaking its row', () => {
    const text =
      '清单如下。\n方面\t问题\t措施\n学习\t1.念文件多\n2.联系少\t每月学一次\n作风\t下乡不勤\t每周一次\n\n特此报告。'
    expect(cellsOf(text)).toEqual([
      '0.0 方面',
      '0.1 问题',
      '0.2 措施',
      '1.0 学习',
      '1.1 1.念文件多\n2.联系少',
      '1.2 每月学一次',
      '2.0 作风',
      '2.1 下乡不勤',
      '2.2 每周一次',
    ])
  })

  it('each cell stands where its words do, and running text is none', () => {
    const text = '甲\t乙\t丙\n丁\t戊\t己'
    const cells = documentOf(text).tables.flatMap((table) => table.cells)
    expect(cells.map(({ start, end }) => text.slice(start, end))).toEqual(['甲', '乙', '丙', '丁', '戊', '己'])
    expect(documentOf('一句话\t还有一句\n又一句话\t再一句').tables).toEqual([])
  })
})
