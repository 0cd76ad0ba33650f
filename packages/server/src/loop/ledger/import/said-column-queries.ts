import { ImportMending } from '@duizhao/contract'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Database } from '../../../platform/database/pool.ts'
import type { Tx } from '../../../platform/database/transaction.ts'

/** What was said of columns, without the sheet they stood in. */
export const Said = z.array(ImportMending.shape.columns.unwrap().element.omit({ sheet: true }))
export type Said = z.infer<typeof Said>

/** Keeps what was said of the columns under these heads, for the next file like it. */
export async function keepSaid(
  tx: Tx,
  organisationId: string,
  { heads, columns, on }: { readonly heads: string; readonly columns: Said; readonly on: string },
): Promise<void> {
  const values = { organisation_id: organisationId, heads, columns: JSON.stringify(columns), said_on: on }
  await tx
    .insertInto('said_columns')
    .values(values)
    .onConflict((clash) =>
      clash.columns(['organisation_id', 'heads']).doUpdateSet({ columns: values.columns, said_on: on }),
    )
    .execute()
}

/** What was said before in an organisation under any of these heads. */
export async function saidBefore(db: Database, organisationId: string, heads: readonly string[]) {
  const rows = await db
    .selectFrom('said_columns')
    .select(['heads', 'columns', 'said_on as on'])
    .where('organisation_id', '=', organisationId)
    .where('heads', '=', sql<string>`any(${[...new Set(heads)]}::text[])`)
    .execute()
  return new Map(rows.map(({ heads: of, columns, on }) => [of, { columns: Said.parse(columns), on }]))
}
