import type { ActorContext } from '../../context.ts'
import type { Download } from '../../http/route.ts'

/** The report on rectification with every number computed. */
export async function ledgerSummary(_context: ActorContext, _organisationId: string): Promise<Download> {
  throw new Error('not written yet')
}
