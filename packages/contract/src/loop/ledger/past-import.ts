import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { WrittenImport } from '../../platform/written-import.ts'
import { Reason } from './field-texts.ts'

/** How many of the problems an import changed are named. */
export const MOST_CHANGED_NAMED = 200

/** An import that was written, or what was registered from a paper at once: who, when, which file, what came of it. */
export const PastImport = WrittenImport.extend({
  fileName: z.string().describe('文件的名称；从文稿登记的是《标题》第几版，看不到那份文稿的只写文稿'),
  isFromPaper: z.boolean().describe('不是导入文件，是从文稿里登记的'),
  created: z.int().describe('新登记的问题'),
  changed: z.int().describe('改了的问题，原来就在台账里；撤销时不动它们，从文稿登记的去掉加上的出处'),
  unchanged: z.int(),
})
export type PastImport = z.infer<typeof PastImport>

export const listLedgerImports = endpoint({
  action: 'ledger.listImports',
  summary: '写入了台账的各次导入',
  method: 'GET',
  path: '/organisations/:organisationId/ledger-imports',
  access: 'problem.write',
  params: { organisationId: z.uuid() },
  query: pageQuery,
  response: pageOf(PastImport),
  refusals: ['not_found'],
})

export const withdrawLedgerImport = endpoint({
  action: 'ledger.withdrawImport',
  isLong: true,
  summary: '撤销一次台账导入',
  method: 'POST',
  path: '/ledger-imports/:importId/withdrawals',
  access: 'problem.write',
  params: { importId: z.uuid() },
  body: z.object({ reason: Reason }),
  response: z.object({
    withdrawn: z.int().describe('撤回了几个问题'),
    left: z
      .object({ count: z.int(), numbers: z.array(z.int()).max(MOST_CHANGED_NAMED) })
      .describe('这次导入改过的、原来就有的问题，没有动；列出前几个的编号'),
  }),
  refusals: ['not_found', 'conflict'],
})
