/** What ledgers head in their own ways: with which money, what if it is not done, how much earlier than due; where it stands. */
const DUTIES = [
  ['funding', /资金|经费/],
  ['contingency', /预案/],
  ['origin', /出自|原文出处/],
  ['early', /提前量|提前时间|提前到|自定时限|内控时限/],
] as const

export type Duty = (typeof DUTIES)[number][0]

/** A header that names each of them for sure. */
export const dutyHeaders: Readonly<Record<Duty, string>> = {
  funding: '资金保障',
  contingency: '预案',
  early: '提前量',
  origin: '出自',
}

export function isDuty(name: string): name is Duty {
  return name in dutyHeaders
}

/** The duty a column's header names beyond a ledger's usual fields, or null. */
export function dutyOfHeader(header: string): Duty | null {
  return DUTIES.find(([, pattern]) => pattern.test(header))?.[0] ?? null
}
