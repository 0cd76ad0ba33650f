import type { SourceDocument } from '../../reading/source-document.ts'
import { oneLine, shortened } from '../../wording/shorten.ts'
import { contradicts } from './compare-fields.ts'
import { compareMeasures } from './compare-measures.ts'
import { changedNumber } from './compared-words.ts'
import { likenessAmong } from './likeness.ts'
import { matchProblems } from './match-problems.ts'
import {
  fieldNames,
  type Gap,
  type GapPlace,
  type Reconciliation,
  type ReconciledRow,
  roleNames,
} from './reconciliation.ts'
import { totalGaps } from './totals.ts'
import { traceDocument } from './trace-document.ts'
import {
  type DocumentRole,
  documentRoles,
  problemFields,
  type ProblemField,
  type TracedDocument,
  type TracedProblem,
  type TracedText,
} from './traced-problem.ts'

/**
 * The gap check of a rectification's documents (反馈意见、整改方案、整改台账、进展报告、公开通报, any two or more): every
 * problem of the leading document beside what the others have of it, and what they lack, add or say otherwise. Documents
 * come back in the order they follow each other. Never throws.
 */
export function reconcileDocuments(
  given: readonly { readonly path: string; readonly document: SourceDocument }[],
): Reconciliation {
  const traced = given.map(({ path, document }) => ({ path, traced: traceDocument(path, document) }))
  const others = traced.flatMap(({ path, traced: known }) => (known === null ? [path] : []))
  const documents = traced
    .flatMap(({ traced: known }) => known ?? [])
    .toSorted((a, b) => documentRoles.indexOf(a.role) - documentRoles.indexOf(b.role))
  const [leader] = documents
  if (leader === undefined) return { documents, others, rows: [], gaps: [] }
  const rows = rowsOf(documents)
  return {
    documents,
    others,
    rows,
    gaps: [
      ...rows.flatMap((row, index) => rowGaps(row, { documents, index })),
      ...documents.flatMap((document) => totalGaps(document, leader)),
    ],
  }
}

/** The rows of the leading document, then what only later ones have. */
function rowsOf(documents: readonly TracedDocument[]): ReconciledRow[] {
  const likeness = likenessAmong(documents.flatMap(({ problems }) => problems))
  const rows: { problems: TracedProblem[][]; isDoubtful: boolean[]; lead: TracedProblem }[] = []
  for (const [place, { problems }] of documents.entries()) {
    const links = matchProblems(
      rows.map(({ lead }) => lead),
      problems,
      likeness,
    )
    for (const { from, to, isDoubtful } of links) {
      const problem = problems[to]
      const row = rows[from]
      if (problem === undefined || row === undefined) continue
      ;(row.problems[place] ??= []).push(problem)
      row.isDoubtful[place] = (row.isDoubtful[place] ?? false) || isDoubtful
    }
    const known = new Set(links.map(({ to }) => to))
    for (const [index, problem] of problems.entries()) {
      if (known.has(index)) continue
      const own: TracedProblem[][] = []
      own[place] = [problem]
      rows.push({ problems: own, isDoubtful: [], lead: problem })
    }
  }
  const uses = new Map<TracedProblem, number>()
  for (const problem of rows.flatMap(({ problems }) => problems.flat())) uses.set(problem, (uses.get(problem) ?? 0) + 1)
  return rows.map(({ problems, isDoubtful }) => ({
    problems: documents.map((_, place) => problems[place] ?? []),
    isDoubtful: documents.map((_, place) => isDoubtful[place] ?? false),
    isShared: documents.map((_, place) => (problems[place] ?? []).some((problem) => (uses.get(problem) ?? 0) > 1)),
  }))
}

interface RowPlace {
  readonly documents: readonly TracedDocument[]
  readonly index: number
}

