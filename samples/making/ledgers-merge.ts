/**
 * The merge set: a ledger sent to ten offices and the ten copies that came back.
 * `samples/ledgers/merge.source` holds the 60 rows: `unit 单位 | 责任领导 | 填报人`, then one row a line,
 * 问题 | 整改措施 | 完成时限 | 进展情况 | 完成情况 | 完成日期 | 佐证材料, of which the base has the first three.
 */
import { mergeBook, tableStart } from './ledgers-merge-book.ts'
import type { MergeLayout, MergeRow } from './ledgers-merge-book.ts'
import { mergeCopies } from './ledgers-merge-copies.ts'
import type { CopyPlan } from './ledgers-merge-copies.ts'
import { writeWorkbook } from './ledgers-workbook.ts'
import type { CellValue } from './ledgers-workbook.ts'

interface Change {
  readonly copy: string
  readonly sheet: string
  readonly cell: string
  readonly copyCell: string
  readonly value: string
}

/** The files of the set by name, and its answers. */
export function mergeSet(source: string): { files: Map<string, Uint8Array>; answers: object } {
  const rows = parseRows(source)
  const files = new Map([['整改任务台账（下发）.xlsx', writeWorkbook(mergeBook(rows, baseLayout))]])
  const changes: Change[] = []
  for (const plan of mergeCopies) {
    const copied = rowsOfCopy(rows, plan)
    files.set(plan.file, writeWorkbook(mergeBook(copied, plan.layout)))
    changes.push(...changesOf(rows, copied, plan))
  }
  const byCell = Map.groupBy(changes, ({ cell }) => cell)
  const several = [...byCell].filter(([, list]) => list.length > 1)
  const isAgreed = (list: readonly Change[]): boolean => new Set(list.map(({ value }) => isoDate(value))).size === 1
  const shown = ([cell, list]: [string, Change[]]): object => ({
    sheet,
    cell,
    copies: Object.fromEntries(list.map(({ copy, value }) => [copy, value])),
  })
  const answers = {
    base: '整改任务台账（下发）.xlsx',
    copies: mergeCopies.map(({ file }) => file),
    changes,
    conflicts: several.filter(([, list]) => !isAgreed(list)).map(shown),
    agreements: several.filter(([, list]) => isAgreed(list)).map(shown),
    addedRows: mergeCopies.flatMap(({ file, insert }) =>
      insert === undefined ? [] : [{ copy: file, words: insert.cells['B'] }],
    ),
    removedRows: mergeCopies.flatMap(({ file, remove }) =>
      remove === undefined ? [] : [{ copy: file, words: rows[remove - 1]?.base['B'] }],
    ),
    notChanges: mergeCopies.flatMap(({ file, unchanged }) => unchanged.map((what) => ({ copy: file, what }))),
  }
  return { files, answers }
}

const sheet = '任务台账'
const baseLayout: MergeLayout = { application: 'excel', author: '督查室' }

function parseRows(source: string): MergeRow[] {
  const rows: MergeRow[] = []
  let office: readonly string[] = []
  for (const line of source.trimEnd().split('\n')) {
    const fields = line.split(' | ')
    if (line.startsWith('unit ')) {
      office = line.slice(5).split(' | ')
      continue
    }
    const [unit = '', lead = '', reporter = ''] = office
    const [problem = '', measure = '', due = '', progress = '', state = '', done = '', evidence = ''] = fields
    const number = rows.length + 1
    const finished = done === '' ? {} : { I: { date: done } }
    rows.push({
      number,
      unit,
      base: { A: number, B: problem, C: measure, D: unit, E: lead, F: { date: due } },
      filled: { G: progress, H: state, ...finished, J: evidence, K: reporter },
    })
  }
  return rows
}

/** The rows as a copy has them, in its order; each keeps the base number it came from. */
function rowsOfCopy(rows: readonly MergeRow[], plan: CopyPlan): MergeRow[] {
  const edited = rows
    .filter(({ number }) => number !== plan.remove)
    .map((row) => {
      const own = plan.fills.includes(row.number ?? 0) ? row.filled : {}
      const edits = plan.edits.filter(({ row: number }) => number === row.number)
      const base = { ...row.base, ...own, ...Object.fromEntries(edits.map(({ column, value }) => [column, value])) }
      return { ...row, base: plan.rewrite?.(base, row) ?? base }
    })
  const ordered = plan.order === undefined ? edited : plan.order(edited)
  if (plan.insert === undefined) return ordered
  const { after, cells } = plan.insert
  const at = ordered.findIndex(({ number }) => number === after) + 1
  const inserted: MergeRow = { number: null, unit: '', base: cells, filled: {} }
  const all = [...ordered.slice(0, at), inserted, ...ordered.slice(at)]
  return plan.renumbers ? all.map((row, index) => ({ ...row, base: { ...row.base, A: index + 1 } })) : all
}

function changesOf(rows: readonly MergeRow[], copied: readonly MergeRow[], plan: CopyPlan): Change[] {
  return copied.flatMap((row, place) => {
    const before = rows.find(({ number }) => number === row.number)
    if (before === undefined || row.number === null) return []
    const number = row.number
    return Object.entries(row.base)
      .filter(([column, value]) => column !== 'A' && textOf(value) !== textOf(before.base[column] ?? null))
      .map(([column, value]) => ({
        copy: plan.file,
        sheet,
        cell: `${column}${tableStart + number - 1}`,
        copyCell: `${column}${tableStart + place}`,
        value: shownValue(value),
      }))
  })
}

/** A value for comparing: spaces at the ends do not count, and a date is the same date in words. */
function textOf(value: CellValue): string {
  return isoDate(shownValue(value).trim())
}

function shownValue(value: CellValue): string {
  if (value === null) return ''
  if (typeof value !== 'object') return String(value)
  return 'date' in value ? value.date : ''
}

function isoDate(words: string): string {
  const [, year = '', month = '', day = ''] = /^(\d{4})[年.](\d{1,2})[月.](\d{1,2})日?$/.exec(words) ?? []
  return year === '' ? words : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}
