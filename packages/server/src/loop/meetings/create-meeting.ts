import type { MeetingDetail, NewMeeting } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { holdTree, organisationById } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { invalid, notFound } from '../../platform/refusal.ts'
import { postsOf } from '../../office/posts/index.ts'
import { may, type OrganisationPath } from '../../platform/access.ts'
import { type Counted, countStanding } from './count-standing.ts'
import { type InsertedMeeting, insertMeeting, NEVER } from './meeting-queries.ts'
import { type Asking, mayNotWrite, mayWrite } from './policy.ts'
import { detailOf } from './read-meeting.ts'
import { insertStanding } from './standing-queries.ts'

/** Opens a meeting a body holds by itself: a special one, or that of a year without a campaign. */
export function createMeeting(
  context: ActorContext,
  organisationId: string,
  given: NewMeeting,
): Promise<MeetingDetail> {
  const asking = { actor: context.actor, today: dateInChina(context.now) }
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const body = await writableBody(tx, asking, organisationId)
    await checkObserver(tx, asking, { path: body.path, observerId: given.observerId })
    const rest = { campaignId: null, replacesId: null, orderedReason: '', createdBy: context.actor.accountId }
    const made = await enterMeeting(
      tx,
      { ...given, ...rest, id: newId(), organisationId, path: body.path },
      context.now,
    )
    const { kind, cycleYear, plannedOn, trigger, triggerOn } = given
    const detail = { kind, cycleYear, plannedOn, trigger, triggerOn }
    await record(tx, context, { action: 'meeting.create', subject: given.name, organisationId, detail })
    return detailOf(tx, asking, made)
  })
}

async function writableBody(tx: Tx, asking: Asking, id: string) {
  const body = await organisationById(tx, id)
  const posts = await postsOf(tx, asking.actor.personId, asking.today)
  const isSeen = body && (may(asking.actor, 'meeting.read', body.path) || posts.some(({ bodyId }) => bodyId === id))
  if (!body || !isSeen) throw notFound('这个组织')
  if (!(await mayWrite(tx, asking, { path: body.path, organisationId: id }))) throw mayNotWrite(body.name)
  return body
}

/** Writes a meeting down, and counts where it is: not every step is asked of every kind, and talks may have been held. */
export async function enterMeeting(tx: Tx, meeting: InsertedMeeting, now: Date): Promise<Counted> {
  await insertMeeting(tx, meeting)
  await insertStanding(tx, meeting, { done: [], nextStep: null, nextDue: NEVER })
  return countStanding(tx, meeting.id, now)
}

/** Who watches a meeting lies above its body, or is known to who asks. */
export async function checkObserver(
  tx: Tx,
  { actor }: Asking,
  { path, observerId }: { readonly path: OrganisationPath; readonly observerId: string | null },
): Promise<void> {
  if (observerId === null || path.includes(observerId)) return
  const observer = await organisationById(tx, observerId)
  if (!observer || !may(actor, 'organisation.read', observer.path))
    throw invalid('没有找到派人督导的组织。', '请从上级里重新选。', [{ field: 'observerId', message: '没有找到' }])
}