function rowGaps(row: ReconciledRow, { documents, index }: RowPlace): Gap[] {
  const first = row.problems.findIndex((problems) => problems.length > 0)
  const [lead] = row.problems[first] ?? []
  if (lead === undefined) return []
  const about = lead.name
  const gap = (facts: Omit<Gap, 'about' | 'row' | 'isDoubtful'> & { readonly isDoubtful?: boolean }): Gap => ({
    isDoubtful: false,
    ...facts,
    about,
    row: index,
  })
  const presence = documents.flatMap(({ path, role, problems }, place): Gap[] => {
    if (place === first || problems.length === 0) return []
    const has = (row.problems[place] ?? []).length > 0
    if (place > first && !has) return [gap(missingIn({ from: documents[first], path, role, lead }))]
    if (place === 0 && first > 0) return [gap(addedTo({ from: documents[first], path, role, lead }))]
    return []
  })
  // A problem the leading document does not have is told once, not as missing in every other.
  const told = first > 0 ? presence.filter(({ type }) => type === 'added') : presence
  return [...told, ...differences(row, { documents, index }).map(gap)]
}

interface Presence {
  readonly from: TracedDocument | undefined
  readonly path: string
  readonly role: DocumentRole
  readonly lead: TracedProblem
}

function missingIn({ from, path, role, lead }: Presence): Omit<Gap, 'about' | 'row' | 'isDoubtful'> {
  const name = from === undefined ? '' : roleNames[from.role]
  return {
    type: 'missing',
    field: null,
    paths: [from?.path ?? '', path],
    message: `${name}的“${lead.name}”，${roleNames[role]}里没有，请核对是否漏了`,
    places: [{ ...placeOf(lead), path: from?.path ?? '' }],
  }
}

function addedTo({ from, path, role, lead }: Presence): Omit<Gap, 'about' | 'row' | 'isDoubtful'> {
  const name = from === undefined ? '' : roleNames[from.role]
  return {
    type: 'added',
    field: null,
    paths: [from?.path ?? '', path],
    message: `${name}的“${lead.name}”，${roleNames[role]}里没有，请核对是从哪里来的`,
    places: [{ ...placeOf(lead), path: from?.path ?? '' }],
  }
}

function placeOf({ start, end, text, place }: TracedText): TracedText {
  return { start, end, text, place }
}

/** Whose word counts first for a field: the plan decides, of how far it is the ledger tells. */
const AUTHORITY: Readonly<Record<'plan' | 'state', readonly DocumentRole[]>> = {
  plan: ['plan', 'ledger', 'report', 'notice', 'feedback'],
  state: ['ledger', 'report', 'notice', 'plan', 'feedback'],
}

type Difference = Omit<Gap, 'about' | 'row'>

function differences(row: ReconciledRow, { documents }: RowPlace): Difference[] {
  return [
    ...problemFields.flatMap((field) => fieldDifferences(field, row, documents)),
    ...measureDifferences(row, documents),
    ...textDifferences(row, documents),
  ]
}

/** Where a problem was taken together with others or apart, its duties cannot be compared one by one. */
function oneIn(row: ReconciledRow, place: number): TracedProblem | null {
  const problems = row.problems[place] ?? []
  return problems.length === 1 && row.isShared[place] !== true ? (problems[0] ?? null) : null
}

function inOrder(documents: readonly TracedDocument[], order: readonly DocumentRole[]): number[] {
  return documents
    .map((_, place) => place)
    .toSorted((a, b) => order.indexOf(documents[a]?.role ?? 'notice') - order.indexOf(documents[b]?.role ?? 'notice'))
}

function fieldDifferences(field: ProblemField, row: ReconciledRow, documents: readonly TracedDocument[]): Difference[] {
  const places = inOrder(documents, AUTHORITY[field === 'state' ? 'state' : 'plan'])
  const says = (problem: TracedProblem): boolean =>
    problem.fields[field] !== undefined || (field === 'class' && problem.fields.deadline !== undefined)
  const first = places.find((place) => {
    const problem = oneIn(row, place)
    return problem !== null && says(problem)
  })
  const own = first === undefined ? null : oneIn(row, first)
  if (first === undefined || own === null) return []
  return places
    .filter((place) => place !== first)
    .flatMap((place): Difference[] => {
      const other = oneIn(row, place)
      if (other === null || !contradicts(field, own, other)) return []
      const words = [own, other].map((problem) => problem.fields[field] ?? problem.fields.deadline ?? problem)
      return [differenceOf({ field, row, documents, places: [first, place], words })]
    })
}

