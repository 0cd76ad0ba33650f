import { type DutyList, dutyLists } from '@duizhao/contract'

/** Which year of which body, as it stands in the address of the page. */
export interface DutySearch {
  readonly organisationId?: string | undefined
  readonly year?: number | undefined
  readonly list?: DutyList | undefined
  readonly dutyId?: string | undefined
}

/** Reads what stands in an address; what makes no sense there is left out. */
export function dutySearchOf({ organisationId, year, list, dutyId }: Readonly<Record<string, unknown>>): DutySearch {
  const number = Number(year)
  return {
    ...(isId(organisationId) ? { organisationId } : {}),
    ...(Number.isInteger(number) && number >= 2000 && number <= 2100 ? { year: number } : {}),
    ...(isList(list) ? { list } : {}),
    ...(isId(dutyId) ? { dutyId } : {}),
  }
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isList(value: unknown): value is DutyList {
  return dutyLists.some((list) => list === value)
}
