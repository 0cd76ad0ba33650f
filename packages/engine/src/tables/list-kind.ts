import type { Table } from '../reading/source-document.ts'
import { columnsOf } from './columns.ts'
import type { Column } from './column.ts'
import { gridOf } from './grid.ts'
import type { LedgerField } from './header-names.ts'
import { readLedger } from './ledger.ts'
import { partsOf } from './sheet-parts.ts'

/**
 * What a table is: ledger 整改台账 (problems, measures and how far they are), rectification_list 整改清单 (problems with
 * measures, or measures alone), problem_list 问题清单, opinion_list 意见建议汇总表, attendance 签到表、名单.
 */
export type TableKind = 'ledger' | 'rectification_list' | 'problem_list' | 'opinion_list' | 'attendance' | 'other'

export interface KindOfTable {
  readonly kind: TableKind
  /** Why, one Chinese clause. */
  readonly reason: string
}

const PROGRESS: readonly LedgerField[] = [
  'progress',
  'result',
  'state',
  'strikeOffDate',
  'evidence',
  'verification',
  'lookBack',
]
const PEOPLE: readonly LedgerField[] = ['signature', 'position', 'unit']
const SUBJECT: readonly LedgerField[] = ['problem', 'manifestation']
const ATTENDANCE_TITLE = /签到|参会|出席|到会|人员名单|名册|花名册|座次/

/** What a table is, by its columns, else by its title. */
export function kindOfTable(table: Table): KindOfTable {
  const columns = readLedger(table)?.columns ?? widestColumns(table)
  const has = (fields: readonly LedgerField[]): boolean => columns.some(({ field }) => fields.includes(field))
  const because = (...fields: readonly LedgerField[]): string => reasonOf(columns, fields)
  if (has(['opinion']) && !has(['problem']))
    return { kind: 'opinion_list', reason: because('opinion', 'giver', 'answer', 'source') }
  const isAboutProblems = has(SUBJECT)
  if ((isAboutProblems || has(['measure'])) && has(['measure', 'progress', 'result', 'state'])) {
    if (has(PROGRESS)) return { kind: 'ledger', reason: because(...SUBJECT, 'measure', ...PROGRESS) }
    return { kind: 'rectification_list', reason: because(...SUBJECT, 'measure') }
  }
  if (isAboutProblems) return { kind: 'problem_list', reason: because(...SUBJECT) }
  const title = `${table.name ?? ''} ${table.cells
    .slice(0, 3)
    .map(({ text }) => text.slice(0, 60))
    .join(' ')}`
  const named = ATTENDANCE_TITLE.exec(title)
  if (has(['person']) && has(PEOPLE)) return { kind: 'attendance', reason: because('person', ...PEOPLE) }
  if (named) return { kind: 'attendance', reason: `标题有“${named[0]}”` }
  return { kind: 'other', reason: '表头没有问题、措施、意见或姓名' }
}

function widestColumns(table: Table): readonly Column[] {
  const grid = gridOf(table)
  const parts = grid ? partsOf(grid).map(columnsOf) : []
  return parts.reduce<readonly Column[]>((widest, columns) => (columns.length > widest.length ? columns : widest), [])
}

function reasonOf(columns: readonly Column[], fields: readonly LedgerField[]): string {
  const named = columns.filter(({ field }) => fields.includes(field))
  const headers = named.filter(({ header }) => header !== '').map(({ header }) => `“${header}”`)
  return headers.length > 0 ? `表头有${headers.slice(0, 4).join('')}` : '没有表头，内容像问题和措施'
}
