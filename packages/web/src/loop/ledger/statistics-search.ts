import { endpoints } from '@duizhao/contract'

/** Of which day the statistics are, as it stands in the address of the page; now if there is none. */
export interface StatisticsSearch {
  readonly asOf?: string | undefined
}

/** Reads what stands in an address; a day that makes no sense is left out. */
export function statisticsSearchOf({ asOf }: Readonly<Record<string, unknown>>): StatisticsSearch {
  const { data } = endpoints.readLedgerStatistics.query.asOf.safeParse(asOf)
  return data === undefined ? {} : { asOf: data }
}
