import { type BodyDutyYear, carries, type OwnDutyYear, postRoleNames } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { may } from '../../platform/access.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { seesPairs } from '../records/index.ts'
import { answeredLines, answeredRecords, type Reader } from './answer-lines.ts'
import { type BodyFacts, factsOf, yearAsked } from './body-facts.ts'
import { branchLifeOf } from './branch-life.ts'
import { bodiesById } from './facts-queries.ts'
import { type BodyLine, linesOf } from './lines.ts'
import { bodiesHeldBy } from './own-queries.ts'

/** What a body and those who hold posts in it owe in a year, what became of it, and by which records. */
export async function readDutyYear(context: ActorContext, organisationId: string, year: number): Promise<BodyDutyYear> {
  const { db, actor, now } = context
  const organisation = await permittedOrganisation(db, actor, 'duty.read', organisationId)
  const [body] = await bodiesById(db, [organisation.id])
  const [facts] = body ? await factsOf(db, [body], year) : []
  if (!facts) throw notFound('这个组织')
  const reader = {
    actor,
    mayWaive: may(actor, 'duty.write', organisation.path),
    seesPeople: seesPeople(context, facts),
    seesPairs: await seesPairs(db, { actor, today: dateInChina(now) }, organisation.id),
  }
  const lines = answeredLines(facts, linesOf(facts, await yearAsked(db, year, now)), reader)
  const { id, name, kind } = organisation
  return {
    year,
    today: dateInChina(now),
    organisation: { id, name, kind },
    keeping: facts.keepsFrom === null ? null : { fromOn: facts.keepsFrom, version: facts.keepingVersion ?? 1 },
    mayWaive: reader.mayWaive,
    lines,
    records: answeredRecords([facts], lines, reader),
  }
}

/** True for who is of the body: has a role for it itself, works in it or holds a post in it. Others look down on it. */
function seesPeople({ actor, now }: ActorContext, { body, posts }: BodyFacts): boolean {
  const today = dateInChina(now)
  return (
    actor.organisationId === body.id ||
    actor.grants.some(({ role, organisationId }) => organisationId === body.id && carries(role, 'duty.read')) ||
    posts.some(
      ({ personId, fromOn, toOn }) => personId === actor.personId && fromOn <= today && (toOn ?? today) >= today,
    )
  )
}

/** What the actor himself owes in a year by his posts, how the bodies he holds posts in stand, and his part in his branch. */
export async function readOwnDuties(context: ActorContext, year: number): Promise<OwnDutyYear> {
  const { db, actor, now } = context
  const asked = await yearAsked(db, year, now)
  const bodies = await bodiesById(db, await bodiesHeldBy(db, actor.personId, year))
  const all = (await factsOf(db, bodies, year)).map((facts) => ({ facts, lines: linesOf(facts, asked) }))
  const reader: Reader = { actor, mayWaive: false, seesPeople: true, seesPairs: false }
  const lines = all.flatMap(({ facts, lines: some }) =>
    answeredLines(
      facts,
      some.filter(({ person }) => person?.id === actor.personId),
      reader,
    ),
  )
  return {
    year,
    today: asked.today,
    lines,
    records: answeredRecords(
      all.map(({ facts }) => facts),
      lines,
      reader,
    ),
    bodies: all.map(({ facts, lines: some }) => ({
      id: facts.body.id,
      name: facts.body.name,
      post: postOf(facts, actor.personId),
      missing: missingIn(some),
    })),
    branchLife: await branchLifeOf(db, actor.personId, year),
  }
}

function postOf({ posts }: BodyFacts, personId: string): string {
  const roles = posts.filter((post) => post.personId === personId).map(({ role }) => postRoleNames[role])
  return [...new Set(roles)].join('、')
}

function missingIn(lines: readonly BodyLine[]): number {
  return lines
    .filter(({ person }) => person === null)
    .flatMap((line) => line.occurrences)
    .filter(({ state }) => state === 'missing').length
}
