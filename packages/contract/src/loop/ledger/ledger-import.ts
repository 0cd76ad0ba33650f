import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { RefusedPlace } from '../../platform/refusal.ts'

/** A ledger as understood, before anything is written. */
export const LedgerImportPreview = z.object({
  id: z.uuid(),
  fileName: z.string(),
  columns: z.array(z.object({ sheet: z.string(), header: z.string(), meaning: z.string().nullable() })),
  create: z.int(),
  change: z.int(),
  none: z.int(),
  rows: z
    .array(
      z.object({
        sheet: z.string(),
        row: z.int(),
        effect: z.enum(['create', 'change', 'none']),
        text: z.string(),
        measures: z.int(),
        class: z.string(),
        dueOn: z.string().nullable(),
        lead: z.string(),
      }),
    )
    .describe('前 200 行'),
  faults: z.array(RefusedPlace).describe('有错的单元格；一处有错，整个文件都不写入'),
  remarks: z.array(RefusedPlace).describe('没有读准、但不妨碍导入的地方'),
  expiresAt: z.iso.datetime(),
})
export type LedgerImportPreview = z.infer<typeof LedgerImportPreview>

export const previewLedgerImport = endpoint({
  action: 'ledger.previewImport',
  isLong: true,
  summary: '预览整改台账的导入',
  method: 'POST',
  path: '/organisations/:organisationId/ledger-imports',
  access: 'problem.write',
  params: { organisationId: z.uuid() },
  upload: 20 * 1024 * 1024,
  response: LedgerImportPreview,
  refusals: ['not_found'],
})

export const confirmLedgerImport = endpoint({
  action: 'ledger.confirmImport',
  isLong: true,
  summary: '确认导入整改台账',
  method: 'POST',
  path: '/ledger-imports/:importId/confirmation',
  access: 'problem.write',
  params: { importId: z.uuid() },
  response: z.object({ created: z.int(), changed: z.int(), unchanged: z.int() }),
  refusals: ['not_found', 'conflict'],
})
