import { styleText } from 'node:util'
import type { Severity } from '@duizhao/engine'

/** Paints words for standard output; leaves them alone if that is no terminal or the user asked for no colour (NO_COLOR). */
export interface Paint {
  readonly strong: (words: string) => string
  readonly faint: (words: string) => string
  readonly severity: (severity: Severity, words: string) => string
}

const SEVERITY_COLOURS = { error: 'red', warning: 'yellow', advice: 'cyan' } as const

export function paintFor(stream: NodeJS.WriteStream): Paint {
  return {
    strong: (words) => styleText('bold', words, { stream }),
    faint: (words) => styleText('dim', words, { stream }),
    severity: (severity, words) => styleText(SEVERITY_COLOURS[severity], words, { stream }),
  }
}
