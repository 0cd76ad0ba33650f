import { readFile } from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import { isUnreadable, read } from '../read.ts'
import type { SourceDocument } from '../source-document.ts'
import { makeDoc, setting, type MadeDoc } from '../testing/make-doc.ts'

async function documentOf(doc: MadeDoc, name = '材料.doc'): Promise<SourceDocument> {
  const result = await read(makeDoc(doc), name)
  if (isUnreadable(result)) throw new Error(result.message)
  return result
}

async function linesOf(doc: MadeDoc): Promise<string[]> {
  return (await documentOf(doc)).text.split('\n')
}

const LIST_USE = 0x460b
const LIST_LEVEL = 0x260a
const IN_TABLE = setting(0x2416, 1)
const ROW_END = [...IN_TABLE, ...setting(0x2417, 1)]

describe('the text of a .doc', () => {
  it('is put together from its pieces, wherever they lie and however wide they are', async () => {
    const runs = [
      { words: '临江市档案局', order: 3 },
      { words: '2025 A-B', narrow: true, order: 1 },
      { words: '年对照检查材料\r', order: 2 },
      { words: 'caf\xe9 \x93x\x94\r', narrow: true },
    ]
    expect(await linesOf({ runs })).toEqual(['临江市档案局2025 A-B年对照检查材料', 'café “x”'])
  })

  it('shows fields as their results and control characters as what they mean', async () => {
    const link = '\x13 HYPERLINK "https://example.invalid" \x14党章\x15'
    const nested = '\x13 IF \x13 PAGE \x142\x15 = 2 \x14甲\x15'
    const runs = [
      {
        words: `学习${link}和${nested}\r第一行\x0b第二行\x0c第三行\t1\x1e2\x1f3\x02\x05\r\x13 EQ \\o\\ac(○,1) \x15项\r`,
      },
    ]
    expect(await linesOf({ runs })).toEqual(['学习党章和甲', '第一行', '第二行', '第三行\t1-23', '①项'])
  })

  it('has revisions accepted and hidden words left out', async () => {
    const runs = [
      { words: '学习' },
      { words: '不够', settings: setting(0x0800, 1) },
      { words: '比较', settings: setting(0x0801, 1) },
      { words: '深入，' },
      { words: '\r', settings: setting(0x0800, 1) },
      { words: '并且' },
      { words: '（内部）', settings: setting(0x083c, 1) },
      { words: '经常。\r' },
    ]
    const { text, notes } = await documentOf({ runs })
    expect(text).toBe('学习比较深入，并且经常。')
    expect(notes).toEqual(['文档带有修订痕迹，按接受全部修订后的文字读取。', '文档中有隐藏文字，没有读取。'])
  })

  it('has text boxes and notes at its end, and no headers or comments', async () => {
    const runs = [
      { words: '正文\r' },
      { words: '\x02 脚注\r' },
      { words: '页眉\r' },
      { words: '批注\r' },
      { words: '尾注\r' },
      { words: '框\r' },
    ]
    const { paragraphs, text } = await documentOf({ runs, lengths: [3, 5, 3, 0, 3, 3, 2] })
    expect(paragraphs.map(({ style, start, end }) => `${style} ${text.slice(start, end)}`)).toEqual([
      'body 正文',
      'textbox 框',
      'footnote 脚注',
      'footnote 尾注',
    ])
  })
})

describe('the paragraphs of a .doc', () => {
  it('have the ranks of their styles', async () => {
    const styles = [
      { builtIn: 0 },
      { builtIn: 1, basedOn: 0, characters: setting(0x0835, 1) },
      { builtIn: 62 },
      { builtIn: 0xffe, basedOn: 1 },
      { builtIn: 19 },
      { builtIn: 0xffe, paragraph: setting(0x2640, 2) },
    ]
    const paragraphs = [2, 4, 1, 3, 5, 0, 0].map((style, i) => ({
      style,
      ...(i === 6 ? { settings: setting(0x2640, 0) } : {}),
    }))
    const runs = [
      { words: '标题\r目录\t1\r一级\r' },
      { words: '二\r', settings: setting(0x0835, 0) },
      { words: '三\r四\r五\r' },
    ]
    const document = await documentOf({ runs, styles, paragraphs })
    expect(document.paragraphs.map(({ style, level = 0, bold }) => `${style}${level}${bold ? ' bold' : ''}`)).toEqual([
      'title0',
      'heading1 bold',
      'heading1',
      'heading3',
      'body0',
      'heading1',
    ])
    expect(document.notes).toEqual(['文档中的自动目录没有读取。'])
  })

  it('have the numbers Word shows', async () => {
    const lists = [
      [
        { format: 39, text: '%1、' },
        { format: 37, text: '（%2）' },
        { format: 0, text: '%3.', suffix: 1 },
        ...Array.from({ length: 6 }, () => ({ format: 0xff, text: '' })),
      ],
      [{ format: 18, text: '%1', start: 3, suffix: 0 }],
    ]
    const uses = [{ list: 0 }, { list: 1 }, { list: 0, restarts: { 0: 7 } }]
    const at = (use: number, level: number): number[] => [...setting(LIST_USE, use, 0), ...setting(LIST_LEVEL, level)]
    const styles = [{ builtIn: 0 }, { builtIn: 0xffe, paragraph: at(1, 1) }]
    const paragraphs = [
      { settings: at(1, 0) },
      { style: 1 },
      { style: 1 },
      { settings: at(1, 2) },
      { settings: at(1, 0) },
      { style: 1 },
      { style: 1, settings: setting(LIST_USE, 0, 0) },
      { settings: at(2, 0) },
      { settings: at(3, 0) },
    ]
    const document = await documentOf({
      runs: [{ words: '甲\r乙\r丙\r丁\r戊\r己\r庚\r辛\r壬\r' }],
      lists,
      uses,
      styles,
      paragraphs,
    })
    expect(document.text.split('\n')).toEqual([
      '一、甲',
      '（一）乙',
      '（二）丙',
      '1. 丁',
      '二、戊',
      '（一）己',
      '庚',
      '③\t辛',
      '七、壬',
    ])
    expect(document.paragraphs[3]).toMatchObject({ label: '1. ' })
    expect(document.text.slice(document.paragraphs[3]?.start, document.paragraphs[3]?.end)).toBe('1. 丁')
  })
})

