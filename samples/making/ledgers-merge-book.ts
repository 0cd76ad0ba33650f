/** The workbook of the merge set, as sent out and as each office saved it. */
import { cell, textCells } from './ledgers-cells.ts'
import { columnName } from './ledgers-workbook.ts'
import type { CellOf, CellValue, RowOf, SheetOf, WorkbookOf } from './ledgers-workbook.ts'
import type { StyleName } from './ledgers-styles.ts'

/** A row of the base and what its office will fill in; cells by column letter. */
export interface MergeRow {
  /** 序号 in the base, or null for a row that a copy adds. */
  readonly number: number | null
  readonly unit: string
  readonly base: Readonly<Record<string, CellValue>>
  readonly filled: Readonly<Record<string, CellValue>>
}

/** What an office's program and habits did to the file itself. */
export interface MergeLayout {
  readonly application: 'excel' | 'wps'
  readonly author: string
  readonly hiddenColumns?: readonly string[]
  /** Rows of other offices filtered away. */
  readonly onlyUnit?: string
  readonly extraSheet?: {
    readonly name: string
    readonly rows: readonly (readonly string[])[]
    readonly isFirst: boolean
  }
}

/** The first row of the table's body. */
export const tableStart = 4

const columns: readonly (readonly [string, number, StyleName])[] = [
  ['序号', 5, 'centre'],
  ['存在问题', 34, 'left'],
  ['整改措施', 30, 'left'],
  ['责任单位', 14, 'centre'],
  ['责任领导', 9, 'centre'],
  ['完成时限', 14, 'centre'],
  ['进展情况', 32, 'left'],
  ['完成情况', 10, 'centre'],
  ['完成日期', 14, 'centre'],
  ['佐证材料', 16, 'left'],
  ['填报人', 8, 'centre'],
  ['备注', 8, 'left'],
]

/** The workbook for the rows in their order. */
export function mergeBook(rows: readonly MergeRow[], layout: MergeLayout): WorkbookOf {
  const table = tableSheet(rows, layout)
  const extra = layout.extraSheet
  const added = extra === undefined ? [] : [plainSheet(extra.name, extra.rows)]
  const sheets = extra?.isFirst === true ? [...added, table, guideSheet] : [table, guideSheet, ...added]
  return { sheets, application: layout.application, author: layout.author, title: '2026年度问题整改任务台账' }
}

function tableSheet(rows: readonly MergeRow[], layout: MergeLayout): SheetOf {
  const last = columnName(columns.length - 1)
  const end = tableStart + rows.length - 1
  const done = rows.filter(({ base }) => base['H'] === '已完成').length
  const total: CellValue[] = ['合计', { formula: `COUNTA(B${tableStart}:B${end})`, value: rows.length }]
  const counted: CellValue = { formula: `COUNTIF(H${tableStart}:H${end},"已完成")`, value: done }
  return {
    name: '任务台账',
    columns: columns.map(([, width], at) => ({
      width,
      hidden: layout.hiddenColumns?.includes(columnName(at)) ?? false,
    })),
    rows: [
      { height: 39, cells: textCells(['望川县2026年度问题整改任务台账', ...blanks(11)], 'title') },
      {
        height: 20,
        cells: textCells(['汇总单位：中共望川县委督查室', ...blanks(7), '2026年6月', ...blanks(3)], 'open'),
      },
      {
        height: 28,
        cells: textCells(
          columns.map(([title]) => title),
          'header',
        ),
      },
      ...rows.map((row) => bodyRow(row, layout)),
      {
        height: 24,
        cells: columns.map((_, at) => cell(at < 2 ? (total[at] ?? null) : at === 7 ? counted : null, 'total')),
      },
      {
        height: 30,
        cells: textCells(['注：完成情况从下拉列表中选择，不要增减列、不要合并单元格。', ...blanks(11)], 'note'),
      },
    ],
    merges: [`A1:${last}1`, 'A2:H2', 'I2:L2', `A${end + 2}:${last}${end + 2}`],
    frozen: 'C4',
    titleRows: '3:3',
    printArea: `A1:${last}${end + 2}`,
    validations: [{ area: `H${tableStart}:H${end}`, list: '已完成,正在推进,长期坚持' }],
    highlights: [{ area: `H${tableStart}:H${end}`, word: '正在推进' }],
    ...(layout.onlyUnit === undefined ? {} : { filter: `A3:${last}${end}` }),
  }
}

function bodyRow({ base, unit }: MergeRow, { onlyUnit }: MergeLayout): RowOf {
  const cells: CellOf[] = columns.map(([, , style], at) => {
    const value = base[columnName(at)] ?? null
    return cell(value, typeof value === 'object' && value !== null && 'date' in value ? 'date' : style)
  })
  return { height: 45, cells, hidden: onlyUnit !== undefined && unit !== onlyUnit }
}

const guideSheet = plainSheet('填表说明', [
  ['一、各单位只填写本单位各行的“进展情况”至“填报人”各列。'],
  ['二、“完成日期”按年、月、日填写。'],
  ['三、6月5日前报送县委督查室。'],
])

function plainSheet(name: string, rows: readonly (readonly string[])[]): SheetOf {
  return {
    name,
    columns: rows[0]?.map(() => ({ width: 36 })) ?? [],
    rows: rows.map((cells) => ({ cells: textCells(cells, 'open') })),
    merges: [],
  }
}

function blanks(count: number): null[] {
  return new Array<null>(count).fill(null)
}
