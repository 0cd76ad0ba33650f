import type { MeetingSession } from '@duizhao/contract'
import { holdTree } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { leaveToAnother, matterForUpdate, writeMatter } from '../matters/index.ts'
import { meetingNameOf } from '../meetings/index.ts'
import { askingOf, checkDue, recordedSession } from './found.ts'
import { sessionFor } from './read-session.ts'
import type { SessionKey } from './session-queries.ts'

interface GivenRemark {
  readonly id: string
  readonly fromId: string
  readonly aboutId: string
  readonly text: string
  readonly version: number | null
  readonly isWithdrawn: boolean
}

/**
 * Writes down one line about one person, new, changed or taken back; after the end too, where the connection was broken
 * then. Conflict if the other recorder changed it; forbidden to unsay afterwards what was said of oneself, where another can.
 * The log names neither of the two, nor what was said.
 */
export function writeRemark(
  context: ActorContext,
  key: SessionKey,
  { isWithdrawn, ...given }: GivenRemark,
): Promise<MeetingSession> {
  const asking = askingOf(context)
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const { meeting, session } = await recordedSession(tx, asking, key)
    const people = { fromId: given.fromId, aboutId: given.aboutId }
    await checkDue(tx, meeting, key, { onDay: session.onDay, people })
    // Once the meeting is over, what was said of one is not for oneself to unsay.
    const said = session.endedAt === null ? undefined : await matterForUpdate(tx, given.id)
    if (said && (isWithdrawn || said.text !== given.text || said.aboutId !== given.aboutId))
      await leaveToAnother(tx, asking, said)
    const isDifferent = await writeMatter(tx, {
      ...given,
      ...{ organisationId: meeting.organisationId, path: meeting.path, meetingId: meeting.id, circle: key.circle },
      withdrawnOn: isWithdrawn ? asking.today : null,
      createdBy: context.actor.accountId,
      now: context.now,
    })
    if (isDifferent) {
      const told = { subject: meetingNameOf(meeting), organisationId: meeting.organisationId }
      const detail = { circle: key.circle, id: given.id }
      await record(tx, context, { action: 'session.writeRemark', ...told, detail })
    }
    return sessionFor(tx, asking, meeting, key)
  })
}
