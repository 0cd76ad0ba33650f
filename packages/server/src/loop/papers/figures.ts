import { may } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { FigureQuestion, FoundFigures } from '../../platform/feature.ts'
import { issuedPapers } from './queries.ts'

/** How many papers a body issued in some days; nothing for whoever may not read them, and of a 专题. */
export async function figuresOfPapers(
  { db, actor }: ActorContext,
  { organisation, from, to, subject, meetingId }: FigureQuestion,
): Promise<FoundFigures> {
  if (subject !== '' || meetingId !== undefined || !may(actor, 'paper.read', organisation.path)) return {}
  const issued = await issuedPapers(db, organisation.id, { from, to })
  return { papersIssued: { value: issued.length, rows: issued.map((paper) => ({ ...paper, amount: 1 })) } }
}
