import type { Page, WaitingPaper } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { marksOfSome } from './mark-queries.ts'
import { standingMarks } from './standing-marks.ts'
import { waitingPapers } from './waiting-queries.ts'

/** The papers of an organisation and those below it that wait for the actor's review, with how far each is gone through. */
export async function listWaitingPapers(
  { db, actor }: ActorContext,
  organisationId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<WaitingPaper>> {
  const { id, level } = await permittedOrganisation(db, actor, 'paper.review', organisationId)
  const { items, next } = await waitingPapers(db, actor, { organisation: { id, level }, ...paging })
  const marks = await marksOfSome(
    db,
    items.map(({ versionId }) => versionId),
  )
  return {
    next,
    items: items.map(({ versionId, paperId, title, organisationId: where, organisationName, at, ...row }) => {
      const { verdicts, remarks } = standingMarks(marks.get(versionId) ?? [], actor.accountId)
      return {
        ...{ ...row, versionId, at: at.toISOString(), judged: verdicts.length, remarks: remarks.length },
        ...{ paper: { id: paperId, title }, organisation: { id: where, name: organisationName } },
      }
    }),
  }
}
