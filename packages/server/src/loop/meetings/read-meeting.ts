import type { MeetingDetail } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { meetingOf, type MeetingRow } from './meeting-queries.ts'
import { type Asking, isAbove, mayWrite, seenMeeting } from './policy.ts'

/** A meeting with what is asked of it; not found for who may not see it. */
export async function readMeeting({ db, actor, now }: ActorContext, meetingId: string): Promise<MeetingDetail> {
  const asking = { actor, today: dateInChina(now) }
  return detailOf(db, asking, await seenMeeting(db, asking, meetingId))
}

/** A meeting as who asks sees it. */
export async function detailOf(db: Database | Tx, asking: Asking, row: MeetingRow): Promise<MeetingDetail> {
  const { triggerOn, place, observerId, observerName, replacesId, orderedReason, replacedBy } = row
  return {
    ...meetingOf(row),
    theme: row.ownTheme === '' ? (row.campaignTheme ?? '') : row.ownTheme,
    ...{ triggerOn, place, replacedBy },
    observer: observerId === null ? null : { id: observerId, name: observerName ?? '' },
    replaces: replacesId === null ? null : { id: replacesId, reason: orderedReason },
    mayWrite: await mayWrite(db, asking, row),
    mayOrderAgain: isAbove(asking.actor, row.path) && replacedBy === null,
  }
}
