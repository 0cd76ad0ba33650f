import type { Screen } from './terminal.ts'

/** A line on standard error that says how far a batch is; nothing at all if that is no terminal. */
export interface Progress {
  readonly show: (done: number, path: string) => void
  readonly clear: () => void
}

/** Of a terminal that does not say how wide it is. */
const WIDTH = 80

export function progressOf(total: number, stream: Screen): Progress {
  if (!stream.isTTY || total < 2) return { show: () => undefined, clear: () => undefined }
  const clear = (): void => void stream.write('\r\u001b[K')
  return {
    clear,
    show: (done, path) => {
      clear()
      const room = Math.max(10, Math.floor(((stream.columns ?? WIDTH) - 16) / 2))
      stream.write(`${done}/${total} ${path.length > room ? `…${path.slice(-room)}` : path}`)
    },
  }
}
