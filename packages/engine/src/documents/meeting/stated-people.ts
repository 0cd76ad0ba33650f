import { chineseNumber } from '../../wording/chinese-number.ts'
import type { SourceDocument } from '../../reading/source-document.ts'
import { beginningOf } from '../../wording/beginnings.ts'
import { namesInCell } from '../../wording/names-in-cell.ts'
import type { Stated } from './meeting-facts.ts'
import { attendeesInTables, labelled } from './read-lists.ts'

/** How many were to come, came, and did not. */
const PEOPLE = {
  entitled:
    /应(?:到|参加|出席)(?:会)?(?:的)?(?:正式|有表决权的?)?(?:党员|成员|人数|人员|班子成员|党组成员)?\D{0,4}(\d{1,3})\s*[人名位]|(?:党员|成员|人数)应到\D{0,3}(\d{1,3})\s*[人名位]/,
  present: /实(?:到|参加|际到会|际参加|际出席|有)(?:会)?(?:党员|成员|人数)?\D{0,4}(\d{1,3})\s*[人名位]/,
  absent: /(?:请假|缺席|未到会?)(?:党员|成员)?\D{0,3}(\d{1,3})\s*[人名位]/,
} as const

const PRESENT_LABEL = /(?:出席|参加|参会|到会)(?:会议)?(?:人员|党员|成员|同志)?/

/** How many people a document says were to come, came, or did not: the first number it gives. */
export function statedPeople(text: string, which: keyof typeof PEOPLE, path: string): Stated<number> | null {
  const match = PEOPLE[which].exec(text)
  const value = chineseNumber(match?.slice(1).find((group) => group !== undefined) ?? '')
  return match === null || Number.isNaN(value)
    ? null
    : { value, path, start: match.index, end: match.index + match[0].length }
}

/** The people listed as present. */
export function attendeesOf(document: SourceDocument, path: string): Stated<string>[] {
  const inTables = attendeesInTables(document, path)
  if (inTables.length > 0) return inTables
  const label = labelled(beginningOf(document.text, 'labels'), document.tables, PRESENT_LABEL)
  if (label === null) return []
  return namesInCell(label.words)
    .filter(({ kind }) => kind === 'person')
    .map(({ name, start, end }) => ({ value: name, path, start: label.start + start, end: label.start + end }))
}
