import { readFile } from 'node:fs/promises'
import { zlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bytesOfText, textOfBytes } from '../byte-text.ts'
import { isUnreadable, read } from '../read.ts'
import type { SourceDocument } from '../source-document.ts'
import { makePdf, setLines, type MadePage } from '../testing/make-pdf.ts'

async function documentOf(pages: readonly MadePage[]): Promise<SourceDocument> {
  const result = await read(makePdf(pages), '材料.pdf')
  if (isUnreadable(result)) throw new Error(result.message)
  return result
}

async function linesOf(...pages: readonly MadePage[]): Promise<string[]> {
  return (await documentOf(pages)).text.split('\n')
}

const FULL = '领导班子坚持第一议题制度认真学习贯彻党的创新理论成'
const BODY = [`　　${FULL}`, `果${FULL}`, '果，学习不够深入。', `　　${FULL}`, '果，联系实际不够。']
const JOINED = [`${FULL}果${FULL}果，学习不够深入。`, `${FULL}果，联系实际不够。`]

describe('the paragraphs of a PDF', () => {
  it('are joined from lines and parted by indents and short lines', async () => {
    const headings = ['　　一、存在的问题', '　　（一）理论学习方面', '张三', '2025年12月1日']
    expect(await linesOf({ words: setLines([...BODY, ...headings]) })).toEqual([
      ...JOINED,
      '一、存在的问题',
      '（一）理论学习方面',
      '张三',
      '2025年12月1日',
    ])
  })

  it('keep a space between Latin words only', async () => {
    const lines = [
      `　　${FULL}`,
      `${FULL.slice(0, 22)}the word`,
      `of the law 2025${FULL.slice(0, 19)}`,
      '成，完成 APP 建设。',
    ]
    expect(await linesOf({ words: setLines(lines) })).toEqual([
      `${FULL}${FULL.slice(0, 22)}the word of the law 2025${FULL.slice(0, 19)}成，完成APP建设。`,
    ])
  })

  it('run on over the end of a page', async () => {
    const top = setLines(BODY.slice(0, 2), { y: 130 })
    expect(await linesOf({ words: top }, { words: setLines(BODY.slice(2)) })).toEqual(JOINED)
  })

  it('that are centred at the top are the title, also one too long for its line', async () => {
    const title = setLines(['临江市档案局党组领导班子二〇二五年度民主', '生活会对照检查材料'], {
      size: 22,
      y: 760,
      pitch: 32,
    })
    const words = [
      ...title.slice(0, 1),
      { ...title[1], x: 198, size: 22 } as (typeof title)[0],
      { words: '（2025年12月1日）', x: 232, y: 700 },
    ]
    const { paragraphs, text } = await documentOf([{ words: [...words, ...setLines(BODY, { y: 640 })] }])
    expect(paragraphs.map(({ style }) => style)).toEqual(['title', 'title', 'body', 'body'])
    expect(text.split('\n').slice(0, 2)).toEqual([
      '临江市档案局党组领导班子二〇二五年度民主生活会对照检查材料',
      '（2025年12月1日）',
    ])
  })
})

