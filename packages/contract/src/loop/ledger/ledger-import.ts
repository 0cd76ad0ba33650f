import { z } from 'zod'
import { OrganisationKind } from '../../office/organisation/index.ts'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { ImportMending } from '../../platform/import-mending.ts'
import { RefusedPlace } from '../../platform/refusal.ts'
import { ProblemState } from './problem.ts'

/** A ledger as understood, before anything is written. */
export const LedgerImportPreview = z.object({
  id: z.uuid(),
  organisationId: z.uuid().describe('导入到哪个组织'),
  fileName: z.string(),
  columns: z.array(
    z.object({
      sheet: z.string(),
      column: z.string().describe('第几列，如 F'),
      header: z.string().describe('文件里的表头'),
      meaning: z.string().nullable().describe('对应栏目，空为不导入'),
      as: z.string().describe('对应栏目的代号'),
    }),
  ),
  offered: z
    .array(
      z.object({
        sheet: z.string(),
        on: CalendarDate.describe('那次导入的日期'),
        columns: z.array(z.object({ column: z.string(), header: z.string(), as: z.string() })),
      }),
    )
    .describe('以前导入同样表头的文件时人指定的对应栏目，由人用或者不用'),
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
  people: z
    .array(z.object({ name: z.string(), places: z.int(), isSeveral: z.boolean().describe('有几个人叫这个名字') }))
    .describe('写着的责任领导、责任人里没有对应到人的'),
  mayCreateUnits: z.boolean().describe('可以在下面新建组织'),
  faults: z.array(RefusedPlace).describe('有错的单元格；都改好、跳过以后才能写入'),
  mending: ImportMending.describe('在页面上改过的格子、跳过的行、指定了对应栏目的列'),
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

export const readLedgerImport = endpoint({
  action: 'ledger.readImport',
  isLong: true,
  summary: '还没有确认的台账导入',
  method: 'GET',
  path: '/ledger-imports/:importId',
  access: 'problem.write',
  params: { importId: z.uuid() },
  response: LedgerImportPreview,
  refusals: ['not_found', 'conflict'],
})

export const mendLedgerImport = endpoint({
  action: 'ledger.mendImport',
  isLong: true,
  summary: '改台账导入里有错的格子、认错的栏目，或跳过行',
  method: 'PUT',
  path: '/ledger-imports/:importId/mending',
  access: 'problem.write',
  params: { importId: z.uuid() },
  body: ImportMending,
  response: LedgerImportPreview,
  refusals: ['not_found', 'conflict'],
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
  people: z
    .array(z.object({ name: z.string(), personId: z.uuid() }))
    .max(2_000)
    .default([])
    .describe('表里的名字是哪个人，对所有的行都算'),
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
