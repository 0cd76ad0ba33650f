import type { Body } from './facts-queries.ts'
import type { DutyRow } from './duty-queries.ts'

type Owed = Pick<DutyRow, 'organisationId' | 'owedBodies' | 'owedKinds' | 'isInherited'>

/** True if a duty is owed by a body, or by those who hold posts in it. */
export function owes({ id, kind, path }: Pick<Body, 'id' | 'kind' | 'path'>, duty: Owed): boolean {
  if (!path.includes(duty.organisationId)) return false
  if (duty.owedBodies.includes(id)) return true
  if (duty.owedKinds.length === 0) return duty.owedBodies.length === 0 && duty.organisationId === id
  return (duty.organisationId === id || duty.isInherited) && duty.owedKinds.includes(kind)
}