describe('what is not text of a PDF', () => {
  const numbered = (number: number, words: MadePage['words'] = setLines(BODY)): MadePage => ({
    words: [
      { words: '临江市档案局内部资料', x: 220, y: 800, size: 9 },
      ...(words ?? []),
      { words: `— ${number} —`, x: 280, y: 50, size: 14 },
    ],
  })

  it('page numbers and repeated headers are left out', async () => {
    expect(await linesOf(numbered(1), numbered(2), numbered(3))).toEqual([...JOINED, ...JOINED, ...JOINED])
    expect(
      await linesOf({ words: [...setLines(BODY), { words: '第 1 页 共 12 页', x: 240, y: 40, size: 9 }] }),
    ).toEqual(JOINED)
  })

  it('slanted watermarks are left out', async () => {
    expect(
      await linesOf({ words: [...setLines(BODY), { words: '内部资料', x: 100, y: 600, slant: 45, size: 60 }] }),
    ).toEqual(JOINED)
  })

  it('footnotes stand at the end, and their signs nowhere', async () => {
    const sign = { words: '1', x: 80 + 9 * 16, y: 650, size: 8 }
    const note = { words: '1 数据来自统计年鉴。', x: 80, y: 100, size: 9 }
    const { paragraphs, text } = await documentOf([
      { words: [...setLines(BODY), sign, note] },
      { words: setLines(BODY) },
    ])
    expect(text.split('\n')).toEqual([...JOINED, ...JOINED, '1数据来自统计年鉴。'])
    expect(paragraphs.at(-1)?.style).toBe('footnote')
  })
})

describe('the order of a PDF', () => {
  it('is column by column on a page in two', async () => {
    const column = (sign: string, x: number): MadePage['words'] =>
      setLines(
        Array.from({ length: 10 }, (_, i) => `${sign}${i}${'学'.repeat(18)}`),
        { x, size: 10, pitch: 16 },
      )
    const title = [{ words: '临江市档案工作简报第三期总第二十八期', x: 150, y: 760, size: 16 }]
    const lines = await linesOf({ words: [...title, ...(column('左', 60) ?? []), ...(column('右', 310) ?? [])] })
    expect(lines.join('').replace(/学+/g, '')).toBe(
      `临江市档案工作简报第三期总第二十八期${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => `左${i}`).join('')}${[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => `右${i}`).join('')}`,
    )
  })

  it('is that of a page turned on its side', async () => {
    const words = setLines(BODY).map(({ words: shown, x, y }) => ({ words: shown, x: 842 - y, y: x, slant: 90 }))
    expect(await linesOf({ words, rotate: 90 })).toEqual(JOINED)
  })
})

describe('the tables of a PDF', () => {
  const xs = [80, 130, 330, 515]
  const grid = (ys: readonly number[]): NonNullable<MadePage['rules']> => [
    ...ys.map((y) => [80, y, 515, y] as const),
    ...xs.map((x) => [x, ys[0] ?? 0, x, ys.at(-1) ?? 0] as const),
  ]
  const row = (y: number, ...cells: readonly string[]): NonNullable<MadePage['words']> =>
    cells.map((words, i) => ({ words, x: (xs[i] ?? 0) + 5, y, size: 10 })).filter(({ words }) => words !== '')
  const shown = (document: SourceDocument): string[] =>
    (document.tables[0]?.cells ?? []).map(
      (cell) => `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan} ${cell.text}`,
    )

  it('drawn with lines have cells, also merged ones', async () => {
    const rules: MadePage['rules'] = [
      [80, 600, 515, 600],
      [330, 570, 515, 570],
      [80, 540, 515, 540],
      [80, 510, 515, 510],
      [80, 600, 80, 510],
      [130, 600, 130, 510],
      [330, 600, 330, 540],
      [515, 600, 515, 510],
    ]
    const words = [
      ...row(580, '1', '第一行学习学习学习学习学习学习学习学', '措施一'),
      ...row(560, '', '第二行', '措施二'),
      ...row(520, '2', '横贯两栏'),
    ]
    const document = await documentOf([
      { words: [...setLines(['前言']), ...words, ...setLines(['后语'], { y: 400 })], rules },
    ])
    expect(document.text).toBe('前言\n1\t第一行学习学习学习学习学习学习学习学第二行\t措施一\n措施二\n2\t横贯两栏\n后语')
    expect(shown(document)).toEqual([
      '0,0 2×1 1',
      '0,1 2×1 第一行学习学习学习学习学习学习学习学第二行',
      '0,2 1×1 措施一',
      '1,2 1×1 措施二',
      '2,0 1×1 2',
      '2,1 1×2 横贯两栏',
    ])
  })

  it('go on on the next page, without the header again and with the cut row whole', async () => {
    const first = {
      words: [
        ...row(660, '序号', '问题', '措施'),
        ...row(630, '1', '不深', '改'),
        ...row(600, '2', '学习的系统性还不够强存在着以干代学的想', '无'),
      ],
      rules: grid([680, 650, 620, 590]),
    }
    const second = {
      words: [...row(780, '序号', '问题', '措施'), ...row(750, '', '现象', ''), ...row(720, '3', '不实', '查')],
      rules: grid([800, 770, 740, 710]),
    }
    const document = await documentOf([first, second])
    expect(document.tables).toHaveLength(1)
    expect(document.text).toBe(
      '序号\t问题\t措施\n1\t不深\t改\n2\t学习的系统性还不够强存在着以干代学的想现象\t无\n3\t不实\t查',
    )
  })

  it('may have their words centred', async () => {
    const words = [
      { words: '学习的系统性还不够强存在着以干代学的现', x: 135, y: 630, size: 10 },
      { words: '象', x: 225, y: 615, size: 10 },
      { words: '改', x: 417, y: 622, size: 10 },
    ]
    const document = await documentOf([{ words, rules: grid([650, 600, 560]) }])
    expect(document.text.split('\n')[0]).toBe('\t学习的系统性还不够强存在着以干代学的现象\t改')
  })

  it('a box round words is none', async () => {
    const box: MadePage['rules'] = [
      [60, 740, 540, 740],
      [60, 500, 540, 500],
      [60, 740, 60, 500],
      [540, 740, 540, 500],
    ]
    const document = await documentOf([{ words: setLines(BODY), rules: box }])
    expect([document.tables.length, document.text]).toEqual([0, JOINED.join('\n')])
  })
})

