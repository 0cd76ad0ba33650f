import type { Role } from '@duizhao/contract'

export interface CityPerson {
  readonly key: string
  /** The key of the organisation the person belongs to. */
  readonly organisation: string
  readonly name: string
  readonly position: string
  readonly isPartyMember: boolean
}

export interface CityAccount {
  /** The key of the person who signs in with it. */
  readonly person: string
  readonly login: string
  readonly roles: readonly { readonly role: Role; readonly organisation: string }[]
}
