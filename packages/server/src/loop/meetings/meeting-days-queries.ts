import type { Database } from '../../platform/database/pool.ts'

/** The meeting a paper is said to be of. */
export async function meetingNamedByPaper(db: Database, paperId: string) {
  return db
    .selectFrom('paper')
    .innerJoin('meeting', 'meeting.id', 'paper.meeting_id')
    .select(['meeting.id', 'meeting.organisation_id as organisationId', 'meeting.held_on as heldOn'])
    .where('paper.id', '=', paperId)
    .executeTakeFirst()
}

/** The last day on which a body held another meeting before a day; null if it held none. */
export async function dayBefore(
  db: Database,
  { organisationId, id, day }: { readonly organisationId: string; readonly id: string; readonly day: string },
): Promise<string | null> {
  const row = await db
    .selectFrom('meeting')
    .select(({ fn }) => fn.max('held_on').as('day'))
    .where('organisation_id', '=', organisationId)
    .where('id', '!=', id)
    .where('held_on', '<', day)
    .executeTakeFirst()
  return row?.day ?? null
}
