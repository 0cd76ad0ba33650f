import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { RefusedPlace } from '../../platform/refusal.ts'
import { ImportWithdrawal, WithdrawnImport, WrittenImport } from '../../platform/written-import.ts'

/** A list of posts as understood, before anything is written. */
export const PostImportPreview = z.object({
  id: z.uuid(),
  fileName: z.string(),
  columns: z.array(z.object({ sheet: z.string(), header: z.string(), meaning: z.string().nullable() })),
  posts: z.object({ create: z.int(), change: z.int(), none: z.int() }),
  lines: z
    .array(
      z.object({
        sheet: z.string(),
        row: z.int().describe('Excel 中的行号'),
        effect: z.enum(['create', 'change', 'none']),
        what: z.string().describe('一句话：登记或修改什么'),
      }),
    )
    .describe('前 200 行'),
  faults: z.array(RefusedPlace).describe('有错的单元格；一处有错，整个文件都不写入'),
  remarks: z.array(RefusedPlace).describe('没有读进去的内容，不妨碍写入'),
  expiresAt: z.iso.datetime(),
})
export type PostImportPreview = z.infer<typeof PostImportPreview>

export const previewPostImport = endpoint({
  action: 'post.previewImport',
  isLong: true,
  summary: '预览任职的导入',
  method: 'POST',
  path: '/organisations/:organisationId/post-imports',
  access: 'post.write',
  params: { organisationId: z.uuid() },
  upload: 10 * 1024 * 1024,
  response: PostImportPreview,
  refusals: ['not_found'],
})

export const confirmPostImport = endpoint({
  action: 'post.confirmImport',
  isLong: true,
  summary: '确认任职的导入',
  method: 'POST',
  path: '/post-imports/:importId/confirmation',
  access: 'post.write',
  params: { importId: z.uuid() },
  response: z.object({ created: z.int(), changed: z.int(), unchanged: z.int() }),
  refusals: ['not_found', 'conflict'],
})

export const listPostImports = endpoint({
  action: 'post.listImports',
  summary: '写入了的各次任职导入',
  method: 'GET',
  path: '/organisations/:organisationId/post-imports',
  access: 'post.write',
  params: { organisationId: z.uuid() },
  query: pageQuery,
  response: pageOf(WrittenImport),
  refusals: ['not_found'],
})

export const withdrawPostImport = endpoint({
  action: 'post.withdrawImport',
  isLong: true,
  summary: '撤销一次任职导入',
  method: 'POST',
  path: '/post-imports/:importId/withdrawal',
  access: 'post.write',
  params: { importId: z.uuid() },
  body: ImportWithdrawal,
  response: WithdrawnImport,
  refusals: ['not_found', 'conflict'],
})

export const postImportForm = endpoint({
  action: 'post.importForm',
  summary: '导入任职用的空表',
  method: 'GET',
  path: '/post-import-form',
  access: 'post.write',
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
