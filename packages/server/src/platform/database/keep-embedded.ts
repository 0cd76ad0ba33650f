import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { take } from './alone.ts'
import { startEmbedded } from './embedded.ts'

/** A second server on the folder of a running one. */
export class AlreadyRunning extends Error {}

/** The embedded database of a server, for as long as the server lives. */
export interface KeptDatabase {
  readonly url: string
  stop(): Promise<void>
}

const PAUSE = 1_000

/**
 * Starts the embedded database and makes this process its owner. When it ends though nobody asked it to, it is started
 * again, as often as it takes; whoever needs it meanwhile is told that it cannot be had. `tell` is given a sentence for
 * each of these. Throws `AlreadyRunning` if another server owns it.
 */
export async function keepEmbedded(folder: string, tell: (words: string) => void): Promise<KeptDatabase> {
  let isWanted = true
  let embedded = await startEmbedded(folder)
  let release = await take(embedded.url, 'owner', onLost)
  let reviving: Promise<void> = Promise.resolve()
  if (release === null)
    throw new AlreadyRunning(
      `另一个对照正在使用数据目录 ${dirname(folder)}。请先停止它，或用 DUIZHAO_DATA 指定别的目录。`,
    )

  function onLost(): void {
    if (isWanted) reviving = revive()
  }

  async function revive(): Promise<void> {
    tell('内置的数据库停了，正在重新启动它。')
    for (let last = ''; isWanted; await wait(PAUSE)) {
      try {
        embedded = await startEmbedded(folder)
        release = await take(embedded.url, 'owner', onLost)
        if (release !== null) return tell('内置的数据库又在运行了。')
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error)
        // Said once, however often it is tried.
        if (words !== last) tell(words)
        last = words
      }
    }
  }

  return {
    url: embedded.url,
    stop: async () => {
      isWanted = false
      await reviving
      await release?.()
      await embedded.stop()
    },
  }
}
