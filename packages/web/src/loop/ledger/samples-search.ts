import { endpoints } from '@duizhao/contract'

/** Whose draws are shown, as it stands in the address of the page. */
export interface SamplesSearch {
  readonly organisationId?: string | undefined
}

/** Reads what stands in an address; what is no organisation's id is left out. */
export function samplesSearchOf({ organisationId }: Readonly<Record<string, unknown>>): SamplesSearch {
  const { data } = endpoints.listLookBackSamples.params.organisationId.safeParse(organisationId)
  return data === undefined ? {} : { organisationId: data }
}
