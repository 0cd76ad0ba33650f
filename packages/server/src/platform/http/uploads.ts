import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { MultipartFile } from '@fastify/multipart'
import type { UploadedFile } from '../context.ts'
import { invalid } from '../refusal.ts'
import { openPlaces } from './places.ts'

/** Uploads worked on at a time: each is in memory while it is, 50 MB at the most. */
const places = openPlaces({ atOnce: 4, perAccount: 2 })

/**
 * Receives a file and has `work` done with it. What comes in goes to a disk first, however slowly it comes: in memory it
 * is only while it is worked on, and of those there are few at a time. Refused if there is none, or it is too large.
 */
export async function withUpload<Result>(
  part: MultipartFile | undefined,
  account: string,
  work: (file: UploadedFile) => Promise<Result>,
): Promise<Result> {
  if (!part) throw invalid('没有收到文件。', '请选择一个文件。')
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-upload-'))
  const path = join(folder, 'file')
  try {
    await pipeline(part.file, createWriteStream(path, { mode: 0o600 }))
    if (part.file.truncated) throw invalid('文件太大。', '请拆成几个较小的文件。')
    const leave = await places.take(account)
    try {
      // eslint-disable-next-line no-control-regex
      const name = part.filename.toWellFormed().replace(/[\u0000-\u001f\u007f]/gu, '_')
      return await work({ name, bytes: await readFile(path) })
    } finally {
      leave()
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
