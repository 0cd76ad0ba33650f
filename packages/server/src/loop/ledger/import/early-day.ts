/** A day of one's own before a deadline (提前量); null if it does not lie before it: then it says nothing. */
export function earlierThan(dueOn: string | null, earlyOn: string | null): string | null {
  return earlyOn !== null && dueOn !== null && earlyOn < dueOn ? earlyOn : null
}
