import { z } from 'zod'
import { atLeast, textOf } from './text.ts'

/** An import of a list that was written: who, when, which file, what came of it, and whether it was taken back. */
export const WrittenImport = z.object({
  id: z.uuid(),
  organisation: z.object({ id: z.uuid(), name: z.string() }).describe('导入到哪个组织'),
  fileName: z.string(),
  by: z.string(),
  at: z.iso.datetime(),
  created: z.int().describe('新写入几项'),
  changed: z.int().describe('改了几项原有的'),
  withdrawn: z
    .object({ by: z.string(), at: z.iso.datetime(), reason: z.string() })
    .nullable()
    .describe('谁何时撤销了这次导入，没有撤销为空'),
})
export type WrittenImport = z.infer<typeof WrittenImport>

/** Why an import is taken back. */
export const ImportWithdrawal = z.object({ reason: textOf('理由', 1_000).min(...atLeast(2, '请写明理由')) })

/** What came of taking an import back. */
export const WithdrawnImport = z.object({
  removed: z.int().describe('删除了几项新写入的'),
  restored: z.int().describe('还原了几项改过的'),
})
export type WithdrawnImport = z.infer<typeof WithdrawnImport>
