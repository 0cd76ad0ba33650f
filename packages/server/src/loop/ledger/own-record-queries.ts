import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'

/** How much of each kind is written out; the rest is counted. */
export const MOST_TOLD = 50

/** The beginning of a text, to know it by. */
const BEGINNING = 40

interface Doer {
  readonly personId: string
  readonly accountId: string
}

const beginning = (column: string) => sql<string>`left(${sql.ref(column)}, ${BEGINNING})`
const total = sql<number>`(count(*) over ())::int`

/** Everything the ledger holds that names a person or came from their account: each kind with its total, the latest first. */
export async function problemsAbout(db: Database, { personId, accountId }: Doer) {
  const about = (column: 'lead_id' | 'handler_id' | 'about_person_id') =>
    db
      .selectFrom('problem')
      .select(['number', 'state', 'registered_on as on', beginning('text').as('text'), total.as('total')])
      .where(column, '=', personId)
      .orderBy('registered_on', 'desc')
      .orderBy('id', 'desc')
      .limit(MOST_TOLD)
      .execute()
  const [led, handled, meant, hands, progress, evidence, events, imports, views] = await Promise.all([
    about('lead_id'),
    about('handler_id'),
    about('about_person_id'),
    db
      .selectFrom('problem_hand')
      .innerJoin('problem', 'problem.id', 'problem_hand.problem_id')
      .select(['problem.number', 'problem_hand.deed', total.as('total')])
      .where('problem_hand.person_id', '=', personId)
      .orderBy('problem.registered_on', 'desc')
      .orderBy('problem.id', 'desc')
      .orderBy('problem_hand.deed')
      .limit(MOST_TOLD)
      .execute(),
    db
      .selectFrom('progress')
      .innerJoin('problem', 'problem.id', 'progress.problem_id')
      .select(['problem.number', 'progress.at', beginning('progress.text').as('text'), total.as('total')])
      .where('progress.account_id', '=', accountId)
      .orderBy('progress.at', 'desc')
      .limit(MOST_TOLD)
      .execute(),
    db
      .selectFrom('evidence')
      .innerJoin('problem', 'problem.id', 'evidence.problem_id')
      .select([
        'problem.number',
        'evidence.at',
        'evidence.name as text',
        'evidence.removed_at as removedAt',
        total.as('total'),
      ])
      .where('evidence.account_id', '=', accountId)
      .orderBy('evidence.at', 'desc')
      .limit(MOST_TOLD)
      .execute(),
    db
      .selectFrom('problem_event')
      .innerJoin('problem', 'problem.id', 'problem_event.problem_id')
      .select(['problem.number', 'problem_event.at', 'problem_event.action', 'problem_event.reason', total.as('total')])
      .where('problem_event.account_id', '=', accountId)
      .orderBy('problem_event.at', 'desc')
      .limit(MOST_TOLD)
      .execute(),
    importsBy(db, accountId),
    viewsOf(db, accountId),
  ])
  return { led, handled, meant, hands, progress, evidence, events, ...imports, views }
}

/** The imports an account wrote into a ledger, those it took back, and the samples it drew. */
async function importsBy(db: Database, accountId: string) {
  const imports = () =>
    db
      .selectFrom('ledger_import')
      .select(['file_name as fileName', total.as('total')])
      .limit(MOST_TOLD)
  const [written, withdrawn, drawn] = await Promise.all([
    imports().select(['at', 'created']).where('account_id', '=', accountId).orderBy('at', 'desc').execute(),
    imports()
      .select(['withdrawn_at as at', 'withdrawn_reason as reason'])
      .where('withdrawn_by', '=', accountId)
      .orderBy('withdrawn_at', 'desc')
      .execute(),
    db
      .selectFrom('look_back_sample')
      .select(['at', sql<number>`cardinality(drawn_ids)`.as('drawn'), total.as('total')])
      .where('account_id', '=', accountId)
      .orderBy('at', 'desc')
      .limit(MOST_TOLD)
      .execute(),
  ])
  return { written, withdrawn, drawn }
}

/** The views of the ledger an account keeps. */
function viewsOf(db: Database, accountId: string) {
  return db
    .selectFrom('ledger_view')
    .select(['name', 'changed_at as at', total.as('total')])
    .where('account_id', '=', accountId)
    .orderBy('changed_at', 'desc')
    .limit(MOST_TOLD)
    .execute()
}
