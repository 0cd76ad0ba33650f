import { originInWords, type OriginWords, shortened } from '@duizhao/engine/wording'
import { type EntryGuard, isKnownIn, problemMachine, problemStateNames, type RefusedPlace } from '@duizhao/contract'
import type { Database } from '../../../platform/database/pool.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { compareLine, type ImportedFields, type LineChange, tellsOf } from './compare-line.ts'
import type { OriginPlace } from '../origin-queries.ts'
import { alikeProblems } from './alike-lines.ts'
import { type Candidate, type KnownProblem, knownProblems, type Unit } from './known-queries.ts'
import type { LedgerLine } from './ledger-line.ts'
import { type Match, matchLines, type Target } from './match-lines.ts'
import { type PeopleByName, peopleNamed, peopleRemarks, personNamed, type UntoldName, untoldNames } from './people.ts'
import { placeOf } from './units.ts'

export type PlannedLine =
  | {
      readonly effect: 'create'
      readonly line: LedgerLine
      readonly key: string
      /** Where it is registered. */
      readonly place: Unit
      readonly fields: ImportedFields
      readonly tells: readonly EntryGuard[]
      readonly origins: readonly OriginPlace[]
    }
  | {
      readonly effect: 'change'
      readonly line: LedgerLine
      readonly known: KnownProblem
      readonly change: LineChange
    }
  | { readonly effect: 'none'; readonly line: LedgerLine }
  /** It tells of no problem but is like one: somebody has to say whether it is that. */
  | { readonly effect: 'ask'; readonly line: LedgerLine; readonly candidate: Candidate }

/** What importing the lines would do. */
export interface LedgerPlan {
  readonly lines: readonly PlannedLine[]
  /** The problems the lines tell of, or may tell of. */
  readonly told: readonly string[]
  readonly faults: readonly RefusedPlace[]
  readonly remarks: readonly RefusedPlace[]
  /** The names of people in what is written of which one cannot tell who is meant. */
  readonly untold: readonly UntoldName[]
}

interface Asked extends Target {
  /** By the line's place: whether it is the problem it is like. */
  readonly isSame: ReadonlyMap<number, boolean>
  /** Whom somebody chose for names in the file. */
  readonly chosen: PeopleByName
  /** Where a passage stands that a line names. */
  readonly places: (named: OriginWords) => OriginPlace
  /** True to hold the problems until the transaction ends. */
  readonly lock: boolean
}

/** Plans the lines against what is there now, in a handful of queries however many lines there are. */
export async function planLines(
  db: Database | Tx,
  { lock, isSame, chosen, places, ...target }: Asked,
  lines: readonly LedgerLine[],
): Promise<LedgerPlan> {
  const [people, { matches, left, mayMean }] = await Promise.all([
    peopleNamed(db, target.organisation, lines, chosen),
    matchLines(db, target, lines),
  ])
  const unmatched = matches.flatMap(({ problemId, line }) =>
    problemId === null && !line.goesOnElsewhere ? [line] : [],
  )
  const alike = alikeProblems(unmatched, left, mayMean)
  const asked = matches.map((match, at): Asking => ({
    match,
    candidate: alike.get(match.line),
    isSame: isSame.get(at),
  }))
  const told = asked.flatMap(({ match, candidate }) => match.problemId ?? candidate?.id ?? [])
  const known = await knownProblems(db, told, { lock })
  const faults: RefusedPlace[] = []
  const remarks: RefusedPlace[] = []
  const planned = asked.map((asking) => planLine(asking, { known, people, target, places, faults, remarks }))
  const changing = planned.flatMap(({ effect, line }) => (effect === 'none' ? [] : [line]))
  const untold = untoldNames(changing, people)
  return {
    ...{ lines: planned, told, faults, untold },
    remarks: [...undated(planned), ...peopleRemarks(untold), ...remarks],
  }
}

interface Asking {
  readonly match: Match
  /** What a line that tells of no problem is like. */
  readonly candidate: Candidate | undefined
  /** What somebody said of that; undefined if nobody did. */
  readonly isSame: boolean | undefined
}

/** What is to be done at once but has no date would never be overdue. */
function undated(planned: readonly PlannedLine[]): RefusedPlace[] {
  const count = planned.filter(
    ({ effect, line }) => effect === 'create' && line.class === 'immediate' && line.dueOn === null && !line.isDone,
  ).length
  return count === 0 ? [] : [{ message: `有 ${count} 个立行立改的问题没有写日期，导入后请补上，否则不会提醒超期` }]
}

