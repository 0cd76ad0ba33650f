import {
  Aspect,
  isChangeable,
  MOST_IN_BATCH,
  type Problem,
  type ProblemChange,
  problemClasses,
  problemClassNames,
  type ProblemFields,
  problemSources,
  problemSourceNames,
  problemStateNames,
  ProblemText,
} from '@duizhao/contract'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { dayTyped } from '../../platform/archetypes/typed-date.ts'
import { hasStandingDeadline, STANDING_DEADLINE } from './standing-deadline.ts'

/** What a column of a pasted block may be; the number says of which problem a row is. */
export const pastedAs = ['number', 'text', 'source', 'aspect', 'class', 'dueOn'] as const
export type PastedAs = (typeof pastedAs)[number]
export type PastedField = Exclude<PastedAs, 'number'>

export const pastedAsNames: Readonly<Record<PastedAs, string>> = {
  number: '编号',
  text: '问题',
  source: '来源',
  aspect: '方面',
  class: '类型',
  dueOn: '完成时限',
}

/** The heads of the columns that are known, in whatever words. */
const HEADS: Readonly<Record<string, PastedAs>> = {
  ...Object.fromEntries(pastedAs.map((field) => [pastedAsNames[field], field])),
  存在问题: 'text',
  问题来源: 'source',
  类别: 'aspect',
  整改类型: 'class',
  时限: 'dueOn',
}

/** A block without its heads, and what its columns are as far as the heads say so. */
export function blockOf(cells: readonly (readonly string[])[]): {
  readonly rows: readonly (readonly string[])[]
  readonly columns: readonly (PastedAs | null)[]
} {
  const [first = [], ...rest] = cells
  const heads = first.map((cell) => HEADS[cell] ?? null)
  const hasHeads = rest.length > 0 && heads.some((head) => head !== null)
  const width = Math.max(0, ...cells.map(({ length }) => length))
  return hasHeads ? { rows: rest, columns: heads } : { rows: cells, columns: Array.from({ length: width }, () => null) }
}

/** What becomes of one problem. */
export interface PlannedPaste {
  readonly problem: Problem
  /** What is sent; null where nothing changes or all of it is refused. */
  readonly change: ProblemChange | null
  readonly words: readonly string[]
  /** The cells that are refused, each with its sentence. */
  readonly remark: string
}

interface Pasted {
  readonly rows: readonly (readonly string[])[]
  readonly columns: readonly (PastedAs | null)[]
}

interface Targets {
  /** The rows that are listed: what is told by its number is sought among them. */
  readonly listed: readonly Problem[]
  /** The rows that are selected: what is not told by a number goes to them, in their order. */
  readonly selected: readonly Problem[]
  readonly year: number
}

/** What a pasted block changes, and the lines of it that belong to no problem, each in a sentence. */
export function plannedPaste({ rows, columns }: Pasted, { listed, selected, year }: Targets) {
  const numberAt = columns.indexOf('number')
  const planned: PlannedPaste[] = []
  const astray: string[] = []
  for (const [at, cells] of rows.entries()) {
    const said = cells[numberAt] ?? ''
    const problem = numberAt < 0 ? selected[at] : listed.find(({ number }) => String(number) === said)
    const isTwice = planned.some((one) => one.problem.id === problem?.id)
    if (problem === undefined)
      astray.push(
        numberAt < 0
          ? `第 ${at + 1} 行：选中的问题只有 ${selected.length} 个`
          : `第 ${at + 1} 行：列出的问题里没有编号“${said}”`,
      )
    else if (isTwice) astray.push(`第 ${at + 1} 行：编号 ${problem.number} 前面已经有一行`)
    else if (planned.length >= MOST_IN_BATCH) astray.push(`第 ${at + 1} 行：一次最多 ${MOST_IN_BATCH} 行`)
    else planned.push(planOf(problem, { cells, columns, year }))
  }
  return { planned, astray }
}

interface Line {
  readonly cells: readonly string[]
  readonly columns: readonly (PastedAs | null)[]
  readonly year: number
}

function planOf(problem: Problem, { cells, columns, year }: Line): PlannedPaste {
  const values: { -readonly [Field in PastedField]?: ProblemFields[Field] } = {}
  const words: string[] = []
  const refused: string[] = []
  for (const [at, field] of columns.entries()) {
    if (field === null || field === 'number') continue
    const name = pastedAsNames[field]
    const read = valueOf(field, cells[at] ?? '', year)
    if ('fault' in read) refused.push(`${name}：${read.fault}`)
    else if (read.value !== undefined && read.value !== problem[field]) {
      const obstacle = obstacleOf(problem, field)
      if (obstacle !== '') refused.push(`${name}：${obstacle}`)
      else {
        Object.assign(values, { [field]: read.value })
        words.push(`${name}：${said(field, problem[field])} → ${said(field, read.value)}`)
      }
    }
  }
  const change = words.length === 0 ? null : { problemId: problem.id, version: problem.version, ...values }
  return { problem, change, words, remark: refused.join('；') }
}

function obstacleOf(problem: Problem, field: PastedField): string {
  if (!isChangeable(problem.state)) return `状态是“${problemStateNames[problem.state]}”，不能改`
  return (field === 'dueOn' || field === 'class') && hasStandingDeadline(problem) ? STANDING_DEADLINE : ''
}

type Read = { readonly value: ProblemFields[PastedField] | undefined } | { readonly fault: string }

/** What a cell says; undefined where an empty one says nothing. */
function valueOf(field: PastedField, cell: string, year: number): Read {
  if (field === 'dueOn') {
    if (cell === '') return { value: null }
    const day = dayTyped(cell, year)
    return day === null ? { fault: `读不出日期“${cell}”` } : { value: day }
  }
  if (field === 'source' || field === 'class') {
    if (cell === '') return { value: undefined }
    const value =
      field === 'source'
        ? problemSources.find((one) => problemSourceNames[one] === cell)
        : problemClasses.find((one) => problemClassNames[one] === cell)
    return value === undefined ? { fault: `没有“${cell}”这一种` } : { value }
  }
  const { data, error } = (field === 'text' ? ProblemText : Aspect).safeParse(cell)
  return error === undefined ? { value: data } : { fault: error.issues[0]?.message ?? '写得不对' }
}

/** The words of a value, as the list shows it. */
function said(field: PastedField, value: string | null): string {
  if (value === null || value === '') return '（空）'
  if (field === 'dueOn') return dateInChinese(value)
  const names: Readonly<Record<string, string>> =
    field === 'source' ? problemSourceNames : field === 'class' ? problemClassNames : {}
  return names[value] ?? value
}

/** What takes a change back; null where nothing of it can be: a deadline that stands moves only by an extension. */
export function undonePaste({ problem, change }: PlannedPaste, version: number): ProblemChange | null {
  const fields = pastedAs.filter(
    (field) =>
      field !== 'number' &&
      change?.[field] !== undefined &&
      (problem.state === 'registered' || (field !== 'dueOn' && field !== 'class')),
  )
  if (fields.length === 0) return null
  const before = Object.fromEntries(fields.map((field) => [field, problem[field]]))
  return { problemId: problem.id, version, ...before }
}
