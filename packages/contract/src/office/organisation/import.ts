import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { RefusedPlace } from '../../platform/refusal.ts'
import { ImportWithdrawal, WithdrawnImport, WrittenImport } from '../../platform/written-import.ts'
import { OrganisationKind } from './organisation.ts'

/** What a line of an imported workbook will do. */
export const ImportedLine = z.object({
  sheet: z.string(),
  row: z.int().describe('Excel 中的行号'),
  effect: z.enum(['create', 'change', 'none']),
  what: z.string().describe('一句话：新建或修改什么'),
  kind: z.union([OrganisationKind, z.literal('person')]),
})

/** A workbook as understood, before anything is written. */
export const ImportPreview = z.object({
  id: z.uuid(),
  fileName: z.string(),
  columns: z.array(z.object({ sheet: z.string(), header: z.string(), meaning: z.string().nullable() })),
  organisations: z.object({ create: z.int(), change: z.int(), none: z.int() }),
  people: z.object({ create: z.int(), change: z.int(), none: z.int() }),
  accounts: z.int().describe('要开通的账号数'),
  lines: z.array(ImportedLine).describe('前 200 行'),
  faults: z.array(RefusedPlace).describe('有错的单元格；一处有错，整个文件都不写入'),
  expiresAt: z.iso.datetime(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const ImportResult = z.object({
  organisations: z.int(),
  people: z.int(),
  accounts: z.array(z.object({ name: z.string(), login: z.string(), password: z.string() })),
})

export const previewImport = endpoint({
  action: 'import.preview',
  isLong: true,
  summary: '预览组织和人员的导入',
  method: 'POST',
  path: '/organisations/:organisationId/imports',
  access: 'import.write',
  params: { organisationId: z.uuid() },
  upload: 10 * 1024 * 1024,
  response: ImportPreview,
  refusals: ['not_found'],
})

export const confirmImport = endpoint({
  action: 'import.confirm',
  isLong: true,
  summary: '确认导入',
  method: 'POST',
  path: '/imports/:importId/confirmation',
  access: 'import.write',
  params: { importId: z.uuid() },
  response: ImportResult,
  refusals: ['not_found', 'conflict'],
})

export const listImports = endpoint({
  action: 'import.list',
  summary: '写入了的各次组织人员导入',
  method: 'GET',
  path: '/organisations/:organisationId/imports',
  access: 'import.write',
  params: { organisationId: z.uuid() },
  query: pageQuery,
  response: pageOf(WrittenImport),
  refusals: ['not_found'],
})

export const withdrawImport = endpoint({
  action: 'import.withdraw',
  isLong: true,
  summary: '撤销一次组织人员导入',
  method: 'POST',
  path: '/imports/:importId/withdrawal',
  access: 'import.write',
  params: { importId: z.uuid() },
  body: ImportWithdrawal,
  response: WithdrawnImport,
  refusals: ['not_found', 'conflict'],
})

export const importForm = endpoint({
  action: 'import.form',
  summary: '导入用的空表',
  method: 'GET',
  path: '/import-form',
  access: 'import.write',
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
