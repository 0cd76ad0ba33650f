import type { Database } from '../../platform/database/pool.ts'

const MOST = 50

/** The latest papers an account drafted, the latest versions it handed in, and what it did last with any paper. */
export async function papersBy(db: Database, accountId: string) {
  const [drafted, versions, events] = await Promise.all([
    db
      .selectFrom('paper')
      .select(['title', 'state'])
      .where('created_by', '=', accountId)
      .orderBy('id', 'desc')
      .limit(MOST)
      .execute(),
    db
      .selectFrom('paper_version')
      .innerJoin('paper', 'paper.id', 'paper_version.paper_id')
      .select(['paper.title', 'paper_version.ordinal', 'paper_version.at', 'paper_version.file_name as fileName'])
      .where('paper_version.account_id', '=', accountId)
      .orderBy('paper_version.at', 'desc')
      .limit(MOST)
      .execute(),
    db
      .selectFrom('paper_event')
      .innerJoin('paper', 'paper.id', 'paper_event.paper_id')
      .select(['paper.title', 'paper_event.at', 'paper_event.action', 'paper_event.reason'])
      .where('paper_event.account_id', '=', accountId)
      .orderBy('paper_event.at', 'desc')
      .limit(MOST)
      .execute(),
  ])
  return { drafted, versions, events }
}
