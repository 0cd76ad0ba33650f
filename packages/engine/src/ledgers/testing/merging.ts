import { isUnreadable } from '../../reading/read.ts'
import type { Cell, SourceDocument } from '../../reading/source-document.ts'
import { decodeXml } from '../../reading/xml.ts'
import { openZip } from '../../reading/zip-package.ts'
import { readXlsx } from '../../reading/xlsx/read-xlsx.ts'
import type { LedgerMerge } from '../ledger-merge.ts'
import { mergeLedgers } from '../merge-ledgers.ts'
import { writeMerge } from '../write-merge.ts'

/** A workbook read; throws if it cannot be. */
export function documentOf(bytes: Uint8Array, name = '台账.xlsx'): SourceDocument {
  const document = readXlsx(bytes, name)
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

/** Copies merged on the workbook that was sent out, and written. */
export function mergedFrom(
  base: Uint8Array,
  ...copies: readonly Uint8Array[]
): { readonly merge: LedgerMerge; readonly bytes: Uint8Array } {
  const document = documentOf(base)
  const merge = mergeLedgers(
    document,
    copies.map((bytes, i) => ({ name: `${i + 1}号`, document: documentOf(bytes) })),
  )
  const bytes = writeMerge(base, document, merge)
  if (isUnreadable(bytes)) throw new Error(bytes.message)
  return { merge, bytes }
}

/** The cells of a sheet by their addresses. */
export function cellsIn(bytes: Uint8Array, sheet = 0): Readonly<Record<string, Cell>> {
  const cells = documentOf(bytes).tables[sheet]?.cells ?? []
  return Object.fromEntries(cells.map((cell) => [cell.address ?? '', cell]))
}

/** The XML of a sheet of a workbook. */
export function sheetXml(bytes: Uint8Array, sheet = 0): string {
  const zip = openZip(bytes)
  if (typeof zip === 'string') throw new Error(zip)
  const entry = zip.find(`xl/worksheets/sheet${sheet + 1}.xml`)
  return entry === undefined ? '' : decodeXml(zip.read(entry))
}
