import { basename, join } from 'node:path'
import type { SourceDocument } from '@duizhao/engine'
import { type LeftOut, passedOverWords, roleOfPath, type UnreadableFile } from '@duizhao/report'
import type { Terminal } from '../terminal/terminal.ts'
import { UsageError } from '../usage-error.ts'
import { findFiles } from './find-files.ts'
import { membersOf } from './held-files.ts'
import { readDocument } from './read-file.ts'
import { writtenPath } from './written-path.ts'

/** A file that could be read; `path` is how results name it. */
export interface ReadFile {
  readonly path: string
  readonly document: SourceDocument
}

/** What paths stand for, read: the documents, and what is left out of every result about them. */
export interface Materials extends LeftOut {
  readonly read: readonly ReadFile[]
}

/**
 * Reads everything that paths stand for, in order of the paths; what cannot be read is named on `stderr`. Throws the
 * `UsageError` of `none` where there are no documents at all.
 */
export async function readMaterials(
  paths: readonly string[],
  { terminal, none }: { readonly terminal: Terminal; readonly none: string },
): Promise<Materials> {
  const { files, passedOver } = await findFiles(paths)
  if (files.length === 0) throw new UsageError(passedOver.length === 0 ? none : `${none}${passedOverWords(passedOver)}`)
  const results = await readEach(files)
  const unread = results.filter(isRefused)
  for (const { message, todo } of unread) terminal.stderr.write(`${message}${todo}\n`)
  if (passedOver.length > 0) terminal.stderr.write(`${passedOverWords(passedOver)}\n`)
  return { read: results.filter(isRead), unread, passedOver }
}

/** A file as it is; undefined, with the reason told on `stderr`, if it cannot be read. */
export async function readItself(path: string, terminal: Terminal): Promise<ReadFile | undefined> {
  return readOrTold(await readEach([path]), terminal)
}

/** A file, or the one document that a .zip or a mail holds; undefined, with the reason told on `stderr`, if it cannot be read. */
export async function readOne(path: string, terminal: Terminal): Promise<ReadFile | undefined> {
  const held = (await membersOf(path)).filter((member) => roleOfPath(member) === 'document')
  const [only] = held
  if (held.length <= 1) return readItself(only === undefined ? path : join(path, only), terminal)
  const message = `“${basename(path)}”里有 ${held.length} 份文件，一次读一份。`
  return readOrTold([{ path, message, todo: `请写明是哪一份，例如 ${path}/${only}。` }], terminal)
}

function readOrTold([result]: readonly (ReadFile | UnreadableFile)[], { stderr }: Terminal): ReadFile | undefined {
  if (result !== undefined && isRefused(result)) stderr.write(`${result.message}${result.todo}\n`)
  return result !== undefined && isRead(result) ? result : undefined
}

async function readEach(paths: readonly string[]): Promise<(ReadFile | UnreadableFile)[]> {
  const results: (ReadFile | UnreadableFile)[] = []
  for (const path of paths) {
    const document = await readDocument(path)
    results.push('todo' in document ? document : { path: writtenPath(path), document })
  }
  return results
}

function isRead(result: ReadFile | UnreadableFile): result is ReadFile {
  return 'document' in result
}

function isRefused(result: ReadFile | UnreadableFile): result is UnreadableFile {
  return 'todo' in result
}
