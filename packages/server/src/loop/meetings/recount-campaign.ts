import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { countStanding } from './count-standing.ts'
import { openMeetingsOfCampaign } from './facts-queries.ts'

/** So many meetings are counted in one transaction, that nobody who writes waits long. */
const AT_ONCE = 100
/** So many are counted at once with the change of their campaign; more than that in the background. */
const BY_THE_WAY = 20

/** Counts anew where the meetings of a campaign are, after it was sent, or what it asks was changed. */
export async function recountCampaign({ now, enqueue }: ActorContext, tx: Tx, campaignId: string): Promise<void> {
  const ids = await openMeetingsOfCampaign(tx, campaignId, { after: null, limit: BY_THE_WAY + 1 })
  if (ids.length > BY_THE_WAY) return enqueue(tx, recountMeetings, { campaignId })
  for (const id of ids) await countStanding(tx, id, now)
}

export const recountMeetings: Job<{ readonly campaignId: string }> = {
  name: 'recount-meetings',
  longestSeconds: 3_600,
  async work({ db, now }, { campaignId }) {
    for (let after: string | null = null; ;) {
      const ids: string[] = await openMeetingsOfCampaign(db, campaignId, { after, limit: AT_ONCE })
      if (ids.length === 0) return
      await transaction(db, async (tx) => {
        for (const id of ids) await countStanding(tx, id, now)
      })
      after = ids.at(-1) ?? null
    }
  },
}
