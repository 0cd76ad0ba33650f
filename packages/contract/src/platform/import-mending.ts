import { z } from 'zod'

/** What somebody says on the screen of a file with faults; the file itself stays as it is. */
export const ImportMending = z.object({
  cells: z
    .array(
      z.object({
        sheet: z.string(),
        cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/, '应当是单元格，如 F7'),
        text: z.string().max(4_000, '最多 4000 个字'),
      }),
    )
    .max(500, '最多改 500 个格子，更多的请在文件里改')
    .default([])
    .describe('重新写的格子'),
  skipped: z
    .array(z.object({ sheet: z.string(), row: z.int().min(1) }))
    .max(2_000, '最多跳过 2000 行，更多的请在文件里删去')
    .default([])
    .describe('不导入的行，按文件里的行号'),
  columns: z
    .array(
      z.object({
        sheet: z.string(),
        column: z.string().regex(/^[A-Z]{1,3}$/, '应当是列，如 F'),
        header: z.string().max(200).describe('文件里的表头'),
        as: z.string().max(30).describe('对应哪个栏目'),
      }),
    )
    .max(200, '最多改 200 列')
    .default([])
    .describe('对应栏目由人指定的列'),
})
export type ImportMending = z.infer<typeof ImportMending>
