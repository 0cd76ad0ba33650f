import { z } from 'zod'
import { citedThings } from './evidence.ts'

const begins = z.int().min(0).describe('从第几个字起（UTF-16 下标）')

/** A passage a problem is taken from: of a version of a paper, from one place of its text to another; or a topic of a record. */
export const Passage = z.discriminatedUnion(
  'of',
  [
    z.object({ of: z.literal('paper'), versionId: z.uuid(), begins, ends: z.int().min(1).describe('到第几个字以前') }),
    z.object({
      of: z.literal('record'),
      recordId: z.uuid(),
      topic: z.int().min(0).max(49).describe('第几个议题，从 0 数起'),
    }),
  ],
  '请在文稿里选一段，或者选一个议题',
)
export type Passage = z.infer<typeof Passage>

/** Where a problem was taken from, for who may see it there. */
export const Origin = z.object({
  id: z.uuid(),
  of: z.enum([...citedThings, 'file']).describe('文稿、履职记录；导入的台账里写着、没有找到原文的，为 file'),
  title: z.string().describe('《标题》第几版，或者履职记录的名称；导入时没有写的为空'),
  words: z.string().describe('原话'),
  link: z.string().nullable().describe('打开原文的地址；没有找到原文的为空'),
  by: z.string(),
  at: z.iso.datetime(),
})
export type Origin = z.infer<typeof Origin>

/** How long a passage can be. */
export const LONGEST_PASSAGE = 4_000
