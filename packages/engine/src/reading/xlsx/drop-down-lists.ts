import { openPackage, readPart } from '../office-package.ts'
import { refusable } from '../refusal.ts'
import { attributeOf, childOf, childrenOf } from '../xml.ts'
import type { Unreadable } from '../source-document.ts'
import { placeOf } from './sheet-cells.ts'
import { readWorkbook } from './workbook.ts'

/** Cells of a sheet in which only certain words may be chosen. Rows and columns from 0; both ends belong to it. */
export interface DropDownList {
  readonly sheet: string
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
  readonly words: readonly string[]
}

/** The drop-down lists of a workbook whose words stand in the list itself; those that look into cells are left out. */
export function readDropDownLists(bytes: Uint8Array, name: string): DropDownList[] | Unreadable {
  return refusable(name, () => {
    const office = openPackage(bytes)
    if (office.kind !== 'excel') return []
    return readWorkbook(office).sheets.flatMap(({ name: sheet, part }) => {
      const validations = childrenOf(childOf(readPart(office.zip, part), 'dataValidations'), 'dataValidation')
      return validations.flatMap((validation) => {
        const words = /^"([^"]+)"$/.exec(childOf(validation, 'formula1')?.text ?? '')?.[1]
        if (attributeOf(validation, 'type') !== 'list' || words === undefined) return []
        const areas = (attributeOf(validation, 'sqref') ?? '').split(/\s+/)
        return areas.flatMap((area): DropDownList[] => {
          const [start, end] = [placeOf(area.split(':')[0] ?? ''), placeOf(area.split(':').at(-1) ?? '')]
          if (start === undefined || end === undefined) return []
          const place = { top: start.row, bottom: end.row, left: start.column, right: end.column }
          return [{ sheet, ...place, words: words.split(',').map((word) => word.trim()) }]
        })
      })
    })
  })
}
