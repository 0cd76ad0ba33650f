import { basename } from 'node:path'
import { JobStopped, openWorkshop, type StopReason, throughItems } from '@duizhao/workshop'
import { processes } from '@duizhao/workshop/node'
import type { ReviewedDocument, UnreadableFile } from '@duizhao/report'
import type { Config } from '../config/config.ts'
import { reviewOfFile } from './work.ts'

export interface BatchOptions {
  readonly config: Config
  /** How many files are reviewed at the same time. */
  readonly jobs: number
  /** Called whenever a file is done. */
  readonly onProgress?: (done: number, path: string) => void
  /** The module the processes run, for tests of what happens when one dies. */
  readonly module?: URL
}

type Result = ReviewedDocument | UnreadableFile

/** No real material takes longer, or more; a file that does would hold up the whole batch. */
const LONGEST_MILLISECONDS = 120_000
const MEGABYTES = 1_536

/**
 * Reviews files in processes of their own. Results come in the order of `paths`, whatever the number of processes; a file
 * that makes its process crash, run out of memory or never end is reported as unreadable and costs only itself.
 */
export async function reviewBatch(
  paths: readonly string[],
  { config, jobs, onProgress, module = new URL('./work-process.ts', import.meta.url) }: BatchOptions,
): Promise<Result[]> {
  const workshop = openWorkshop(processes(module, { megabytes: MEGABYTES }), {
    workers: jobs,
    perAccount: jobs,
    milliseconds: LONGEST_MILLISECONDS,
    waiting: paths.length,
    waitingPerAccount: paths.length,
    idleMilliseconds: LONGEST_MILLISECONDS,
  })
  try {
    const results = await throughItems<string, Result>(paths, {
      atOnce: jobs,
      each: (path) => workshop.do(reviewOfFile, { path, config }),
      instead: (path, error) => failure(path, error),
      ...(onProgress === undefined ? {} : { onDone: onProgress }),
    })
    return results ?? []
  } finally {
    workshop.close()
  }
}

/** What became of the process over a file. */
const LOST: Readonly<Record<StopReason, string>> = {
  time: '太久没有处理完，跳过了这份文件',
  memory: '打开来太大，内存不够，跳过了这份文件',
  died: '程序出错，跳过了这份文件',
  failed: '程序出错，跳过了这份文件',
  ended: '没有处理完，跳过了这份文件',
}

function failure(path: string, error: unknown): UnreadableFile {
  const reason = error instanceof JobStopped ? error.reason : 'failed'
  return {
    path,
    message: `处理“${basename(path)}”时${LOST[reason]}。`,
    todo: '请在 Word 或 WPS 中另存一份再试；仍不行，请把文件发给维护者。',
  }
}
