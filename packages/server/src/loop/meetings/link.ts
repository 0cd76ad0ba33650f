import type { MeetingDetail, MeetingLinkKind } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { seenPaper } from '../papers/index.ts'
import { seenRecord } from '../records/index.ts'
import { refuseReplaced } from './change-meeting.ts'
import { countStanding } from './count-standing.ts'
import { meetingNamedBy, nameMeeting, seesProblemOf } from './link-queries.ts'
import { type MeetingRow, nameOf } from './meeting-queries.ts'
import { type Asking, mayNotWrite, mayWrite, seenMeetingForUpdate } from './policy.ts'
import { detailOf } from './read-meeting.ts'

interface Link {
  readonly kind: MeetingLinkKind
  readonly id: string
}

/**
 * Says that a paper, a record or a problem of the body is of the meeting. Who runs the meeting does, and who wrote a paper
 * does so with his own. Conflict if it is of another meeting already.
 */
export function linkToMeeting(context: ActorContext, meetingId: string, link: Link): Promise<MeetingDetail> {
  return changeLink(context, meetingId, link, { action: 'meeting.link', isLinked: true })
}

/** Says that it is not. */
export function unlinkFromMeeting(context: ActorContext, meetingId: string, link: Link): Promise<MeetingDetail> {
  return changeLink(context, meetingId, link, { action: 'meeting.unlink', isLinked: false })
}

function changeLink(
  context: ActorContext,
  meetingId: string,
  link: Link,
  { action, isLinked }: { readonly action: 'meeting.link' | 'meeting.unlink'; readonly isLinked: boolean },
): Promise<MeetingDetail> {
  const asking = { actor: context.actor, today: dateInChina(context.now) }
  return transaction(context.db, async (tx) => {
    const meeting = await seenMeetingForUpdate(tx, asking, meetingId)
    refuseReplaced(meeting)
    const isOwn = await checkThing(tx, asking, meeting, link)
    if (!isOwn && !(await mayWrite(tx, asking, meeting))) throw mayNotWrite(meeting.organisationName)
    const named = await meetingNamedBy(tx, link.kind, link.id)
    if (named !== (isLinked ? null : meetingId))
      throw conflict(
        isLinked ? '它已经归到一次会议了。' : '它没有归到这次会议。',
        isLinked ? '请先在那次会议里取消。' : '请重新打开这次会议。',
      )
    await nameMeeting(tx, link.kind, link.id, isLinked ? meetingId : null)
    const after = await countStanding(tx, meetingId, context.now)
    const { organisationId } = meeting
    await record(tx, context, { action, subject: nameOf(meeting), organisationId, detail: { ...link } })
    return detailOf(tx, asking, after)
  })
}

/** Invalid unless it is of the body and the actor may see it; whether it is the actor's own paper. */
async function checkThing(
  tx: Tx,
  asking: Asking,
  { organisationId }: MeetingRow,
  { kind, id }: Link,
): Promise<boolean> {
  const gone = invalid('没有找到，或者不是这个组织的。', '请从本组织的里面选。', [{ field: 'id', message: '没有找到' }])
  if (kind === 'paper') {
    const paper = await seenPaper(tx, asking.actor, id)
    if (paper?.organisation.id !== organisationId) throw gone
    return paper.accountId === asking.actor.accountId
  }
  if (kind === 'record') {
    if ((await seenRecord(tx, asking, id))?.organisationId !== organisationId) throw gone
    return false
  }
  if (!(await seesProblemOf(tx, asking.actor, id, organisationId))) throw gone
  return false
}
