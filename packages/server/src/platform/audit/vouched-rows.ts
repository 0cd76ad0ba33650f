import type { Tx } from '../database/transaction.ts'
import type { Vouched } from './vouched.ts'
import { type Digest, digesting } from './written.ts'

interface Kept {
  readonly id: string
  readonly act: string | null
}

/** Rows the log vouches for, as their feature reads them. Ids sort as the rows were written. */
interface VouchedRows<Row extends Kept> extends Pick<Vouched, 'name' | 'count' | 'stray' | 'contradicted'> {
  /** The rows of some acts, by act and id. */
  readonly ofActs: (tx: Tx, acts: readonly string[]) => Promise<readonly Row[]>
  /** The next so many rows without an act after one, by id. */
  readonly ofNone: (tx: Tx, after: string, limit: number) => Promise<readonly Row[]>
  /** The row as it was when its digest was taken. */
  readonly asWritten: (row: Row) => object
  /** Whose rows they are, in words. */
  readonly whose: (rows: readonly Row[]) => string
}

/** Rows read at a time. */
const BATCH = 5_000
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000'

/** What the log vouches for, of rows of a table that carry the act that wrote them. */
export function vouchedRows<Row extends Kept>(rows: VouchedRows<Row>): Vouched {
  const { name, count, stray, contradicted } = rows
  return {
    ...{ name, count, stray, contradicted },
    ofActs: async (tx, acts) => {
      const found = new Map<string, Digest & { readonly whose: string }>()
      for (const [act, some] of Map.groupBy(await rows.ofActs(tx, acts), (row) => row.act ?? '')) {
        const digest = digesting()
        for (const row of some) digest.add(rows.asWritten(row))
        found.set(act, { ...digest.digest(), whose: rows.whose(some) })
      }
      return found
    },
    ofNone: async (tx) => {
      const digest = digesting()
      let after = BEFORE_ALL
      for (;;) {
        const some = await rows.ofNone(tx, after, BATCH)
        for (const row of some) digest.add(rows.asWritten(row))
        after = some.at(-1)?.id ?? after
        if (some.length < BATCH) return digest.digest()
      }
    },
  }
}
