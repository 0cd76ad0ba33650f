import { type DraftKind, draftKinds, fileStateNames, type PaperKind } from '@duizhao/contract'
import { strToU8 } from 'fflate'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { fileNameOf, readStored } from '../../platform/files/index.ts'
import { type ArchiveEntry, zipPieces } from '../../platform/zip-pieces.ts'
import { readRecord } from '../records/index.ts'
import { sessionMinutes } from '../sessions/index.ts'
import { type DraftFacts, draftFacts, stepOf } from './draft-facts.ts'
import { document, drafted } from './draft-paper.ts'
import { attendanceBlocks, sessionPaperName, studyBlocks, studyPaperName } from './held-papers.ts'
import { type ArchivedFile, filesOf } from './queries.ts'

/**
 * The whole file of a meeting as a zip: the papers as they were approved or issued, the minutes and attendance of its
 * sessions, the studies before it, its lists and the catalogue. What somebody handed in stands before what would be drafted
 * in its place; what the store has lost is named. For who runs the meeting; of the materials of persons those the actor
 * may review. That it was taken is recorded.
 */
export async function draftArchive(context: ActorContext, meetingId: string): Promise<Download> {
  const facts = await draftFacts(context, meetingId)
  const { organisation, name } = facts.meeting
  const files = await filesOf(context.db, context.actor, meetingId)
  const title = `${fileNameOf(`${organisation.name}${name}档案`)}.zip`
  await transaction(context.db, (tx) =>
    record(tx, context, { action: 'draft.archive', subject: title, organisationId: organisation.id }),
  )
  return { name: title, pieces: zipPieces(entriesOf(context, facts, files), context.now) }
}

/** As which kind of paper a draft is handed in: then it is left out. */
const writtenAs: Partial<Record<DraftKind, PaperKind>> = {
  plan: 'plan',
  notice: 'notice',
  report: 'meeting_report',
  prior: 'rectification_report',
}
/** What was told to the people is kept as it was issued, a draft of it is not. */
const kept = draftKinds.filter((kind) => kind !== 'publication')

async function* entriesOf(
  context: ActorContext,
  facts: DraftFacts,
  files: readonly ArchivedFile[],
): AsyncGenerator<ArchiveEntry> {
  let number = 0
  const entry = ({ name, bytes }: { readonly name: string; readonly bytes: Uint8Array }): ArchiveEntry => {
    number += 1
    return { path: `${String(number).padStart(2, '0')}-${name}`, bytes, isPacked: false }
  }
  const lost: string[] = []
  for (const { hash, name } of files) {
    const stored = await readStored(context, hash)
    if (stored.state === 'whole') yield entry({ name: fileNameOf(name), bytes: stored.bytes })
    else lost.push(`${fileStateNames[stored.state]}：${name}（登记时 ${hash}）\n`)
  }
  if (lost.length > 0) yield entry({ name: '没有装进来的文件.txt', bytes: strToU8(lost.join('')) })
  for (const { id, kind } of stepOf(facts, 'study')?.sources ?? []) {
    if (kind !== 'record') continue
    const study = await readRecord(context, id)
    yield entry(document(facts, studyPaperName(study), studyBlocks(study)))
  }
  for (const session of facts.sessions) {
    if (!session.isBegun || session.whole === null) continue
    yield entry(document(facts, sessionPaperName(session, '签到表'), attendanceBlocks(session.onDay, session.whole)))
    const minutes = await sessionMinutes(context, { meetingId: facts.meeting.id, circle: session.circle })
    if ('bytes' in minutes) yield entry(minutes)
  }
  const handedIn = new Set(files.map(({ kind }) => kind))
  for (const kind of kept) {
    const written = writtenAs[kind]
    if (written === undefined || !handedIn.has(written)) yield entry(drafted(facts, kind))
  }
}
