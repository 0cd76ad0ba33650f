import { readFile, stat } from 'node:fs/promises'
import { dirname, relative, sep } from 'node:path'
import { heldFiles, isHolderName, isUnreadable, LARGEST_FILE, type HeldFile, type Unreadable } from '@duizhao/engine'

/** The paths of the files that a .zip or a mail holds; none for other files, and for one that cannot be opened. */
export async function membersOf(path: string): Promise<string[]> {
  return (await heldIn(path)).map((held) => held.path)
}

/** The bytes of a file in a .zip or a mail, by a path that goes on into it; undefined if the path leads nowhere. */
export async function memberBytes(path: string): Promise<Uint8Array | Unreadable | undefined> {
  for (let holder = dirname(path); holder !== dirname(holder); holder = dirname(holder)) {
    const inside = relative(holder, path).replaceAll(sep, '/')
    const held = (await heldIn(holder)).find((one) => one.path === inside)
    if (held) return held.bytes()
  }
  return undefined
}

/** The one opened last: its members are read one after another, and each would open it anew. */
let opened: { readonly key: string; readonly held: readonly HeldFile[] } = { key: '', held: [] }

async function heldIn(path: string): Promise<readonly HeldFile[]> {
  if (!isHolderName(path)) return []
  try {
    const { size, mtimeMs } = await stat(path)
    const key = `${path} ${size} ${mtimeMs}`
    if (opened.key !== key) opened = { key, held: size > LARGEST_FILE ? [] : membersIn(await readFile(path), path) }
    return opened.held
  } catch {
    // What cannot be opened is told when it is read.
    return []
  }
}

function membersIn(bytes: Uint8Array, path: string): readonly HeldFile[] {
  const held = heldFiles(bytes, path)
  return isUnreadable(held) ? [] : held
}
