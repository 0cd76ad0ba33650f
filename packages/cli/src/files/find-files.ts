import { readdir, realpath, stat } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { writtenPath } from './written-path.ts'

/** What a list of paths stands for. */
export interface FoundFiles {
  /** Files to read, as named by the caller or relative to the named folder, each once, in order of their paths. */
  readonly files: readonly string[]
  /** Files met in folders whose names say that they are not documents. */
  readonly passedOver: readonly string[]
}

const DOCUMENT_EXTENSIONS = new Set(['.docx', '.doc', '.wps', '.pdf', '.txt', '.md', '.markdown', '.xlsx'])

/** Files Word and WPS keep beside an open document, hidden files, and what this program itself has written. */
const NOT_MATERIAL = /^(?:[.~]|~\$)|（审核意见[^）]{0,8}）\.docx$|^审核结果\.[a-z]+$|^LICENSE|^README/

/**
 * The files meant by `paths`: files as they are (also if they do not exist, reading them will say so), folders
 * with everything below them that looks like a document.
 */
export async function findFiles(paths: readonly string[]): Promise<FoundFiles> {
  const files = new Map<string, string>()
  const passedOver: string[] = []
  const visited = new Set<string>()
  for (const path of paths) {
    if (!(await isFolder(path))) files.set(resolve(path), path)
    else for await (const file of walk(path, visited)) addFound(file, files, passedOver)
  }
  return {
    files: [...files.values()].map(writtenPath).toSorted(byPath),
    passedOver: passedOver.map(writtenPath).toSorted(byPath),
  }
}

function addFound(file: string, files: Map<string, string>, passedOver: string[]): void {
  if (DOCUMENT_EXTENSIONS.has(extname(file).toLowerCase())) files.set(resolve(file), file)
  else passedOver.push(file)
}

/** The files below a folder; a folder reached twice through links is read once. */
async function* walk(folder: string, visited: Set<string>): AsyncGenerator<string> {
  const real = await realpath(folder)
  if (visited.has(real)) return
  visited.add(real)
  for (const name of await readdir(folder)) {
    if (NOT_MATERIAL.test(name) || name === 'node_modules') continue
    const path = join(folder, name)
    if (await isFolder(path)) yield* walk(path, visited)
    else yield path
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
