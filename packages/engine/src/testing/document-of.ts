import { read } from '../reading/read.ts'
import type { SourceDocument } from '../reading/source-document.ts'

/** A text as the engine reads it from a file; tests go through the same door as users. Throws if it is unreadable. */
export async function documentOf(text: string, name = '材料.txt'): Promise<SourceDocument> {
  const document = await read(new TextEncoder().encode(text), name)
  if ('reason' in document) throw new Error(document.message)
  return document
}
