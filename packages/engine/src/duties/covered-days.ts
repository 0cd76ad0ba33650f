import { daysBetween } from '../wording/days.ts'
import type { OpenSpan, Span } from './duty.ts'

/**
 * True if at least half the days of a period lie within the duty's own beginning and end and, where it hangs on posts, within
 * one of them: what began in November is not owed for that year.
 */
export function isOwed(period: Span, duty: OpenSpan, held: readonly OpenSpan[] | null): boolean {
  const within = (held ?? [duty]).map((span) => common(common(period, duty), span))
  return 2 * daysCovered(within) >= daysIn(period)
}

/** Days in any of the spans, each counted once. */
function daysCovered(spans: readonly Span[]): number {
  let days = 0
  let upTo = ''
  for (const { from, to } of spans
    .filter(({ from, to }) => from <= to)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (to <= upTo) continue
    days += from > upTo ? daysIn({ from, to }) : daysBetween(upTo, to)
    upTo = to
  }
  return days
}

function common(a: Span, b: OpenSpan): Span {
  return { from: a.from > b.from ? a.from : b.from, to: b.to === null || a.to < b.to ? a.to : b.to }
}

function daysIn({ from, to }: Span): number {
  return daysBetween(from, to) + 1
}
