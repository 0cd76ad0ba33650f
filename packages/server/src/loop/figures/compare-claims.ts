import type { ClaimState, PaperClaim } from '@duizhao/contract'
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

type Outcome = Pick<ComparedClaim, 'state' | 'value' | 'missing' | 'rows'>

/**
 * Every claim beside what the rows of some days come to. A number must be the same; what is claimed for each quarter or
 * month must have been done in each that is over; problems stand so or so on a day, not in a quarter. What is told of a
 * meeting is not held against the rows of a year.
 */
export function compareClaims(
  claims: readonly WordedClaim[],
  foundOf: (subject: string) => FoundFigures,
  days: Days,
): ComparedClaim[] {
  return claims.flatMap(allOf).map(({ value: claimed, figure, subject, isForMeeting, ...claim }): ComparedClaim => {
    const found = foundOf(subject ?? '')[figure]
    const said = { ...claim, figure, claimed, subject: subject ?? '' }
    if (found === undefined) return { ...said, ...UNCOUNTED, rows: null }
    const { per } = claim
    if (per !== null && figureTerms[figure].of === 'problem') return { ...said, ...UNCOUNTED }
    if (per !== null) return { ...said, ...eachPeriod(found, { per, claimed, days }) }
    const isSame = found.value === claimed
    if (isForMeeting && !isSame) return { ...said, ...UNCOUNTED }
    const state: ClaimState = isSame ? 'agrees' : 'differs'
    return { ...said, state, value: found.value, missing: [], rows: found.rows }
  })
}

const UNCOUNTED: Outcome = { state: 'uncounted', value: null, missing: [], rows: [] }

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
  return { state: missing.length === 0 ? 'agrees' : 'differs', value: sumOf(counted), missing, rows: counted }
}

function sumOf(rows: readonly FigureRow[]): number {
  return rows.reduce((sum, { amount }) => sum + amount, 0)
}
