import { AccountLack } from '@duizhao/contract'

/** How an organisation is shown, as it stands in the address: which of its tabs, and of its people which. */
export interface OrganisationSearch {
  readonly tab?: string
  readonly below?: true
  readonly account?: AccountLack
}

/** Reads what stands in an address; what makes no sense there is left out. */
export function organisationSearchOf(raw: Readonly<Record<string, unknown>>): OrganisationSearch {
  const { tab, below } = raw
  const account = AccountLack.safeParse(raw['account']).data
  return {
    ...(typeof tab === 'string' ? { tab } : {}),
    ...(below === true || below === 'true' ? { below: true } : {}),
    ...(account === undefined ? {} : { account }),
  }
}
