import type { Beginning, JobInput, JobName, JobOutput } from './jobs.ts'

/** What a worker is made of. */
export interface WorkerSource {
  /** A classic script. */
  readonly script: string
  readonly characterMaps: string
}

/** A worker and what may be asked of it, one question at a time. */
export interface Helper {
  /** The answer; rejects with `JobStopped` if the worker died or took longer than `limit` milliseconds. */
  readonly ask: <Name extends JobName>(job: Name, input: JobInput<Name>, limit?: number) => Promise<JobOutput<Name>>
  readonly end: () => void
}

/** A job that came to no answer. */
export class JobStopped extends Error {}

/** Makes workers from one script. It lies in the page as text, because browsers load no worker from a file of its own. */
export function workshop({ script, characterMaps }: WorkerSource): { readonly hire: () => Helper } {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  const maps = new Blob([characterMaps])
  return { hire: () => hire(address, maps) }
}

function hire(address: string, characterMaps: Blob): Helper {
  const worker = new Worker(address)
  const { port1: port, port2 } = new MessageChannel()
  const beginning: Beginning = { port: port2, characterMaps }
  worker.postMessage(beginning, [port2])
  let fail: (reason: JobStopped) => void = () => undefined
  let answer: (data: { readonly output?: unknown; readonly error?: string }) => void = () => undefined
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    fail(new JobStopped(event.message))
  })
  port.addEventListener('message', ({ data }: MessageEvent<{ output?: unknown; error?: string }>) => answer(data))
  port.start()
  return {
    ask: <Name extends JobName>(job: Name, input: JobInput<Name>, limit?: number) =>
      new Promise<JobOutput<Name>>((resolve, reject) => {
        const timer = limit === undefined ? undefined : setTimeout(() => fail(new JobStopped('timeout')), limit)
        fail = (reason) => {
          clearTimeout(timer)
          reject(reason)
        }
        answer = ({ output, error }) => {
          clearTimeout(timer)
          if (error === undefined) resolve(output as JobOutput<Name>)
          else reject(new JobStopped(error))
        }
        port.postMessage({ job, input })
      }),
    end: () => {
      worker.terminate()
      fail(new JobStopped('ended'))
    },
  }
}
