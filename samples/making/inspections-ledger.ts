/** The ledger of an inspection as a workbook: two header rows, cells merged over a problem's measures, one sheet or two. */
import { inFull, inShort, problemsIn } from './inspections-source.ts'
import type { Inspection, Problem } from './inspections-source.ts'
import { groupsOf, usualState } from './inspections-prose.ts'
import {
  cellDeadline,
  cellState,
  personName,
  proseDate,
  spacedNumbers,
  straightQuotes,
  unitList,
} from './inspections-wording.ts'
import { columnName } from './ledgers-workbook.ts'
import type { CellOf, CellValue, RowOf, SheetOf, WorkbookOf } from './ledgers-workbook.ts'
import type { StyleName } from './ledgers-styles.ts'

const columns = [
  { title: '序号', under: null, width: 5, style: 'centre' },
  { title: '反馈大类', under: null, width: 10, style: 'left' },
  { title: '反馈问题', under: null, width: 32, style: 'left' },
  { title: '整改目标', under: null, width: 18, style: 'left' },
  { title: '整改措施', under: null, width: 34, style: 'left' },
  { title: '整改类型', under: null, width: 9, style: 'centre' },
  { title: '牵头领导', under: '责任落实', width: 9, style: 'centre' },
  { title: '责任单位', under: '责任落实', width: 12, style: 'centre' },
  { title: '配合单位', under: '责任落实', width: 14, style: 'centre' },
  { title: '责任人', under: '责任落实', width: 8, style: 'centre' },
  { title: '完成时限', under: null, width: 13, style: 'centre' },
  { title: '进展情况', under: '整改情况', width: 34, style: 'left' },
  { title: '完成情况', under: '整改情况', width: 10, style: 'centre' },
  { title: '备注', under: null, width: 8, style: 'left' },
] as const

/** A row of the ledger before merging: its problem's number and whether it begins the problem. */
interface Line {
  readonly number: number
  readonly problem: Problem
  readonly text: string
  readonly measure: Problem['measures'][number]
  readonly isFirst: boolean
}

/** The workbook, and the ledger's numbers for each problem (by `index`). */
export function ledgerBook(inspection: Inspection): { book: WorkbookOf; numbers: ReadonlyMap<number, number[]> } {
  const unit = inspection.header.get('unit') ?? ''
  const numbers = new Map<number, number[]>()
  const groups = groupsOf(problemsIn(inspection, 'ledger'))
  const lines = groups.map(({ problems }) => linesOf(problems, numbers))
  const lastOnOwnSheet = groups.length > 3
  const first = lastOnOwnSheet ? lines.slice(0, -1) : lines
  const sheets = [sheetOf(inspection, '整改台账', first.flat(), false)]
  if (lastOnOwnSheet) sheets.push(sheetOf(inspection, '监督整改类', lines.at(-1) ?? [], true))
  const application = inspection.header.get('application') === 'wps' ? 'wps' : 'excel'
  return { book: { sheets, application, author: '何晓玲', title: `${unit}巡察反馈意见整改台账` }, numbers }
}

function linesOf(problems: readonly Problem[], numbers: Map<number, number[]>): Line[] {
  let next = [...numbers.values()].flat().length + 1
  return problems.flatMap((problem) => {
    const parts = partsOf(problem)
    numbers.set(
      problem.index,
      parts.map((_, at) => next + at),
    )
    next += parts.length
    return parts.flatMap(({ text, measures }, part) =>
      measures.map((measure, at) => ({
        number: (numbers.get(problem.index)?.[0] ?? 0) + part,
        problem,
        text,
        measure,
        isFirst: at === 0,
      })),
    )
  })
}

/** One row group, or the two a problem was split into. */
function partsOf(problem: Problem): { text: string; measures: Problem['measures'] }[] {
  const { split, measures } = problem
  if (split === null) return [{ text: cellText(problem), measures }]
  const [first = '', second = '', count = '1'] = split
  return [
    { text: first, measures: measures.slice(0, Number(count)) },
    { text: second, measures: measures.slice(Number(count)) },
  ]
}

function cellText(problem: Problem): string {
  const words = `${inShort(problem.text)}${problem.note}`
  const spaced = problem.index % 6 === 2 ? spacedNumbers(words) : words
  return problem.index % 3 === 0 ? straightQuotes(spaced) : spaced
}

