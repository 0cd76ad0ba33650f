import type { CellValue, Column, Sheet } from '../workbook/xlsx-writer.ts'

/** A measure as an office's ledger shows it; what is not known is empty. */
export interface LedgerSheetMeasure {
  readonly text: string
  readonly lead: string
  readonly unit: string
  readonly coUnit: string
  readonly owner: string
  readonly deadline: string
  /** The day of one's own before it. */
  readonly early?: string
  readonly progress: string
  readonly evidence: string
  readonly state: string
  readonly strikeOffDate: string
}

/** A problem with its measures, in the order of the ledger. */
export interface LedgerSheetProblem {
  readonly source: string
  readonly category: string
  readonly text: string
  readonly class: string
  readonly measures: readonly LedgerSheetMeasure[]
  /** What the unit itself counts it by, where that is known. */
  readonly unitNumber?: string
  /** From which passage it was taken, where that is known. */
  readonly origin?: string
  readonly remark: string
}

export interface LedgerSheetFacts {
  readonly title: string
  /** 填报单位. */
  readonly unit: string
  /** 填报日期, as it is to be read. */
  readonly date: string
}

interface LedgerColumn extends Column {
  readonly of: 'problem' | 'measure'
  /** Left out where no line says anything in it. */
  readonly isRare?: true
  value(place: {
    readonly problem: LedgerSheetProblem
    readonly measure: LedgerSheetMeasure | undefined
    readonly number: number
  }): CellValue
}

/** The columns of a ledger as superiors hand them out, from the left. */
const COLUMNS: readonly LedgerColumn[] = [
  { header: '序号', width: 6, kind: 'number', of: 'problem', value: ({ number }) => number },
  { header: '问题来源', width: 12, of: 'problem', value: ({ problem }) => problem.source },
  { header: '类别', width: 12, of: 'problem', value: ({ problem }) => problem.category },
  { header: '存在问题', width: 36, of: 'problem', value: ({ problem }) => problem.text },
  { header: '整改类型', width: 10, of: 'problem', value: ({ problem }) => problem.class },
  { header: '整改措施', width: 36, of: 'measure', value: ({ measure }) => measure?.text ?? '' },
  { header: '责任领导', width: 10, of: 'measure', value: ({ measure }) => measure?.lead ?? '' },
  { header: '责任单位', width: 14, of: 'measure', value: ({ measure }) => measure?.unit ?? '' },
  { header: '配合单位', width: 14, of: 'measure', value: ({ measure }) => measure?.coUnit ?? '' },
  { header: '责任人', width: 10, of: 'measure', value: ({ measure }) => measure?.owner ?? '' },
  { header: '完成时限', width: 14, of: 'measure', value: ({ measure }) => measure?.deadline ?? '' },
  { header: '提前量', width: 14, of: 'measure', isRare: true, value: ({ measure }) => measure?.early ?? '' },
  { header: '整改进展', width: 36, of: 'measure', value: ({ measure }) => measure?.progress ?? '' },
  { header: '佐证材料', width: 18, of: 'measure', value: ({ measure }) => measure?.evidence ?? '' },
  { header: '完成情况', width: 10, of: 'measure', value: ({ measure }) => measure?.state ?? '' },
  { header: '销号日期', width: 14, of: 'measure', value: ({ measure }) => measure?.strikeOffDate ?? '' },
  { header: '单位内编号', width: 10, of: 'problem', isRare: true, value: ({ problem }) => problem.unitNumber ?? '' },
  { header: '出自', width: 30, of: 'problem', isRare: true, value: ({ problem }) => problem.origin ?? '' },
  { header: '备注', width: 12, of: 'problem', value: ({ problem }) => problem.remark },
]

/** A ledger as offices keep it: a problem's cells merged over its measures, title and unit above, header frozen. */
export function ledgerSheet(facts: LedgerSheetFacts, problems: readonly LedgerSheetProblem[]): Sheet {
  const rows: CellValue[][] = []
  const merged: { row: number; column: number; rowSpan: number }[] = []
  const shown = COLUMNS.filter((column) => column.isRare !== true || says(column, problems))
  for (const [i, problem] of problems.entries()) {
    const measures = problem.measures.length === 0 ? [undefined] : problem.measures
    for (const [n, measure] of measures.entries()) {
      const place = { problem, measure, number: i + 1 }
      rows.push(shown.map(({ of, value }) => (of === 'problem' && n > 0 ? null : value(place))))
    }
    if (measures.length === 1) continue
    const row = rows.length - measures.length
    for (const [column, { of }] of shown.entries()) {
      if (of === 'problem') merged.push({ row, column, rowSpan: measures.length })
    }
  }
  return {
    name: '整改台账',
    title: facts.title,
    above: [`填报单位：${facts.unit}　　　　填报日期：${facts.date}`],
    columns: shown.map(({ header, width, kind }) => ({ header, width, ...(kind === undefined ? {} : { kind }) })),
    rows,
    merged,
  }
}

function says({ value }: LedgerColumn, problems: readonly LedgerSheetProblem[]): boolean {
  return problems.some((problem) =>
    problem.measures.some((measure, at) => value({ problem, measure, number: at + 1 }) !== ''),
  )
}
