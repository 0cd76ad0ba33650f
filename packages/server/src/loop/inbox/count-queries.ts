import type { IncomingCount, IncomingKind } from '@duizhao/contract'
import { sql } from 'kysely'
import { levelColumn, type OrganisationPath } from '../../platform/access.ts'
import type { Database } from '../../platform/database/pool.ts'

interface Asked {
  readonly organisation: { readonly id: string; readonly path: OrganisationPath }
  /** Who asks: what is about him is not counted for him either. */
  readonly personId: string
  readonly from: string
  readonly to: string
}

/** What came in, what was ended and what was left over in some days, by kind; kinds of which there is nothing are left out. */
export async function countsOf(db: Database, { organisation, personId, from, to }: Asked): Promise<IncomingCount[]> {
  const level = sql.ref(`incoming.${levelColumn(organisation.path.length)}`)
  const { rows } = await sql<IncomingCount & { readonly kind: IncomingKind }>`
    select kind,
      (count(*) filter (where received_on < ${from} and coalesce(ended_on >= ${from}, true)))::int as stock,
      (count(*) filter (where received_on >= ${from}))::int as received,
      (count(*) filter (where ended_on between ${from} and ${to}))::int as ended,
      (count(*) filter (where ended_on between ${from} and ${to} and ended_on <= due_on))::int as "inTime",
      (count(*) filter (where ended_on between ${from} and ${to} and ending = 'not_adopted'))::int as "notAdopted",
      (count(*) filter (where coalesce(ended_on > ${to}, true)))::int as open,
      (count(*) filter (where coalesce(ended_on > ${to}, true) and due_on < ${to}))::int as overdue
    from incoming
    where ${level} = ${organisation.id} and state <> 'withdrawn' and received_on <= ${to}
      and about_person_id is distinct from ${personId}
    group by kind order by kind`.execute(db)
  return rows.filter(({ stock, received, ended, open }) => stock + received + ended + open > 0)
}
