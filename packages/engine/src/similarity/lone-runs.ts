import type { SharedRun } from './shared-runs.ts'

/** Diagonals (place in a minus place in b) are looked at in bands of 64, with the band on either side. */
const BAND_BITS = 6

export interface LoneRunSearch {
  /** Runs at least as long are something by themselves. */
  readonly least: number
  /** Farther apart, or on diagonals farther apart, two runs are never joined; less than a band, as `least` is. */
  readonly reach: number
  readonly lengthOfB: number
}

/**
 * The runs that are long enough or have another one near by, in their order. A text of few words shares a short run with
 * itself at every other character; only what can be joined is worth comparing with each open passage. Two passes, each
 * with three looks a run.
 */
export function withoutLoneRuns(runs: readonly SharedRun[], search: LoneRunSearch): SharedRun[] {
  const { least, reach, lengthOfB } = search
  const last = runs.reduce((most, { a }) => Math.max(most, a), 0)
  const bands = ((last + lengthOfB) >> BAND_BITS) + 3
  const bandOf = ({ a, b }: SharedRun): number => ((a - b + lengthOfB) >> BAND_BITS) + 1
  const isNear = new Uint8Array(runs.length)
  const ends = new Int32Array(bands).fill(-reach - 1)
  for (const [i, run] of runs.entries()) {
    const band = bandOf(run)
    if (Math.max(ends[band - 1] ?? 0, ends[band] ?? 0, ends[band + 1] ?? 0) + reach >= run.a) isNear[i] = 1
    ends[band] = Math.max(ends[band] ?? 0, run.a + run.length)
  }
  const never = last + lengthOfB + reach
  const starts = new Int32Array(bands).fill(never)
  for (let i = runs.length - 1; i >= 0; i--) {
    const run = runs[i]
    if (!run) continue
    const band = bandOf(run)
    const start = Math.min(starts[band - 1] ?? never, starts[band] ?? never, starts[band + 1] ?? never)
    if (start <= run.a + run.length + reach) isNear[i] = 1
    starts[band] = run.a
  }
  return runs.filter((run, i) => isNear[i] === 1 || run.length >= least)
}
