import {
  isChangeable,
  MOST_IN_BATCH,
  type Problem,
  type ProblemChange,
  type ProblemFields,
  problemStateNames,
} from '@duizhao/contract'
import { obstacleToAssign } from './batch-assignment.ts'
import type { Block, PastedField } from './pasted-columns.ts'
import { pastedAs, pastedAsNames } from './pasted-columns.ts'
import { type Line, type PeopleSaid, peopleColumns, personSaid } from './pasted-people.ts'
import { saidAs, valueOf } from './pasted-values.ts'
import { hasStandingDeadline, STANDING_DEADLINE } from './standing-deadline.ts'
import type { Sent, Written } from './write-pasted.ts'

/** What becomes of one problem. */
export interface PlannedPaste extends Omit<Sent, 'problemId'> {
  readonly problem: Problem
  readonly words: readonly string[]
  /** The cells that are refused, each with its sentence. */
  readonly remark: string
}

interface Targets {
  /** The rows that are listed: what is told by its number is sought among them. */
  readonly listed: readonly Problem[]
  /** The rows that are selected: what is not told by a number goes to them, in their order. */
  readonly selected: readonly Problem[]
}

/** Which problem each line of a block belongs to, and the lines that belong to none, each in a sentence. */
export function linesOf({ rows, columns }: Block, { listed, selected }: Targets) {
  const numberAt = columns.indexOf('number')
  const lines: Line[] = []
  const astray: string[] = []
  for (const [at, cells] of rows.entries()) {
    const said = cells[numberAt] ?? ''
    const problem = numberAt < 0 ? selected[at] : listed.find(({ number }) => String(number) === said)
    const isTwice = lines.some((one) => one.problem.id === problem?.id)
    if (problem === undefined)
      astray.push(
        numberAt < 0
          ? `第 ${at + 1} 行：选中的问题只有 ${selected.length} 个`
          : `第 ${at + 1} 行：列出的问题里没有编号“${said}”`,
      )
    else if (isTwice) astray.push(`第 ${at + 1} 行：编号 ${problem.number} 前面已经有一行`)
    else if (lines.length >= MOST_IN_BATCH) astray.push(`第 ${at + 1} 行：一次最多 ${MOST_IN_BATCH} 行`)
    else lines.push({ problem, cells })
  }
  return { lines, astray }
}

interface Asked {
  readonly columns: Block['columns']
  readonly people: PeopleSaid
  /** The year of a day that is written without one. */
  readonly year: number
}

/** What a line changes: what is written of the problem, and who answers for it. */
export function plannedPaste(line: Line, asked: Asked): PlannedPaste {
  const { problem } = line
  const { id: problemId, version } = problem
  const fields = fieldsSaid(line, asked)
  const people = peopleSaid(line, asked, fields.values)
  return {
    problem,
    change: fields.words.length === 0 ? null : { problemId, version, ...fields.values },
    assignment: people.words.length === 0 ? null : { problemId, version, ...people.values },
    words: [...fields.words, ...people.words],
    remark: [...fields.refused, ...people.refused].join('；'),
  }
}

function fieldsSaid({ problem, cells }: Line, { columns, year }: Asked) {
  const values: { -readonly [Field in PastedField]?: ProblemFields[Field] } = {}
  const words: string[] = []
  const refused: string[] = []
  for (const [at, field] of columns.entries()) {
    if (field === null || field === 'number' || field === 'lead' || field === 'handler') continue
    const name = pastedAsNames[field]
    const read = valueOf(field, cells[at] ?? '', year)
    if ('fault' in read) refused.push(`${name}：${read.fault}`)
    else if (read.value !== undefined && read.value !== problem[field]) {
      const obstacle = obstacleOf(problem, field)
      if (obstacle !== '') refused.push(`${name}：${obstacle}`)
      else {
        Object.assign(values, { [field]: read.value })
        words.push(`${name}：${saidAs(field, problem[field])} → ${saidAs(field, read.value)}`)
      }
    }
  }
  return { values, words, refused }
}

function obstacleOf(problem: Problem, field: PastedField): string {
  if (!isChangeable(problem.state)) return `状态是“${problemStateNames[problem.state]}”，不能改`
  return (field === 'dueOn' || field === 'class') && hasStandingDeadline(problem) ? STANDING_DEADLINE : ''
}

/** Who is to answer for the problem, which rests on what else the line says of it. */
function peopleSaid(line: Line, { columns, people }: Asked, said: Partial<ProblemFields>) {
  const { problem } = line
  const values: { leadId?: string; handlerId?: string | null } = {}
  const words: string[] = []
  const refused: string[] = []
  for (const field of peopleColumns) {
    const at = columns.indexOf(field)
    if (at < 0) continue
    const read = personSaid(line, { field, at }, people)
    if ('fault' in read) refused.push(`${pastedAsNames[field]}：${read.fault}`)
    else if (read.value !== undefined && read.value?.id !== problem[field]?.id) {
      const { value } = read
      if (field === 'handler') values.handlerId = value?.id ?? null
      else if (value !== null) values.leadId = value.id
      words.push(`${pastedAsNames[field]}：${problem[field]?.name ?? '无'} → ${value?.words ?? '无'}`)
    }
  }
  const after = {
    hasLead: values.leadId !== undefined || problem.lead !== null,
    kind: said.class ?? problem.class,
    dueOn: said.dueOn === undefined ? problem.dueOn : said.dueOn,
  }
  const obstacle = words.length === 0 ? '' : obstacleToAssign(problem, after)
  if (obstacle === '') return { values, words, refused }
  return { values: {}, words: [], refused: [...refused, `责任领导、责任人：${obstacle}`] }
}

/**
 * What takes back what was done of a line; null where nothing of it can be: a deadline that stands moves only by an
 * extension, and whom a problem was first assigned to is taken back with a reason.
 */
export function undonePaste({ problem, change, assignment }: PlannedPaste, written: Written): Sent | null {
  const { id: problemId, state, lead, handler } = problem
  const { version } = written.row
  if (version === null) return null
  const fields = pastedAs.filter(
    (field): field is PastedField =>
      field !== 'number' &&
      field !== 'lead' &&
      field !== 'handler' &&
      written.isChanged &&
      change?.[field] !== undefined &&
      ((state === 'registered' && !written.isAssigned) || (field !== 'dueOn' && field !== 'class')),
  )
  const before: ProblemChange | null =
    fields.length === 0
      ? null
      : { problemId, version, ...Object.fromEntries(fields.map((field) => [field, problem[field]])) }
  const isHandedBack = written.isAssigned && assignment !== null && lead !== null && state !== 'registered'
  const handedBack = isHandedBack
    ? {
        ...{ problemId, version },
        ...(assignment.leadId !== undefined && { leadId: lead.id }),
        ...(assignment.handlerId !== undefined && { handlerId: handler?.id ?? null }),
      }
    : null
  return before === null && handedBack === null ? null : { problemId, change: before, assignment: handedBack }
}
