import type { Problem } from '@duizhao/contract'
import type { Block, PastedPerson } from './pasted-columns.ts'

/** A person as a cell may mean one; the words tell those of one name apart. */
export interface NamedPerson {
  readonly id: string
  readonly name: string
  readonly words: string
}

/** A name, and the unit it is to be found in. */
export interface Sought {
  readonly organisationId: string
  readonly unit: string
  readonly name: string
}

/** Who is of a name in a unit, and which of several of one name is meant. */
export interface PeopleSaid {
  /** Those of the name; nothing while they are being looked for. */
  readonly named: (sought: Sought) => readonly NamedPerson[] | undefined
  /** Whom somebody chose among several, by `soughtKey`. */
  readonly chosen: ReadonlyMap<string, string>
}

export const soughtKey = ({ organisationId, name }: Pick<Sought, 'organisationId' | 'name'>): string =>
  `${organisationId} ${name}`

export const peopleColumns = ['lead', 'handler'] as const satisfies readonly PastedPerson[]

const MOST_ASKED = 20

/** The names in a block that have to be looked for, each with its unit and once. */
export function soughtIn({ columns }: Pick<Block, 'columns'>, lines: readonly Line[]): Sought[] {
  const found = new Map<string, Sought>()
  for (const { problem, cells } of lines)
    for (const field of peopleColumns) {
      const name = cells[columns.indexOf(field)] ?? ''
      if (name === '' || name === problem[field]?.name) continue
      const { id: organisationId, name: unit } = problem.organisation
      const sought = { organisationId, unit, name }
      found.set(soughtKey(sought), sought)
    }
  return [...found.values()]
}

/** A line of the block and the problem it belongs to. */
export interface Line {
  readonly problem: Problem
  readonly cells: readonly string[]
}

/** Whom a cell means; nothing where it says nothing, a sentence where it cannot be told. */
export function personSaid(
  { problem, cells }: Line,
  { field, at }: { readonly field: PastedPerson; readonly at: number },
  { named, chosen }: PeopleSaid,
): { readonly value: NamedPerson | null | undefined } | { readonly fault: string } {
  const name = cells[at] ?? ''
  // Somebody leads every problem that is assigned; who does it need not be said.
  if (name === '') return { value: field === 'lead' ? undefined : null }
  if (name === problem[field]?.name) return { value: undefined }
  const { id: organisationId, name: unit } = problem.organisation
  const sought = { organisationId, unit, name }
  const people = named(sought)
  if (people === undefined) return { fault: `正在找“${name}”` }
  const [only] = people
  if (only === undefined) return { fault: `${unit}没有“${name}”` }
  if (people.length === 1) return { value: only }
  const one = people.find(({ id }) => id === chosen.get(soughtKey(sought)))
  return one === undefined ? { fault: `有 ${people.length} 位“${name}”，请在上面选` } : { value: one }
}

/** The names of which there are several, so that one has to say who is meant. */
export function askedOf(sought: readonly Sought[], { named }: PeopleSaid): readonly Sought[] {
  return sought.filter((one) => (named(one)?.length ?? 0) > 1).slice(0, MOST_ASKED)
}
