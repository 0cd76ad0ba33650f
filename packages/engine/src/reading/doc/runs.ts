import { bytesAt, uint16, uint32, uint8 } from './little-endian.ts'
import type { Place } from './file-header.ts'

/** A stretch of the WordDocument stream that is formatted alike. */
export interface Run {
  /** Positions of bytes in the stream, half-open. */
  readonly start: number
  readonly end: number
  /** The paragraph's style; 0 for character runs. */
  readonly style: number
  readonly settings: Uint8Array
}

/** Finds the run that holds a byte; what no run holds has no settings. */
export type RunFinder = (offset: number) => Run

const PAGE = 512
const NONE = new Uint8Array(0)

/**
 * The runs of a document: "formatted disk pages" of 512 bytes (MS-DOC 2.9.33 ChpxFkp, 2.9.174 PapxFkp) which a table
 * (PlcBteChpx, PlcBtePapx) at `place` lists.
 */
export function readRuns(
  kind: 'paragraph' | 'character',
  place: Place,
  table: Uint8Array,
  word: Uint8Array,
): RunFinder {
  const plc = bytesAt(table, place.start, place.length)
  const count = Math.max(0, Math.floor((plc.length - 4) / 8))
  const runs: Run[] = []
  const seen = new Set<number>()
  for (let i = 0; i < count; i++) {
    const page = (uint32(plc, (count + 1) * 4 + i * 4) & 0x3fffff) * PAGE
    if (seen.has(page) || page + PAGE > word.length) continue
    seen.add(page)
    runs.push(...runsOfPage(kind, word.subarray(page, page + PAGE)))
  }
  return finderIn(runs.toSorted((one, other) => one.start - other.start))
}

function runsOfPage(kind: 'paragraph' | 'character', page: Uint8Array): Run[] {
  const count = uint8(page, PAGE - 1)
  const entrySize = kind === 'character' ? 1 : 13
  if ((count + 1) * 4 + count * entrySize >= PAGE) return []
  return Array.from({ length: count }, (_, i): Run => {
    const start = uint32(page, i * 4)
    const end = uint32(page, i * 4 + 4)
    const at = uint8(page, (count + 1) * 4 + i * entrySize) * 2
    if (at === 0) return { start, end, style: 0, settings: NONE }
    return { start, end, ...(kind === 'character' ? characterSettings(page, at) : paragraphSettings(page, at)) }
  })
}

function characterSettings(page: Uint8Array, at: number): Pick<Run, 'style' | 'settings'> {
  return { style: 0, settings: page.subarray(at + 1, at + 1 + uint8(page, at)) }
}

/** The size counts pairs of bytes: 2n − 1, or in the following byte 2n where it is 0 (MS-DOC 2.9.175). */
function paragraphSettings(page: Uint8Array, at: number): Pick<Run, 'style' | 'settings'> {
  const first = uint8(page, at)
  const start = first === 0 ? at + 2 : at + 1
  const size = first === 0 ? uint8(page, at + 1) * 2 : first * 2 - 1
  if (size < 2 || start + 2 > PAGE) return { style: 0, settings: NONE }
  return { style: uint16(page, start), settings: page.subarray(start + 2, start + size) }
}

function finderIn(runs: readonly Run[]): RunFinder {
  let latest = 0
  return (offset) => {
    const near = runs[latest]
    if (near && near.start <= offset && offset < near.end) return near
    let low = 0
    let high = runs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((runs[middle]?.start ?? 0) <= offset) low = middle + 1
      else high = middle
    }
    latest = Math.max(0, low - 1)
    const run = runs[low - 1]
    if (run && offset < run.end) return run
    return { start: offset, end: runs[low]?.start ?? Number.MAX_SAFE_INTEGER, style: 0, settings: NONE }
  }
}
