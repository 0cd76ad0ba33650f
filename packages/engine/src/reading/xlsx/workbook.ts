import { readPart, relationshipsOf, type OfficePackage } from '../office-package.ts'
import { ReadingRefusal } from '../refusal.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml.ts'
import { BUILT_IN_FORMATS } from './built-in-formats.ts'
import type { DateSystem } from './calendar.ts'

/** A workbook without the contents of its sheets. */
export interface Workbook {
  readonly sheets: readonly SheetEntry[]
  readonly dateSystem: DateSystem
  /** The number format of a cell by its style index. */
  readonly formatOf: (style: number) => string
  /** The name of the part with the cell styles. */
  readonly stylesPart: string
  /** The name of the part with the shared strings. */
  readonly stringsPart: string | undefined
}

/** A worksheet as the workbook lists it. */
interface SheetEntry {
  readonly name: string
  readonly part: string
  readonly isHidden: boolean
}

/** Reads the workbook part and the cell formats. Throws a `ReadingRefusal`. */
export function readWorkbook({ zip, main }: OfficePackage): Workbook {
  const workbook = readPart(zip, main)
  if (workbook?.name !== 'workbook') throw new ReadingRefusal('damaged')
  const relationships = relationshipsOf(zip, main)
  const sheets: SheetEntry[] = []
  for (const sheet of childrenOf(childOf(workbook, 'sheets'), 'sheet')) {
    const target = relationships.find(({ id, type }) => id === attributeOf(sheet, 'id') && type === 'worksheet')
    const state = attributeOf(sheet, 'state') ?? 'visible'
    if (target !== undefined) {
      sheets.push({ name: attributeOf(sheet, 'name') ?? '', part: target.part, isHidden: state !== 'visible' })
    }
  }
  const partOf = (type: string): string | undefined => relationships.find((line) => line.type === type)?.part
  const uses1904 = /^(?:1|true|on)$/.test(attributeOf(childOf(workbook, 'workbookPr'), 'date1904') ?? '')
  const stylesPart = partOf('styles') ?? 'xl/styles.xml'
  return {
    sheets,
    dateSystem: uses1904 ? 1904 : 1900,
    formatOf: readFormats(readPart(zip, stylesPart)),
    stylesPart,
    stringsPart: partOf('sharedStrings'),
  }
}

function readFormats(styles: XmlElement | undefined): (style: number) => string {
  const codes = new Map<number, string>()
  for (const format of childrenOf(childOf(styles, 'numFmts'), 'numFmt')) {
    codes.set(Number(attributeOf(format, 'numFmtId')), attributeOf(format, 'formatCode') || 'General')
  }
  const formats = childrenOf(childOf(styles, 'cellXfs'), 'xf').map((style) => {
    const id = Number(attributeOf(style, 'numFmtId') ?? 0)
    return codes.get(id) ?? BUILT_IN_FORMATS[id] ?? 'General'
  })
  return (style) => formats[style] ?? 'General'
}
