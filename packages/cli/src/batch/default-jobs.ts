import { availableParallelism } from 'node:os'

/** As many threads as the machine has processors, at most eight: reading is not worth more. */
export function defaultJobs(): number {
  return Math.min(8, availableParallelism())
}
