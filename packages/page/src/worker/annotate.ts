import { annotatedCopy } from '@duizhao/report'
import type { UnreadableFile } from '@duizhao/report'
import type { JobInput } from '../work/jobs.ts'
import { bytesOf, gone, readFile } from './read-file.ts'

/** A copy with findings as Word comments, or why there is none. The file is read anew: it may have changed. */
export async function annotate({ path, file, findings }: JobInput<'annotate'>): Promise<Uint8Array | UnreadableFile> {
  const bytes = await bytesOf(file)
  if (bytes === null) return gone(path)
  const read = await readFile({ path, file })
  if (!('document' in read)) return read
  const copy = await annotatedCopy(bytes, read.document, findings)
  return 'reason' in copy ? { path, message: copy.message, todo: copy.todo } : copy.bytes
}
