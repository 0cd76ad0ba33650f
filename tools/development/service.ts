import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import process from 'node:process'

const MAIN = join(import.meta.dirname, '../../packages/cli/src/main.ts')

/** What `duizhao serve` says once it answers. */
const STARTED = '对照已经启动'

/** The service in a process of its own; its embedded database stops and starts with it. */
export interface Service {
  /** Stops the running one, if any, and starts it with the code as it is now. */
  restart(): Promise<void>
  /** Resolves once it answers; while it is broken, once the restart that mends it has. */
  ready(): Promise<void>
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>
}

/** The service, called with these words and not yet started; what it prints passes through `told`. */
export function serviceOf(words: readonly string[], told: (text: string) => string): Service {
  let child: ChildProcess | null = null
  let isAnswering = false
  let answering = Promise.withResolvers<void>()
  let last = Promise.resolve()

  const notAnswering = (): void => {
    if (isAnswering) answering = Promise.withResolvers()
    isAnswering = false
  }
  const stop = async (): Promise<void> => {
    if (child === null) return
    notAnswering()
    const closed = once(child, 'close')
    child.kill('SIGTERM')
    await closed
  }
  const start = (): void => {
    // In a group of its own, so that Ctrl-C asks it once and not twice: the second time would stop it at once.
    const detached = process.platform !== 'win32'
    const started = spawn(process.execPath, [MAIN, 'serve', ...words], {
      stdio: ['ignore', 'pipe', 'inherit'],
      detached,
    })
    started.stdout.setEncoding('utf8').on('data', (text: string) => {
      process.stdout.write(told(text))
      isAnswering ||= text.includes(STARTED)
      if (isAnswering) answering.resolve()
    })
    started.once('close', () => {
      child = null
      notAnswering()
    })
    child = started
  }
  /** One after the other, however fast they are asked for. */
  const after = (step: () => Promise<void>): Promise<void> => (last = last.then(step))
  return {
    restart: () => after(() => stop().then(start)),
    stop: () => after(stop),
    ready: () => answering.promise,
  }
}
