/** What of a measure ledgers head in their own ways: with which money, what if it is not done, how much earlier than due. */
const DUTIES = [
  ['funding', /资金|经费/],
  ['contingency', /预案/],
  ['early', /提前量|提前时间|提前到|自定时限|内控时限/],
] as const

/** The duty a column's header names beyond a ledger's usual fields, or null. */
export function dutyOfHeader(header: string): (typeof DUTIES)[number][0] | null {
  return DUTIES.find(([, pattern]) => pattern.test(header))?.[0] ?? null
}
