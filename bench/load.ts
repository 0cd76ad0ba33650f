import { connect, type Socket } from 'node:net'

export interface Load {
  readonly port: number
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** How many ask at a time, each the next once the last is answered. */
  readonly connections: number
  readonly seconds: number
}

export interface Answers {
  readonly perSecond: number
  /** Milliseconds from the question to the end of the answer, in ascending order. */
  readonly latencies: readonly number[]
}

/**
 * Asks over connections that stay open for so many seconds. Every request names another of a thousand addresses as its
 * origin, because the server limits what one may ask; throws if an answer is not 200.
 */
export async function load(given: Load): Promise<Answers> {
  const latencies: number[] = []
  const start = performance.now()
  const until = start + given.seconds * 1000
  await Promise.all(Array.from({ length: given.connections }, (_, index) => ask(given, index, until, latencies)))
  const perSecond = latencies.length / ((performance.now() - start) / 1000)
  return { perSecond, latencies: latencies.toSorted((a, b) => a - b) }
}

const ORIGINS = 1_000

async function ask({ port, path, headers = {} }: Load, index: number, until: number, latencies: number[]) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  const fixed = Object.entries({ host: 'office.test', ...headers }).map(([name, value]) => `${name}: ${value}\r\n`)
  try {
    for (let number = index; performance.now() < until; number++) {
      const origin = (number * 37 + index * 101) % ORIGINS
      const from = `x-forwarded-for: 10.1.${origin >> 8}.${origin & 255}\r\n`
      const asked = performance.now()
      await answerTo(socket, `GET ${path} HTTP/1.1\r\n${fixed.join('')}${from}\r\n`)
      latencies.push(performance.now() - asked)
    }
  } finally {
    socket.destroy()
  }
}

/** Writes a request and waits until its answer is complete. */
function answerTo(socket: Socket, request: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let [received, expected] = [0, 0]
    const finish = (error?: Error): void => {
      socket.off('data', take).off('error', finish)
      if (error) reject(error)
      else resolve()
    }
    const take = (chunk: Buffer): void => {
      if (expected === 0) {
        const head = chunk.toString('latin1', 0, 4_096)
        const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
        const end = head.indexOf('\r\n\r\n')
        if (!head.startsWith('HTTP/1.1 200') || length === undefined || end === -1)
          return finish(new Error(`an answer that is none: ${head.slice(0, 400)}`))
        expected = end + 4 + Number(length)
      }
      received += chunk.length
      if (received >= expected) finish()
    }
    socket.on('data', take).on('error', finish)
    socket.write(request)
  })
}
