import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

/** What somebody who opens pages all the time noticed. */
export interface Watched {
  /** Milliseconds from asking for a page to having it, of those that came. */
  readonly latencies: readonly number[]
  /** The most memory that the service and the processes it reads files in had together, in bytes; 0 where that is not told. */
  readonly mostMemory: number
}

const EVERY = 150

/** Somebody who looks, at which process. */
interface Watch {
  /** Opens a page; false if it did not come. */
  readonly look: () => Promise<boolean>
  readonly processId: () => number
}

/** Opens pages and measures memory while something is done. */
export async function watched({ look, processId }: Watch, work: () => Promise<void>): Promise<Watched> {
  const latencies: number[] = []
  let [mostMemory, isOn] = [0, true]
  const every = async (what: () => Promise<void> | void): Promise<void> => {
    while (isOn) {
      await what()
      await wait(EVERY)
    }
  }
  const watching = [
    every(async () => {
      const start = performance.now()
      if (await look()) latencies.push(performance.now() - start)
    }),
    every(() => {
      mostMemory = Math.max(mostMemory, memoryOf(processId()))
    }),
  ]
  try {
    await work()
  } finally {
    isOn = false
    await Promise.all(watching)
  }
  return { latencies: latencies.toSorted((one, other) => one - other), mostMemory }
}

/** The memory of a process and all below it but the database, shared pages counted once (PSS), as Linux tells it. */
function memoryOf(processId: number): number {
  try {
    const parents = new Map<number, number>()
    for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
      const status = textOf(`/proc/${name}/status`)
      if (/^Name:\s*postgres/m.test(status)) continue
      parents.set(Number(name), Number(/^PPid:\s*(\d+)/m.exec(status)?.[1] ?? 0))
    }
    const isBelow = (id: number): boolean => id === processId || (id > 1 && isBelow(parents.get(id) ?? 0))
    return [...parents.keys()].filter(isBelow).reduce((sum, id) => sum + proportionalOf(id), 0)
  } catch {
    return 0
  }
}

function proportionalOf(id: number): number {
  return Number(/^Pss:\s*(\d+) kB/m.exec(textOf(`/proc/${id}/smaps_rollup`))?.[1] ?? 0) * 1024
}

/** Empty for a process that has ended meanwhile. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
