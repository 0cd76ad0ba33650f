import type { MeetingDetail, MeetingFields } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { holdTree } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, forbidden } from '../../platform/refusal.ts'
import { countStanding } from './count-standing.ts'
import { checkObserver, enterMeeting } from './create-meeting.ts'
import { type MeetingRow, nameOf, updateMeeting } from './meeting-queries.ts'
import { type Asking, isAbove, seenMeetingForUpdate, writableMeeting } from './policy.ts'
import { detailOf } from './read-meeting.ts'

/** Settles when and where a meeting is held; every day of its steps moves with it. Conflict if someone was faster. */
export function changeMeeting(
  context: ActorContext,
  meetingId: string,
  { version, ...given }: MeetingFields & { readonly version: number },
): Promise<MeetingDetail> {
  const asking = { actor: context.actor, today: dateInChina(context.now) }
  return transaction(context.db, async (tx) => {
    const meeting = await writableMeeting(tx, asking, meetingId)
    refuseUnseen(meeting, version)
    refuseReplaced(meeting)
    if (given.observerId !== meeting.observerId)
      await checkObserver(tx, asking, { path: meeting.path, observerId: given.observerId })
    await updateMeeting(tx, meetingId, given)
    const after = await countStanding(tx, meetingId, context.now)
    const { plannedOn: before } = meeting
    await record(tx, context, {
      action: 'meeting.change',
      subject: nameOf(meeting),
      organisationId: meeting.organisationId,
      detail: { before, after: given.plannedOn, place: given.place },
    })
    return detailOf(tx, asking, after)
  })
}

/** A meeting in the place of one that was poorly held; the old one is kept, and says so. */
export function orderMeetingAgain(
  context: ActorContext,
  meetingId: string,
  { reason, plannedOn }: { readonly reason: string; readonly plannedOn: string | null },
): Promise<MeetingDetail> {
  const asking = { actor: context.actor, today: dateInChina(context.now) }
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const old = await heldFromAbove(tx, asking, meetingId)
    refuseReplaced(old)
    const { organisationId, path, kind, cycleYear, campaignId, trigger, triggerOn, ownTheme: theme } = old
    const made = await enterMeeting(
      tx,
      {
        ...{ organisationId, path, kind, cycleYear, campaignId, trigger, triggerOn, theme, plannedOn },
        ...{ id: newId(), name: `${nameOf(old)}（补课）`, place: '', observerId: old.observerId },
        ...{ replacesId: old.id, orderedReason: reason, createdBy: context.actor.accountId },
      },
      context.now,
    )
    // Nothing of the old one is late any more.
    await countStanding(tx, old.id, context.now)
    const detail = { reason, plannedOn }
    await record(tx, context, { action: 'meeting.orderAgain', subject: nameOf(old), organisationId, detail })
    return detailOf(tx, asking, made)
  })
}

async function heldFromAbove(tx: Tx, asking: Asking, id: string): Promise<MeetingRow> {
  const meeting = await seenMeetingForUpdate(tx, asking, id)
  if (!isAbove(asking.actor, meeting.path)) throw forbidden('责令补课的是上级。', '请由上级组织的组织者办。')
  return meeting
}

/** Conflict, with the version it has now, if a meeting is no longer the one that was looked at. */
export function refuseUnseen(meeting: MeetingRow, version: number): void {
  if (meeting.version !== version)
    throw conflict('这次会议刚刚被别人改过。', '请重新打开，看改成了什么，再决定要不要改。', {
      version: meeting.version,
    })
}

/** Conflict if another meeting was ordered in its place: the old one is kept as it was. */
export function refuseReplaced({ replacedBy }: MeetingRow): void {
  if (replacedBy !== null) throw conflict('上级已责令补课，这一次保留原样，不再改。', '请办补课的那一次。')
}
