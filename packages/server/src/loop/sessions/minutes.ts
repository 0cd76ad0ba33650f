import { agendaOf, type MeetingSession, sessionCircleNames } from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import { officialDocument } from '@duizhao/report'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { conflict, notFound } from '../../platform/refusal.ts'
import { minutesBlocks } from './minutes-blocks.ts'
import { seenSession } from './read-session.ts'
import type { SessionKey } from './session-queries.ts'

/**
 * The minutes as a Word document: facts filled in, what only who was there can tell left under its heading. Not found for
 * who sees but the counts; conflict before the session began. That somebody took it is recorded.
 */
export async function sessionMinutes(context: ActorContext, key: SessionKey): Promise<Download> {
  const session = await seenSession(context, key)
  const { whole, meeting, organisation } = session
  if (whole === null) throw notFound('这次会议的记录')
  if (!session.isBegun) throw conflict('会议还没有开始记。', '开始记了，才有会议记录。')
  const title = `${organisation.name}${meeting.name}\n${sessionCircleNames[key.circle]}会议记录`
  const bytes = officialDocument({ title, blocks: minutesBlocks(session, whole, agendaOf[key.circle]) })
  await transaction(context.db, (tx) =>
    record(tx, context, { action: 'session.minutes', subject: meeting.name, organisationId: organisation.id }),
  )
  return { name: nameOf(session), bytes }
}

function nameOf({ meeting, circle, onDay }: MeetingSession): string {
  return `${meeting.name}${sessionCircleNames[circle]}会议记录${onDay === null ? '' : `（${dateInChinese(onDay)}）`}.docx`
}
