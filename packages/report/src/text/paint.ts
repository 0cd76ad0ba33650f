import type { Severity } from '@duizhao/engine'

/** How words are set off where they are shown: colours on a terminal, nothing in a file. */
export interface Paint {
  readonly strong: (words: string) => string
  readonly faint: (words: string) => string
  readonly severity: (severity: Severity, words: string) => string
}
