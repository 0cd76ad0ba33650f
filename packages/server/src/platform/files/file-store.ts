import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { makeFolder, syncFolder, writeWhole } from '../durable.ts'
import type { FileStore } from '../file-store.ts'

/** Files in a folder, each in a folder of the first two digits of its hash. */
export function fileStore(folder: string): FileStore {
  const pathOf = (hash: string): string => join(folder, hash.slice(0, 2), hash)
  return {
    put: async (bytes) => {
      const hash = hashOf(bytes)
      await write(pathOf(hash), bytes)
      return hash
    },
    get: async (hash) => {
      const bytes = await readFile(pathOf(hash)).catch((error: unknown) => {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      })
      if (bytes === null) return { state: 'missing' }
      return hashOf(bytes) === hash ? { state: 'whole', bytes } : { state: 'damaged' }
    },
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  const made = await makeFolder(folder)
  await writeWhole(path, bytes)
  if (made !== null) await syncFolder(dirname(made))
}
