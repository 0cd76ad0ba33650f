import type { MeetingSession, SessionLineKind } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid, notFound } from '../../platform/refusal.ts'
import { meetingNameOf } from '../meetings/index.ts'
import { askingOf, checkDue, recordedSession } from './found.ts'
import { sessionFor } from './read-session.ts'
import { insertLine, lineForUpdate, type SessionKey, updateLine, type WrittenLine } from './session-queries.ts'

interface GivenLine {
  readonly id: string
  readonly kind: SessionLineKind
  readonly personId: string | null
  readonly speaker: string
  readonly text: string
  readonly version: number | null
  readonly isWithdrawn: boolean
}

/** Writes down the superior’s comments, or what somebody absent had written; as `writeRemark` does. */
export function writeSessionLine(
  context: ActorContext,
  key: SessionKey,
  { isWithdrawn, version, ...given }: GivenLine,
): Promise<MeetingSession> {
  const asking = askingOf(context)
  return transaction(context.db, async (tx) => {
    const { meeting, session } = await recordedSession(tx, asking, key)
    if ((given.kind === 'written') !== (given.personId !== null))
      throw invalid('书面发言要写是谁的，点评不写。', '请重新选。', [
        { field: 'personId', message: '请选书面发言的人' },
      ])
    await checkDue(tx, meeting, key, { onDay: session.onDay, people: { personId: given.personId } })
    const line = { ...given, withdrawnOn: isWithdrawn ? asking.today : null }
    if (await writeLine(tx, context, key, { line, version })) {
      const told = { subject: meetingNameOf(meeting), organisationId: meeting.organisationId }
      const detail = { circle: key.circle, id: given.id, kind: given.kind }
      await record(tx, context, { action: 'session.writeLine', ...told, detail })
    }
    return sessionFor(tx, asking, meeting, key)
  })
}

async function writeLine(
  tx: Tx,
  { actor, now }: ActorContext,
  key: SessionKey,
  { line, version }: { readonly line: WrittenLine; readonly version: number | null },
): Promise<boolean> {
  if (version === null && (await insertLine(tx, key, line, { by: actor.accountId, now }))) return true
  const row = await lineForUpdate(tx, line.id)
  if (row?.meetingId !== key.meetingId || row.circle !== key.circle) throw notFound('这一行')
  const isSame =
    row.kind === line.kind &&
    row.personId === line.personId &&
    row.speaker === line.speaker &&
    row.text === line.text &&
    (row.withdrawnOn === null) === (line.withdrawnOn === null)
  if (isSame) return false
  if (row.version !== (version ?? 1))
    throw conflict('这一行刚刚被另一位记录人改过。', '请看改成了什么，再决定要不要改。', {
      version: row.version,
      text: row.text,
    })
  await updateLine(tx, line)
  return true
}
