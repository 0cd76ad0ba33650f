import type { ClaimState, FigureId, PaperClaim } from '@duizhao/contract'
import type { ClaimedFigure } from '@duizhao/engine'
import { periodInWords, periodsOfYear } from '@duizhao/engine/duties'
import { figureTerms } from '@duizhao/engine/wording'
import type { FigureRow, FoundFigure, FoundFigures } from '../../platform/feature.ts'

/** A claim as the workshop hands it over, with its words. */
export interface WordedClaim extends ClaimedFigure {
  readonly words: string
}

interface Days {
  readonly from: string
  readonly to: string
}

/** A claim beside what was found, with the rows it was counted by; null where nothing of its figure is told. */
export interface ComparedClaim extends Omit<PaperClaim, 'kept'> {
  readonly rows: readonly FigureRow[] | null
}

type Outcome = Pick<ComparedClaim, 'state' | 'value' | 'missing' | 'rows' | 'countedIn'>

/**
 * Every claim beside what the rows of some days come to. A number must be the same; what is claimed for each quarter or
 * month must have been done in each that is over; problems stand so or so on a day, not in a quarter. What is told of a
 * meeting is held against what is of it, and never against the rows of a year.
 */
export function compareClaims(
  claims: readonly WordedClaim[],
  foundOf: (subject: string) => FoundFigures,
  { days, meeting }: { readonly days: Days; readonly meeting: FoundOfMeeting | null },
): ComparedClaim[] {
  return claims.flatMap(allOf).map(({ value: claimed, figure, subject, isForMeeting, ...claim }): ComparedClaim => {
    const found = foundOf(subject ?? '')[figure]
    const said = { ...claim, figure, claimed, subject: subject ?? '' }
    if (found === undefined) return { ...said, ...UNCOUNTED, rows: null }
    const { per } = claim
    const { of } = figureTerms[figure]
    if (per !== null && (of === 'problem' || of === 'feedback')) return { ...said, ...UNCOUNTED }
    if (per !== null) return { ...said, ...eachPeriod(found, { per, claimed, days }) }
    const isSame = found.value === claimed
    if (isForMeeting && meeting !== null && of === 'record')
      return { ...said, ...ofMeeting(figure, { claimed, subject: subject ?? '', meeting }) }
    if (isForMeeting && !isSame) return { ...said, ...UNCOUNTED }
    const state: ClaimState = isSame ? 'agrees' : 'differs'
    return { ...said, state, value: found.value, missing: [], rows: found.rows, countedIn: null }
  })
}

/** What was found of a meeting: in what is said to be of it, and in all of its days. */
export interface FoundOfMeeting extends Days {
  readonly meetingId: string
  readonly linked: (subject: string) => FoundFigures
  readonly within: (subject: string) => FoundFigures
}

const UNCOUNTED: Outcome = { state: 'uncounted', value: null, missing: [], rows: [], countedIn: null }

/**
 * What is said to be of the meeting is what was done for it; else all of its days are asked, and more than was done in
 * them is no more for the meeting. Fewer may be: not all that was done then was done for it.
 */
function ofMeeting(
  figure: FigureId,
  asked: { readonly claimed: number; readonly subject: string; readonly meeting: FoundOfMeeting },
): Outcome {
  const { claimed, subject, meeting } = asked
  const { from, to, meetingId } = meeting
  const [linked, within] = [meeting.linked(subject)[figure], meeting.within(subject)[figure]]
  const told = (state: ClaimState, { value, rows }: FoundFigure, of: string | null): Outcome => ({
    ...{ state, value, rows, missing: [] },
    countedIn: { from, to, meetingId: of },
  })
  if (linked !== undefined && linked.rows.length > 0 && linked.value === claimed)
    return told('agrees', linked, meetingId)
  if (within?.value === claimed) return told('agrees', within, null)
  if (linked !== undefined && linked.rows.length > 0) return told('differs', linked, meetingId)
  return within !== undefined && within.value < claimed ? told('differs', within, null) : UNCOUNTED
}

/** Who says that all problems are done claims two figures: how many there are, and that so many are done. */
function allOf(claim: WordedClaim): WordedClaim[] {
  return claim.figure === 'problems' ? [claim, { ...claim, figure: 'problemsDone' }] : [claim]
}

interface Each {
  readonly per: NonNullable<PaperClaim['per']>
  readonly claimed: number
  readonly days: Days
}

function eachPeriod({ rows }: FoundFigure, { per, claimed, days: { from, to } }: Each): Outcome {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const over = years
    .flatMap((year) => periodsOfYear(per, year))
    .filter((period) => from <= period.from && period.to <= to)
  if (over.length === 0) return UNCOUNTED
  const within = (period: Days): readonly FigureRow[] =>
    rows.filter(({ day }) => day !== null && period.from <= day && day <= period.to)
  const missing = over.filter((period) => sumOf(within(period)) < claimed).map(({ key }) => periodInWords(key))
  const counted = over.flatMap(within)
  return {
    state: missing.length === 0 ? 'agrees' : 'differs',
    value: sumOf(counted),
    missing,
    rows: counted,
    countedIn: null,
  }
}

function sumOf(rows: readonly FigureRow[]): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0)
}
