import { type BoardBody, type DutyHead, dutyLists } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { toHead } from './answer-lines.ts'
import { type BoardAsked, boardPage } from './board-queries.ts'
import { dutiesById } from './duty-queries.ts'

type Narrowed = Omit<BoardAsked, 'organisation'>

/** How the bodies below an organisation stand in a year, as counted, a page at a time; of people only how many. */
export async function readDutyBoard(
  { db, actor }: ActorContext,
  organisationId: string,
  { after, limit, ...narrowed }: Narrowed & { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: BoardBody[]; next: string | null; duties: DutyHead[] }> {
  const organisation = await permittedOrganisation(db, actor, 'duty.read', organisationId)
  const { items, next } = await boardPage(db, { organisation, ...narrowed }, { after, limit })
  const duties = await dutiesById(db, [...new Set(items.flatMap(({ cells }) => cells.map(({ dutyId }) => dutyId)))])
  return {
    items: items.map(({ id, name, ...rest }) => ({ organisation: { id, name }, ...rest })),
    next,
    duties: duties.map(toHead).toSorted(byList),
  }
}

/** By list, in the order in which the lists are named, and by name. */
export function byList(a: DutyHead, b: DutyHead): number {
  return dutyLists.indexOf(a.list) - dutyLists.indexOf(b.list) || a.name.localeCompare(b.name, 'zh-CN')
}
