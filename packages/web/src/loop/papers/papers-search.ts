import { PaperKind, PaperState } from '@duizhao/contract'

/** What the list of papers is asked for, as it stands in the address. */
export interface PapersSearch {
  readonly organisationId?: string
  readonly kind?: PaperKind
  readonly state?: PaperState
  readonly mine?: true
  readonly below?: true
}

/** What an address asks for; what makes no sense is left out. */
export function papersSearchOf(given: Readonly<Record<string, unknown>>): PapersSearch {
  const kind = PaperKind.safeParse(given['kind'])
  const state = PaperState.safeParse(given['state'])
  return {
    ...(typeof given['organisationId'] === 'string' ? { organisationId: given['organisationId'] } : {}),
    ...(kind.success ? { kind: kind.data } : {}),
    ...(state.success ? { state: state.data } : {}),
    ...(given['mine'] === true ? { mine: true } : {}),
    ...(given['below'] === true ? { below: true } : {}),
  }
}
