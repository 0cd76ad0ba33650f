import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { isUnreadable, read, type SourceDocument } from '@duizhao/engine'
import { strFromU8, unzlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { linesOf, widthOf } from './line-breaking.ts'
import { type PdfBlock, type PdfDocument, plainPdf } from './plain-pdf.ts'
import { inFont } from './song-font.ts'

async function characterMap(name: string): Promise<Uint8Array> {
  const engine = createRequire(import.meta.resolve('@duizhao/engine'))
  const path = join(dirname(engine.resolve('pdfjs-dist/package.json')), 'cmaps', `${name}.bcmap`)
  return new Uint8Array(await readFile(path))
}

async function documentOf(bytes: Uint8Array): Promise<SourceDocument> {
  const document = await read(bytes, 'x.pdf', { characterMap })
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

/** The lines drawn on each page, with where each stands, from the streams themselves. */
function drawnLines(bytes: Uint8Array): { words: string; left: number; baseline: number; size: number }[][] {
  const file = strFromU8(bytes, true)
  const streams = Array.from(file.matchAll(/\/Length (\d+) \/Filter \/FlateDecode >>\nstream\n/g), (match) => {
    const start = match.index + match[0].length
    return strFromU8(unzlibSync(bytes.subarray(start, start + Number(match[1]))), true)
  })
  const line = /BT \/F1 ([\d.]+) Tf .*? 1 0 0 1 ([\d.]+) ([\d.]+) Tm <([\dA-F]*)> Tj ET/g
  return streams
    .filter((operators) => operators.startsWith('BT'))
    .map((operators) =>
      Array.from(operators.matchAll(line), ([, size, left, baseline, hex = '']) => ({
        ...{ size: Number(size), left: Number(left), baseline: Number(baseline) },
        words: hex.replace(/.{4}/g, (unit) => String.fromCharCode(Number.parseInt(unit, 16))),
      })),
    )
}

const LONG = '会议记录“不规范”，个别党员（含预备党员）请假手续不全；2026年3月31日前完成整改！'
const blocks: readonly PdfBlock[] = [
  { kind: 'heading', words: '一、基本情况' },
  {
    kind: 'facts',
    facts: [
      ['单位', '临江市水务局'],
      ['存在问题', LONG.repeat(4)],
    ],
  },
  { kind: 'heading', words: '二、整改措施' },
  {
    kind: 'table',
    columns: ['措施', '责任人', '预案', '时限'],
    rows: [
      ['建立登记制度', '张三', '', '2026年4月1日'],
      ['按月核对', '李四', LONG.repeat(2), ''],
    ],
  },
  { kind: 'paragraph', words: '没有其他情况……\n买买提·艾力' },
]
const some: PdfDocument = { title: '问题 12 号档案', blocks }
const long: PdfDocument = { title: '长', blocks: [{ kind: 'paragraph', words: LONG.repeat(120) }] }

describe('a PDF of plain words', () => {
  it('gives its words back in order', async () => {
    const { text, notes } = await documentOf(plainPdf(some))
    const parts = ['问题12号档案', '一、基本情况', '单位 临江市水务局', '存在问题 会议记录“不规范”', '二、整改措施']
    const rest = [
      '建立登记制度',
      '责任人：张三；时限：2026年4月1日',
      '按月核对',
      '李四',
      '没有其他情况……',
      '买买提·艾力',
    ]
    const places = [...parts, ...rest].map((part) => text.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((one, other) => one - other))
    expect(text.replaceAll('\n', '')).toContain(LONG.repeat(4))
    expect(notes).toEqual([])
  })

  it('has its objects where the cross-reference table says, and the same bytes each time', () => {
    const bytes = plainPdf(some)
    const file = strFromU8(bytes, true)
    const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(file)?.[1])
    expect(file.slice(start, start + 5)).toBe('xref\n')
    const entries = Array.from(file.slice(start).matchAll(/^(\d{10}) 00000 n $/gm), ([, offset]) => Number(offset))
    expect(entries.length).toBeGreaterThan(8)
    for (const [at, offset] of entries.entries())
      expect(file.slice(offset, offset + 12)).toMatch(new RegExp(`^${at + 1} 0 obj\n`))
    expect(file).toContain(`/Size ${entries.length + 1} `)
    for (const match of file.matchAll(/\/Length (\d+) .*\nstream\n/g))
      expect(file.slice(match.index + match[0].length + Number(match[1])).startsWith('\nendstream\nendobj\n')).toBe(
        true,
      )
    expect(file).toContain('/Title <FEFF95EE9898002000310032002053F768636848>')
    expect(plainPdf(some)).toEqual(bytes)
  })

  it('breaks long texts over numbered pages, inside the margins', async () => {
    const bytes = plainPdf(long)
    const pages = drawnLines(bytes)
    expect(pages.length).toBeGreaterThan(2)
    const margin = (25 / 25.4) * 72
    for (const [at, page] of pages.entries()) {
      expect(page.at(-1)?.words).toBe(`第 ${at + 1} 页 共 ${pages.length} 页`)
      for (const { words, left, baseline, size } of page.slice(0, -1)) {
        expect(left).toBeGreaterThan(margin - 0.01)
        expect(left + widthOf(words) * size).toBeLessThan(595.28 - margin + 0.01)
        expect(baseline).toBeGreaterThan(margin)
        expect(baseline + size).toBeLessThan(841.89 - margin)
      }
    }
    const drawn = pages.flatMap((page) => page.slice(0, -1).map(({ words }) => words)).join('')
    expect(drawn).toBe(`长${LONG.repeat(120)}`)
    const { text } = await documentOf(bytes)
    expect(text.replaceAll('\n', '')).toBe(`长${LONG.repeat(120)}`)
  })

  it('keeps a heading with what follows it', () => {
    for (let lines = 30; lines < 45; lines += 1) {
      const filler: PdfBlock = { kind: 'paragraph', words: Array.from({ length: lines }, () => '行').join('\n') }
      const pages = drawnLines(plainPdf({ title: '题', blocks: [filler, ...blocks] }))
      for (const page of pages) expect(page.at(-2)?.words).not.toMatch(/^[一二]、/)
    }
  })

  it('is a page where there is nothing', () => {
    expect(drawnLines(plainPdf({ title: '', blocks: [] }))).toHaveLength(1)
  })
})

describe('lines', () => {
  it('neither begin with a closing mark nor end with an opening one, and are no wider than they may be', () => {
    for (let most = 8; most < 40; most += 0.5) {
      const lines = linesOf(LONG.repeat(5), most)
      expect(lines.join('')).toBe(LONG.repeat(5))
      for (const line of lines) {
        expect(widthOf(line)).toBeLessThanOrEqual(most)
        expect(line).not.toMatch(/^[。，、；：！？）》”]|[（《“]$/)
      }
    }
  })

  it('keep words and numbers whole where they fit, and break what fits nowhere', () => {
    expect(linesOf('共计 123456 元', 5)).toEqual(['共计', '123456 元'])
    expect(linesOf('a'.repeat(25), 5)).toEqual(['a'.repeat(10), 'a'.repeat(10), 'a'.repeat(5)])
    expect(linesOf('。'.repeat(12), 5)).toHaveLength(3)
    expect(linesOf('一', 0.5)).toEqual(['一'])
    expect(linesOf('甲\n\n乙', 5)).toEqual(['甲', '', '乙'])
  })
})

describe('characters', () => {
  it.each([
    ['𠮷野家', '〓野家'],
    ['有😀字', '有〓字'],
    ['半个\ud83d', '半个〓'],
    ['한', '〓'],
    ['⑩⑪⑳', '⑩(11)(20)'],
    ['10²', '10^2'],
    ['倒\u202e序\u200b\u0007', '倒序'],
    ['甲\t乙\u00a0丙\r\n丁', '甲 乙 丙\n丁'],
    ['㐀䶵买·艾《》〈〉—…→①Ⅳ㎡', '㐀䶵买·艾《》〈〉—…→①Ⅳ㎡'],
  ])('%j are seen as %j', (words, seen) => {
    expect(inFont(words)).toBe(seen)
  })
})
