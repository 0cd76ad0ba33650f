import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { pageOf, pageQuery } from '../paging.ts'

/** What the store has of a file: the bytes it was given, other bytes, or none. */
export const fileStates = ['whole', 'damaged', 'missing'] as const
export const FileState = z.enum(fileStates)
export type FileState = z.infer<typeof FileState>

export const fileStateNames: Readonly<Record<FileState, string>> = {
  whole: '完好',
  damaged: '已损坏或被改动',
  missing: '已缺失',
}

/** A file whose bytes are not what was kept, and what it is for. */
export const DamagedFile = z.object({
  hash: z.string().describe('登记时的 SHA-256'),
  size: z.int().describe('登记时的字节数'),
  state: FileState,
  checkedAt: z.iso.datetime(),
  uses: z.array(z.string()).describe('哪里用到它'),
})
export type DamagedFile = z.infer<typeof DamagedFile>

export const listDamagedFiles = endpoint({
  action: 'files.listDamaged',
  isOfWhole: true,
  summary: '损坏或缺失的文件',
  method: 'GET',
  path: '/damaged-files',
  access: 'file.verify',
  query: pageQuery,
  response: pageOf(DamagedFile),
})

/** How many files were compared with what was kept, and how many are not that any more. */
export const FileVerification = z.object({ files: z.int(), damaged: z.int(), missing: z.int() })
export type FileVerification = z.infer<typeof FileVerification>

export const verifyFiles = endpoint({
  action: 'files.verify',
  isOfWhole: true,
  isLong: true,
  summary: '核对全部文件的指纹',
  method: 'POST',
  path: '/damaged-files/verification',
  access: 'file.verify',
  response: FileVerification,
})
