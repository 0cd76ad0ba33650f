import type { OrganisationDetail, Permission } from '@duizhao/contract'
import type { ComponentType } from 'react'

/** What a feature shows of an organisation, beside its people. */
export interface OrganisationTab {
  readonly key: string
  readonly name: string
  /** What one must be allowed over the organisation to see it. */
  readonly permission: Permission
  readonly Tab: ComponentType<{ readonly organisation: OrganisationDetail }>
}

declare module '../../platform/feature.ts' {
  interface Feature {
    /** What it shows of an organisation, between its people and who may do what. */
    readonly organisationTabs?: readonly OrganisationTab[]
  }
}
