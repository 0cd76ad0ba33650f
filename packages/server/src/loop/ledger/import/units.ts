import type { LedgerImportChoices, LedgerImportPreview } from '@duizhao/contract'
import type { ActorContext } from '../../../platform/context.ts'
import type { Database } from '../../../platform/database/pool.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { invalid } from '../../../platform/refusal.ts'
import { enterOrganisation, type OrganisationRow, permittedOrganisation } from '../../../office/organisation/index.ts'
import { organisationsNamed, type Unit } from './known-queries.ts'
import type { LedgerLine } from './ledger-line.ts'

/** The organisations below that the lines' responsible units are, by name; null for one that stays where it is imported. */
export type Units = ReadonlyMap<string, Unit | null>

/** The units a line names, the one that answers for it first. */
export function unitsIn({ unit }: Pick<LedgerLine, 'unit'>): readonly string[] {
  return unit
    .split(/[、，,；;\n]/u)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** Where the new problem of a line belongs: the organisation below that is its responsible unit, else where it is imported. */
export function placeOf(line: LedgerLine, organisation: OrganisationRow, units: Units): Unit {
  const [first] = unitsIn(line)
  return (first === undefined ? null : units.get(first)) ?? organisation
}

/** What the names in the lines stand for where nobody said otherwise: the one organisation below that is called so. */
export async function unitsNamed(
  db: Database | Tx,
  organisation: OrganisationRow,
  lines: readonly LedgerLine[],
): Promise<Units> {
  const names = new Set(lines.flatMap((line) => unitsIn(line).slice(0, 1)))
  names.delete(organisation.name)
  const known = Map.groupBy(await organisationsNamed(db, organisation, [...names]), ({ name }) => name)
  return new Map(
    [...names].map((name) => {
      const [only, other] = known.get(name) ?? []
      return [name, other === undefined ? (only ?? null) : null]
    }),
  )
}

/** The same as a person chose: another organisation below, none, or one that is made now. */
export async function unitsChosen(
  tx: Tx,
  context: ActorContext,
  organisation: OrganisationRow,
  { named, choices }: { readonly named: Units; readonly choices: LedgerImportChoices['units'] },
): Promise<Units> {
  const units = new Map(named)
  for (const { name, organisationId, create } of choices) {
    if (!named.has(name)) throw invalid(`文件里没有“${name}”这个责任单位。`, '请重新上传文件。')
    const id =
      create === null ? organisationId : await enterOrganisation(tx, context, organisation.id, { name, kind: create })
    const unit = id === null ? null : await permittedOrganisation(tx, context.actor, 'problem.write', id)
    if (unit !== null && !unit.path.includes(organisation.id))
      throw invalid(`“${unit.name}”不在“${organisation.name}”下面。`, '请选它下面的组织。')
    units.set(name, unit)
  }
  return units
}

/** The units of what is new, as they are offered: with how many problems each. */
export function unitsOffered(lines: readonly LedgerLine[], units: Units): LedgerImportPreview['units'] {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const [name] = unitsIn(line)
    if (name !== undefined && units.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts].map(([name, problems]) => {
    const unit = units.get(name) ?? null
    return { name, problems, organisation: unit && { id: unit.id, name: unit.name } }
  })
}
