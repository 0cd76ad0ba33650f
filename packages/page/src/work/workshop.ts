import { type Asked, openWorkshop, throughItems, workElsewhere } from '@duizhao/workshop'
import { browserWorkers } from '@duizhao/workshop/browser'
import type { GivenFile, JobInput, JobName, JobOutput } from './jobs.ts'

/** What a worker is made of. */
export interface WorkerSource {
  /** A classic script. */
  readonly script: string
  /** The PDF character maps as a JSON text, which is seldom needed. */
  readonly characterMaps: string
}

/** Has a job done by a worker. Rejects with `JobStopped` if it came to no answer. */
export type Ask = <Name extends JobName>(job: Name, input: JobInput<Name>, asked?: Asked) => Promise<JobOutput<Name>>

/** No real material takes longer, in milliseconds; a file that does would hold up all others. */
const LONGEST_FILE = 120_000
/** Writing the result of the largest folders. */
const LONGEST = 600_000

/** Two threads at most, and one processor left for the page itself. */
const workers = Math.min(2, Math.max(1, (navigator.hardwareConcurrency || 2) - 1))

/** The page's workers. */
export function pageWorkshop({ script, characterMaps }: WorkerSource): Ask {
  const workshop = openWorkshop(browserWorkers(script, new Blob([characterMaps])), {
    workers,
    perAccount: workers,
    milliseconds: LONGEST,
    waiting: Number.POSITIVE_INFINITY,
    waitingPerAccount: Number.POSITIVE_INFINITY,
    // What a worker has read is given back with it.
    idleMilliseconds: 10_000,
  })
  return <Name extends JobName>(job: Name, input: JobInput<Name>, asked?: Asked) =>
    workshop.do(workElsewhere<JobInput<Name>, JobOutput<Name>>(job), input, asked)
}

interface Ways<Result> {
  readonly ask: (file: GivenFile, asked: Asked) => Promise<Result>
  /** What to put in the place of a file over which a worker died. */
  readonly instead: (file: GivenFile) => Result
  readonly signal: AbortSignal
  readonly onProgress: (done: number, path: string) => void
}

/** What asking came to for every file, in their order. Null if it was called off. */
export function throughFiles<Result>(
  files: readonly GivenFile[],
  { ask, instead, signal, onProgress }: Ways<Result>,
): Promise<Result[] | null> {
  return throughItems(files, {
    atOnce: workers,
    each: (file) => ask(file, { signal, milliseconds: LONGEST_FILE }),
    instead,
    onDone: (done, { path }) => onProgress(done, path),
    signal,
  })
}
