import { namesInCell } from '@duizhao/engine/wording'
import type { RefusedPlace } from '@duizhao/contract'
import type { Database } from '../../../platform/database/pool.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import type { OrganisationRow } from '../../../office/organisation/index.ts'
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

/** Those of the names in the lines that people at and below the organisation bear, in one query. */
export async function peopleNamed(
  db: Database | Tx,
  organisation: OrganisationRow,
  lines: readonly LedgerLine[],
): Promise<PeopleByName> {
  const names = new Set(lines.flatMap(({ lead, handler }) => [...namesIn(lead), ...namesIn(handler)]))
  const people = new Map<string, string[]>()
  for (const { id, name } of await peopleBelow(db, organisation, [...names]))
    people.set(name, [...(people.get(name) ?? []), id])
  return people
}

/** The one person a cell names first; null if nobody, or one cannot tell which of several. */
export function personNamed(cell: string, people: PeopleByName): string | null {
  for (const name of namesIn(cell)) {
    const [only, other] = people.get(name) ?? []
    if (only !== undefined) return other === undefined ? only : null
  }
  return null
}

/** Names that could not be told, each once, at the first cell that has it. */
export function peopleRemarks(lines: readonly LedgerLine[], people: PeopleByName): RefusedPlace[] {
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
  return [...met].map(([name, { line, cell, count }]) => ({
    sheet: line.sheet,
    row: line.row,
    ...(cell === undefined ? {} : { cell }),
    message: `${people.has(name) ? `有几个人叫“${name}”，不知道是哪一个` : `没有找到叫“${name}”的人员`}（${count} 处），没有对应到人，名字写在措施的责任人里`,
  }))
}
