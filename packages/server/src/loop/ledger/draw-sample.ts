import type { Answer, endpoints } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import { readExceptions } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { listQuery } from './read-ledger.ts'
import { problemsByLot } from './list-queries.ts'

/**
 * Draws closed problems to look back at, by lot among those not proved yet. The seed is the id of the request, kept
 * in the audit log with what was drawn: anybody can repeat the draw, and nobody can have chosen.
 */
export async function drawLookBackSample(
  context: ActorContext,
  organisationId: string,
  size: number,
): Promise<Answer<typeof endpoints.drawLookBackSample>> {
  const { db, actor, origin } = context
  const organisation = await permittedOrganisation(db, actor, 'problem.lookBack', organisationId)
  const query = await listQuery(context, { organisationId, standing: 'done', isMine: false, text: '' })
  const seed = origin.requestId
  const exceptions = await readExceptions(db)
  const problems = await problemsByLot(db, actor, { ...query, exceptions, seed, size })
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
