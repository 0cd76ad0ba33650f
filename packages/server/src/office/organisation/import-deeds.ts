import { OrganisationKind } from '@duizhao/contract'
import { z } from 'zod'
import type { Tx } from '../../platform/database/transaction.ts'
import type { ImportPlan } from './import-plan.ts'
import { versionsOf } from './withdraw-import-queries.ts'

const PersonBefore = z.object({ position: z.string(), email: z.string(), isPartyMember: z.boolean() })

/** What an import wrote, row by row: `before` is null for what it created, `version` the one it left the row at. */
export const ImportDeeds = z.object({
  organisations: z.array(z.object({ id: z.uuid(), version: z.int(), before: OrganisationKind.nullable() })),
  people: z.array(z.object({ id: z.uuid(), version: z.int(), before: PersonBefore.nullable() })),
  accountIds: z.array(z.uuid()),
})
export type ImportDeeds = z.infer<typeof ImportDeeds>

/** The deeds of a plan that was just carried out. */
export async function deedsOf(tx: Tx, plan: ImportPlan, accountIds: readonly string[]): Promise<ImportDeeds> {
  const organisations = plan.organisations.filter(({ effect }) => effect !== 'none')
  const people = plan.people.filter(({ effect }) => effect !== 'none')
  const ids = [...organisations, ...people].map(({ id }) => id)
  const versions = await versionsOf(tx, ids)
  const version = (id: string): number => versions.get(id) ?? 1
  return {
    organisations: organisations.map(({ id, before }) => ({ id, version: version(id), before })),
    people: people.map(({ id, before }) => ({ id, version: version(id), before })),
    accountIds: [...accountIds],
  }
}
