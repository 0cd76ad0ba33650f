import { describe, expect, it } from 'vitest'
import { isUnreadable } from '../../reading/read.ts'
import type { SourceDocument } from '../../reading/source-document.ts'
import { wordsRow, xlsxOf } from '../../reading/testing/xlsx-of.ts'
import { readXlsx } from '../../reading/xlsx/read-xlsx.ts'
import { fillWorkbook } from './write-fill.ts'

const DATA = [
  ['序号', '问题', '整改措施', '牵头领导', '责任科室', '完成时限', '进展', '完成情况'],
  ['1', '下乡调研次数偏少', '每季度下乡一次', '方明', '办公室', '2026年3月31日', '下乡三次', '已完成'],
  ['2', '台账更新不及时', '每周五更新', '齐放', '人事科', '长期坚持', '更新九次', '长期坚持'],
]

const linesOf = (rows: readonly (readonly string[])[]): string => rows.map((row, i) => wordsRow(i + 1, ...row)).join('')

function documentOf(bytes: Uint8Array): SourceDocument {
  const document = readXlsx(bytes, '表.xlsx')
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

function filled(form: { rows: string; after?: string }, data: readonly (readonly string[])[] = DATA) {
  const bytes = xlsxOf([{ name: '统计表', ...form }])
  const result = fillWorkbook(bytes, documentOf(bytes), documentOf(xlsxOf([{ name: '台账', rows: linesOf(data) }])))
  if (isUnreadable(result)) throw new Error(result.message)
  const cells = documentOf(result.workbook).tables[0]?.cells ?? []
  return {
    sheet: result.fill.sheets[0],
    at: Object.fromEntries(cells.map(({ address, text }) => [address ?? '', text])),
  }
}

describe('filling a form', () => {
  it('writes each problem under the form’s own headers, whatever the data calls them', () => {
    const { sheet, at } = filled({
      rows: linesOf([['存在问题', '责任部门', '责任领导', '整改时限', '整改进展', '备注'], [], [], ['合计']]),
    })
    expect(at).toMatchObject({
      A2: '下乡调研次数偏少',
      B2: '办公室',
      C2: '方明',
      D2: '2026年3月31日',
      E3: '更新九次',
      A4: '合计',
    })
    expect(sheet).toMatchObject({ written: 2, insertedRows: 0, emptyColumns: ['备注'] })
    expect(sheet?.leftColumns).toEqual(['整改措施', '完成情况'])
  })

  it('inserts rows where the form has too few, above its totals', () => {
    const { sheet, at } = filled({ rows: linesOf([['存在问题', '整改措施', '完成情况'], [], ['合计']]) })
    expect(at).toMatchObject({ A2: '下乡调研次数偏少', A3: '台账更新不及时', C3: '长期坚持', A4: '合计' })
    expect(sheet?.insertedRows).toBe(1)
  })

  it('completes the problems the form already names, and never writes over what is there', () => {
    const { sheet, at } = filled({
      rows: linesOf([
        ['序号', '反馈问题', '责任部门', '整改进展'],
        ['1', '台账更新不及时', '', ''],
        ['2', '下乡调研次数偏少', '宣传科', ''],
        ['3', '公文流转时间偏长', '', ''],
      ]),
    })
    expect(at).toMatchObject({ C2: '人事科', D2: '更新九次', C3: '宣传科', D3: '下乡三次' })
    expect(sheet?.differences).toMatchObject([{ address: 'C3', form: '宣传科', data: '办公室' }])
    expect(sheet?.unanswered).toMatchObject([{ number: '3', about: '公文流转时间偏长' }])
    expect(sheet).toMatchObject({ completed: 2, written: 0 })
  })

  it('chooses from the form’s drop-down lists, and leaves a cell blank when no word fits', () => {
    const list =
      '<dataValidations count="1"><dataValidation type="list" sqref="B2:B3"><formula1>"已办结,推进中"</formula1></dataValidation></dataValidations>'
    const { sheet, at } = filled({ rows: linesOf([['存在问题', '完成情况'], [], [], ['合计']]), after: list })
    expect(at).toMatchObject({ B2: '已办结' })
    expect(at['B3']).toBeUndefined()
    expect(sheet?.notInList).toMatchObject([
      { text: '长期坚持', words: ['已办结', '推进中'], cells: [{ address: 'B3' }] },
    ])
  })

  it('leaves formulas and example sheets alone', () => {
    const rows = `${wordsRow(1, '序号', '存在问题')}<row r="2"><c r="A2"><f>ROW()-1</f><v>1</v></c></row><row r="3"><c r="A3"><f>ROW()-1</f><v>2</v></c></row>`
    const { sheet, at } = filled({ rows })
    expect(at).toMatchObject({ A2: '1', B2: '下乡调研次数偏少', A3: '2', B3: '台账更新不及时' })
    expect(sheet?.written).toBe(2)
  })

  const FORM = [['序号', '存在问题', '整改措施', '完成情况'], [], ['合计']]
  const filledFrom = (sheets: Parameters<typeof xlsxOf>[0], form: readonly (readonly string[])[] = FORM) => {
    const bytes = xlsxOf([{ name: '统计表', rows: linesOf(form) }])
    const result = fillWorkbook(bytes, documentOf(bytes), documentOf(xlsxOf(sheets)))
    if (isUnreadable(result)) throw new Error(result.message)
    const cells = documentOf(result.workbook).tables[0]?.cells ?? []
    return { fill: result.fill, at: Object.fromEntries(cells.map(({ address, text }) => [address ?? '', text])) }
  }
  const HEADERS = ['序号', '问题', '整改措施', '完成情况']

  it('takes the problems of every sheet, under one run of numbers, and counts them', () => {
    const { fill, at } = filledFrom([
      { name: '白杨镇', rows: linesOf([HEADERS, ['1', '下乡少', '每季度下乡', '已完成']]) },
      {
        name: '石桥镇',
        rows: linesOf([HEADERS, ['1', '台账慢', '每周更新', '未启动'], ['2', '报表多', '清理', '已完成']]),
      },
    ])
    expect(at).toMatchObject({ A2: '1', B2: '下乡少', A3: '2', B3: '台账慢', A4: '3', B4: '报表多', A5: '合计' })
    expect(fill).toMatchObject({ problems: 3, left: [], sheets: [{ written: 3, from: ['白杨镇', '石桥镇'] }] })
  })

  it('writes what two sheets say alike once, and tells it', () => {
    const rows = linesOf([HEADERS, ['1', '下乡少', '每季度下乡', '已完成']])
    const { fill } = filledFrom([
      { name: '总表', rows },
      { name: '白杨镇', rows },
    ])
    expect(fill).toMatchObject({
      problems: 2,
      left: [{ sheet: '白杨镇', problems: 1, why: 'repeated' }],
      sheets: [{ written: 1 }],
    })
  })

  it('tells of a sheet whose problems the form has no column for', () => {
    const { fill } = filledFrom(
      [
        { name: '台账', rows: linesOf([HEADERS, ['1', '下乡少', '每季度下乡', '已完成']]) },
        {
          name: '任务',
          rows: linesOf([
            ['序号', '整改措施', '责任人'],
            ['1', '清理报表', '方明'],
          ]),
        },
      ],
      [['序号', '存在问题', '完成情况'], [], ['合计']],
    )
    expect(fill).toMatchObject({ problems: 2, left: [{ sheet: '任务', problems: 1, why: 'no_place' }] })
  })

  it('says a state merged over several measures once', () => {
    const rows = linesOf([HEADERS, ['1', '下乡少', '每季度下乡', '已完成'], ['', '', '写成报告', '']])
    const merged =
      '<mergeCells count="3"><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="D2:D3"/></mergeCells>'
    const { at } = filledFrom([{ name: '台账', rows, after: merged }])
    expect(at).toMatchObject({ B2: '下乡少', C2: '每季度下乡', D2: '已完成', C3: '写成报告' })
    expect(at['D3'] ?? '').toBe('')
  })

  it('leaves one number to a problem with several measures', () => {
    const form = [['序号', '存在问题', '整改措施', '完成情况'], ['1'], ['2'], ['3'], ['合计']]
    const rows = linesOf([
      HEADERS,
      ['1', '下乡少', '每季度下乡', ''],
      ['', '', '写报告', ''],
      ['2', '报表多', '清理', ''],
    ])
    const { at } = filledFrom([{ name: '台账', rows }], form)
    expect([at['A2'], at['A3'] ?? '', at['A4'], at['B4']]).toEqual(['1', '', '2', '报表多'])
  })

  it('puts opinions where the form asks for problems', () => {
    const { at } = filledFrom([
      {
        name: '意见',
        rows: linesOf([
          ['序号', '意见建议', '整改措施', '完成情况'],
          ['1', '少开会', '合并会议', '已完成'],
        ]),
      },
    ])
    expect(at).toMatchObject({ B2: '少开会', C2: '合并会议' })
  })

  it('puts what data calls 问题表现 where the form asks for problems, and back', () => {
    const rowsOf = (header: string): string =>
      linesOf([
        ['序号', header, '整改措施', '完成情况'],
        ['1', '报表多', '清理', '已完成'],
      ])
    expect(filledFrom([{ name: '台账', rows: rowsOf('问题表现') }]).at).toMatchObject({ B2: '报表多', C2: '清理' })
    const form = [['序号', '问题表现', '整改措施'], ['1']]
    expect(filledFrom([{ name: '台账', rows: rowsOf('存在问题') }], form).at).toMatchObject({ B2: '报表多' })
  })

  it('names the place an inserted row will stand at', () => {
    const list =
      '<dataValidations count="1"><dataValidation type="list" sqref="B2:B2"><formula1>"已办结"</formula1></dataValidation></dataValidations>'
    const { sheet } = filled({ rows: linesOf([['存在问题', '完成情况'], [], ['合计']]), after: list }, [
      HEADERS,
      ['1', '下乡少', '每季度下乡', '未启动'],
      ['2', '台账慢', '每周更新', '未启动'],
    ])
    expect(sheet?.notInList).toMatchObject([{ cells: [{ address: 'B2' }, { address: 'B3' }] }])
  })

  it('fills nothing into a sheet that is no form', () => {
    const bytes = xlsxOf([{ name: '说明', rows: wordsRow(1, '请于月底前报送') }])
    const data = documentOf(xlsxOf([{ name: '台账', rows: linesOf(DATA) }]))
    const result = fillWorkbook(bytes, documentOf(bytes), data)
    expect(!isUnreadable(result) && result.fill.sheets).toEqual([])
    expect(!isUnreadable(result) && result.workbook).toBe(bytes)
  })
})
