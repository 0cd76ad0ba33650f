import type { Answer, endpoints } from '@duizhao/contract'
import { sql } from 'kysely'
import { record } from '../../platform/audit/index.ts'
import { dateInChina, readExceptions } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { listQuery } from './read-ledger.ts'
import { narrowed, toProblem } from './list-queries.ts'

/**
 * Draws closed problems to look back at, by lot among those not proved yet. The lot is the request's own number, kept in
 * the audit log with what it drew: anybody can draw the same again, and nobody can have chosen.
 */
export async function drawLookBackSample(
  context: ActorContext,
  organisationId: string,
  size: number,
): Promise<Answer<typeof endpoints.drawLookBackSample>> {
  const { db, actor, now, origin } = context
  const organisation = await permittedOrganisation(db, actor, 'problem.lookBack', organisationId)
  const query = await listQuery(context, { organisationId, standing: 'done', isMine: false, text: '' })
  const seed = origin.requestId
  const rows = await narrowed(db, actor, query)
    .where('proved_on', 'is', null)
    .orderBy(sql`md5(problem.id::text || ${seed})`)
    .limit(size)
    .execute()
  const at = { today: dateInChina(now), exceptions: await readExceptions(db) }
  const problems = rows.map((row) => toProblem(row, at))
  await transaction(db, (tx) =>
    record(tx, context, {
      action: 'ledger.drawSample',
      subject: organisation.name,
      organisationId,
      detail: { seed, size, numbers: problems.map(({ number }) => number) },
    }),
  )
  return { seed, problems }
}
