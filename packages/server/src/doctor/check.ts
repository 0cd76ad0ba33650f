import type { ServerConfig } from '../platform/config.ts'
import type { Connection } from './queries.ts'

/** What a check looks at. */
export interface Examined {
  readonly config: ServerConfig
  readonly now: Date
  /** A connection to the database; null while it is still to be set up by the first start. */
  readonly database: Connection | null
  /** Why the database cannot be reached, in a sentence; null if it can, or is still to be set up. */
  readonly databaseFailure: string | null
}

/** What a check found, in words; `isWell` is null for what could not be looked at. */
export interface Answer {
  readonly isWell: boolean | null
  readonly found: string
}

/** One question of the doctor. */
export interface Check {
  readonly id: string
  readonly question: string
  /** What it means if not all is well: the service does not start or work, or not as one would want. */
  readonly severity: 'stops' | 'warns'
  readonly how: (examined: Examined) => Answer | Promise<Answer>
  /** What to do if not all is well. */
  readonly todo: string
}

export const well = (found: string): Answer => ({ isWell: true, found })
export const unwell = (found: string): Answer => ({ isWell: false, found })
export const notLookedAt = (found: string): Answer => ({ isWell: null, found })