interface Planning {
  readonly known: ReadonlyMap<string, KnownProblem>
  readonly people: PeopleByName
  readonly target: Target
  readonly places: Asked['places']
  readonly faults: RefusedPlace[]
  readonly remarks: RefusedPlace[]
}

function planLine({ match, candidate, isSame }: Asking, planning: Planning): PlannedLine {
  const { known, people, target, places, faults, remarks } = planning
  if (candidate && isSame === undefined) return { effect: 'ask', line: match.line, candidate }
  const { key } = match
  const isReworded = candidate !== undefined && isSame === true
  const problemId = isReworded ? candidate.id : match.problemId
  const problem = problemId === null ? undefined : known.get(problemId)
  const who = { leadId: personNamed(match.line.lead, people), handlerId: personNamed(match.line.handler, people) }
  const isLeadKnown = who.leadId !== null || match.line.lead === (problem?.leadName ?? '')
  const line = isLeadKnown ? match.line : withLeadInMeasures(match.line)
  const origins = line.origins.map(places)
  if (!problem && line.goesOnElsewhere) {
    remarks.push(at(line, 'state', '已反弹、已并入或拆分、登记有误撤回的问题不在这一行整改，没有导入'))
    return { effect: 'none', line }
  }
  if (!problem) {
    if (line.lacksDeadline && !line.isDone) faults.push(at(line, 'deadline', '没有写完成时限'))
    const tells = tellsOf({ isDone: line.isDone, hasProgress: line.progress.length > 0, hasLead: who.leadId !== null })
    const place = placeOf(line, target.organisation, target.units)
    remarks.push(...unfound(line, origins))
    return { effect: 'create', line, key, place, fields: fieldsOf(line, who), tells, origins }
  }
  const change = compareLine(line, problem, { ...who, isReworded, origins })
  const saysNothingNew = change.changes.length === 0
  if (!isKnownIn(problemMachine, 'import', problem.state)) {
    if (!saysNothingNew)
      remarks.push(at(line, 'state', `问题 ${problem.number} 号${problemStateNames[problem.state]}，这一行没有改动它`))
    return { effect: 'none', line }
  }
  remarks.push(...unfound(line, change.newOrigins))
  if (change.kept.length > 0) {
    const what = change.kept.map(({ field, before, after }) => `${field}（现在 ${before}，表里 ${after}）`).join('、')
    remarks.push(
      at(line, 'deadline', `问题 ${problem.number} 号已经分派，没有改${what}：请在系统里申请延期，由别人决定`),
    )
  }
  if (line.isDone)
    remarks.push(at(line, 'state', `问题 ${problem.number} 号还没有销号：已经登记的问题要在系统里申请、核验后销号`))
  return saysNothingNew ? { effect: 'none', line } : { effect: 'change', line, known: problem, change }
}

/** Passages that were not found are kept as they are written, which whoever reads the ledger reads. */
function unfound({ sheet, row }: LedgerLine, origins: readonly OriginPlace[]): RefusedPlace[] {
  return origins.flatMap((place) => {
    if (place.named === null) return []
    const written = shortened(originInWords({ named: place.named, words: place.words }), 40)
    return [
      {
        sheet,
        row,
        message: `出自“${written}”：没有找到这份文稿、这次记录，或者里面没有、不止一处这句话，照写着的留下`,
      },
    ]
  })
}

const MOST_RESPONSIBLE = 200

/** A lead who is nobody known is not lost: the name stands with those responsible for the measures. */
function withLeadInMeasures(line: LedgerLine): LedgerLine {
  const name = `责任领导：${line.lead.replaceAll('\n', '、')}`
  const measures = line.measures.map((measure) => {
    const words = measure.responsible === '' ? name : `${measure.responsible}；${name}`
    return words.length > MOST_RESPONSIBLE ? measure : { ...measure, responsible: words }
  })
  return { ...line, measures }
}

function at(line: LedgerLine, cell: 'deadline' | 'state', message: string): RefusedPlace {
  const name = line.cells[cell]
  return { sheet: line.sheet, row: line.row, ...(name === undefined ? {} : { cell: name }), message }
}

function fieldsOf(line: LedgerLine, who: Pick<ImportedFields, 'leadId' | 'handlerId'>): ImportedFields {
  const { text, source, aspect, cause, goal, class: kind, dueOn, result } = line
  return { text, source, aspect, cause, goal, class: kind, dueOn, result, ...who }
}
