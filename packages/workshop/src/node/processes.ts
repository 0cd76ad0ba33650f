import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { type Answer, JobStopped, type Worker } from '../protocol.ts'
import { MEMORY_SIGNAL } from './serve.ts'

/** How much memory a process may take, all of it. */
export interface ProcessLimits {
  readonly megabytes: number
}

/**
 * Workers that are processes of their own, each running `module` (which calls `serveFromProcess`): whatever memory one
 * takes, in the heap or beside it, is its own and bounded, and what kills it kills nobody. Threads would not do: V8 ends
 * the whole process when the heap of one thread grows faster than it can be stopped.
 */
export function processes(module: URL, { megabytes }: ProcessLimits): () => Worker {
  return () => {
    const child = fork(fileURLToPath(module), [String(megabytes)], {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${megabytes}`],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    let settle: { resolve: (answer: Answer) => void; reject: (reason: JobStopped) => void } | null = null
    // Only a question under way keeps this process alive; a worker that waits for one does not.
    const settled = (): typeof settle => {
      const one = settle
      settle = null
      child.channel?.unref()
      return one
    }
    const fail = (reason: JobStopped): void => settled()?.reject(reason)
    child.on('message', (answer) => {
      // Only `serveFromProcess` speaks on this channel.
      settled()?.resolve(answer as Answer)
    })
    child.on('error', (error) => fail(new JobStopped('died', error.message)))
    child.on('exit', (code, signal) =>
      fail(new JobStopped(isMemory(code, signal) ? 'memory' : 'died', `${code ?? signal ?? ''}`)),
    )
    child.unref()
    child.channel?.unref()
    return {
      ask: (question) =>
        new Promise((resolve, reject) => {
          settle = { resolve, reject }
          child.channel?.ref()
          child.send(question, (error) => {
            if (error) fail(new JobStopped('died', error.message))
          })
        }),
      end: () => {
        fail(new JobStopped('ended'))
        kill(child)
      },
    }
  }
}

/** The watch's own signal, or V8 giving up (abort, 128 + 6). */
function isMemory(code: number | null, signal: string | null): boolean {
  return signal === MEMORY_SIGNAL || signal === 'SIGABRT' || code === 134
}

function kill(child: ChildProcess): void {
  if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
}
