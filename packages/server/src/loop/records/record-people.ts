import type { Answer, endpoints } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { mayWriteIn, readableBody } from './bodies.ts'
import { expectedIn } from './expected.ts'
import { peopleBeside } from './people-queries.ts'
import { postsIn } from '../../office/posts/index.ts'

const MOST_SHOWN = 300

/**
 * Whom one can name in a record: those with a post in the body on the day, and for who writes its records the people of the
 * unit around it too.
 */
export async function listRecordPeople(
  { db, actor, now }: ActorContext,
  organisationId: string,
  { onDay, text }: { readonly onDay: string; readonly text: string },
): Promise<Answer<typeof endpoints.listRecordPeople>> {
  const asking = { actor, today: dateInChina(now) }
  const body = await readableBody(db, asking, organisationId)
  const [mayWrite, posts] = await Promise.all([
    mayWriteIn(db, asking, body),
    postsIn(db, [organisationId], { from: onDay, to: onDay }),
  ])
  const beside = mayWrite ? await peopleBeside(db, body, { text, limit: MOST_SHOWN }) : []
  const within = [...new Map(posts.map((post) => [post.personId, post])).values()].filter(({ name }) =>
    name.includes(text),
  )
  const known = new Set(within.map(({ personId }) => personId))
  const of = (circle: 'team' | 'committee' | 'members') =>
    expectedIn(circle, { bodyId: organisationId, day: onDay }, posts)
  const [team, committee, members] = [of('team'), of('committee'), of('members')]
  const people = [
    ...within.map(({ personId: id, name, position }) => ({ id, name, position })),
    ...beside.filter(({ id }) => !known.has(id)),
  ]
  return {
    mayWrite,
    items: people.slice(0, MOST_SHOWN).map((person) => ({
      ...person,
      isTeam: team.has(person.id),
      isCommittee: committee.has(person.id),
      isMember: members.has(person.id),
    })),
  }
}
