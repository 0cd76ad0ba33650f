const DAY_IN_MILLISECONDS = 86_400_000

/** The date (`yyyy-mm-dd`) so many days after another, or before it. */
export function daysAfter(date: string, days: number): string {
  return new Date(instantOf(date) + days * DAY_IN_MILLISECONDS).toISOString().slice(0, 10)
}

/** How many days from one date (`yyyy-mm-dd`) to another; negative if the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((instantOf(to) - instantOf(from)) / DAY_IN_MILLISECONDS)
}

function instantOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`)
}
