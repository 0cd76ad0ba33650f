import {
  type EntryGuard,
  measureInWords,
  MeasureFields,
  problemClassNames,
  problemSourceNames,
  type ProblemClass,
  type ProblemSource,
} from '@duizhao/contract'
import type { FieldChange } from '../../../platform/act.ts'
import { type Deadline, isMoved } from '../standing-deadline.ts'
import { type OriginPlace, placeKey } from '../origin-queries.ts'
import { earlierThan } from './early-day.ts'
import { compact, lettersOf, saysSame } from './import-key.ts'
import type { KnownMeasure, KnownProblem } from './known-queries.ts'
import type { LedgerLine, MeasureLine, ProgressLine } from './ledger-line.ts'

/** The fields of a problem that an import may change. */
export interface ImportedFields {
  readonly text: string
  readonly source: ProblemSource
  readonly aspect: string
  readonly cause: string
  readonly goal: string
  readonly class: ProblemClass
  readonly dueOn: string | null
  readonly leadId: string | null
  readonly handlerId: string | null
  readonly result: string
}

/** What a line says otherwise than the problem it tells of. */
export interface LineChange {
  readonly fields: ImportedFields
  /** What it tells that may bring the problem to another state. */
  readonly tells: readonly EntryGuard[]
  readonly changes: readonly FieldChange[]
  /** What it says of the deadline and does not change: it stands. */
  readonly kept: readonly FieldChange[]
  readonly newMeasures: readonly MeasureLine[]
  readonly changedMeasures: readonly KnownMeasure[]
  readonly newProgress: readonly ProgressLine[]
  readonly newOrigins: readonly OriginPlace[]
}

interface Said {
  /** Where its passages stand. */
  readonly origins: readonly OriginPlace[]
  /** True if somebody said that the line tells of the problem in other words, which are its words from now on. */
  readonly isReworded: boolean
}

export interface NamedPeople {
  readonly leadId: string | null
  readonly handlerId: string | null
}

/**
 * Compares a line with the problem it tells of. A blank cell erases nothing, what the ledger would show for the problem
 * as it is changes nothing, and nothing is taken away: neither measures nor progress.
 */
export function compareLine(
  line: LedgerLine,
  known: KnownProblem,
  { leadId, handlerId, isReworded, origins }: NamedPeople & Said,
): LineChange {
  const measures = compareMeasures(line, known)
  const newProgress = progressBesides(line.progress, known.progress)
  const newOrigins = originsBesides(origins, known)
  const kind = classAfter(line, known, measures.showsDeadlines)
  const told = { class: kind, dueOn: measures.showsDeadlines ? known.dueOn : dueOnOf(line, known, kind) }
  const deadline = isMoved(known, told, known) ? { class: known.class, dueOn: known.dueOn } : told
  const fields = {
    text: isReworded ? line.text : known.text,
    source: line.saysSource ? line.source : known.source,
    aspect: written(line.aspect, known.aspect),
    cause: written(line.cause, known.cause),
    goal: written(line.goal, known.goal),
    ...deadline,
    leadId: line.lead === known.leadName ? known.leadId : (leadId ?? known.leadId),
    handlerId:
      measures.showsResponsible || line.handler === known.handlerName
        ? known.handlerId
        : (handlerId ?? known.handlerId),
    result: written(line.result, known.result),
  }
  return {
    fields,
    tells: tellsOf({ hasProgress: newProgress.length > 0, hasLead: known.leadId === null && fields.leadId !== null }),
    changes: [
      ...fieldChanges(known, fields, line),
      ...measures.changes,
      ...progressChanges(newProgress),
      ...originChanges(newOrigins),
    ],
    kept: deadlineChanges(deadline, told),
    newMeasures: measures.added,
    changedMeasures: measures.changed,
    newProgress,
    newOrigins,
  }
}

function written(words: string, known: string): string {
  return words === '' || saysSame(words, known) ? known : words
}

