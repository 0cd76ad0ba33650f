import type { Answer, endpoints } from '@duizhao/contract'
import type { ActorContext } from '../../context.ts'

/** Does what a preview showed, all of it or nothing. */
export async function confirmLedgerImport(
  _context: ActorContext,
  _importId: string,
): Promise<Answer<typeof endpoints.confirmLedgerImport>> {
  throw new Error('not written yet')
}
