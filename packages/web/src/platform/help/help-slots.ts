import type { ComponentType } from 'react'

declare module '../feature.ts' {
  interface Feature {
    /** Keys it listens to, each with what it does. */
    readonly helpKeys?: readonly (readonly [key: string, what: string])[]
    /** How the things are done that are done with it most. */
    readonly HelpPart?: ComponentType
  }
}
