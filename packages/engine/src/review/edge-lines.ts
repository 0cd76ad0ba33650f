import type { SourceDocument } from '../reading/source-document.ts'
import { visibleLines } from './visible-lines.ts'

const LINES = 5
const SHORT = 60

/**
 * The short lines at a paper's head and foot, the last line first, then those of the head: where it says whose it is and of
 * what day. Cells of tables are left out.
 */
export function edgeLines(document: SourceDocument): string[] {
  const lines = visibleLines(document).flatMap(({ isCell, plain }) =>
    isCell || plain.trim() === '' ? [] : [plain.trim()],
  )
  return [...lines.slice(-LINES).toReversed(), ...lines.slice(0, LINES)].filter(
    (line) => line.length <= SHORT && !/[，。；]/.test(line),
  )
}
