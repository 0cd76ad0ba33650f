import type { z } from 'zod'
import type { problemFilters } from '@duizhao/contract'
import type { ActorContext } from '../../context.ts'
import type { Download } from '../../http/route.ts'

type Filters = Omit<z.output<z.ZodObject<typeof problemFilters>>, 'organisationId'>

/** The rows of the filters as the ledger an office keeps. */
export async function exportLedger(
  _context: ActorContext,
  _organisationId: string,
  _filters: Filters,
): Promise<Download> {
  throw new Error('not written yet')
}
