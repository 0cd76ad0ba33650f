import { carries, type HomeFact } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { organisationById } from '../../office/organisation/index.ts'
import { missingBelow, missingOf } from './board-queries.ts'

/** Of so many organisations one is told, if one looks after more. */
const MOST_PLACES = 3

/** What is missing this year in the bodies whose duties the actor looks after, and below them; nothing where nothing is. */
export async function dutyFacts({ db, actor, now }: ActorContext): Promise<HomeFact[]> {
  const year = Number(dateInChina(now).slice(0, 4))
  const grants = actor.grants.filter(({ role }) => carries(role, 'duty.write'))
  // Two roles over one organisation are one place to look after.
  const places = [...new Map(grants.map((grant) => [grant.organisationId, grant])).values()].slice(0, MOST_PLACES)
  const facts = places.map(async ({ organisationId, level }): Promise<HomeFact[]> => {
    const place = await organisationById(db, organisationId)
    if (place === undefined) return []
    const own = await missingOf(db, organisationId, year)
    const below = await missingBelow(db, { id: organisationId, level }, year)
    const search = `organisationId=${organisationId}&year=${year}`
    const ownFact = { id: `duties-${organisationId}`, name: `${place.name}今年的履职`, link: `/duties?${search}` }
    const belowFact = {
      id: `duties-below-${organisationId}`,
      name: `${place.name}下级今年的履职`,
      link: `/duty-board?${search}`,
    }
    return [
      ...(own === 0 ? [] : [{ ...ownFact, value: `缺 ${own} 期`, isAmiss: true }]),
      ...(below.bodies === 0
        ? []
        : [{ ...belowFact, value: `${below.bodies} 个组织有缺，共缺 ${below.missing} 期`, isAmiss: true }]),
    ]
  })
  return (await Promise.all(facts)).flat()
}
