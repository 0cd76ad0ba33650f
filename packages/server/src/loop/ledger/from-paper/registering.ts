import type { FromPaper } from '@duizhao/contract'
import type { OrganisationRow } from '../../../office/organisation/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import type { Change } from '../history.ts'
import type { OriginPlace } from '../origin-queries.ts'

/** What the parts of the act are given. */
export interface Registering {
  readonly context: ActorContext
  readonly organisation: OrganisationRow
  readonly inspectionId: string | null
  /** The act, by which it is taken back. */
  readonly importId: string
}

/** A row with the words that stand at its places. */
export type PlacedRow<Row extends FromPaper = FromPaper> = Row & { readonly origins: readonly OriginPlace[] }

/** A row as it was given, and the how-manieth, from 0. */
export interface Given<As extends FromPaper['as']> {
  readonly row: PlacedRow<Extract<FromPaper, { readonly as: As }>>
  readonly at: number
}

/** A problem that was written, with where it was taken from; its history is left to be entered. */
export interface Written {
  readonly change: Change
  readonly origins: readonly OriginPlace[]
}
