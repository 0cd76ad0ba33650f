import { allOf, type ComplianceFacts, nothingKnown, remarkSubstance, someOf } from '@duizhao/engine/compliance'
import { shortened } from '@duizhao/engine/wording'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { priorProblems } from './prior-queries.ts'
import { absentFrom, endedSessions, type EndedSession, type SaidOf, saidAtSessions } from './session-facts-queries.ts'

/** So much of a remark is told where it is missing. */
const MOST_TOLD = 60

/** What is told of the meeting as it was held, and of what the meeting before left. */
export type SessionFacts = Pick<
  ComplianceFacts<string>,
  'absences' | 'remarks' | 'problems' | 'priorProblems' | 'isPriorReported'
>

interface Asked {
  readonly meetingId: string
  readonly organisationId: string
  /** The record of the meeting itself, if it was held. */
  readonly recordId: string | null
  /** What was registered from this day on is of this meeting. */
  readonly before: string
  /** Those entitled to take part. */
  readonly memberIds: ReadonlySet<string>
  /** True if the body held a meeting before. */
  readonly hasBefore: boolean
}

/** Reads them. Where no session was recorded here, its minutes may tell what the rows do not: then it is unknown. */
export async function sessionFacts(db: Database | Tx, asked: Asked): Promise<SessionFacts> {
  const { meetingId, recordId, memberIds, hasBefore } = asked
  const sessions = await endedSessions(db, meetingId)
  const said = sessions.length === 0 ? [] : await saidAtSessions(db, meetingId)
  const absent = recordId === null ? [] : await absentFrom(db, recordId)
  const { problems: prior } = await priorProblems(db, asked)
  const isRecorded = sessions.some((session) => session.recordId === recordId)
  return {
    absences:
      recordId === null
        ? nothingKnown.absences
        : allOf(
            absent.filter(({ personId }) => memberIds.has(personId)).map(absenceOf(said, { recordId, isRecorded })),
          ),
    remarks: sessions.map((session) => remarksOf(session, said)),
    problems: sessions.length === 0 ? null : problemsOf(sessions, said),
    priorProblems:
      prior.length === 0 && hasBefore
        ? null
        : prior.map(({ id, text, isAnswered }) => ({ text, isAnswered, where: id })),
    // The ledger of the last meeting is the first item of a session, and stands in its minutes.
    isPriorReported: sessions.length > 0 ? true : null,
  }
}

function absenceOf(
  said: readonly SaidOf[],
  { recordId, isRecorded }: { readonly recordId: string; readonly isRecorded: boolean },
) {
  return ({ personId, wrote }: { readonly personId: string; readonly wrote: boolean }) => {
    const own = said.filter(({ kind, of }) => kind === 'criticism' && of === personId)
    return {
      ...{ personId, where: recordId },
      hasStatement: wrote || (isRecorded ? false : null),
      isTold: own.length === 0 ? null : own.every(({ isTold }) => isTold),
    }
  }
}

/** Everybody criticises everybody in the team; of a committee or a whole branch not all that was said need be known. */
function remarksOf({ circle, recordId }: EndedSession, said: readonly SaidOf[]): SessionFacts['remarks'][number] {
  const remarks = said
    .filter((one) => one.circle === circle && one.kind === 'criticism')
    .map(({ by, of, text }) => ({ by, of, isConcrete: isConcrete(text) }))
  return circle === 'team' ? allOf(remarks, recordId) : someOf(remarks, recordId)
}

function isConcrete(text: string): boolean | null {
  const substance = remarkSubstance(text)
  return substance === 'vague' ? null : substance === 'concrete'
}

/** What was said at the sessions that names a problem: it comes into the ledger, or something else becomes of it. */
function problemsOf(sessions: readonly EndedSession[], said: readonly SaidOf[]): SessionFacts['problems'] {
  const recordOf = new Map(sessions.map(({ circle, recordId }) => [circle, recordId]))
  return said
    .filter(({ circle, text }) => recordOf.has(circle) && isConcrete(text) === true)
    .map(({ circle, kind, text, ending }) => ({
      ...{ text: shortened(text, MOST_TOLD), where: recordOf.get(circle) ?? null, list: { name: '台账', where: null } },
      from: kind === 'criticism' ? 'remark' : 'personal',
      isListed: ending === 'problem',
      isEnded: ending !== null,
    }))
}
