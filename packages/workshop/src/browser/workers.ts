import { type Answer, JobStopped, type Worker as WorkshopWorker } from '../protocol.ts'
import type { Beginning } from './serve.ts'

/** Workers of a browser, from one classic script as text: a page that is one file has no other to load. */
export function browserWorkers<Means>(script: string, means: Means): () => WorkshopWorker {
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }))
  return () => {
    const worker = new Worker(address)
    const { port1: port, port2 } = new MessageChannel()
    const beginning: Beginning<Means> = { port: port2, means }
    worker.postMessage(beginning, [port2])
    let settle: { resolve: (answer: Answer) => void; reject: (reason: JobStopped) => void } | null = null
    const fail = (reason: JobStopped): void => {
      settle?.reject(reason)
      settle = null
    }
    worker.addEventListener('error', (event) => {
      event.preventDefault()
      fail(new JobStopped('died', event.message))
    })
    port.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      settle?.resolve(data)
      settle = null
    })
    port.start()
    return {
      ask: (question) =>
        new Promise((resolve, reject) => {
          settle = { resolve, reject }
          port.postMessage(question)
        }),
      end: () => {
        fail(new JobStopped('ended'))
        worker.terminate()
      },
    }
  }
}
