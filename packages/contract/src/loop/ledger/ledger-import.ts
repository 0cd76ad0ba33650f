import { z } from 'zod'
import { OrganisationKind } from '../../office/organisation/index.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { RefusedPlace } from '../../platform/refusal.ts'
import { ProblemState } from './problem.ts'

/** A ledger as understood, before anything is written. */
export const LedgerImportPreview = z.object({
  id: z.uuid(),
  fileName: z.string(),
  columns: z.array(z.object({ sheet: z.string(), header: z.string(), meaning: z.string().nullable() })),
  create: z.int(),
  change: z.int(),
  none: z.int(),
  ask: z.int().describe('和台账里一个问题只差几个字的，要人说是不是同一个'),
  rows: z
    .array(
      z.object({
        sheet: z.string(),
        row: z.int(),
        effect: z.enum(['create', 'change', 'none', 'ask']),
        text: z.string(),
        measures: z.int(),
        class: z.string(),
        dueOn: z.string().nullable(),
        lead: z.string(),
      }),
    )
    .describe('前 200 行'),
  alike: z
    .array(
      z.object({
        line: z.int().describe('文件里的第几个问题，从 0 开始'),
        sheet: z.string(),
        row: z.int(),
        text: z.string(),
        problem: z.object({ id: z.uuid(), number: z.int(), text: z.string(), organisationName: z.string() }),
      }),
    )
    .describe('要人说是不是同一个问题的'),
  missing: z
    .object({
      count: z.int(),
      first: z.array(
        z.object({
          id: z.uuid(),
          number: z.int(),
          text: z.string(),
          organisationName: z.string(),
          state: ProblemState,
        }),
      ),
    })
    .describe('和文件里的问题一起导入过、还没有销号、这次不在文件里的；导入不动它们'),
  units: z
    .array(
      z.object({
        name: z.string(),
        problems: z.int(),
        organisation: z.object({ id: z.uuid(), name: z.string() }).nullable(),
      }),
    )
    .describe('新登记的问题写的责任单位，和下面叫这个名称的组织'),
  mayCreateUnits: z.boolean().describe('可以在下面新建组织'),
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

/** What a person says of an import before it is written. */
export const LedgerImportChoices = z.object({
  same: z
    .array(z.object({ line: z.int(), isSame: z.boolean() }))
    .max(20_000)
    .default([])
    .describe('差几个字的，是不是同一个问题；每一个都要说'),
  units: z
    .array(
      z.object({
        name: z.string(),
        organisationId: z.uuid().nullable().describe('登记到下面的哪个组织，空为登记到导入的组织'),
        create: OrganisationKind.nullable().default(null).describe('在下面新建这样一个组织，登记到它'),
      }),
    )
    .max(2_000)
    .default([])
    .describe('责任单位是哪个组织；没有说的，下面正好有一个叫这个名称的就是它'),
})
export type LedgerImportChoices = z.infer<typeof LedgerImportChoices>

export const confirmLedgerImport = endpoint({
  action: 'ledger.confirmImport',
  isLong: true,
  summary: '确认导入整改台账',
  method: 'POST',
  path: '/ledger-imports/:importId/confirmation',
  access: 'problem.write',
  params: { importId: z.uuid() },
  body: LedgerImportChoices,
  response: z.object({ created: z.int(), changed: z.int(), unchanged: z.int() }),
  refusals: ['not_found', 'conflict'],
})