function sheetOf(inspection: Inspection, name: string, lines: readonly Line[], stateMerged: boolean): SheetOf {
  const { header } = inspection
  const unit = header.get('unit') ?? ''
  const last = columns.length - 1
  const width = columnName(last)
  const bodyStart = 5
  const spaced = (title: string): string => (stateMerged && title.length === 2 ? [...title].join('  ') : title)
  const rows: RowOf[] = [
    { height: 42, cells: across(`${unit}党组${header.get('group') ?? ''}反馈意见整改台账`, 'title') },
    {
      height: 21,
      cells: across(`填报单位：中共${unit}党组　　　填报日期：${proseDate(header.get('report') ?? '')}`, 'open'),
    },
    { height: 24, cells: columns.map((column, at) => cell(upperTitle(column, columns[at - 1], spaced), 'header')) },
    { height: 24, cells: columns.map(({ title, under }) => cell(under === null ? null : title, 'header')) },
    ...lines.map((line, at) => lineRow(line, lines[at - 1], stateMerged)),
  ]
  const end = rows.length
  rows.push({
    height: 32,
    cells: across('注：1.一个问题有多条措施的，一条措施填一行。2.“完成情况”填已完成、正在推进或者长期坚持。', 'note'),
  })
  const merges = [
    `A1:${width}1`,
    `A2:${width}2`,
    ...headerMerges(),
    ...verticalMerges(lines, bodyStart, stateMerged),
    `A${end + 1}:${width}${end + 1}`,
  ]
  return {
    name,
    columns: columns.map(({ width: size }) => ({ width: size })),
    rows: rows.map((row) => ({ ...row, cells: row.cells })),
    merges,
    frozen: 'D5',
    titleRows: '3:4',
    printArea: `A1:${width}${end + 1}`,
    validations: [{ area: `M${bodyStart}:M${end}`, list: '已完成,正在推进,长期坚持' }],
  }
}

function lineRow(
  { number, problem, text, measure, isFirst }: Line,
  before: Line | undefined,
  stateMerged: boolean,
): RowOf {
  const { index } = problem
  const once = (value: CellValue): CellValue => (isFirst ? value : null)
  const state = stateMerged ? problem.state : (measure.state ?? usualState(problem))
  const due = cellDeadline(measure.due ?? problem.due, index)
  const marks = index % 3 === 1 ? `${measureAt(problem, measure)}.` : ''
  const values: CellValue[] = [
    once(number),
    before?.problem.group === problem.group ? null : problem.group,
    once(text),
    once(inFull(problem.target)),
    `${marks}${index % 3 === 0 ? straightQuotes(inShort(measure.text)) : inShort(measure.text)}`,
    once(problem.kind),
    once(personName(problem.lead, true)),
    once(problem.unit),
    once(unitList(problem.co, index)),
    once(personName(problem.owner, true)),
    hasOwnDeadlines(problem) ? due : once(due),
    measure.progress,
    stateMerged ? once(cellState(state, index)) : cellState(state, index),
    null,
  ]
  return {
    height: 48,
    cells: values.map((value, at) => {
      const usual: StyleName = columns[at]?.style ?? 'centre'
      return cell(value, typeof value === 'object' && value !== null && 'date' in value ? 'date' : usual)
    }),
  }
}

function hasOwnDeadlines({ measures }: Problem): boolean {
  return measures.some(({ due }) => due !== null)
}

function measureAt(problem: Problem, measure: Problem['measures'][number]): number {
  return problem.measures.indexOf(measure) + 1
}

/** The first header row: a heading over several columns stands once. */
function upperTitle(
  { title, under }: (typeof columns)[number],
  before: (typeof columns)[number] | undefined,
  spaced: (title: string) => string,
): string | null {
  if (under === null) return spaced(title)
  return before?.under === under ? null : under
}

function headerMerges(): string[] {
  const merges: string[] = []
  columns.forEach(({ under }, at) => {
    const name = columnName(at)
    if (under === null) merges.push(`${name}3:${name}4`)
    else if (columns[at - 1]?.under !== under) {
      const count = columns.filter((column) => column.under === under).length
      merges.push(`${name}3:${columnName(at + count - 1)}3`)
    }
  })
  return merges
}

/** The columns filled once per problem, and 大类 once per class. */
function verticalMerges(lines: readonly Line[], start: number, stateMerged: boolean): string[] {
  const perProblem = ['A', 'C', 'D', 'F', 'G', 'H', 'I', 'J', 'N', ...(stateMerged ? ['M'] : [])]
  const merges: string[] = []
  const addRuns = (names: readonly string[], isSame: (a: Line, b: Line) => boolean): void => {
    let from = 0
    lines.forEach((line, at) => {
      const next = lines[at + 1]
      if (next !== undefined && isSame(line, next)) return
      if (at > from) merges.push(...names.map((name) => `${name}${start + from}:${name}${start + at}`))
      from = at + 1
    })
  }
  addRuns(['B'], (a, b) => a.problem.group === b.problem.group)
  addRuns(perProblem, (a, b) => a.number === b.number)
  addRuns(['K'], (a, b) => a.number === b.number && !hasOwnDeadlines(a.problem))
  return merges
}

function across(value: string, style: StyleName): CellOf[] {
  return columns.map((_, at) => cell(at === 0 ? value : null, style))
}

function cell(value: CellValue, style: StyleName): CellOf {
  return { value, style }
}
