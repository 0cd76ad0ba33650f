import { describe, expect, it } from 'vitest'
import { docxOf, listLevel, listOf, numbered, paragraph } from '../testing/docx-of.ts'
import { readDocx } from './read-docx.ts'

const CHINESE = [
  listLevel(0, 'chineseCountingThousand', '%1、'),
  listLevel(1, 'chineseCountingThousand', '（%2）'),
  listLevel(2, 'decimal', '%3.'),
]

function linesOf(body: string, numbering: string, styles?: string): string[] {
  const document = readDocx(docxOf(body, { numbering, ...(styles === undefined ? {} : { styles }) }), '材料.docx')
  if ('reason' in document) throw new Error(document.message)
  return document.text.split('\n')
}

/** Reads a list drawn as `level` or `level/list` items and returns the labels. */
function labelsOf(drawing: string, numbering: string): string {
  const items = drawing.split(' ').map((item) => item.split('/').map(Number))
  const body = items.map(([level = 0, list = 1]) => numbered('|', level, list)).join('')
  return linesOf(body, numbering)
    .map((line) => line.split('|')[0])
    .join(' ')
}

describe('automatic numbers', () => {
  it('count on each level and begin again under a new higher number', () => {
    expect(labelsOf('0 1 1 2 2 1 2 0 1', listOf(CHINESE))).toBe('一、 （一） （二） 1. 2. （三） 1. 二、 （一）')
  })

  it('stand in the text and in the label, with what follows them', () => {
    const suffixes = ['', '<w:suff w:val="space"/>', '<w:suff w:val="nothing"/>']
    const levels = suffixes.map((suffix, i) => listLevel(i, 'decimal', `%${i + 1}.`, `<w:start w:val="3"/>${suffix}`))
    const document = readDocx(
      docxOf([0, 1, 2].map((level) => numbered('学习', level)).join(''), { numbering: listOf(levels) }),
      'a',
    )
    if ('reason' in document) throw new Error(document.message)
    expect(document.text).toBe('3.\t学习\n3. 学习\n3.学习')
    expect(document.paragraphs.map(({ label }) => label)).toEqual(['3.\t', '3. ', '3.'])
    expect(document.paragraphs.map(({ start, end }) => document.text.slice(start, end))).toEqual(
      document.text.split('\n'),
    )
  })

  it('repeat higher numbers, in Arabic digits if the level is legal', () => {
    const levels = [
      listLevel(0, 'chineseCounting', '第%1章'),
      listLevel(1, 'decimal', '%1-%2 '),
      listLevel(2, 'decimal', '%1.%2.%3 ', '<w:start w:val="1"/><w:isLgl/>'),
    ]
    expect(labelsOf('0 0 1 2 2', listOf(levels))).toBe('第一章 第二章 二-1  2.1.1 \t 2.1.2 \t')
  })

  it('of lists of one family count on, unless an instance has a start of its own', () => {
    const restart = (level: number, start: number): string =>
      `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="${start}"/></w:lvlOverride>`
    const numbering = listOf(CHINESE, ['', '', restart(0, 1), restart(2, 5)])
    expect(labelsOf('0/1 0/2 0/1', numbering)).toBe('一、 二、 三、')
    expect(labelsOf('0/1 0/1 0/3 0/3 0/1', numbering)).toBe('一、 二、 一、 二、 三、')
    expect(labelsOf('1/1 2/1 2/4 2/4 1/1 2/1', numbering)).toBe('（一） 1. 5. 6. （二） 1.')
  })

  it('take whole levels from an instance', () => {
    const override = `<w:lvlOverride w:ilvl="0">${listLevel(0, 'upperLetter', '%1）')}</w:lvlOverride>`
    expect(labelsOf('0/1 0/2 0/2', listOf(CHINESE, ['', override]))).toBe('一、 B） C）')
  })

  it('begin again only under the level told, or never', () => {
    const third = (restart: number): string =>
      listOf([
        ...CHINESE.slice(0, 2),
        listLevel(
          2,
          'decimal',
          '%3.',
          `<w:start w:val="1"/><w:suff w:val="nothing"/><w:lvlRestart w:val="${restart}"/>`,
        ),
      ])
    expect(labelsOf('0 1 2 2 1 2 0 2', third(1))).toBe('一、 （一） 1. 2. （二） 3. 二、 1.')
    expect(labelsOf('0 1 2 2 1 2 0 2', third(0))).toBe('一、 （一） 1. 2. （二） 3. 二、 4.')
  })

  it('count a level that was skipped as begun', () => {
    expect(labelsOf('1 1 0 1', listOf(CHINESE))).toBe('（一） （二） 二、 （一）')
  })

  it('come from paragraph styles, whose level is the one that names them', () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="heading 2"/><w:basedOn w:val="A"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="条目"/><w:basedOn w:val="B"/></w:style>' +
      '<w:style w:type="paragraph" w:styleId="D"><w:name w:val="小条"/><w:basedOn w:val="A"/></w:style>'
    const levels = [
      CHINESE[0] ?? '',
      CHINESE[1] ?? '',
      listLevel(2, 'decimal', '%3.', '<w:start w:val="1"/><w:pStyle w:val="D"/><w:suff w:val="nothing"/>'),
    ]
    const body = ['A', 'B', 'C', 'D'].map((id) => paragraph('学', `<w:pStyle w:val="${id}"/>`)).join('')
    const without = paragraph('学', '<w:pStyle w:val="A"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(linesOf(body + without, listOf(levels), styles)).toEqual(['一、学', '（一）学', '（二）学', '1.学', '学'])
  })

  it('follow a list style to the definition that bears its name', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="5"><w:numStyleLink w:val="S"/></w:abstractNum>' +
      `<w:abstractNum w:abstractNumId="6"><w:styleLink w:val="S"/>${CHINESE.join('')}</w:abstractNum>` +
      '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num>'
    const style =
      '<w:style w:type="numbering" w:styleId="S"><w:name w:val="公文"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
    expect(linesOf(numbered('甲') + numbered('乙', 0, 2), numbering, style)).toEqual(['一、甲', '二、乙'])
    expect(linesOf(numbered('甲'), numbering)).toEqual(['一、甲'])
  })

  it('stand alone before an empty paragraph, which counts', () => {
    expect(linesOf(numbered('甲') + numbered('') + numbered('丙'), listOf(CHINESE))).toEqual([
      '一、甲',
      '二、',
      '三、丙',
    ])
  })

  it('are left out for bullets, hidden numbers, format none without text and unknown lists', () => {
    const levels = [
      listLevel(0, 'bullet', ''),
      listLevel(1, 'decimal', '%2.', '<w:rPr><w:vanish/></w:rPr>'),
      listLevel(2, 'none', '%3'),
    ]
    expect(
      linesOf([0, 1, 2].map((level) => numbered('甲', level)).join('') + numbered('乙', 0, 77), listOf(levels)),
    ).toEqual(['甲', '甲', '甲', '乙'])
  })

  it('are not counted in deleted paragraphs', () => {
    const deleted =
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del w:id="2"><w:r><w:delText>乙</w:delText></w:r></w:del></w:p>'
    expect(linesOf(numbered('甲') + deleted + numbered('丙'), listOf(CHINESE))).toEqual(['一、甲', '二、丙'])
  })

  it('of text boxes are counted apart', () => {
    const box = `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${numbered('框')}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`
    expect(linesOf(numbered('甲') + box + numbered('乙'), listOf(CHINESE))).toEqual(['一、甲', '一、框', '二、乙'])
  })

  it('have nine levels whatever the definition says', () => {
    const levels = [listLevel(900_000_000, 'decimal', '%1.'), listLevel(0, 'decimal', '%1.')]
    expect(linesOf(numbered('甲', 900_000_000) + numbered('乙'), listOf(levels))).toEqual(['甲', '1.乙'])
  })

  it('stay short whatever the definition says', () => {
    const [line = ''] = linesOf(numbered('甲'), listOf([listLevel(0, 'decimal', '长'.repeat(5000))]))
    expect(line.length).toBeLessThan(200)
  })

  it('of a made-up pattern without end are cut', () => {
    const pattern = '%1'.repeat(20_000)
    const [line = ''] = linesOf(numbered('|', 0, 1).repeat(2000), listOf([listLevel(0, 'decimal', pattern)]))
    expect(line.length).toBeLessThan(100)
  })
})
