import type { SourceDocument } from '../../reading/source-document.ts'
import { type LedgerDuties, type LedgerRow, readLedgers } from '../../tables/ledger.ts'
import type { LedgerText } from '../../tables/cell-text.ts'
import { stateOf } from '../../wording/state-words.ts'
import { nameOf } from './problem-name.ts'
import type { ProblemField, TracedProblem, TracedText } from './traced-problem.ts'

const FIELDS = [
  'lead',
  'unit',
  'coUnit',
  'owner',
  'target',
  'deadline',
  'class',
] as const satisfies readonly (ProblemField & keyof LedgerDuties)[]

/** The problems the tables of a document list, with what stands beside each. */
export function tableProblems(document: SourceDocument): TracedProblem[] {
  return document.tables
    .flatMap((table, i) =>
      readLedgers(table, { text: document.text }).flatMap(({ rows }) =>
        groupsOf(rows).map((group) => problemOf(group, table.name ?? `第${i + 1}个表`)),
      ),
    )
    .map((problem, index) => ({ ...problem, index }))
}

/** Manifestations of one problem, each a row of its own, are the same problem. */
function groupsOf(rows: readonly LedgerRow[]): LedgerRow[][] {
  const groups: LedgerRow[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0]?.problem.start === row.problem.start && last.length > 0) last.push(row)
    else groups.push([row])
  }
  return groups
}

function problemOf(rows: readonly LedgerRow[], sheet: string): Omit<TracedProblem, 'index'> {
  const [first] = rows as readonly [LedgerRow, ...LedgerRow[]]
  const at = (text: LedgerText): TracedText => traced(text, sheet)
  const words = [first.problem.text, ...rows.flatMap(({ manifestation }) => manifestation?.text ?? [])].join('\n')
  const fields = FIELDS.flatMap((field) => {
    const found = first.duties[field]
    return found === undefined ? [] : [[field, at(found)] as const]
  })
  const state = stateOfRows(rows)
  return {
    ...at(first.problem),
    text: words,
    number: first.number?.text ?? '',
    name: nameOf(first.problem.text),
    fields: { ...Object.fromEntries(fields), ...(state === null ? {} : { state: at(state) }) },
    measures: rows.flatMap(({ measures }) => measures.map(at)),
  }
}

/** The state of the problem: that of its least advanced measure. */
function stateOfRows(rows: readonly LedgerRow[]): LedgerText | null {
  const states = rows.flatMap(({ measures, duties }) => {
    const each = measures.flatMap(({ duties: own }) => own.state ?? [])
    return each.length > 0 ? each : (duties.state ?? [])
  })
  const open = states.find(({ text }) => ['in_progress', 'not_started'].includes(stateOf(text) ?? ''))
  return open ?? states.find(({ text }) => stateOf(text) === 'sustained') ?? states[0] ?? null
}

function traced({ text, start, end, address, row, column }: LedgerText, sheet: string): TracedText {
  return { text, start, end, cell: { sheet, row, column, ...(address === undefined ? {} : { address }) } }
}
