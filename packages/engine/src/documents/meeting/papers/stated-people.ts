import { chineseNumber } from '../../../wording/chinese-number.ts'
import type { SourceDocument } from '../../../reading/source-document.ts'
import { beginningOf } from '../../../wording/beginnings.ts'
import { isName } from '../../../wording/name-patterns.ts'
import { namesInCell } from '../../../wording/names-in-cell.ts'
import type { Stated } from '../meeting-facts.ts'
import { compact, labelled } from './labelled.ts'

/** How many were to come, came, and did not. */
const PEOPLE = {
  entitled:
    /应(?:到|参加|出席)(?:会)?(?:的)?(?:正式|有表决权的?)?(?:党员|成员|人数|人员|班子成员|党组成员)?\D{0,4}(\d{1,3})\s*[人名位]|应(?:到|参加|出席)人数\s*[:：为是]?\s*(\d{1,3})(?=[，。；、\s]|$)|(?:党员|成员|人数)应到\D{0,3}(\d{1,3})\s*[人名位]/,
  present:
    /实(?:到|参加|际到会|际参加|际出席|有)(?:会)?(?:党员|成员|人数)?\D{0,4}(\d{1,3})\s*[人名位]|实(?:到|参加|出席)人数\s*[:：为是]?\s*(\d{1,3})(?=[，。；、\s]|$)/,
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

/** Names in the column 姓名, down to where those begin who only sit in. */
function attendeesInTables({ tables }: SourceDocument, path: string): Stated<string>[] {
  for (const { cells } of tables) {
    const header = cells.find(({ text }) => /^(?:姓名|出席人员?|党员姓名|参会人员姓名)$/.test(compact(text)))
    if (header === undefined) continue
    const limit =
      cells.find(
        (cell) =>
          cell.row > header.row &&
          /^(?:列席|督导|上级|记录|其他)/.test(compact(cell.text)) &&
          compact(cell.text).length <= 8,
      )?.row ?? Infinity
    const names = cells.filter(
      ({ column, row, columnSpan }) => column === header.column && row > header.row && row < limit && columnSpan === 1,
    )
    return names.flatMap(({ text, start, end }) =>
      isName(compact(text)) ? [{ value: compact(text), path, start, end }] : [],
    )
  }
  return []
}
