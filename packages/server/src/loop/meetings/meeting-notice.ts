import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { wholeBytes } from '../../platform/files/index.ts'
import { notFound } from '../../platform/refusal.ts'
import { latestFile } from '../papers/index.ts'
import { seenMeeting } from './policy.ts'

/** The superior's notice a meeting goes back to, for whoever sees the meeting: it was sent to them. */
export async function meetingNotice(context: ActorContext, meetingId: string): Promise<Download> {
  const { db, actor, now } = context
  const meeting = await seenMeeting(db, { actor, today: dateInChina(now) }, meetingId)
  const file = meeting.noticePaperId === null ? undefined : await latestFile(db, meeting.noticePaperId)
  if (file === undefined) throw notFound('上级的通知')
  const bytes = await wholeBytes(context, file)
  const { organisationId, noticeTitle } = meeting
  await transaction(db, (tx) =>
    record(tx, context, { action: 'meeting.notice', subject: noticeTitle ?? '', organisationId }),
  )
  return { name: file.name, bytes }
}