describe('words laid across the page', () => {
  it.each<[slant: number, place: (line: number) => { x: number; y: number }]>([
    [90, (line) => ({ x: 100 + 28 * line, y: 80 })],
    [-90, (line) => ({ x: 500 - 28 * line, y: 760 })],
    [180, (line) => ({ x: 540, y: 100 + 28 * line })],
  ])('by %i degrees are read as they stand when the page is turned', async (slant, place) => {
    const words = ['Matters put right in the first half', 'of the year and those that go on.'].map((line, i) => ({
      words: line,
      slant,
      ...place(i),
    }))
    expect((await documentOf([{ words }])).text.replaceAll('\n', ' ')).toBe(
      'Matters put right in the first half of the year and those that go on.',
    )
  })

  it('but a few slanted ones beside upright ones are not', async () => {
    const { text } = await documentOf([
      { words: [...setLines(BODY), { words: '内部资料', x: 200, y: 300, slant: 90 }] },
    ])
    expect(text).toBe(JOINED.join('\n'))
  })
})

/** A PDF of one page with words, and further objects from the sixth on: dictionaries with streams, in plain bytes. */
function madeOf(
  resources: string,
  drawn: string,
  objects: readonly (readonly [dictionary: string, content: string])[],
) {
  const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> ${resources} >> >>`
  const stream = ([dictionary, content]: readonly [string, string]): string =>
    `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`
  const all = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    page,
    stream(['', `BT /F 12 Tf 50 700 Td (A ledger of an office) Tj ET\n${drawn}`]),
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...objects.map(stream),
  ]
  const file = all.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  return bytesOfText(`%PDF-1.7\n${file}trailer\n<< /Root 1 0 R >>\n%%EOF\n`)
}

describe('a PDF made to do harm', () => {
  const form = (resources: string): string =>
    `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << ${resources} >>`
  const tiling = (type: string): string =>
    `${type} /PaintType 1 /TilingType 1 /BBox [0 0 9 9] /XStep 9 /YStep 9 /Resources << /Pattern << /P 6 0 R >> /XObject << /X 7 0 R >> >>`
  const painted = '/Pattern cs /P scn 0 0 9 9 re f'
  const twice: [string, string][] = Array.from({ length: 22 }, (_, i) => [
    form(`/XObject << /X ${7 + i} 0 R >>`),
    '/X Do /X Do',
  ])
  const packed = (content: Uint8Array): string => textOfBytes(zlibSync(content))
  const blanks = new Uint8Array(40_000_000).fill(32)

  it.each(['/PatternType 1', '/Pattern#54ype 1', '/PatternType 8 0 R'])(
    'by a pattern of itself is read without patterns (%s)',
    async (type) => {
      const objects = [[tiling(type), `${painted} /X Do`] as const, [form('/Pattern << /P 6 0 R >>'), painted] as const]
      const result = await read(madeOf('/Pattern << /P 6 0 R >>', painted, objects), '材料.pdf')
      expect(result).toMatchObject({ text: 'A ledger of an office' })
    },
  )

  it.each([
    ['forms in forms', madeOf('/XObject << /X 6 0 R >>', '/X Do', [...twice, [form(''), '0 0 m']])],
    ['blanks', madeOf('', '', [['/Filter /FlateDecode', packed(blanks)]])],
    ['blanks packed twice', madeOf('', '', [['/Filter [/FlateDecode /FlateDecode]', packed(zlibSync(blanks))]])],
  ])('by %s is refused', async (_, bytes) => {
    expect(await read(bytes, '材料.pdf')).toMatchObject({ reason: 'bomb' })
  })

  it('by calling a stream a picture is read without it', async () => {
    const picture = ['/Subtype /Image /Width 1 /Height 1 /Filter /FlateDecode', packed(blanks)] as const
    expect(await read(madeOf('', '', [picture]), '材料.pdf')).toMatchObject({ text: 'A ledger of an office' })
  })
})

describe('a PDF that cannot be read', () => {
  const picture: MadePage = { hasPicture: true }
  const password = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O <${'00'.repeat(32)}> /U <${'00'.repeat(32)}> >> /ID [<00> <00>]`

  it.each([
    ['scanned', makePdf([picture, { ...picture, words: [{ words: '扫描王', x: 80, y: 50 }] }])],
    ['empty', makePdf([{}])],
    ['encrypted', makePdf([{ words: setLines(BODY) }], { trailer: password })],
    ['damaged', makePdf([{ words: setLines(BODY) }]).slice(0, 200)],
    ['too_large', makePdf(new Array<MadePage>(2001).fill({}))],
  ])('%s', async (reason, bytes) => {
    expect(await read(bytes, '材料.pdf')).toMatchObject({ reason })
  })

  it('for a password is not told to be opened in Word', async () => {
    const result = await read(makePdf([{ words: setLines(BODY) }], { trailer: password }), '材料.pdf')
    expect(result).toMatchObject({ todo: expect.stringMatching(/^请用 PDF 阅读器打开/) as string })
  })

  it('in part says which pages', async () => {
    const { notes } = await documentOf([{ words: setLines(BODY) }, picture])
    expect(notes).toEqual(['第 2 页几乎没有文字，可能是扫描页，没有读取。'])
  })

  it('for want of character maps is read with them', async () => {
    const bytes = makePdf([{ words: setLines(BODY) }], { needsMaps: true })
    const asked: string[] = []
    async function characterMap(name: string): Promise<Uint8Array> {
      asked.push(name)
      return new Uint8Array(
        await readFile(new URL(`cmaps/${name}.bcmap`, import.meta.resolve('pdfjs-dist/package.json'))),
      )
    }
    expect(await read(bytes, '材料.pdf')).toMatchObject({ reason: 'unsupported' })
    expect(await read(bytes, '材料.pdf', { characterMap })).toMatchObject({ text: JOINED.join('\n') })
    expect(asked).toContain('UniGB-UCS2-H')
  })
})
