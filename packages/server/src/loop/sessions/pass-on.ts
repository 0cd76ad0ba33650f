import type { MeetingSession } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { updateTold } from '../matters/index.ts'
import { meetingNameOf } from '../meetings/index.ts'
import { askingOf, recordedSession } from './found.ts'
import { sessionFor } from './read-session.ts'
import type { SessionKey } from './session-queries.ts'

/** Writes down that somebody who was not there was told what was said of him. Conflict if there is nothing to tell. */
export function passRemarksOn(
  context: ActorContext,
  key: SessionKey,
  told: { readonly personId: string; readonly on: string; readonly note: string },
): Promise<MeetingSession> {
  const asking = askingOf(context)
  return transaction(context.db, async (tx) => {
    const { meeting, session } = await recordedSession(tx, asking, key)
    if (told.on < session.onDay || told.on > asking.today)
      throw invalid('转告的日期不对。', '应当在开会那天以后，不晚于今天。', [{ field: 'on', message: '请改日期' }])
    const count = await updateTold(tx, key, told)
    if (count === 0) throw conflict('没有要转告他的批评意见。', '可能已经转告过了，请重新打开。')
    const subject = meetingNameOf(meeting)
    const detail = { circle: key.circle, count }
    await record(tx, context, { action: 'session.passOn', subject, organisationId: meeting.organisationId, detail })
    return sessionFor(tx, asking, meeting, key)
  })
}
