import { describe, expect, it } from 'vitest'
import { relationships } from '../reading/testing/docx-of.ts'
import { wordsRow, xlsxOf } from '../reading/testing/xlsx-of.ts'
import { diffLedgers } from './diff-ledgers.ts'
import { openQuestions } from './ledger-merge.ts'
import { cellsIn, documentOf, mergedFrom } from './testing/merging.ts'

const HEADER = ['序号', '存在问题', '整改措施', '责任人']
const ROWS = [
  ['1', '学习记录不全，缺四次', '每月核对一次', '汪小满'],
  ['2', '采购没有比价', '每季度询价三家', '罗青松'],
]
const listed = (rows: readonly (readonly string[])[] = ROWS, header = HEADER): string =>
  [header, ...rows].map((row, i) => wordsRow(i + 1, ...row)).join('')
const BASE = xlsxOf([{ name: '台账', rows: listed() }])

describe('what a copy has', () => {
  it('over a formula is asked for, not dropped; a result that only follows is not', () => {
    const rated = (cells: readonly string[]): Uint8Array => {
      const rows = ROWS.map((row, i) =>
        wordsRow(i + 2, ...row).replace('</row>', `<c r="E${i + 2}">${cells[i]}</c></row>`),
      )
      return xlsxOf([{ name: '台账', rows: wordsRow(1, ...HEADER, '完成率') + rows.join('') }])
    }
    const base = rated(['<f>1/4</f><v>0.25</v>', '<f>2/4</f><v>0.5</v>'])
    const { merge, bytes } = mergedFrom(base, rated(['<v>1</v>', '<f>3/4</f><v>0.75</v>']))
    expect(merge.changes).toEqual([])
    expect(merge.undecided).toMatchObject([
      { address: 'E2', outcome: 'formula', base: '0.25', proposals: [{ text: '1' }] },
    ])
    expect(cellsIn(bytes)['E2']).toMatchObject({ formula: true, text: '0.25' })
    expect(openQuestions(merge)).toBe(1)
  })

  it('over a formula that shows nothing is asked for too, and its first result is no change', () => {
    const rated = (cells: readonly string[]): Uint8Array => {
      const rows = ROWS.map((row, i) =>
        wordsRow(i + 2, ...row).replace('</row>', `<c r="E${i + 2}">${cells[i]}</c></row>`),
      )
      return xlsxOf([{ name: '台账', rows: wordsRow(1, ...HEADER, '完成率') + rows.join('') }])
    }
    const { merge } = mergedFrom(rated(['<f>1/4</f>', '<f>2/4</f>']), rated(['<v>1</v>', '<f>3/4</f><v>0.75</v>']))
    expect(merge.changes).toEqual([])
    expect(merge.undecided).toMatchObject([{ address: 'E2', outcome: 'formula', proposals: [{ text: '1' }] }])
  })

  it('by way of notes and pictures is told, with the row it belongs to, once for what the base has too', () => {
    const comments = (...notes: readonly (readonly [string, string])[]): string =>
      `<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList>${notes
        .map(([ref, text]) => `<comment ref="${ref}"><text><r><t>${text}</t></r></text></comment>`)
        .join('')}</commentList></comments>`
    const anchor = (row: number): string =>
      `<a><from><col>3</col><row>${row}</row></from><pic><blipFill><blip xmlns:r="r" r:embed="rId1"/></blipFill></pic></a>`
    const withParts = (notes: string, pictures: string): Uint8Array =>
      xlsxOf(
        [
          {
            name: '台账',
            rows: listed(),
            relations: [
              ['comments', '../comments1.xml'],
              ['drawing', '../drawings/drawing1.xml'],
            ],
          },
        ],
        {
          files: {
            'xl/comments1.xml': notes,
            'xl/drawings/drawing1.xml': `<wsDr>${pictures}</wsDr>`,
            'xl/drawings/_rels/drawing1.xml.rels': relationships([['image', '../media/image1.jpeg']]),
            'xl/media/image1.jpeg': '照片',
          },
        },
      )
    const base = withParts(comments(['B2', '下发时的批注']), anchor(1))
    const copy = withParts(comments(['B2', '下发时的批注'], ['D3', '罗青松请假']), anchor(1) + anchor(2))
    const { merge } = mergedFrom(base, copy)
    expect(merge.attached).toMatchObject([
      { copy: '1号', kind: 'note', address: 'D3', number: '2', about: '采购没有比价', text: '罗青松请假' },
      { copy: '1号', kind: 'picture', address: 'D3', number: '2', text: '' },
    ])
    expect(openQuestions(merge)).toBe(2)
    const [sheet] = diffLedgers(documentOf(base), documentOf(copy)).sheets
    expect(sheet?.addedAttached).toHaveLength(2)
    expect(sheet?.removedAttached).toEqual([])
    expect(mergedFrom(base, base).merge.attached).toEqual([])
  })

  it('as a picture in a cell, the way WPS keeps it, is a picture and no words', () => {
    const cell = '<c r="D2" t="str"><f>DISPIMG("ID_7A",1)</f><v>=DISPIMG("ID_7A",1)</v></c>'
      .replaceAll('"ID', '&quot;ID')
      .replaceAll('7A"', '7A&quot;')
    const rows = listed(ROWS.map((row, i) => (i === 0 ? row.slice(0, 3) : row)))
    const { merge } = mergedFrom(
      xlsxOf([{ name: '台账', rows }]),
      xlsxOf([{ name: '台账', rows: rows.replace('</row><row r="3">', `${cell}</row><row r="3">`) }]),
    )
    expect(merge.changes).toEqual([])
    expect(merge.attached).toMatchObject([{ kind: 'picture', address: 'D2', number: '1' }])
  })

  it('not, rows that are missing, is something to look at', () => {
    const { merge } = mergedFrom(BASE, xlsxOf([{ name: '台账', rows: listed(ROWS.slice(0, 1)) }]))
    expect(openQuestions(merge)).toBe(1)
  })
})

describe('a file that is no copy', () => {
  const wages = xlsxOf([{ name: '工资', rows: listed([['甲某', '3000', '200']], ['人员', '基本工资', '津贴']) }])

  it('is named, and nothing of it is taken', () => {
    const { merge, bytes } = mergedFrom(BASE, wages)
    expect(merge).toMatchObject({ foreign: ['1号'], changes: [], addedRows: [], besides: [], missingRows: [] })
    expect(bytes).toBe(BASE)
    expect(openQuestions(merge)).toBe(1)
  })

  it('is told from a copy with other rows only, or fewer columns', () => {
    const others = xlsxOf([{ name: '新增', rows: listed([['1', '广播六处不响', '逐一修好', '安文静']]) }])
    const narrow = xlsxOf([
      {
        name: '台账',
        rows: listed(
          ROWS.map((row) => row.slice(0, 2)),
          HEADER.slice(0, 2),
        ),
      },
    ])
    expect(mergedFrom(BASE, others, narrow).merge.foreign).toEqual([])
  })
})

describe('copies nobody worked on', () => {
  it('leave the workbook byte for byte', () => {
    expect(mergedFrom(BASE, BASE, BASE).bytes).toBe(BASE)
  })
})
