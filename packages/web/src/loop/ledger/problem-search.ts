import { type LedgerSearch, ledgerSearchOf } from './ledger-filters.ts'

/** What stands in the address of a problem: the list one came from, if it was one. */
export interface ProblemSearch extends LedgerSearch {
  readonly from?: 'ledger' | undefined
}

/** Reads what stands in the address of a problem; without the list there is nothing to go on to. */
export function problemSearchOf(raw: Readonly<Record<string, unknown>>): ProblemSearch {
  return raw['from'] === 'ledger' ? { ...ledgerSearchOf(raw), from: 'ledger' } : {}
}

/** What a link of the ledger gives the problem it leads to: the list it stands in. */
export const listedIn = (search: LedgerSearch): ProblemSearch => ({ ...search, from: 'ledger' })