interface Told {
  readonly field: NonNullable<Gap['field']>
  readonly row: ReconciledRow
  readonly documents: readonly TracedDocument[]
  /** The two documents, by their places. */
  readonly places: readonly [number, number]
  readonly words: readonly TracedText[]
  readonly type?: Gap['type']
  readonly message?: string
}

function differenceOf({ field, row, documents, places, words, type = 'different', message }: Told): Difference {
  const [a, b] = places.map((place) => documents[place])
  const [one, two] = words
  const said = (document: TracedDocument | undefined, text: TracedText | undefined): string =>
    `${document ? roleNames[document.role] : ''}写“${quoted(text?.text ?? '')}”`
  return {
    type,
    field,
    paths: [a?.path ?? '', b?.path ?? ''],
    message: message ?? `${fieldNames[field]}不一致：${said(a, one)}，${said(b, two)}`,
    places: words.map((text, i): GapPlace => ({ ...placeOf(text), path: (i === 0 ? a : b)?.path ?? '' })),
    isDoubtful: places.some((place) => row.isDoubtful[place] === true),
  }
}

const LONGEST_QUOTE = 50

function quoted(text: string): string {
  return shortened(oneLine(text), LONGEST_QUOTE)
}

function measureDifferences(row: ReconciledRow, documents: readonly TracedDocument[]): Difference[] {
  const [first, ...others] = inOrder(documents, AUTHORITY.plan).filter(
    (place) => row.isShared[place] !== true && (row.problems[place] ?? []).some(({ measures }) => measures.length > 0),
  )
  if (first === undefined) return []
  const own = row.problems[first] ?? []
  return others.flatMap((place): Difference[] => {
    const { missing, added, changed } = compareMeasures(own, row.problems[place] ?? [])
    const facts = { field: 'measure', row, documents, places: [first, place] } as const
    const [here, there] = [documents[first], documents[place]].map((document) =>
      document ? roleNames[document.role] : '',
    )
    return [
      ...missing.map((text) =>
        differenceOf({
          ...facts,
          type: 'missing',
          words: [text],
          message: `${here}的措施“${quoted(text.text)}”，${there}里没有`,
        }),
      ),
      ...added.map((text) => ({
        ...differenceOf({
          ...facts,
          places: [place, first],
          type: 'added',
          words: [text],
          message: `${there}的措施“${quoted(text.text)}”，${here}里没有`,
        }),
      })),
      ...changed.map(({ own: a, other: b, numbers }) =>
        differenceOf({
          ...facts,
          words: [a, b],
          message: `整改措施的数字不一致：${here}写“${numbers.own}”，${there}写“${numbers.other}”（${quoted(a.text)}）`,
        }),
      ),
    ]
  })
}

/** A figure of the problem itself that a later document has otherwise. */
function textDifferences(row: ReconciledRow, documents: readonly TracedDocument[]): Difference[] {
  const first = row.problems.findIndex((problems) => problems.length === 1)
  const own = oneIn(row, first)
  if (own === null) return []
  return documents.flatMap((document, place): Difference[] => {
    const other = place > first ? oneIn(row, place) : null
    const numbers = other === null ? null : changedNumber(own.text, other.text)
    if (other === null || numbers === null) return []
    const here = documents[first]
    const message = `问题里的数字不一致：${here ? roleNames[here.role] : ''}写“${numbers.own}”，${roleNames[document.role]}写“${numbers.other}”`
    return [differenceOf({ field: 'text', row, documents, places: [first, place], words: [own, other], message })]
  })
}
