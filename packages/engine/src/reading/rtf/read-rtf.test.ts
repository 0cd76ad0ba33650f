import { describe, expect, it } from 'vitest'
import { isUnreadable, read } from '../read.ts'
import type { SourceDocument } from '../source-document.ts'

async function documentOf(body: string): Promise<SourceDocument> {
  const bytes = Uint8Array.from(`{\\rtf1\\ansi\\ansicpg936\\deff0${body}}`, (char) => char.charCodeAt(0))
  const document = await read(bytes, '材料.rtf')
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

/** Words as programs write them in code page 936 and in Unicode. */
const STUDY_GBK = String.raw`\'d1\'a7\'cf\'b0`
const UNICODE = (words: string): string => Array.from(words, (char) => `\\u${char.charCodeAt(0)}?`).join('')

describe('an RTF file', () => {
  it('gives its words in whatever way they are written', async () => {
    const { format, text } = await documentOf(
      String.raw`{\fonttbl{\f0\fnil\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fnil\fcharset0 Times;}{\f2\fnil\fcharset2 Wingdings;}}` +
        `{\\info{\\title Hidden}}{\\f0 ${STUDY_GBK}}{\\f1 ${STUDY_GBK}}${UNICODE('不够')}\\uc2\\u28145\\'c9\\'ee\\uc1\\ldblquote A\\rdblquote{\\f2\\'fe}\\par` +
        `{\\*\\unknown nothing}${UNICODE('第二段')}\\line ${UNICODE('换行')}`,
    )
    expect(format).toBe('rtf')
    expect(text.split('\n')).toEqual(['学习学习不够深“A”☑', '第二段', '换行'])
  })

  it('gives labels, levels, bold words, notes and text boxes', async () => {
    const { text, paragraphs } = await documentOf(
      `\\pard{\\listtext\\pard\\plain\\f0 \\'d2\\'bb\\'a1\\'a2}\\outlinelevel0\\b ${UNICODE('问题')}\\b0\\par` +
        `\\pard ${UNICODE('正文')}{\\footnote ${UNICODE('脚注')}}{\\shp{\\*\\shpinst{\\shptxt ${UNICODE('文本框')}\\par}}}{\\v ${UNICODE('隐藏')}}\\par` +
        `{\\header ${UNICODE('页眉')}}`,
    )
    expect(text.split('\n')).toEqual(['一、问题', '正文', '文本框', '脚注'])
    expect(paragraphs).toMatchObject([
      { style: 'heading', level: 1, label: '一、', bold: true },
      { style: 'body' },
      { style: 'textbox' },
      { style: 'footnote' },
    ])
  })

  it('gives tables with merged cells, and what fields show', async () => {
    const row = (definition: string, ...cells: readonly string[]): string =>
      `\\trowd${definition}\\pard\\intbl ${cells.map((words) => `${UNICODE(words)}\\cell`).join('')}\\row`
    const { text, tables } = await documentOf(
      row('\\clvmgf\\cellx1000\\cellx2000\\cellx3000', '一', '二', '三') +
        row('\\clvmrg\\cellx1000\\cellx3000', '', '四') +
        `\\pard{\\field{\\*\\fldinst EQ \\\\o\\\\ac(\\u9675?,1)}{\\fldrslt}}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt ${UNICODE('链接')}}}{\\deleted ${UNICODE('删')}}\\par`,
    )
    expect(text.split('\n')).toEqual(['一\t二\t三', '四', '①链接'])
    expect(
      tables[0]?.cells.map(({ row: at, column, rowSpan, columnSpan, text: words }) => [
        at,
        column,
        rowSpan,
        columnSpan,
        words,
      ]),
    ).toEqual([
      [0, 0, 2, 1, '一'],
      [0, 1, 1, 1, '二'],
      [0, 2, 1, 1, '三'],
      [1, 1, 1, 2, '四'],
    ])
  })

  it('nested endlessly is refused', async () => {
    const bytes = new TextEncoder().encode(`{\\rtf1 ${'{'.repeat(50_000)}a`)
    expect(await read(bytes, '材料.rtf')).toMatchObject({ reason: 'bomb' })
  })
})
