import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

const MOST = 50

/** The latest notices an account issued, and those it answered. */
export async function noticesBy(db: Database, accountId: string) {
  const notices = () => db.selectFrom('notice').innerJoin('problem', 'problem.id', 'notice.problem_id').limit(MOST)
  const [issued, answered] = await Promise.all([
    notices()
      .select(['notice.kind', 'notice.issued_on as issuedOn', 'problem.number'])
      .where('issued_by', '=', accountId)
      .orderBy('issued_on', 'desc')
      .execute(),
    notices()
      .select([
        'notice.kind',
        'notice.answered_on as answeredOn',
        'problem.number',
        sql<string>`left(notice.answer, 40)`.as('answer'),
      ])
      .where('answered_by', '=', accountId)
      .orderBy('answered_on', 'desc')
      .execute(),
  ])
  return { issued, answered }
}

/** How many notices an organisation has issued, and whether it has a form of its own for them. */
export async function noticesOfOrganisation(tx: Tx, organisationId: string) {
  const [issued, template] = await Promise.all([
    tx.selectFrom('notice').select('id').where('organisation_id', '=', organisationId).limit(1).executeTakeFirst(),
    tx
      .selectFrom('notice_template')
      .select('name')
      .where('organisation_id', '=', organisationId)
      .limit(1)
      .executeTakeFirst(),
  ])
  return { hasIssued: issued !== undefined, hasTemplate: template !== undefined }
}
