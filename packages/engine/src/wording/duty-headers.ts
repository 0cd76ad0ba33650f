/** Duties of the five (五落实) that ledgers head in their own ways: with which money, and what if it is not done. */
const DUTIES = [
  ['funding', /资金|经费/],
  ['contingency', /预案/],
] as const

/** The duty a column's header names beyond a ledger's usual fields, or null. */
export function dutyOfHeader(header: string): (typeof DUTIES)[number][0] | null {
  return DUTIES.find(([, pattern]) => pattern.test(header))?.[0] ?? null
}
