import {
  Aspect,
  Cause,
  Contingency,
  CoUnit,
  Funding,
  Goal,
  LONGEST_PASSAGE,
  MeasureText,
  MOST_MEASURES,
  problemStateNames,
  uncountedStates,
  ProblemText,
  ProgressText,
  type RefusedPlace,
  Responsible,
  ResultText,
} from '@duizhao/contract'
import type { Ledger, LedgerMeasure, LedgerRow, LedgerText } from '@duizhao/engine'
import {
  dutyOfHeader,
  lastDayIn,
  originsIn,
  progressEntriesIn,
  shortened,
  sourceNamed,
  withoutLeadingNumber,
  writtenIn,
} from '@duizhao/engine/wording'
import { earlierThan } from './early-day.ts'
import { cellName } from './ledger-columns.ts'
import type { LedgerLine, MeasureLine } from './ledger-line.ts'
import { readDeadline } from './read-deadline.ts'

/** What is known around a row. */
export interface RowPlace {
  readonly ledger: Ledger
  readonly sheet: string
  /** The words of title, sheet and file. */
  readonly title: string
  readonly today: string
  /** The name of the organisation the ledger is imported for: as responsible unit it says nothing. */
  readonly unit: string
  readonly faults: RefusedPlace[]
  readonly remarks: RefusedPlace[]
}

/** A row of a ledger as a line to be planned; what is wrong with it goes to the faults. */
export function readRow(row: LedgerRow, place: RowPlace): Omit<LedgerLine, 'ordinal'> {
  const { duties } = row
  const source =
    sourceNamed(row.source?.text ?? '') ?? (row.subject === 'opinion' ? 'opinion' : sourceNamed(place.title))
  const deadline = deadlineOf(row, place)
  const measures = row.measures.map((measure) => measureLine(measure, row, place))
  const { isDone, doneOn, goesOnElsewhere } = doneOf(row, place)
  const progress = progressEntriesIn(duties.progress?.text ?? '', place.today)
  const line = {
    sheet: place.sheet,
    row: rowNumber(row),
    cells: cellsOf(row, place.ledger),
    text: textOf(row),
    source: source ?? ('other' as const),
    saysSource: sourceNamed(row.source?.text ?? '') !== null,
    aspect: withoutLeadingNumber(words(row.category ?? row.section)),
    cause: row.causes.map(({ text }) => text).join('\n'),
    goal: words(duties.target),
    ...deadline,
    unit: words(duties.unit),
    lead: words(duties.lead),
    handler: words(duties.owner),
    isDone,
    goesOnElsewhere,
    doneOn,
    result: [words(duties.result), words(duties.institution)].filter((each) => each !== '').join('\n'),
    registeredOn: earliest([place.today, doneOn, duties.start?.date, ...progress.map(({ on }) => on)], place.today),
    measures,
    progress,
    origins: originsIn(words(row.others.find(({ header }) => dutyOfHeader(header) === 'origin'))),
  }
  checkTexts(line, row, place)
  return line
}

/** The words of a cell; a dash stands for nothing. */
function words(text: LedgerText | undefined): string {
  return writtenIn(text?.text ?? '')
}

/** The row's place in the file, from 1. */
export function rowNumber({ cells, problem }: LedgerRow): number {
  return cells.reduce((least, { row }) => Math.min(least, row), cells[0]?.row ?? problem.row) + 1
}

function cellsOf(row: LedgerRow, ledger: Ledger): LedgerLine['cells'] {
  const { lead, owner, state } = row.duties
  const named = {
    lead: lead?.address,
    handler: owner?.address,
    state: state?.address ?? cellName(ledger, 'state', rowNumber(row)),
    deadline: cellName(ledger, 'deadline', rowNumber(row)),
  }
  return Object.fromEntries(Object.entries(named).filter(([, address]) => address !== undefined))
}

function textOf({ problem, manifestation, subject }: LedgerRow): string {
  if (subject === 'manifestation' || manifestation === undefined) return problem.text
  return `${problem.text}\n具体表现：${manifestation.text}`
}

function deadlineOf(
  row: LedgerRow,
  place: RowPlace,
): Pick<LedgerLine, 'class' | 'dueOn' | 'saysClass' | 'saysDeadline' | 'lacksDeadline'> {
  const { faults, isMissing, ...deadline } = readDeadline(
    row.duties,
    row.measures.map(({ duties }) => duties),
  )
  for (const { at, message } of faults) place.faults.push(placed(place, at, message))
  const hasColumn = place.ledger.columns.some(({ field }) => field === 'deadline')
  const assumed = row.duties.deadline?.yearAssumed === true ? row.duties.deadline : undefined
  if (assumed?.date !== undefined)
    place.remarks.push(placed(place, assumed, `“${assumed.text}”没有写年份，按 ${assumed.date.slice(0, 4)} 年`))
  return { ...deadline, lacksDeadline: isMissing && hasColumn }
}

