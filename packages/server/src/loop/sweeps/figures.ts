import { may } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { FigureQuestion, FoundFigures } from '../../platform/feature.ts'
import { foundBySweeps } from './sweep-queries.ts'

/** How many problems a body and those below it found by sweeps in some days; nothing for whoever may not read its ledger. */
export async function figuresOfSweeps(
  { db, actor }: ActorContext,
  { organisation, from, to, subject, meetingId }: FigureQuestion,
): Promise<FoundFigures> {
  if (subject !== '' || meetingId !== undefined || !may(actor, 'problem.read', organisation.path)) return {}
  const found = await foundBySweeps(db, organisation, { from, to })
  const rows = found.map(({ id, number, day }) => ({ id, day, label: `问题 ${number} 号`, amount: 1 }))
  return { sweepFound: { value: rows.length, rows } }
}
