import { answerTo, type Question, type Work } from '../protocol.ts'

/** What a worker gets first: the port for questions, and what its work needs to have at hand. */
export interface Beginning<Means> {
  readonly port: MessagePort
  readonly means: Means
}

/** Answers questions through a port of its own, because libraries in a worker may listen to the worker's. */
export function serveFromWorker<Means>(worksWith: (means: Means) => readonly Work[]): void {
  addEventListener(
    'message',
    ({ data: { port, means } }: MessageEvent<Beginning<Means>>) => {
      const works = worksWith(means)
      port.addEventListener('message', ({ data }: MessageEvent<Question>) => {
        void answerTo(data, works).then((answer) => port.postMessage(answer))
      })
      port.start()
    },
    { once: true },
  )
}
