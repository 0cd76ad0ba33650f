import { looksLikeMarkdown, readMarkdown } from './markdown.ts'
import { readPlainText } from './plain-text.ts'
import type { SourceDocument, Unreadable } from './source-document.ts'
import { unreadable } from './unreadable.ts'

/** What reading needs from the platform; without it PDF files with old Chinese encodings cannot be read. */
export interface ReadingResources {
  /** The bytes of one of pdfjs-dist's character maps, e.g. "GBK-EUC-H". */
  readonly characterMap?: (name: string) => Promise<Uint8Array>
}

/** Files above this size in bytes are refused before they are looked into. */
export const LARGEST_FILE = 100 * 1024 * 1024

/**
 * Reads a file by its content. Never throws: what cannot be read comes back as `Unreadable` with what happened and
 * what to do.
 */
export async function read(bytes: Uint8Array, name: string, _resources: ReadingResources = {}): Promise<SourceDocument | Unreadable> {
  if (bytes.length === 0) return unreadable(name, 'empty')
  if (bytes.length > LARGEST_FILE) return unreadable(name, 'too_large')
  const plain = readPlainText(bytes, name)
  const isMarkdown = /\.(?:md|markdown)$/i.test(name) || (!isUnreadable(plain) && looksLikeMarkdown(plain.text))
  return isMarkdown ? readMarkdown(bytes, name) : plain
}

/** True if the file could not be read. */
export function isUnreadable(result: SourceDocument | Unreadable): result is Unreadable {
  return 'reason' in result
}
