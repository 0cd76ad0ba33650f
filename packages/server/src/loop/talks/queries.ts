import type { Database } from '../../platform/database/pool.ts'

/** What organisations and people are called, by their ids. */
export async function namesOfAll(
  db: Database,
  organisationIds: readonly string[],
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const [organisations, people] = await Promise.all([
    organisationIds.length === 0
      ? []
      : db.selectFrom('organisation').select(['id', 'name']).where('id', 'in', organisationIds).execute(),
    personIds.length === 0 ? [] : db.selectFrom('person').select(['id', 'name']).where('id', 'in', personIds).execute(),
  ])
  return new Map([...organisations, ...people].map(({ id, name }) => [id, name]))
}
