import type { SourceDocument } from '@duizhao/engine'
import type { UnreadableFile } from '@duizhao/report'
import type { Terminal } from '../terminal/terminal.ts'
import { readDocument } from './read-file.ts'
import { writtenPath } from './written-path.ts'

/** A file that could be read; `path` is how results name it. */
export interface ReadFile {
  readonly path: string
  readonly document: SourceDocument
}

/** The files that could be read, in their order; the others are named on `stderr`. */
export async function readAll(paths: readonly string[], { stderr }: Terminal): Promise<ReadFile[]> {
  const read: ReadFile[] = []
  for (const path of paths) {
    const document = await readDocument(path)
    if (isRefused(document)) stderr.write(`${document.message}${document.todo}\n`)
    else read.push({ path: writtenPath(path), document })
  }
  return read
}

function isRefused(document: SourceDocument | UnreadableFile): document is UnreadableFile {
  return 'todo' in document
}
