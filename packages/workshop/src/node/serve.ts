import { writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import process from 'node:process'
import { Worker as Thread } from 'node:worker_threads'
import { answerTo, type Question, type Work } from '../protocol.ts'

/** By which a process that took too much memory ends: nothing else sends it. Windows, which has no signals, kills it. */
export const MEMORY_SIGNAL = 'SIGUSR2'

/** Answers the questions put to this process, after what serves people, and within its memory. Ends with its parent. */
export function serveFromProcess(works: readonly Work[]): void {
  standBack()
  watchMemory(Number(process.argv[2]))
  process.on('disconnect', () => process.exit())
  process.on('message', (question) => {
    // Only `processes` speaks on this channel.
    void answerTo(question as Question, works).then((answer) => process.send?.(answer))
  })
}

/** Lets the others go first: in time, and in what is killed first when a machine's memory ends. */
function standBack(): void {
  try {
    setPriority(10)
    writeFileSync('/proc/self/oom_score_adj', '1000')
  } catch {
    // Where the system does not allow it, or has no such file, it goes without.
  }
}

/** From a thread of its own: a process in the middle of a file hears no timer. */
const WATCH = `
const { workerData: { bytes, signal } } = require('node:worker_threads')
setInterval(() => { if (process.memoryUsage.rss() > bytes) process.kill(process.pid, signal) }, 50)
`

function watchMemory(megabytes: number): void {
  const signal = process.platform === 'win32' ? 'SIGKILL' : MEMORY_SIGNAL
  new Thread(WATCH, { eval: true, workerData: { bytes: megabytes * 2 ** 20, signal } }).unref()
}
