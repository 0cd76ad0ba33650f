import { readFile, stat } from 'node:fs/promises'
import { dirname, relative, sep } from 'node:path'
import { heldFiles, isUnreadable, LARGEST_FILE, type HeldFile, type Unreadable } from '@duizhao/engine'

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

async function heldIn(path: string): Promise<readonly HeldFile[]> {
  if (!/\.(?:zip|eml)$/i.test(path)) return []
  try {
    const { size } = await stat(path)
    const held = size > LARGEST_FILE ? [] : heldFiles(await readFile(path), path)
    return isUnreadable(held) ? [] : held
  } catch {
    // What cannot be opened is told when it is read.
    return []
  }
}
