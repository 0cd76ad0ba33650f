import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { isUnreadable, LARGEST_FILE, read, unreadable } from '@duizhao/engine'
import type { SourceDocument } from '@duizhao/engine'
import type { UnreadableFile } from '@duizhao/report'
import { characterMap } from '@duizhao/workshop/node'
import { memberBytes } from './held-files.ts'

/** Reads a file from disk. Never throws; the size is checked before a byte is read. */
export async function readDocument(path: string): Promise<SourceDocument | UnreadableFile> {
  const name = basename(path)
  try {
    const held = await memberBytes(path)
    if (held !== undefined) return await ('reason' in held ? refused(path, held) : readBytes(path, held))
    const { size, isFile } = await describe(path)
    if (!isFile) return { path, message: `“${name}”不是普通文件，没有读取。`, todo: '请给出文件或文件夹的路径。' }
    if (size > LARGEST_FILE) return refused(path, unreadable(name, 'too_large'))
    return await readBytes(path, await readFile(path))
  } catch (error) {
    return { path, ...explain(error, name) }
  }
}

async function readBytes(path: string, bytes: Uint8Array): Promise<SourceDocument | UnreadableFile> {
  const result = await read(bytes, basename(path), { characterMap })
  return isUnreadable(result) ? refused(path, result) : result
}

async function describe(path: string): Promise<{ size: number; isFile: boolean }> {
  const found = await stat(path)
  return { size: found.size, isFile: found.isFile() }
}

function refused(path: string, { message, todo }: { message: string; todo: string }): UnreadableFile {
  return { path, message, todo }
}

/** What the file system's refusals mean to someone who does not know their codes. */
const NO_PERMISSION = ['没有读取的权限', '请在文件属性中放开读取权限，或复制到自己的文件夹再试。'] as const
const REFUSALS: Readonly<Record<string, readonly [what: string, todo: string]>> = {
  ENOENT: ['不存在', '请核对路径和文件名。'],
  EACCES: NO_PERMISSION,
  EPERM: NO_PERMISSION,
  EBUSY: ['正被其他程序占用', '请先在 Word 或 WPS 中关闭它再试。'],
}

function explain(error: unknown, name: string): { message: string; todo: string } {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const known = REFUSALS[code]
  if (known) return { message: `“${name}”${known[0]}。`, todo: known[1] }
  const detail = error instanceof Error ? error.message : String(error)
  return {
    message: `读取“${name}”时出错（${detail}）。`,
    todo: '请把文件另存一份再试；仍不行，请把文件和这句话发给维护者。',
  }
}