function measureLine({ text, duties, row: at }: LedgerMeasure, row: LedgerRow, place: RowPlace): MeasureLine {
  const beside = (duty: ReturnType<typeof dutyOfHeader>): string =>
    words(
      row.others.find(
        (other) => dutyOfHeader(other.header) === duty && (other.row === at || row.measures.length === 1),
      ),
    )
  const who = [duties.unit, duties.owner].map(words)
  const responsible = [...new Set(who)].filter((each) => each !== '' && each !== place.unit)
  const isDone = duties.state?.state === 'done' || duties.state?.state === 'struck_off'
  const doneOn = duties.strikeOffDate?.date ?? (duties.deadline?.done === true ? duties.deadline.date : undefined)
  const dueOn = duties.deadline?.date ?? null
  const early = beside('early')
  const earlyOn = earlierThan(dueOn ?? row.duties.deadline?.date ?? null, lastDayIn(early))
  if (early !== '' && earlyOn === null)
    place.remarks.push({ sheet: place.sheet, row: at + 1, message: `提前量“${early}”不是早于完成时限的日子，没有写入` })
  return {
    text,
    responsible: responsible.join('；').replaceAll('\n', '、'),
    coUnit: words(duties.coUnit).replaceAll('\n', '、'),
    dueOn,
    earlyOn,
    funding: beside('funding'),
    contingency: beside('contingency'),
    doneOn: isDone ? (doneOn ?? null) : null,
  }
}

const GONE_ON: ReadonlySet<string> = new Set(uncountedStates.map((state) => problemStateNames[state]))

/** A problem is done when each of its measures is; struck off on the last of their days. */
function doneOf(
  { duties, measures }: LedgerRow,
  place: RowPlace,
): Pick<LedgerLine, 'isDone' | 'doneOn' | 'goesOnElsewhere'> {
  const states = measures.flatMap((measure) => measure.duties.state ?? [])
  const all = states.length > 0 ? states : duties.state ? [duties.state] : []
  const isDone = all.length > 0 && all.every(({ state }) => state === 'done' || state === 'struck_off')
  const goesOnElsewhere = all.some(({ text }) => GONE_ON.has(text.trim()))
  const unknown = all.find(({ state, text }) => state === null && text.trim() !== '' && !goesOnElsewhere)
  if (unknown)
    place.remarks.push(placed(place, unknown, `没有看懂完成情况“${shortened(unknown.text, 20)}”，按没有完成导入`))
  if (!isDone) return { isDone, goesOnElsewhere, doneOn: null }
  const beside = [...measures.map((measure) => measure.duties), duties]
  const dates = beside.flatMap(
    ({ strikeOffDate, deadline }) => strikeOffDate?.date ?? (deadline?.done ? deadline.date : undefined) ?? [],
  )
  const doneOn = dates.toSorted().at(-1) ?? null
  const [state] = all
  if (doneOn === null && state) place.remarks.push(placed(place, state, '写着已完成，没有销号日期，销号日期留空'))
  if (doneOn !== null && doneOn > place.today)
    place.faults.push(placed(place, duties.strikeOffDate ?? state, `销号日期 ${doneOn} 还没有到`))
  return { isDone, goesOnElsewhere, doneOn }
}

function earliest(dates: readonly (string | null | undefined)[], today: string): string {
  return dates.reduce<string>((least, date) => (date != null && date < least ? date : least), today)
}

/** What does not fit the limits of a problem's fields, which are those of the form it is shown and changed in. */
function checkTexts(line: Omit<LedgerLine, 'ordinal'>, row: LedgerRow, place: RowPlace): void {
  const { faults } = place
  const check = (schema: typeof ProblemText, text: string, at: RefusedPlace): void => {
    const message = schema.safeParse(text).error?.issues[0]?.message
    if (message !== undefined) faults.push({ ...at, message })
  }
  const atProblem = placed(place, row.problem, '')
  const atRow = { sheet: place.sheet, row: line.row, message: '' }
  check(ProblemText, line.text, atProblem)
  check(Aspect, line.aspect, atRow)
  check(Cause, line.cause, atRow)
  check(Goal, line.goal, atRow)
  check(ResultText, line.result, atRow)
  if (line.origins.some(({ named, words: said }) => said.length + named.length > LONGEST_PASSAGE))
    faults.push({ ...atRow, message: `出自的一处最多 ${LONGEST_PASSAGE} 个字` })
  for (const [at, measure] of line.measures.entries()) {
    const atMeasure = placed(place, row.measures[at] ?? row.problem, '')
    check(MeasureText, measure.text, atMeasure)
    check(Responsible, measure.responsible, atMeasure)
    check(CoUnit, measure.coUnit, atMeasure)
    check(Funding, measure.funding, atMeasure)
    check(Contingency, measure.contingency, atMeasure)
  }
  if (line.measures.length > MOST_MEASURES)
    faults.push(placed(place, row.problem, `一个问题最多 ${MOST_MEASURES} 条措施`))
  const tooLong = line.progress.find(({ text }) => !ProgressText.safeParse(text).success)
  if (tooLong) check(ProgressText, tooLong.text, placed(place, row.duties.progress ?? row.problem, ''))
}

/** A place in the file with what is to be said of it. */
function placed({ sheet }: Pick<RowPlace, 'sheet'>, at: LedgerText | undefined, message: string): RefusedPlace {
  if (at === undefined) return { sheet, message }
  return { sheet, row: at.row + 1, ...(at.address === undefined ? {} : { cell: at.address }), message }
}