/** The class as written; a date given to what had none makes it dated. */
function classAfter(line: LedgerLine, known: KnownProblem, showsDeadlines: boolean): ProblemClass {
  if (line.saysClass) return line.class
  const isDated = !showsDeadlines && line.dueOn !== null && known.class === 'sustained' && known.dueOn === null
  return isDated ? 'dated' : known.class
}

function dueOnOf(line: LedgerLine, known: KnownProblem, kind: ProblemClass): string | null {
  if (!line.saysDeadline) return known.dueOn
  return line.dueOn ?? (kind === 'sustained' && known.class !== 'sustained' ? null : known.dueOn)
}

/** What a line tells that the state machine asks about. */
export function tellsOf(told: {
  readonly isDone?: boolean
  readonly hasProgress: boolean
  readonly hasLead: boolean
}): EntryGuard[] {
  const holds = [
    ['tellsDone', told.isDone === true],
    ['tellsProgress', told.hasProgress],
    ['tellsLead', told.hasLead],
  ] as const
  return holds.filter(([, isTold]) => isTold).map(([guard]) => guard)
}

function fieldChanges(known: KnownProblem, fields: ImportedFields, line: LedgerLine): FieldChange[] {
  const rows: [string, string | null, string | null][] = [
    ['问题', known.text, fields.text],
    ['问题来源', problemSourceNames[known.source], problemSourceNames[fields.source]],
    ['方面', known.aspect, fields.aspect],
    ['原因', known.cause, fields.cause],
    ['整改目标', known.goal, fields.goal],
    ['整改成效', known.result, fields.result],
  ]
  if (known.leadId !== fields.leadId) rows.push(['责任领导', known.leadName, line.lead])
  if (known.handlerId !== fields.handlerId) rows.push(['责任人', known.handlerName, line.handler])
  return [...differing(rows), ...deadlineChanges(known, fields)]
}

function deadlineChanges(before: Deadline, after: Deadline): FieldChange[] {
  return differing([
    ['整改类型', problemClassNames[before.class], problemClassNames[after.class]],
    ['完成时限', before.dueOn, after.dueOn],
  ])
}

function differing(rows: readonly (readonly [string, string | null, string | null])[]): FieldChange[] {
  return rows
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after]) => changed(field, before, after))
}

function changed(field: string, before: string | null, after: string | null): FieldChange {
  return { field, before: before || '无', after: after || '无' }
}

interface MeasureChanges {
  readonly added: readonly MeasureLine[]
  readonly changed: readonly KnownMeasure[]
  readonly changes: readonly FieldChange[]
  /** True if every measure is written with the deadline that the ledger shows for it. */
  readonly showsDeadlines: boolean
  readonly showsResponsible: boolean
}

const UNCHANGED = { added: [], changed: [], changes: [] }

function compareMeasures({ measures }: LedgerLine, known: KnownProblem): MeasureChanges {
  const whole = (list: readonly { readonly text: string }[]): string => lettersOf(list.map(({ text }) => text).join(''))
  const pairs = pairMeasures(measures, known.measures)
  const isSplitOnly = pairs.length < measures.length && whole(measures) === whole(known.measures)
  if (isSplitOnly) return { ...UNCHANGED, showsDeadlines: true, showsResponsible: true }
  const added = measures.filter((measure) => !pairs.some(([line]) => line === measure))
  const updates = pairs.flatMap(([line, measure]) => {
    const after = measureAfter(line, measure, known)
    const differs = MEASURE_FIELDS.some((field) => after[field] !== measure[field])
    return differs ? [{ before: measure, after }] : []
  })
  const isWhole = pairs.length > 0 && added.length === 0
  return {
    added,
    changed: updates.map(({ after }) => after),
    changes: [
      ...updates.map(({ before, after }) => changed('整改措施', measureInWords(before), measureInWords(after))),
      ...added.map((measure) => changed('整改措施', null, measureInWords(measure))),
    ],
    showsDeadlines: isWhole && pairs.every(([line, { dueOn }]) => line.dueOn === (dueOn ?? known.dueOn)),
    showsResponsible: isWhole && pairs.every(([line, measure]) => isShown(line, measure, known)),
  }
}

