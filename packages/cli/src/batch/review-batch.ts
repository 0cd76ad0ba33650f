import { once } from 'node:events'
import { basename } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Config } from '../config/config.ts'
import type { ReviewedDocument, UnreadableFile } from '@duizhao/report'

export interface BatchOptions {
  readonly config: Config
  /** How many files are reviewed at the same time. */
  readonly jobs: number
  /** Called whenever a file is done. */
  readonly onProgress?: (done: number, path: string) => void
  /** The module the workers run, for tests of what happens when one dies. */
  readonly worker?: URL
}

type Result = ReviewedDocument | UnreadableFile

/** No real material takes longer; a file that does would hold up the whole batch. */
const LONGEST_MILLISECONDS = 120_000
const LIMITS = { maxOldGenerationSizeMb: 1536 }

/**
 * Reviews files in worker threads. Results come in the order of `paths`, whatever the number of threads; a file that
 * makes its thread crash, run out of memory or never end is reported as unreadable and costs only itself.
 */
export async function reviewBatch(paths: readonly string[], options: BatchOptions): Promise<Result[]> {
  const results = new Array<Result>(paths.length)
  const queue = paths.entries()
  let done = 0
  const worker = options.worker ?? new URL('./worker.ts', import.meta.url)
  await Promise.all(Array.from({ length: Math.min(options.jobs, paths.length) }, workThrough))
  return results

  async function workThrough(): Promise<void> {
    let thread: Worker | null = null
    for (const [index, path] of queue) {
      thread ??= new Worker(worker, { workerData: options.config, resourceLimits: LIMITS })
      const result = await reviewIn(thread, path)
      results[index] = result ?? failure(path)
      if (result === null) {
        await thread.terminate()
        thread = null
      }
      done += 1
      options.onProgress?.(done, path)
    }
    await thread?.terminate()
  }
}

/** The result for one file, or null if the thread died or took too long. */
async function reviewIn(thread: Worker, path: string): Promise<Result | null> {
  const over = new AbortController()
  thread.postMessage(path)
  try {
    // `once` rejects on 'error'; a thread that ends without one gives an exit code instead of a message.
    const signal = AbortSignal.any([over.signal, AbortSignal.timeout(LONGEST_MILLISECONDS)])
    const ended = once(thread, 'exit', { signal }).then(() => null)
    const answered = once(thread, 'message', { signal }).then(([result]) => result as Result)
    return await Promise.race([answered, ended])
  } catch {
    return null
  } finally {
    over.abort()
  }
}

function failure(path: string): UnreadableFile {
  return {
    path,
    message: `处理“${basename(path)}”时程序出错，跳过了这份文件。`,
    todo: '请在 Word 或 WPS 中另存一份再试；仍不行，请把文件发给维护者。',
  }
}
