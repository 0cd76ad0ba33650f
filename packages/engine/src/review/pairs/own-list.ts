import type { Examination } from '../../examination/examination.ts'
import { beginningOf } from '../../wording/beginnings.ts'
import { isSelfCheck } from '../material.ts'
import { findUnitNames } from '../unit-names.ts'

/** A document as far as it tells whose it is. */
export interface OwnedDocument {
  readonly text: string
  readonly examination: Examination
}

/** True if one is a list (问题清单、台账) and the other a material of the unit the list names in its title. */
export function isListOf(one: OwnedDocument, other: OwnedDocument): boolean {
  return isMadeFrom(one, other) || isMadeFrom(other, one)
}

const SHORTEST_NAME = 4

function isMadeFrom(list: OwnedDocument, material: OwnedDocument): boolean {
  if (list.examination.kind !== 'ledger' || !isSelfCheck(material.examination.kind)) return false
  const opening = beginningOf(material.text, 'title')
  return findUnitNames('', list.examination.title, []).some(
    (name) => name.length >= SHORTEST_NAME && opening.includes(name),
  )
}
