import type { SourceDocument } from '@duizhao/engine'
import { type LeftOut, passedOverWords, type UnreadableFile } from '@duizhao/report'
import type { Terminal } from '../terminal/terminal.ts'
import { UsageError } from '../usage-error.ts'
import { findFiles } from './find-files.ts'
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

/** The files that could be read, in their order; the others are named on `stderr`. */
export async function readAll(paths: readonly string[], { stderr }: Terminal): Promise<ReadFile[]> {
  const results = await readEach(paths)
  for (const result of results) if (isRefused(result)) stderr.write(`${result.message}${result.todo}\n`)
  return results.filter(isRead)
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
