import { allowedActions, paperActions, type PaperDetail, paperMachine, type PaperVersion } from '@duizhao/contract'
import type { ActorContext, Download } from '../../platform/context.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { wholeBytes } from '../../platform/files/index.ts'
import { notFound } from '../../platform/refusal.ts'
import { recordsSeen } from '../records/index.ts'
import { eventsOf } from './event-queries.ts'
import { paperFacts } from './policy.ts'
import { isWithin, paperOf, seenPaper } from './queries.ts'
import { reviewersOf } from './reviewer-queries.ts'
import { versionById, versionsOf } from './version-queries.ts'

/** A paper with its versions and what was done with it, as far as the actor may see them; not found for the others. */
export async function readPaper({ db, actor, now }: ActorContext, paperId: string): Promise<PaperDetail> {
  const paper = await seenPaper(db, actor, paperId)
  if (!paper) throw notFound('这份文稿')
  const [versions, events] = await Promise.all([
    versionsOf(db, paper.id, paper.seen),
    eventsOf(db, paper.id, paper.seen),
  ])
  const waits = paper.state === 'draft' || paper.state === 'returned' || paper.state === 'submitted'
  const meetings = await recordsSeen(
    db,
    { actor, today: dateInChina(now) },
    versions.flatMap(({ studiedIn }) => studiedIn ?? []),
  )
  // What was taken back is no meeting any more.
  const meetingOf = (id: string): PaperVersion['studiedIn'] => {
    const meeting = meetings.get(id)
    return meeting?.withdrawn === null ? { id, name: meeting.name, on: meeting.onDay } : null
  }
  return {
    paper: paperOf(paper),
    versions: versions.map(({ studiedIn, ...version }) => ({
      ...version,
      seesReview: !paper.seen.isOutcome && version.reading !== null,
      studiedIn: meetingOf(studiedIn ?? ''),
    })),
    events,
    allowed: allowedActions(paperMachine, paperActions, paperFacts(actor, paper)),
    reviewers: waits ? await reviewersOf(db, paper) : [],
  }
}

/** A version with its paper, if the actor may see it. */
export async function seenVersion({ db, actor }: ActorContext, versionId: string) {
  const version = await versionById(db, versionId)
  const paper = version && (await seenPaper(db, actor, version.paperId))
  if (!version || !paper || !isWithin(paper.seen, version.ordinal)) return undefined
  return { ...version, paper }
}

/** The bytes of a version as they were handed in; that somebody took them is recorded. */
export async function readPaperVersion(context: ActorContext, versionId: string): Promise<Download> {
  const version = await seenVersion(context, versionId)
  if (!version) throw notFound('这一版文稿')
  const { paper } = version
  const bytes = await wholeBytes(context, { hash: version.hash, name: version.fileName })
  await transaction(context.db, (tx) =>
    record(tx, context, {
      action: 'paper.readVersion',
      subject: `${paper.title}，第 ${version.ordinal} 版`,
      organisationId: paper.organisation.id,
    }),
  )
  return { name: version.fileName, bytes }
}
