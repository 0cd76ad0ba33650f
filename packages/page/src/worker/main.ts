import './first.ts'
import type { Beginning, Question } from '../work/jobs.ts'
import { jobsWith } from './jobs.ts'

/**
 * A worker: does one job after the other and sends back what came out. Talks through a port of its own, because pdf.js
 * listens to the worker's.
 */
addEventListener(
  'message',
  (event: MessageEvent<Beginning>) => {
    const { port, characterMaps } = event.data
    const jobs = jobsWith(characterMaps)
    port.addEventListener('message', ({ data: { job, input } }: MessageEvent<Question>) => {
      const work = jobs[job] as (given: unknown) => Promise<unknown>
      void work(input).then(
        (output) => port.postMessage({ output }),
        (error: unknown) => port.postMessage({ error: error instanceof Error ? error.message : String(error) }),
      )
    })
    port.start()
  },
  { once: true },
)
