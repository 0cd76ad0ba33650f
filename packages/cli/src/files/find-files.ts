import { readdir, realpath, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { roleOfName, roleOfPath } from '@duizhao/report'
import { membersOf } from './held-files.ts'
import { writtenPath } from './written-path.ts'

/** What a list of paths stands for. */
export interface FoundFiles {
  /**
   * Files to read, as named by the caller or relative to the named folder, each once, in order of their paths; a file in
   * a .zip or a mail has that one's path in front.
   */
  readonly files: readonly string[]
  /** Files met in folders whose names say that they are not documents. */
  readonly passedOver: readonly string[]
}

/** What has been found so far. */
interface Finding {
  readonly files: Map<string, string>
  readonly passedOver: string[]
  /** Folders gone through, by their real paths: one reached twice through links is read once. */
  readonly visited: Set<string>
}

/**
 * The files meant by `paths`: files as they are (also if they do not exist, reading them will say so), folders and .zip
 * files with everything in them that is a document by its name, mails with what was sent along.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const finding: Finding = { files: new Map(), passedOver: [], visited: new Set() }
  for (const path of paths) {
    if (await isFolder(path)) await addFolder(path, finding)
    else await addFile(path, finding)
  }
  return {
    files: [...finding.files.values()].map(writtenPath).toSorted(byPath),
    passedOver: finding.passedOver.map(writtenPath).toSorted(byPath),
  }
}

async function addFolder(folder: string, finding: Finding): Promise<void> {
  const real = await realpath(folder)
  if (finding.visited.has(real)) return
  finding.visited.add(real)
  for (const name of await readdir(folder)) {
    const role = roleOfName(name)
    const path = join(folder, name)
    if (role === 'nothing') continue
    if (await isFolder(path)) await addFolder(path, finding)
    else if (role === 'document') await addFile(path, finding)
    else finding.passedOver.push(path)
  }
}

async function addFile(path: string, { files, passedOver }: Finding): Promise<void> {
  const members = await membersOf(path)
  // A .zip that cannot be opened, or is none, is read as the file it is, and refused with the reason.
  if (!/\.zip$/i.test(path) || members.length === 0) files.set(resolve(path), path)
  for (const member of members) {
    const role = roleOfPath(member)
    if (role === 'nothing') continue
    const inside = join(path, member)
    if (role === 'document') files.set(resolve(inside), inside)
    else passedOver.push(inside)
  }
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}

function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
