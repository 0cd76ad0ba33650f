import { endpoints } from '@duizhao/contract'

/** What the entries are narrowed to, as it stands in the address. */
export interface AuditSearch {
  readonly action?: string
  readonly login?: string
  readonly from?: string
  readonly to?: string
  readonly failed?: true
}

/** Reads what stands in an address; what makes no sense there is left out. */
export function auditSearchOf(raw: Readonly<Record<string, unknown>>): AuditSearch {
  const { action, login, from, to, failed } = endpoints.listAuditEntries.query
  const known = {
    action: action.safeParse(raw['action']).data,
    login: login.safeParse(raw['login']).data,
    from: from.safeParse(raw['from']).data,
    to: to.safeParse(raw['to']).data,
  }
  return {
    ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined && value !== '')),
    ...(failed.safeParse(raw['failed']).data === true ? { failed: true } : {}),
  }
}
