import { containing } from '../../platform/database/like.ts'
import { levelColumn } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { OrganisationRow } from '../../office/organisation/index.ts'

/** People who have not left, of the unit a body belongs to and all below: the parent's part of the tree, or its own at the top. */
export async function peopleBeside(
  db: Database,
  { path, level }: OrganisationRow,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<{ readonly id: string; readonly name: string; readonly position: string }[]> {
  const around = Math.max(1, level - 1)
  let wanted = db
    .selectFrom('person')
    .innerJoin('organisation', 'organisation.id', 'person.organisation_id')
    .select(['person.id', 'person.name', 'person.position'])
    .where('person.left_at', 'is', null)
    .where(`organisation.${levelColumn(around)}`, '=', path[around - 1] ?? '')
  if (text !== '') wanted = wanted.where('person.name', 'like', containing(text))
  return wanted.orderBy('organisation.level', 'desc').orderBy('person.name').orderBy('person.id').limit(limit).execute()
}
