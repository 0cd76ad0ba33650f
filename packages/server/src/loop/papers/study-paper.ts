import type { Answer, Citable, endpoints, Page, PaperDetail } from '@duizhao/contract'
import { organisationById } from '../../office/organisation/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import { may } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Feature } from '../../platform/feature.ts'
import { invalid, notFound } from '../../platform/refusal.ts'
import { citableRecord, citableRecords, recordsSeen } from '../records/index.ts'
import { actOnPaper } from './act.ts'
import { isWithin, seenPaper, seenPapers } from './queries.ts'
import { setStudiedIn, versionsStudiedIn } from './study-queries.ts'

/**
 * The meetings a paper may have been gone through at: kept records of its organisation and those below, no talks. Not found
 * for its author too, once they may not read what was done there.
 */
export async function listStudyRecords(
  { db, actor }: ActorContext,
  paperId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Citable>> {
  const paper = await seenPaper(db, actor, paperId)
  const organisation = paper && (await organisationById(db, paper.organisation.id))
  if (!organisation || !may(actor, 'record.read', paper.path)) throw notFound('这份文稿')
  return citableRecords(db, organisation, paging)
}

/** Says at which meeting a version was gone through, or takes it back. Invalid where there is no such version or meeting. */
export function studyPaper(
  context: ActorContext,
  features: readonly Feature[],
  paperId: string,
  { ordinal, recordId }: { readonly ordinal: number; readonly recordId: string | null },
): Promise<PaperDetail> {
  return actOnPaper(context, { features, paperId }, 'study', async (tx, paper) => {
    if (!isWithin(paper.seen, ordinal))
      throw invalid('没有这一版。', '请重新打开文稿再选。', [{ field: 'ordinal', message: '请重新选择' }])
    const record = recordId === null ? null : await citableRecord(tx, recordId)
    if (record === undefined || (record !== null && !record.path.includes(paper.organisation.id)))
      throw invalid('没有这次会。', '请选本单位或下级确认了的履职记录；没有记的请先记一笔。', [
        { field: 'recordId', message: '请重新选择' },
      ])
    await setStudiedIn(tx, paperId, { ordinal, recordId })
    const words = record === null ? '还没有研究' : `${record.name}研究`
    return { reason: `第 ${ordinal} 版：${words}`, detail: { ordinal, recordId } }
  })
}

/** What was gone through at a meeting, of the papers and versions the actor may see; not found for whom the meeting is not. */
export async function listStudiedPapers(
  { db, actor, now }: ActorContext,
  recordId: string,
): Promise<Answer<typeof endpoints.listStudiedPapers>> {
  const seen = await recordsSeen(db, { actor, today: dateInChina(now) }, [recordId])
  if (!seen.has(recordId)) throw notFound('这次履职记录')
  const versions = await versionsStudiedIn(db, recordId)
  const papers = await seenPapers(
    db,
    actor,
    versions.map(({ paperId }) => paperId),
  )
  return {
    papers: versions.flatMap(({ paperId, ordinal }) => {
      const paper = papers.get(paperId)
      if (!paper || !isWithin(paper.seen, ordinal)) return []
      return [{ id: paper.id, title: paper.title, ordinal, organisation: paper.organisation.name }]
    }),
  }
}
