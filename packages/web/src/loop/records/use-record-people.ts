import { askedOf, endpoints, type RecordKind } from '@duizhao/contract'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { useRead } from '../../platform/service/api.ts'

interface RecordPerson {
  readonly id: string
  readonly name: string
  readonly position: string
}

interface RecordPeople {
  /** Whom a record can name, the body’s own first. */
  readonly people: readonly RecordPerson[]
  /** Who was due to come; null where nobody was, or no post is known. */
  readonly expected: readonly RecordPerson[] | null
  /** Undefined until it is known. */
  readonly mayWrite: boolean | undefined
}

/** Whom a record of a body and day can name, and who of them was due. */
export function useRecordPeople(
  organisationId: string,
  onDay: string | null | undefined,
  kinds: readonly RecordKind[] = [],
): RecordPeople {
  const isDay = endpoints.listRecordPeople.query.onDay.safeParse(onDay).success
  const { data } = useRead(
    endpoints.listRecordPeople,
    { params: { organisationId }, query: { onDay: isDay ? (onDay ?? todayInChina()) : todayInChina() } },
    organisationId !== '',
  )
  const people = data?.items ?? []
  const circle = { team: 'isTeam', committee: 'isCommittee', members: 'isMember', none: null } as const
  const is = circle[askedOf(kinds).expected]
  const expected = is === null ? [] : people.filter((person) => person[is] || (is === 'isMember' && person.isTeam))
  return { people, expected: expected.length === 0 ? null : expected, mayWrite: data?.mayWrite }
}
