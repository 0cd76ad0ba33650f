import { sql } from 'kysely'
import { vouchedRows } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { WrittenEvent } from './history-queries.ts'
import { problemRow } from './problem-queries.ts'
import { rowDigest } from './row-digest.ts'

export const VOUCHED = 'problem_event'

/** The events of problems, as the audit log vouches for them. */
export const vouchedEvents = vouchedRows<Row>({
  name: VOUCHED,
  ofActs: (tx, acts) => events(tx).where('act', 'in', acts).orderBy('act').orderBy('problem_event.id').execute(),
  ofNone: (tx, after, limit) =>
    events(tx)
      .where('act', 'is', null)
      .where('problem_event.id', '>', after)
      .orderBy('problem_event.id')
      .limit(limit)
      .execute(),
  asWritten,
  whose: (rows) => inWords(rows.map(({ problemNumber }) => problemNumber)),
  count: async (tx) => {
    const counting = tx.selectFrom('problem_event').select(({ fn }) => fn.countAll<number>().as('count'))
    return (await counting.where('act', 'is not', null).executeTakeFirstOrThrow()).count
  },
  stray: async (tx) => {
    const found = await tx
      .selectFrom('problem_event')
      .innerJoin('problem', 'problem.id', 'problem_event.problem_id')
      .select('problem.number')
      .where('act', 'is not', null)
      .where(
        sql<boolean>`act::text not in (select one ->> 'act' from audit_entry, jsonb_path_query(detail, '$.history[*]') as one
          where one ->> 'act' is not null)`,
      )
      .limit(1)
      .executeTakeFirst()
    return found === undefined ? null : inWords([found.number])
  },
  contradicted: async (tx) => {
    const [states, fields] = [await wrongStates(tx), await wrongFields(tx)]
    return [
      ...(states.length === 0 ? [] : [`${inWords(states)}现在的状态不是经过里走到的状态`]),
      ...(fields.length === 0 ? [] : [`${inWords(fields)}现在写的不是最后一次操作写下的`]),
    ]
  },
})

/** Problems that are in another state than their history came to; some. */
async function wrongStates(tx: Tx): Promise<number[]> {
  const rows = await tx
    .selectFrom('problem')
    .select('problem.number')
    .where(
      sql<boolean>`problem.state is distinct from (
        select to_state from problem_event where problem_id = problem.id order by number desc limit 1)`,
    )
    .orderBy('problem.number')
    .limit(MOST_NAMED + 1)
    .execute()
  return rows.map(({ number }) => number)
}

/** Rows read at a time. */
const BATCH = 1_000

/** Problems in the state their history came to, but written otherwise than by its last act; some. */
async function wrongFields(tx: Tx): Promise<number[]> {
  const wrong: number[] = []
  for (let after = 0; wrong.length <= MOST_NAMED;) {
    const rows = await tx
      .selectFrom('problem')
      .innerJoinLateral(
        (builder) =>
          builder
            .selectFrom('problem_event')
            .select(['to_state', 'row_hash'])
            .whereRef('problem_event.problem_id', '=', 'problem.id')
            .orderBy('problem_event.number', 'desc')
            .limit(1)
            .as('last'),
        (join) => join.onTrue(),
      )
      .selectAll('problem')
      .select(['last.to_state', 'last.row_hash'])
      .where('problem.number', '>', after)
      .orderBy('problem.number')
      .limit(BATCH)
      .execute()
    for (const row of rows)
      if (row.row_hash !== null && row.state === row.to_state && row.row_hash !== rowDigest(problemRow(row)))
        wrong.push(row.number)
    after = rows.at(-1)?.number ?? after
    if (rows.length < BATCH) break
  }
  return wrong
}

function events(tx: Tx) {
  return tx
    .selectFrom('problem_event')
    .innerJoin('problem', 'problem.id', 'problem_event.problem_id')
    .select([
      'problem_event.id',
      'problem_event.act',
      'problem.number as problemNumber',
      'problem_event.number as order',
      'problem_event.problem_id',
      'problem_event.at',
      'problem_event.account_id',
      'problem_event.by_name',
      'problem_event.action',
      'problem_event.from_state',
      'problem_event.to_state',
      'problem_event.reason',
      'problem_event.changes',
      'problem_event.row_hash',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof events>['execute']>>[number]

/** The event as it was when its digest was taken. */
function asWritten(row: Row): WrittenEvent {
  return {
    id: row.id,
    number: row.order,
    problemId: row.problem_id,
    at: row.at,
    accountId: row.account_id,
    byName: row.by_name,
    action: row.action,
    from: row.from_state,
    to: row.to_state,
    reason: row.reason,
    changes: row.changes as unknown as WrittenEvent['changes'],
    rowHash: row.row_hash ?? undefined,
  }
}

const MOST_NAMED = 5

function inWords(numbers: readonly number[]): string {
  const different = [...new Set(numbers)]
  const named = different.slice(0, MOST_NAMED).map((number) => `${number} 号`)
  return `问题 ${named.join('、')}${different.length > MOST_NAMED ? `等 ${different.length} 个` : ''}`
}
