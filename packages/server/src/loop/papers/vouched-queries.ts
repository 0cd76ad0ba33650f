import { sql } from 'kysely'
import { vouchedRows } from '../../platform/audit/index.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { WrittenEvent } from './event-queries.ts'

export const VOUCHED = 'paper_event'

const MOST_NAMED = 5

/** The events of papers, as the audit log vouches for them: who approved what, and when, cannot be written otherwise later. */
export const vouchedEvents = vouchedRows<Row>({
  name: VOUCHED,
  ofActs: (tx, acts) => events(tx).where('act', 'in', acts).orderBy('act').orderBy('paper_event.id').execute(),
  ofNone: (tx, after, limit) =>
    events(tx)
      .where('act', 'is', null)
      .where('paper_event.id', '>', after)
      .orderBy('paper_event.id')
      .limit(limit)
      .execute(),
  asWritten,
  whose: (rows) => inWords(rows.map(({ title }) => title)),
  count: async (tx) => {
    const counting = tx.selectFrom('paper_event').select(({ fn }) => fn.countAll<number>().as('count'))
    return (await counting.where('act', 'is not', null).executeTakeFirstOrThrow()).count
  },
  stray: async (tx) => {
    const found = await events(tx)
      .where('act', 'is not', null)
      .where(
        sql<boolean>`act::text not in (select one ->> 'act' from audit_entry, jsonb_path_query(detail, '$.history[*]') as one
          where one ->> 'act' is not null)`,
      )
      .limit(1)
      .executeTakeFirst()
    return found === undefined ? null : inWords([found.title])
  },
  contradicted: async (tx) => {
    const rows = await tx
      .selectFrom('paper')
      .select('title')
      .where(
        sql<boolean>`paper.state is distinct from (
          select to_state from paper_event where paper_id = paper.id order by number desc limit 1)`,
      )
      .orderBy('id')
      .limit(MOST_NAMED + 1)
      .execute()
    if (rows.length === 0) return []
    return [`${inWords(rows.map(({ title }) => title))}现在的状态不是经过里走到的状态`]
  },
})

function events(tx: Tx) {
  return tx
    .selectFrom('paper_event')
    .innerJoin('paper', 'paper.id', 'paper_event.paper_id')
    .select([
      'paper_event.id',
      'paper_event.act',
      'paper_event.number as order',
      'paper_event.paper_id as paperId',
      'paper_event.at',
      'paper_event.account_id as accountId',
      'paper_event.by_name as byName',
      'paper_event.action',
      'paper_event.to_state as to',
      'paper_event.ordinal',
      'paper_event.reason',
      'paper.title',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof events>['execute']>>[number]

/** The event as it was when its digest was taken. */
function asWritten({ id, paperId, at, accountId, byName, action, to, ordinal, reason, order }: Row): WrittenEvent {
  return { id, paperId, at, accountId, byName, action, to, ordinal, reason, number: order }
}

function inWords(titles: readonly string[]): string {
  const different = [...new Set(titles)]
  const named = different.slice(0, MOST_NAMED).map((title) => `《${title}》`)
  return `文稿${named.join('')}${different.length > MOST_NAMED ? `等 ${different.length} 份` : ''}`
}
