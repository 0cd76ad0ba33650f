import { styleText } from 'node:util'
import type { Paint } from '@duizhao/report'
import type { Screen } from './terminal.ts'

const SEVERITY_COLOURS = { error: 'red', warning: 'yellow', advice: 'cyan' } as const

/** Paints words for a stream; leaves them alone if that is no terminal or the user asked for no colour (NO_COLOR). */
export function paintFor(stream: Screen): Paint {
  return {
    strong: (words) => styleText('bold', words, { stream }),
    faint: (words) => styleText('dim', words, { stream }),
    severity: (severity, words) => styleText(SEVERITY_COLOURS[severity], words, { stream }),
  }
}
