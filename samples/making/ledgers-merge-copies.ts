/** What each of the ten offices did to its copy of the ledger. */
import type { MergeLayout, MergeRow } from './ledgers-merge-book.ts'
import type { CellValue } from './ledgers-workbook.ts'

type Cells = Readonly<Record<string, CellValue>>

export interface CopyPlan {
  readonly file: string
  /** Rows (序号) that the office fills in as the source has them. */
  readonly fills: readonly number[]
  /** Cells changed otherwise; a row is named by its 序号 in the base. */
  readonly edits: readonly { readonly row: number; readonly column: string; readonly value: CellValue }[]
  readonly layout: MergeLayout
  readonly order?: (rows: readonly MergeRow[]) => MergeRow[]
  readonly insert?: { readonly after: number; readonly cells: Cells }
  readonly renumbers?: boolean
  readonly remove?: number
  /** Other cells written in another way without another meaning. */
  readonly rewrite?: (cells: Cells, row: MergeRow) => Cells
  /** What differs in the file and is no change. */
  readonly unchanged: readonly string[]
}

export const mergeCopies: readonly CopyPlan[] = [
  {
    file: '县政府办公室.xlsx',
    fills: range(1, 8),
    edits: [{ row: 16, column: 'C', value: '每旬通报部门支出进度，低于序时进度的约谈' }],
    layout: { application: 'wps', author: '潘丽' },
    unchanged: [],
  },
  {
    file: '整改任务台账-发改局（5.29）.xlsx',
    fills: range(9, 15),
    edits: [
      { row: 12, column: 'E', value: '韩志诚' },
      { row: 33, column: 'B', value: '撂荒地复垦后再度撂荒8宗' },
    ],
    layout: { application: 'wps', author: '龚亮' },
    order: (rows) => [
      ...rows.filter(({ unit }) => unit === '县发展改革局'),
      ...rows.filter(({ unit }) => unit !== '县发展改革局'),
    ],
    unchanged: ['把本单位的行移到了最前面'],
  },
  {
    file: '整改任务台账（下发）财政局填.xlsx',
    fills: range(16, 23),
    edits: [
      { row: 16, column: 'C', value: '每月通报部门支出进度，连续两个月低于序时进度的约谈' },
      { row: 49, column: 'G', value: '2026年1至5月村医补助已按月拨付，补发87.2万元' },
    ],
    layout: { application: 'excel', author: '彭雪', hiddenColumns: ['C', 'E', 'F'], onlyUnit: '县财政局' },
    unchanged: ['隐藏了C、E、F列', '筛选后隐藏了其他单位的行'],
  },
  {
    file: '教育局基础教育股.xlsx',
    fills: range(24, 28),
    edits: [],
    layout: { application: 'wps', author: '崔健' },
    unchanged: [],
  },
  {
    file: '教育局人事股（最终版）.xlsx',
    fills: range(29, 31),
    edits: [
      { row: 28, column: 'G', value: '表格减少到58种，进校园事项减少到15项' },
      { row: 28, column: 'H', value: '正在推进' },
      { row: 28, column: 'I', value: '2026年5月20日' },
    ],
    layout: { application: 'wps', author: '吕洁' },
    unchanged: ['第28项的完成日期写成文字，与另一份的日期相同'],
  },
  {
    file: '望川县农业农村局整改任务台账.xlsx',
    fills: range(32, 39),
    edits: [
      { row: 12, column: 'E', value: '程远山' },
      { row: 33, column: 'B', value: '撂荒地复垦后再度撂荒8宗' },
    ],
    insert: {
      after: 39,
      cells: {
        B: '农业面源污染治理有短板，2个乡镇农膜回收率低于80%',
        C: '设置回收网点，以旧换新',
        D: '县农业农村局',
        E: '程远山',
        F: { date: '2026-09-30' },
        G: '新设回收网点14个',
        H: '正在推进',
        J: '网点照片',
        K: '何晓玲',
      },
    },
    layout: { application: 'excel', author: '何晓玲' },
    unchanged: [],
  },
  {
    file: '住建局 台账反馈.xlsx',
    fills: range(40, 46),
    edits: [{ row: 41, column: 'F', value: '2026年9月30日' }],
    rewrite: datesAsText,
    layout: { application: 'wps', author: '卜芳' },
    unchanged: ['本单位各行的完成时限由日期改成文字，日期未变（第41项除外）'],
  },
  {
    file: '卫健局医政股.xlsx',
    fills: [47, 48, 50, 51],
    edits: [],
    remove: 52,
    layout: { application: 'wps', author: '向梅' },
    unchanged: [],
  },
  {
    file: '卫健局公卫股(1).xlsx',
    fills: [49, 53],
    edits: [],
    layout: {
      application: 'excel',
      author: '焦阳',
      extraSheet: {
        name: '村医补助明细',
        isFirst: true,
        rows: [
          ['乡镇', '村医人数', '补发金额（万元）'],
          ['青山镇', '18', '21.6'],
          ['柳溪镇', '22', '26.4'],
          ['石塘乡', '33', '39.2'],
        ],
      },
    },
    unchanged: ['在前面加了一张工作表“村医补助明细”'],
  },
  {
    file: '交通局.xlsx',
    fills: range(54, 60),
    edits: [{ row: 41, column: 'F', value: { date: '2026-08-31' } }],
    insert: {
      after: 20,
      cells: {
        B: '农村客运补贴资金拨付不及时，2025年第四季度补贴至今未到位',
        C: '核定补贴车辆，资金直接拨付到经营者账户',
        D: '县财政局、县交通运输局',
        E: '邓绍华',
        F: { date: '2026-06-30' },
        K: '尤静',
      },
    },
    renumbers: true,
    rewrite: (cells, row) => (row.unit === '县教育局' ? { ...cells, D: `${row.unit} ` } : cells),
    layout: { application: 'wps', author: '尤静' },
    unchanged: ['插入一行后，其后各行的序号顺延', '县教育局各行责任单位末尾多一个空格'],
  },
]

function datesAsText(cells: Cells, { unit }: MergeRow): Cells {
  if (unit !== '县住房城乡建设局') return cells
  return Object.fromEntries(
    Object.entries(cells).map(([column, value]) => [
      column,
      typeof value === 'object' && value !== null && 'date' in value ? dateText(value.date) : value,
    ]),
  )
}

function dateText(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return `${year}.${Number(month)}.${Number(day)}`
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