describe('the tables of a .doc', () => {
  const row = (edges: readonly number[], flags: readonly number[]): number[] => {
    const int16 = (value: number): number[] => [value & 0xff, (value >> 8) & 0xff]
    const cells = flags.flatMap((flag) => [...int16(flag), ...new Array<number>(18).fill(0)])
    const definition = [flags.length, ...edges.flatMap(int16), ...cells]
    return [...ROW_END, ...setting(0xd608, ...int16(definition.length + 1), ...definition)]
  }

  it('keep merged cells', async () => {
    const words = '前言\r序号\x07问题\x07\x071\x07表述\x07表现一\r表现二\x07\x07\x07甲\x07乙\x07\x07后语\r'
    const paragraphs = [
      {},
      { settings: IN_TABLE },
      { settings: IN_TABLE },
      { settings: row([0, 1000, 5000], [0x60, 0]) },
      { settings: IN_TABLE },
      { settings: IN_TABLE },
      { settings: IN_TABLE },
      { settings: IN_TABLE },
      { settings: row([5, 1010, 3000, 4990], [0x20, 0, 0]) },
      { settings: IN_TABLE },
      { settings: IN_TABLE },
      { settings: IN_TABLE },
      { settings: row([0, 1000, 3000, 5000], [0, 0, 0]) },
      {},
    ]
    const { text, tables } = await documentOf({ runs: [{ words }], paragraphs })
    expect(text.split('\n')).toEqual(['前言', '序号', '1\t问题', '表述\t表现一', '表现二', '\t甲\t乙', '后语'])
    expect(
      tables[0]?.cells.map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${cell.text}`),
    ).toEqual([
      '0,0 2×1 序号\n1',
      '0,1 1×2 问题',
      '1,1 1×1 表述',
      '1,2 1×1 表现一\n表现二',
      '2,0 1×1 ',
      '2,1 1×1 甲',
      '2,2 1×1 乙',
    ])
    expect([tables[0]?.rowCount, tables[0]?.columnCount]).toEqual([3, 3])
  })

  it('may lack everything but their marks', async () => {
    const { tables } = await documentOf({ runs: [{ words: '甲\x07乙\x07\r' }] })
    expect(tables[0]?.cells.map(({ text }) => text)).toEqual(['甲', '乙'])
  })
})

describe('a .doc that cannot be read as usual', () => {
  const runs = [{ words: '学习不够深入。\r' }]

  it.each([
    ['encrypted', { runs, flags: 0x0300 }],
    ['unsupported', { runs, version: 101 }],
    ['damaged', { runs, flags: 0 }],
    ['empty', { runs: [{ words: '\r \r' }] }],
  ])('%s', async (reason, doc) => {
    expect(await read(makeDoc(doc), '材料.doc')).toMatchObject({ reason })
  })

  it('is a .wps by its name only', async () => {
    expect(await documentOf({ runs }, '材料.wps')).toMatchObject({ format: 'wps', notes: [] })
  })

  it('loses its formatting before it loses its text', async () => {
    const bytes = makeDoc({ runs, lists: [[{ format: 0, text: '%1.' }]], uses: [{ list: 0, restarts: { 0: 1 } }] })
    const at = bytes.findIndex((_, i) => bytes[i] === 1 && bytes[i + 4] === 100 && bytes[i + 16] === 1)
    bytes[at + 16] = 200
    expect(await read(bytes, '材料.doc')).toMatchObject({
      text: '学习不够深入。',
      notes: ['文档的格式信息已损坏，只读取了文字，自动编号可能缺失。'],
    })
  })
})

describe('a .doc that LibreOffice wrote', () => {
  it('reads as it looks', async () => {
    const bytes = await readFile(new URL('../testing/libreoffice.doc', import.meta.url))
    const result = await read(bytes, '材料.doc')
    if (isUnreadable(result)) throw new Error(result.message)
    expect(result.text.split('\n')).toEqual([
      '临江市水务局党组对照检查材料',
      '会前，局党组认真开展了学习。',
      '一、存在的问题',
      '（一）学习方面',
      '1.\t学习不够深入。党组理论学习中心组全年学习6次，研讨只有2次。',
      '2.\t调研不够经常。',
      '（二）作风方面',
      '1.\t督办不够有力。',
      '二、整改措施',
      '序号\t措施\t时限',
      '1\t每月学习一次\t2026年6月底',
      '以上是对照检查，请批评指正。',
      '内部资料',
      '数据来自局办公室。',
    ])
    expect(
      result.paragraphs.filter(({ label }) => label).map(({ style, level = 0, label }) => `${style}${level} ${label}`),
    ).toEqual([
      'heading1 一、',
      'heading2 （一）',
      'body0 1.\t',
      'body0 2.\t',
      'heading2 （二）',
      'body0 1.\t',
      'heading1 二、',
    ])
    expect(result.tables[0]).toMatchObject({ rowCount: 2, columnCount: 3 })
    expect(result.notes).toEqual(['文档带有修订痕迹，按接受全部修订后的文字读取。'])
  })
})
