import { may } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { FigureQuestion, FoundFigure, FoundFigures } from '../../platform/feature.ts'
import { changesOf } from './institution-queries.ts'

/** How many institutions a body made, revised and repealed in some days; nothing for whoever may not read its papers. */
export async function figuresOfInstitutions(
  { db, actor }: ActorContext,
  { organisation, from, to, subject, meetingId }: FigureQuestion,
): Promise<FoundFigures> {
  if (subject !== '' || meetingId !== undefined || !may(actor, 'paper.read', organisation.path)) return {}
  const changes = await changesOf(db, organisation.id, { from, to })
  const of = (wanted: (typeof changes)[number]['change']): FoundFigure => {
    const rows = changes.flatMap(({ change, ...row }) => (change === wanted ? [{ ...row, amount: 1 }] : []))
    return { value: rows.length, rows }
  }
  return { institutionsMade: of('made'), institutionsRevised: of('revised'), institutionsRepealed: of('repealed') }
}