const MEASURE_FIELDS = MeasureFields.keyof().options

/** Measures with the same words; then, if as many are left on both sides, those left in their order: their words changed. */
function pairMeasures(lines: readonly MeasureLine[], known: readonly KnownMeasure[]): [MeasureLine, KnownMeasure][] {
  const left = new Set(known)
  const pairs = lines.flatMap((line): [MeasureLine, KnownMeasure][] => {
    const words = compact(line.text)
    const same = [...left].find(({ text }) => compact(text) === words)
    if (!same) return []
    left.delete(same)
    return [[line, same]]
  })
  const others = lines.filter((line) => !pairs.some(([paired]) => paired === line))
  if (others.length !== left.size) return pairs
  return [
    ...pairs,
    ...[...left].flatMap((measure, at): [MeasureLine, KnownMeasure][] => {
      const line = others[at]
      return line ? [[line, measure]] : []
    }),
  ]
}

function measureAfter(line: MeasureLine, measure: KnownMeasure, known: KnownProblem): KnownMeasure {
  const dueOn = measure.dueOn === null && line.dueOn === known.dueOn ? null : (line.dueOn ?? measure.dueOn)
  const earlyOn = line.earlyOn ?? measure.earlyOn
  const due = dueOn ?? known.dueOn
  return {
    ...measure,
    text: compact(line.text) === compact(measure.text) ? measure.text : line.text,
    responsible: isShown(line, measure, known) ? measure.responsible : line.responsible,
    coUnit: written(line.coUnit, measure.coUnit),
    dueOn,
    // Where the problem has lost its deadline, what was planned stays.
    earlyOn: due === null ? earlyOn : earlierThan(due, earlyOn),
    funding: written(line.funding, measure.funding),
    contingency: written(line.contingency, measure.contingency),
    doneOn: measure.doneOn ?? line.doneOn,
  }
}

/** True if the ledger shows these words for who is responsible: its unit and, where nothing is written, the handler. */
function isShown({ responsible }: MeasureLine, measure: KnownMeasure, known: KnownProblem): boolean {
  const own = (cell: string): string =>
    cell
      .split('；')
      .filter((word) => word !== known.organisationName && word !== '')
      .join('；')
  const words = own(responsible)
  return words === '' || words === own(measure.responsible || (known.handlerName ?? ''))
}

/** What is new of the progress. An entry written on to gives what was added. */
function progressBesides(lines: readonly ProgressLine[], known: readonly string[]): ProgressLine[] {
  const all = known.map(compact).join('\n')
  return lines.flatMap((line) => {
    if (all.includes(compact(line.text))) return []
    const begun = known.filter((text) => line.text.startsWith(text)).toSorted((a, b) => b.length - a.length)[0]
    const added = line.text.slice(begun?.length ?? 0).replace(/^[\s，。；、,;]+/u, '')
    return added === '' || all.includes(compact(added)) ? [] : [{ ...line, text: added }]
  })
}

function progressChanges(progress: readonly ProgressLine[]): FieldChange[] {
  return progress.map(({ on, text }) => changed('整改进展', null, `${on} ${text}`))
}

/** The places it was not known to come from. What the file has in the same words is known, seen there or not. */
function originsBesides(origins: readonly OriginPlace[], known: KnownProblem): OriginPlace[] {
  const keys = new Set(known.origins.map(placeKey))
  const words = new Set(known.origins.map((origin) => lettersOf(origin.words)))
  return origins.filter(
    (origin) => !keys.has(placeKey(origin)) && !(origin.named !== null && words.has(lettersOf(origin.words))),
  )
}

/** The timeline names no paper that not all of its readers may see. */
function originChanges({ length }: readonly OriginPlace[]): FieldChange[] {
  return length === 0 ? [] : [changed('出处', null, length === 1 ? '增加一处' : `增加 ${length} 处`)]
}
