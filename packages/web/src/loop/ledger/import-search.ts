import { endpoints } from '@duizhao/contract'

/** Which import that was begun is gone on with, as it stands in the address of the page. */
export interface ImportSearch {
  readonly importId?: string | undefined
}

/** Reads what stands in an address; what is no import's id is left out. */
export function importSearchOf({ importId }: Readonly<Record<string, unknown>>): ImportSearch {
  const { data } = endpoints.readLedgerImport.params.importId.safeParse(importId)
  return data === undefined ? {} : { importId: data }
}
