import { isArchive, isZip } from './file-kind.ts'
import { readMime } from './mail/mime.ts'
import { ReadingRefusal, refusable } from './refusal.ts'
import type { Unreadable } from './source-document.ts'
import type { ZipEntry } from './zip-directory.ts'
import { zipPackage } from './zip-package.ts'

/** A file in another file. */
export interface HeldFile {
  /** Its path there, with forward slashes. */
  readonly path: string
  /** What it holds, or why that cannot be had. */
  bytes(): Uint8Array | Unreadable
}

const MOST_FILES = 2000

/**
 * The files that a .zip or a mail holds, each to be read as a file of its own; none for what is no such file, or is
 * itself a document. Unreadable for one that cannot be opened, or holds more files than anybody sends.
 */
export function heldFiles(bytes: Uint8Array, name: string): readonly HeldFile[] | Unreadable {
  return refusable(name, () => {
    if (isZip(bytes)) return filesOfZip(bytes)
    return /\.eml$/i.test(name) ? filesOfMail(bytes) : []
  })
}

function filesOfZip(bytes: Uint8Array): HeldFile[] {
  const zip = zipPackage(bytes)
  if (!isArchive(zip)) return []
  const entries = zip.entries.filter(({ name }) => !name.endsWith('/'))
  if (entries.length > MOST_FILES)
    throw new ReadingRefusal('too_large', `里面的文件超过 ${MOST_FILES} 个，没有读取`, '请先解压，再读取其中的文件')
  if (entries.some(({ flags }) => (flags & 1) !== 0))
    throw new ReadingRefusal('encrypted', undefined, '请先用密码解压，再读取其中的文件')
  return entries.map((entry) => {
    const path = pathOf(entry)
    return { path, bytes: () => refusable(path, () => zip.read(entry)) }
  })
}

function filesOfMail(bytes: Uint8Array): HeldFile[] {
  const names = new Set<string>()
  return readMime(bytes).parts.flatMap((part) => {
    if (part.fileName === undefined) return []
    const path = freeName(safePath(part.fileName), names)
    return [{ path, bytes: part.bytes }]
  })
}

/** Two files of a mail may have one name. */
function freeName(path: string, names: Set<string>): string {
  let free = path
  for (let number = 2; names.has(free); number++) free = path.replace(/(\.[^.]*)?$/, `（${number}）$1`)
  names.add(free)
  return free
}

const UTF8_NAME = 0x800

/** Names are in UTF-8 where the entry says so; programs here write others in GBK, some in UTF-8 without saying so. */
function pathOf({ name, rawName, flags }: ZipEntry): string {
  if ((flags & UTF8_NAME) !== 0) return safePath(name)
  try {
    return safePath(new TextDecoder('utf-8', { fatal: true }).decode(rawName))
  } catch {
    return safePath(new TextDecoder('gb18030').decode(rawName))
  }
}

/** Without what would lead out of the file. */
function safePath(path: string): string {
  const steps = path.split(/[\\/]/).filter((step) => step !== '' && step !== '.' && step !== '..')
  return steps.join('/') || '没有名字'
}
