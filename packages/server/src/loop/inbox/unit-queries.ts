import { containing } from '../../platform/database/like.ts'
import type { Database } from '../../platform/database/pool.ts'

const MOST = 20

interface Wanted {
  /** The top of the tree. */
  readonly root: string
  readonly except: string
  readonly text: string
}

/** Units of a tree in whose names a text stands, the highest first. */
export async function unitsOf(
  db: Database,
  { root, except, text }: Wanted,
): Promise<{ readonly id: string; readonly name: string; readonly parent: string | null }[]> {
  return db
    .selectFrom('organisation as unit')
    .leftJoin('organisation as above', 'above.id', 'unit.parent_id')
    .select(['unit.id', 'unit.name', 'above.name as parent'])
    .where('unit.a1', '=', root)
    .where('unit.id', '<>', except)
    .where('unit.name', 'like', containing(text))
    .orderBy('unit.level')
    .orderBy('unit.name')
    .orderBy('unit.id')
    .limit(MOST)
    .execute()
}
