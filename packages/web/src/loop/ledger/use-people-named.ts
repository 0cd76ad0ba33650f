import { endpoints } from '@duizhao/contract'
import { useQueries } from '@tanstack/react-query'
import { request } from '../../platform/service/api.ts'
import { type NamedPerson, type Sought, soughtKey } from './pasted-people.ts'

/** Looks for people by their names, each in its unit and what is below it; those it has not heard of yet are missing. */
export function usePeopleNamed(sought: readonly Sought[]): ReadonlyMap<string, readonly NamedPerson[]> {
  const answers = useQueries({
    queries: sought.map((one) => ({
      queryKey: [endpoints.listPeople.action, 'named', one],
      queryFn: () => peopleNamed(one),
    })),
  })
  return new Map(
    answers.flatMap(({ data }, at) => {
      const one = sought[at]
      return one === undefined || data === undefined ? [] : [[soughtKey(one), data] as const]
    }),
  )
}

async function peopleNamed({ organisationId, name }: Sought): Promise<NamedPerson[]> {
  const { items } = await request(endpoints.listPeople, {
    params: { organisationId },
    query: { text: name, below: true, limit: 50 },
  })
  return items
    .filter((person) => person.name === name)
    .map(({ id, position, organisation }) => ({
      ...{ id, name },
      words: `${name}（${[position, organisation.name].filter((part) => part !== '').join('，')}）`,
    }))
}
