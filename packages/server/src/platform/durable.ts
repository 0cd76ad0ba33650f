import { randomUUID } from 'node:crypto'
import { chown, type FileHandle, mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'

/**
 * Makes a folder and those above it that are missing, for the service's account only if nothing else is said. Returns the
 * topmost that was made, null if all were there. Throws what the system says of the one that could not be made: Node's own
 * recursive `mkdir` says “no such file” of a disk that is read-only or full.
 */
export async function makeFolder(path: string, mode = 0o700): Promise<string | null> {
  if (await isFolder(path)) return null
  const parent = dirname(path)
  const top = parent === path ? null : await makeFolder(parent, mode)
  try {
    await mkdir(path, { mode })
  } catch (error) {
    // Another may have made it at the same moment.
    if (!(await isFolder(path))) throw error
  }
  return top ?? path
}

function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** The system account a file is for; empty for one's own. */
export type Owner = { readonly uid: number; readonly gid: number } | Record<string, never>

/**
 * Writes a file so that under its name there is the old one or the new one, whole, whatever happens: a draft, flushed to
 * disk, then renamed, then the folder flushed too, or a power cut could take the name away again.
 */
export async function writeWhole(path: string, content: Uint8Array | string, owner: Owner = {}): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  try {
    const file = await open(draft, 'wx', 0o600)
    await filled(file, content)
    if (owner.uid !== undefined && owner.gid !== undefined) await chown(draft, owner.uid, owner.gid)
    await rename(draft, path)
  } catch (error) {
    // What the disk said first is told, not that it keeps the draft as well.
    await rm(draft, { force: true }).catch(() => undefined)
    throw error
  }
  await syncFolder(dirname(path))
}

async function filled(file: FileHandle, content: Uint8Array | string): Promise<void> {
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Windows keeps names by itself, and opens no folder. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
