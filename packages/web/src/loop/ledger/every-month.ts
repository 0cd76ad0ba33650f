/** What came and was struck off in a month, `yyyy-mm`. */
export interface MonthCount {
  readonly month: string
  readonly registered: number
  readonly registeredLate: number
  readonly struckOff: number
  readonly struckOffLate: number
}

const NOTHING = { registered: 0, registeredLate: 0, struckOff: 0, struckOffLate: 0 }

/** The months from the first to the last, in their order, those in which nothing happened too: time runs evenly. */
export function everyMonth(counts: readonly MonthCount[]): MonthCount[] {
  const inOrder = counts.toSorted((a, b) => a.month.localeCompare(b.month))
  return inOrder.flatMap((count, at) => {
    const next = inOrder[at + 1]
    return next === undefined ? [count] : [count, ...between(count.month, next.month)]
  })
}

function between(first: string, last: string): MonthCount[] {
  const from = monthNumber(first) + 1
  return Array.from({ length: Math.max(0, monthNumber(last) - from) }, (_, at) => ({
    month: monthOf(from + at),
    ...NOTHING,
  }))
}

function monthNumber(month: string): number {
  const [year = 0, of = 1] = month.split('-').map(Number)
  return year * 12 + of - 1
}

function monthOf(number: number): string {
  return `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`
}
