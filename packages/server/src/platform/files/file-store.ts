import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
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

/**
 * Atomic: a temporary file, flushed to disk, then renamed, so that a file under its name is whole whatever happens; then
 * the folder is flushed too, or a power cut could take the name away again.
 */
async function write(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomUUID()}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await file.close()
  }
  await rename(draft, path)
  await syncFolder(folder)
  if (made !== undefined) await syncFolder(dirname(made))
}

/** Windows keeps names by itself, and opens no folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
