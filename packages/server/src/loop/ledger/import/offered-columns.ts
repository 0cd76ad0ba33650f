import type { ImportMending, LedgerImportPreview } from '@duizhao/contract'
import { createHash } from 'node:crypto'
import type { Database } from '../../../platform/database/pool.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { SheetHeads } from './ledger-line.ts'
import { keepSaid, saidBefore } from './said-column-queries.ts'

/** By what the heads of each sheet of a file are known again: their words and their order, as it was read at first. */
export function headsOf(columns: LedgerImportPreview['columns']): SheetHeads {
  return [...Map.groupBy(columns, ({ sheet }) => sheet)].map(([sheet, own]) => {
    const words = own.map(({ column, header }) => [column, header])
    return { sheet, heads: createHash('sha256').update(JSON.stringify(words)).digest('hex') }
  })
}

/** What was said before of sheets with these heads, but of those where something is said already. */
export async function offeredColumns(
  db: Database,
  organisationId: string,
  { heads, mending }: { readonly heads: SheetHeads; readonly mending: ImportMending },
): Promise<LedgerImportPreview['offered']> {
  const open = heads.filter(({ sheet }) => !mending.columns.some((said) => said.sheet === sheet))
  if (open.length === 0) return []
  const before = await saidBefore(
    db,
    organisationId,
    open.map((one) => one.heads),
  )
  return open.flatMap(({ sheet, heads: own }) => {
    const said = before.get(own)
    return said === undefined ? [] : [{ sheet, on: said.on, columns: said.columns }]
  })
}

/** Keeps what was said of the columns of a file that has been written. */
export async function rememberColumns(
  tx: Tx,
  organisationId: string,
  { heads, mending, on }: { readonly heads: SheetHeads; readonly mending: ImportMending; readonly on: string },
): Promise<void> {
  for (const { sheet, heads: own } of heads) {
    const columns = mending.columns.flatMap(({ sheet: of, ...said }) => (of === sheet ? [said] : []))
    if (columns.length > 0) await keepSaid(tx, organisationId, { heads: own, columns, on })
  }
}
