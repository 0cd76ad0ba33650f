import {
  type FromPaper,
  type MeasureFields,
  type PaperPlace,
  type PaperProblems,
  type ProblemClass,
  type ProblemFields,
  type ProposedProblem,
} from '@duizhao/contract'

/** Who is chosen, with the name: it is shown before any list of people is read. */
interface Named {
  readonly id: string
  readonly name: string
}

/** What may be written about a problem before it is registered. */
export interface RowFields extends ProblemFields {
  readonly leadId: string | null
  readonly handlerId: string | null
  readonly aboutId: string | null
  readonly measures: readonly MeasureFields[]
}

/** A problem read in a paper, as somebody makes it ready for the ledger. */
export interface Row {
  readonly id: string
  readonly isChosen: boolean
  readonly places: readonly PaperPlace[]
  readonly fields: RowFields
  /** The problem of the ledger it is the same as; null for a new one. */
  readonly same: { readonly id: string; readonly number: number } | null
  readonly doubt: ProposedProblem['doubt']
  /** How many of its causes and measures may belong to another. */
  readonly unsure: number
  /** Who answers for it, as a list has it in words. */
  readonly said: { readonly lead: string; readonly handler: string }
}

/** The rows of what was read. What a person wrote of himself is about him. */
export function rowsOf({ problems, about }: Pick<PaperProblems, 'problems' | 'about'>): Row[] {
  return problems.map((problem) => rowOf(problem, about))
}

function rowOf(problem: ProposedProblem, about: Named | null): Row {
  const { begins, ends, text, aspect, source, class: kind, dueOn, goal, causes, measures, lead, handler } = problem
  return {
    id: `at-${begins}`,
    isChosen: false,
    places: [{ begins, ends }],
    fields: {
      ...{ text, aspect, source, class: kind, dueOn, goal, leadId: null, handlerId: null },
      aboutId: about?.id ?? null,
      cause: causes.map((cause) => cause.text).join('\n'),
      measures: measures.map(({ fields }) => fields),
    },
    same: null,
    doubt: problem.doubt,
    unsure: [...causes, ...measures].filter(({ isSure }) => !isSure).length,
    said: { lead, handler },
  }
}

/** Those none of whose places is in the ledger. */
export function unregistered(rows: readonly Row[], registered: readonly PaperPlace[]): Row[] {
  return rows.filter(({ places }) =>
    places.every(({ begins, ends }) => registered.every((known) => known.ends <= begins || ends <= known.begins)),
  )
}

/** The rows with one of them otherwise. */
export function withRow(rows: readonly Row[], id: string, change: Partial<Omit<Row, 'id'>>): Row[] {
  return rows.map((row) => (row.id === id ? { ...row, ...change } : row))
}

/** A row as one with the one before it: all places and measures, both texts. */
export function mergedUp(rows: readonly Row[], id: string): Row[] {
  const at = rows.findIndex((row) => row.id === id)
  const [above, row] = [rows[at - 1], rows[at]]
  if (!above || !row) return [...rows]
  const joined = (one: string, other: string): string => [one, other].filter((part) => part !== '').join('\n')
  const merged: Row = {
    ...above,
    isChosen: above.isChosen || row.isChosen,
    places: [
      ...above.places,
      ...row.places.filter((place) => !above.places.some((one) => one.begins === place.begins)),
    ],
    same: above.same ?? row.same,
    doubt: null,
    unsure: above.unsure + row.unsure,
    fields: {
      ...above.fields,
      text: joined(above.fields.text, row.fields.text),
      cause: joined(above.fields.cause, row.fields.cause),
      measures: [...above.fields.measures, ...row.fields.measures],
    },
  }
  return [...rows.slice(0, at - 1), merged, ...rows.slice(at + 1)]
}

/** A row as two of the same places: the second with an empty text and no measures, both to be written out. */
export function splitRow(rows: readonly Row[], id: string): Row[] {
  return rows.flatMap((row) => {
    if (row.id !== id) return [row]
    const names = new Set(rows.map((each) => each.id))
    let copy = 2
    while (names.has(`${id}-${copy}`)) copy += 1
    const second = { ...row, id: `${id}-${copy}`, doubt: null, fields: { ...row.fields, measures: [] } }
    return [{ ...row, doubt: null }, second]
  })
}

/** What is written into all chosen rows at once; what is not said stays. */
export interface Filling {
  readonly class?: ProblemClass | undefined
  readonly dueOn?: string | null | undefined
  readonly leadId?: string | null | undefined
  readonly handlerId?: string | null | undefined
}

export function filled(rows: readonly Row[], filling: Filling): Row[] {
  const said = Object.fromEntries(
    Object.entries(filling).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  )
  return rows.map((row) => (row.isChosen && row.same === null ? { ...row, fields: { ...row.fields, ...said } } : row))
}

/** What of the chosen rows cannot be registered yet, each with the row. */
export function faultsOf(rows: readonly Row[]): { readonly id: string; readonly message: string }[] {
  return rows.flatMap(({ id, isChosen, same, fields }, at) => {
    if (!isChosen || same !== null) return []
    const number = `第 ${at + 1} 个`
    if (fields.text.trim().length < 4) return [{ id, message: `${number}还没有写清问题` }]
    if (fields.class !== 'sustained' && fields.dueOn === null) return [{ id, message: `${number}还没有完成时限` }]
    return []
  })
}

/** What is sent of the chosen rows. */
export function bodyOf(rows: readonly Row[]): FromPaper[] {
  return rows.filter(({ isChosen }) => isChosen).map(sent)
}

function sent({ same, places, fields: { measures, ...fields } }: Row): FromPaper {
  return same === null
    ? { as: 'new', places: [...places], ...fields, measures: [...measures] }
    : { as: 'joined', places: [...places], problemId: same.id }
}

/** A stretch of a text: of a problem, or between two. */
export interface Segment extends PaperPlace {
  /** Which row it is of; null for what is between. */
  readonly rowId: string | null
  readonly isRegistered: boolean
}

/** The whole text in stretches, in its order. Of places that overlap the first counts. */
export function segmentsOf(length: number, rows: readonly Row[], registered: readonly PaperPlace[]): Segment[] {
  const places = [
    ...registered.map(({ begins, ends }) => ({ begins, ends, rowId: null, isRegistered: true })),
    ...rows.flatMap(({ id, places: own }) => own.map((place) => ({ ...place, rowId: id, isRegistered: false }))),
  ].toSorted((one, other) => one.begins - other.begins)
  const segments: Segment[] = []
  let reached = 0
  for (const place of places) {
    if (place.begins < reached || place.ends > length) continue
    if (place.begins > reached) segments.push(between(reached, place.begins))
    segments.push(place)
    reached = place.ends
  }
  return reached < length ? [...segments, between(reached, length)] : segments
}

function between(begins: number, ends: number): Segment {
  return { begins, ends, rowId: null, isRegistered: false }
}
