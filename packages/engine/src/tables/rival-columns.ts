import type { Candidate } from './column.ts'
import { headerWords } from './header-match.ts'
import type { LedgerField } from './header-names.ts'

/** What a column means beside the others of its field; null to leave it as it is. */
type Judge = (candidate: Candidate, others: readonly Candidate[], all: readonly Candidate[]) => LedgerField | null

/** How columns that claim the same field are told apart. */
const JUDGES: Readonly<Partial<Record<LedgerField, Judge>>> = {
  problem: problemOrPart,
  measure: measureOrTask,
  answer: (candidate, _, all) => (has(all, 'opinion') ? null : answerWithoutOpinion(candidate.column.header)),
  number: (candidate, others) => (others.length === 0 || comesFirst(candidate, others) ? null : 'measureNumber'),
  deadline: (candidate, others) => (others.length === 0 || comesFirst(candidate, others) ? null : 'strikeOffDate'),
  unit: ({ column }, others) => (others.length > 0 && OWN_UNIT.test(headerWords(column.header)) ? 'unknown' : null),
}

const OWN_UNIT = /^(?:单位|单位名称|所在单位|工作单位|所在支部|党支部)$/
const FINER = /具体|描述|表现|情形/
const MEASURE = /措施|举措|办法|做法/
const TASK = /任务|事项|内容|清单|工作|名称/
/** Beside a name that says which task it is, these say what is to be done. */
const CONTENT = /工作内容|任务内容|事项内容|具体任务|整改内容/
const TASK_NAME = /名称|事项$|任务$|重点工作$/
const AIM = /任务|目标|要求/
const SHORT_TEXT = 8

/** The field of a column, seen beside the others. */
export function fieldAmongRivals(candidate: Candidate, all: readonly Candidate[]): LedgerField {
  const { field, header } = candidate.column
  const others = all.filter(({ column }) => column.field === field && column.header !== header)
  return JUDGES[field]?.(candidate, others, all) ?? field
}

function comesFirst({ column }: Candidate, others: readonly Candidate[]): boolean {
  return others.every((other) => column.place < other.column.place)
}

function has(all: readonly Candidate[], field: LedgerField): boolean {
  return all.some(({ column }) => column.field === field)
}

/** 反馈问题 beside 具体问题: the finer one is the manifestation; a short one before it only sorts. */
function problemOrPart(candidate: Candidate, others: readonly Candidate[]): LedgerField | null {
  if (others.length === 0) return null
  const { column, content } = candidate
  const first = comesFirst(candidate, others)
  if (column.confidence <= 0.6 && others.some((other) => other.column.confidence > 0.6)) return 'unknown'
  const sorts = content.length < SHORT_TEXT && others.some((other) => other.content.length > 2 * content.length)
  if (first && sorts) return 'category'
  const finerElsewhere = others.some((other) => FINER.test(other.column.header))
  if (FINER.test(column.header))
    return others.every((other) => FINER.test(other.column.header)) ? null : 'manifestation'
  return first || finerElsewhere ? null : 'manifestation'
}

/** 整改任务 beside 整改措施: what is to be put right if the table names no problem, else the aim. */
function measureOrTask(
  { column }: Candidate,
  others: readonly Candidate[],
  all: readonly Candidate[],
): LedgerField | null {
  const isNamed = TASK_NAME.test(column.header) && !CONTENT.test(column.header)
  const isRival =
    !MEASURE.test(column.header) &&
    others.some(({ column: other }) => MEASURE.test(other.header) || (isNamed && CONTENT.test(other.header)))
  if (!isRival) return null
  const namesProblem = has(all, 'problem') || has(all, 'opinion') || has(all, 'manifestation')
  if (!namesProblem && TASK.test(column.header)) return 'problem'
  return AIM.test(column.header) ? 'target' : 'unknown'
}

/** 办理情况 answers an opinion; in a ledger it is progress. */
function answerWithoutOpinion(header: string): LedgerField | null {
  if (!/办理|处理|反馈/.test(header)) return null
  return header.includes('结果') ? 'result' : 'progress'
}
