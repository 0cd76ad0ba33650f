import { standardDuties } from '@duizhao/engine/duties'
import { takeUpDuties } from '../../loop/duties/index.ts'
import { createRecord } from '../../loop/records/index.ts'
import { createPost } from '../../office/posts/index.ts'
import type { Feature } from '../../platform/feature.ts'
import type { City } from './city.ts'
import type { Cast } from './enter-office.ts'
import { playing } from './read-city.ts'
import { actingAs, instantOf, type Stage } from './stage.ts'

/** What follows from records and posts is counted at the start of the service, once and not after each of them. */
const NOBODY: readonly Feature[] = []

/** Who is what, and what is owed from then on, as entered on the evening of the day the city began to use the service. */
export async function enterPostsAndDuties(stage: Stage, { setUpAt, posts, duties }: City, cast: Cast): Promise<void> {
  // By then the administrators have entered everybody.
  const at = eveningOf(setUpAt.slice(0, 10))
  for (const { by, person, body, leads, branch, ...fields } of posts)
    await playing(`任职 ${person} ${body}`, () =>
      createPost(actingAs(stage, cast.actor(by), at), NOBODY, cast.place(body), {
        ...{ ...fields, personId: cast.person(person).id, seat: null, toOn: null },
        leadIds: leads.map((key) => cast.place(key)),
        branchId: branch === null ? null : cast.place(branch),
      }),
    )
  const standards = standardDuties.map(({ id }) => id)
  await playing('履职事项', () =>
    takeUpDuties(actingAs(stage, cast.actor(duties.by), at), cast.place(duties.organisation), {
      standards,
      fromOn: duties.fromOn,
    }),
  )
}

/** Writes down what a body did, on the evening of the day; where it is to be found again, by its key. */
export async function playRecord(
  stage: Stage,
  cast: Cast,
  { key, by, body, host, absent, ...fields }: City['records'][number],
  played: Map<string, string>,
): Promise<void> {
  await playing(`履职记录 ${body} ${fields.onDay}`, async () => {
    const { id } = await createRecord(
      actingAs(stage, cast.actor(by), eveningOf(fields.onDay)),
      NOBODY,
      cast.place(body),
      {
        ...{ ...fields, state: 'kept', readingId: null },
        hostId: host === null ? null : cast.person(host).id,
        participants: absent.map(({ person, ...how }) => ({ ...how, personId: cast.person(person).id })),
      },
    )
    if (key !== undefined) played.set(key, id)
  })
}

export function eveningOf(day: string): Date {
  return instantOf(`${day} 18:00`)
}
