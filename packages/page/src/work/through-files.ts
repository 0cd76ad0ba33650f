import type { Helper } from './workshop.ts'
import type { GivenFile } from './jobs.ts'

/** No real material takes longer, in milliseconds; a file that does would hold up all others. */
const LONGEST = 120_000

/** Two threads at most, and one processor left for the page itself. */
export function helpersWorthHaving(): number {
  return Math.min(2, Math.max(1, (navigator.hardwareConcurrency || 2) - 1))
}

interface Ways<Result> {
  readonly hire: () => Helper
  readonly ask: (helper: Helper, file: GivenFile, limit: number) => Promise<Result>
  /** What to put in the place of a file over which a worker died. */
  readonly instead: (file: GivenFile) => Result
  readonly signal: AbortSignal
  readonly onProgress: (done: number, path: string) => void
}

/**
 * Works through files in workers. Results come in the order of `files`; a file that makes its worker die or never end
 * costs only itself. Null if it was called off.
 */
export async function throughFiles<Result>(
  files: readonly GivenFile[],
  { hire, ask, instead, signal, onProgress }: Ways<Result>,
): Promise<Result[] | null> {
  const results = new Array<Result>(files.length)
  const queue = files.entries()
  let done = 0
  await Promise.all(Array.from({ length: Math.min(helpersWorthHaving(), files.length) }, workThrough))
  return signal.aborted ? null : results

  async function workThrough(): Promise<void> {
    let helper: Helper | null = null
    const stop = (): void => helper?.end()
    signal.addEventListener('abort', stop)
    for (const [index, file] of queue) {
      if (signal.aborted) break
      helper ??= hire()
      try {
        results[index] = await ask(helper, file, LONGEST)
      } catch {
        results[index] = instead(file)
        helper.end()
        helper = null
      }
      done += 1
      if (!signal.aborted) onProgress(done, file.path)
    }
    signal.removeEventListener('abort', stop)
    helper?.end()
  }
}
