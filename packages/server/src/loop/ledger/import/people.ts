import { namesInCell } from '@duizhao/engine/wording'
import type { LedgerImportChoices, RefusedPlace } from '@duizhao/contract'
import type { Database } from '../../../platform/database/pool.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { OrganisationRow } from '../../../office/organisation/index.ts'
import { invalid } from '../../../platform/refusal.ts'
import { peopleWithin } from '../people-queries.ts'
import { peopleBelow } from './known-queries.ts'
import type { LedgerLine } from './ledger-line.ts'

/** The people of an organisation and what is below it by name; several where a name is borne by several. */
export type PeopleByName = ReadonlyMap<string, readonly string[]>

/** The names in a cell that may be people's; what is no person's name shows among those that were not found. */
function namesIn(cell: string): string[] {
  return namesInCell(cell)
    .filter(({ kind }) => kind !== 'unit')
    .map(({ name }) => name)
}

/** Those of the names in the lines that people at and below the organisation bear, in one query; whom somebody chose for a name is that one. */
export async function peopleNamed(
  db: Database | Tx,
  organisation: OrganisationRow,
  lines: readonly LedgerLine[],
  chosen: PeopleByName,
): Promise<PeopleByName> {
  const names = new Set(lines.flatMap(({ lead, handler }) => [...namesIn(lead), ...namesIn(handler)]))
  const people = new Map<string, string[]>()
  for (const { id, name } of await peopleBelow(db, organisation, [...names]))
    people.set(name, [...(people.get(name) ?? []), id])
  return new Map([...people, ...chosen])
}

/** Whom a person chose for names in the file; refused unless they are at or below the organisation. */
export async function peopleChosen(
  db: Database | Tx,
  organisation: OrganisationRow,
  choices: LedgerImportChoices['people'],
): Promise<PeopleByName> {
  const known = await peopleWithin(
    db,
    organisation.path,
    choices.map(({ personId }) => personId),
  )
  const stranger = choices.find(({ personId }) => !known.has(personId))
  if (stranger)
    throw invalid(`给“${stranger.name}”选的人不在“${organisation.name}”，或已经离开。`, '请另选一个人，或不选。')
  return new Map(choices.map(({ name, personId }) => [name, [personId]]))
}

/** The one person a cell names first; null if nobody, or one cannot tell which of several. */
export function personNamed(cell: string, people: PeopleByName): string | null {
  for (const name of namesIn(cell)) {
    const [only, other] = people.get(name) ?? []
    if (only !== undefined) return other === undefined ? only : null
  }
  return null
}

/** A name of which one cannot tell who is meant, at the first cell that has it. */
export interface UntoldName {
  readonly name: string
  readonly line: LedgerLine
  readonly cell: string | undefined
  readonly count: number
  /** True if several bear it. */
  readonly isSeveral: boolean
}

/** Names that could not be told, each once. */
export function untoldNames(lines: readonly LedgerLine[], people: PeopleByName): UntoldName[] {
  const met = new Map<string, { readonly line: LedgerLine; readonly cell: string | undefined; count: number }>()
  const meet = (line: LedgerLine, words: string, cell: string | undefined): void => {
    for (const name of namesIn(words)) {
      if ((people.get(name) ?? []).length === 1) continue
      const known = met.get(name) ?? { line, cell, count: 0 }
      known.count += 1
      met.set(name, known)
    }
  }
  for (const line of lines) {
    meet(line, line.lead, line.cells.lead)
    meet(line, line.handler, line.cells.handler)
  }
  return [...met].map(([name, place]) => ({ name, ...place, isSeveral: people.has(name) }))
}

/** What is said of names that could not be told. */
export function peopleRemarks(names: readonly UntoldName[]): RefusedPlace[] {
  return names.map(({ name, line, cell, count, isSeveral }) => ({
    sheet: line.sheet,
    row: line.row,
    ...(cell === undefined ? {} : { cell }),
    message: `${isSeveral ? `有几个人叫“${name}”，不知道是哪一个` : `没有找到叫“${name}”的人员`}（${count} 处），没有对应到人，名字写在措施的责任人里`,
  }))
}
