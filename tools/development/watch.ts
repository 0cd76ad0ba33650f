import { watch } from 'node:fs'
import { join, sep } from 'node:path'

/** Editors write a file in several steps, and a branch changes many at once. */
const PAUSE = 150

/**
 * Calls `changed` once things are quiet after a change in the source of the packages named; tests do not count.
 * Returns what ends the watching.
 */
export function watchPackages(root: string, names: readonly string[], changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const watchers = names.map((name) =>
    watch(join(root, 'packages', name, 'src'), { recursive: true }, (_, file) => {
      if (file === null || file.endsWith('.test.ts') || file.split(sep).includes('testing')) return
      clearTimeout(timer)
      timer = setTimeout(changed, PAUSE)
    }),
  )
  return () => {
    clearTimeout(timer)
    for (const watcher of watchers) watcher.close()
  }
}
