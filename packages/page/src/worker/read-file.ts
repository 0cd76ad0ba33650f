import { isUnreadable, LARGEST_FILE, read, unreadable } from '@duizhao/engine'
import type { ReadingResources } from '@duizhao/engine'
import { fileName } from '@duizhao/report'
import type { UnreadableFile } from '@duizhao/report'
import type { GivenFile, ReadFile } from '../work/jobs.ts'

/** Reads a file the user gave. Never rejects; the size is checked before a byte is read. */
export async function readFile({ path, file }: GivenFile, resources: ReadingResources = {}): Promise<ReadFile> {
  const name = fileName(path)
  if (file.size > LARGEST_FILE) return refused(path, unreadable(name, 'too_large'))
  const bytes = await bytesOf(file)
  if (bytes === null) return gone(path)
  const document = await read(bytes, name, resources)
  return isUnreadable(document) ? refused(path, document) : { path, file, document }
}

/** The bytes of a file, or null if the browser cannot get at it any more. */
export async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return null
  }
}

/** What to say of a file that was there when it was chosen. */
export function gone(path: string): UnreadableFile {
  return {
    path,
    message: `浏览器取不到“${fileName(path)}”的内容：文件在选定之后被改动、移走，或正被其他程序占用。`,
    todo: '请在 Word 或 WPS 中关闭它，重新选择文件再试。',
  }
}

function refused(path: string, { message, todo }: { message: string; todo: string }): UnreadableFile {
  return { path, message, todo }
}
