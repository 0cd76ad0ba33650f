import type { Ledger, LedgerField } from '@duizhao/engine'
import { columnLetters, dutyOfHeader } from '@duizhao/engine/wording'
import type { LedgerImportPreview } from '@duizhao/contract'

/** What becomes of a column, in words; a field without words here is not taken in. */
const MEANINGS: Readonly<Partial<Record<LedgerField, string>>> = {
  number: '序号',
  source: '问题来源',
  category: '方面、类别',
  problem: '问题',
  manifestation: '具体表现（写在问题后面）',
  opinion: '意见建议（作为问题）',
  cause: '原因',
  target: '整改目标',
  measure: '整改措施',
  class: '整改类型',
  lead: '责任领导',
  unit: '责任单位（写入措施）',
  coUnit: '配合单位',
  owner: '责任人',
  start: '启动时间',
  deadline: '完成时限',
  progress: '整改进展',
  result: '整改成效',
  institution: '建章立制（写入整改成效）',
  state: '完成情况',
  strikeOffDate: '销号日期',
}

/** What each column of a ledger was taken for, null for one that is left out. */
export function columnsOf(sheet: string, { columns }: Ledger): LedgerImportPreview['columns'] {
  return columns
    .filter(({ header }) => header !== '')
    .map(({ header, field }) => ({ sheet, header, meaning: MEANINGS[field] ?? meaningOfHeader(header) }))
}

function meaningOfHeader(header: string): string | null {
  const duty = dutyOfHeader(header)
  return duty === null ? null : DUTY_NAMES[duty]
}

const DUTY_NAMES = { funding: '资金保障', contingency: '完不成时的预案', early: '提前量' } as const

/** Where the cell of a field stands in a line of the file (from 1), as in F7; undefined in a Word table. */
export function cellName({ columns, header }: Ledger, field: LedgerField, row: number): string | undefined {
  const column = columns.find((each) => each.field === field)
  const top = header.find((cell) => cell.column === column?.index) ?? header[0]
  if (column === undefined || top?.address === undefined) return undefined
  return `${columnLetters(column.index)}${row}`
}
