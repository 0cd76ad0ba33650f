import {
  encodePart,
  openPackage,
  type OfficePackage,
  readSource,
  relationshipsOf,
  relationshipsPart,
} from '../../office-package.ts'
import { ReadingRefusal, refusable } from '../../refusal.ts'
import type { Unreadable } from '../../source-document.ts'
import { rewriteZip } from '../../zip-writing.ts'
import { readWorkbook, type Workbook } from '../workbook.ts'
import { editSheet, insertionsOf, type SheetEdits } from './edit-sheet.ts'
import { createStyles } from './styles.ts'
import { withoutStaleResults } from './stale-results.ts'
import { type Insertion, movedAreas, movedFormula, movedRow } from './references.ts'
import { readWrittenSheet, type WrittenSheet } from './sheet-rows.ts'

/**
 * The same workbook with cells changed and rows inserted. Formats, widths, print set-up, formulas and hidden columns
 * stay; parts that are not touched stay byte for byte. A cell with a formula keeps it; where its result no longer holds
 * it is taken away and the workbook marked to be worked out when it is opened. Unreadable for bytes that are no workbook, or if a sheet named in
 * `edits` is not there.
 */
export function editWorkbook(bytes: Uint8Array, name: string, edits: readonly SheetEdits[]): Uint8Array | Unreadable {
  return refusable(name, () => {
    const office = openPackage(bytes)
    if (office.kind !== 'excel') throw new ReadingRefusal('unsupported')
    const wanted = edits.filter(({ cells, rows }) => cells.length + rows.length > 0)
    if (wanted.length === 0) return bytes
    const changed = changedParts(office, readWorkbook(office), wanted)
    const encoded = new Map(
      Array.from(changed, ([part, source]) => [
        office.zip.find(part)?.name ?? part,
        source === null ? null : encodePart(source),
      ]),
    )
    return rewriteZip(bytes, office.zip.entries, encoded)
  })
}

/** Parts by name with their new XML; null for one that goes. */
type Parts = Map<string, string | null>

function changedParts(office: OfficePackage, workbook: Workbook, edits: readonly SheetEdits[]): Parts {
  const parts: Parts = new Map()
  const sourceOf = (part: string): string => parts.get(part) ?? readSource(office.zip, part) ?? ''
  const written = writtenSheets(workbook, sourceOf, new Set(edits.map(({ sheet }) => sheet)))
  const stale = withoutStaleResults(written, edits)
  const inserted = new Map(
    edits.filter(({ rows }) => rows.length > 0).map(({ sheet, rows }) => [sheet, insertionsOf(rows)]),
  )
  const styles = createStyles(readSource(office.zip, workbook.stylesPart))
  const { formatOf, dateSystem } = workbook
  for (const { name, part } of workbook.sheets) {
    const sheet = written.get(name)
    const own = edits.find((each) => each.sheet === name) ?? { sheet: name, cells: [], rows: [] }
    const results = stale.get(name) ?? []
    if (sheet === undefined || own.cells.length + own.rows.length + results.length === 0) continue
    const writing = { prefix: sheet.prefix, formatOf, styleWith: styles.styleWith, dateSystem }
    parts.set(part, editSheet(sheet, own, { writing, stale: results }))
    const insertions = inserted.get(name)
    if (insertions !== undefined) moveBesides(office, { part, insertions }, parts)
  }
  const changedStyles = styles.changed()
  if (changedStyles !== null) parts.set(workbook.stylesPart, changedStyles)
  if (inserted.size > 0) {
    moveLooksFromOutside(workbook, inserted, { parts, sourceOf, main: office.main })
    dropCalculationChain(office, parts)
  }
  const hasFormulas = [...written.values()].some(({ rows }) =>
    rows.some(({ cells }) => cells.some(({ formula }) => formula !== null)),
  )
  if (hasFormulas) parts.set(office.main, recalculated(sourceOf(office.main)))
  refreshPivots(office, parts)
  return parts
}

/** The sheets that are to be edited, and those with formulas, which may look at them. Throws if one asked for is not there. */
function writtenSheets(
  { sheets }: Workbook,
  sourceOf: (part: string) => string,
  wanted: ReadonlySet<string>,
): Map<string, WrittenSheet> {
  const written = new Map<string, WrittenSheet>()
  for (const { name, part } of sheets) {
    const source = sourceOf(part)
    const sheet = wanted.has(name) || /<(?:\w+:)?f[\s>/]/.test(source) ? readWrittenSheet(source) : null
    if (sheet !== null) written.set(name, sheet)
  }
  const missing = [...wanted].find((name) => !written.has(name))
  if (missing === undefined) return written
  throw new ReadingRefusal('unsupported', `里面没有工作表“${missing}”`, '请用同一份文件再试')
}

/** Comments, drawings and tables of a sheet stand in parts of their own, and name its rows too. */
function moveBesides(
  office: OfficePackage,
  { part, insertions }: { part: string; insertions: readonly Insertion[] },
  parts: Parts,
): void {
  const areas = (source: string): string =>
    source.replace(
      /( ref=")([^"<>]{1,60})"/g,
      (_, before: string, ref: string) => `${before}${movedAreas(ref, { insertions, isOpen: true })}"`,
    )
  const rows = (source: string): string =>
    source
      .replace(
        /(<(?:\w+:)?(?:row|Row)>)(\d{1,7})(?=<)/g,
        (_, tag: string, row: string) => tag + movedRow(Number(row), insertions),
      )
      .replace(/(<x:Anchor>)([^<]{1,200})(?=<)/g, (_, tag: string, anchor: string) => {
        const numbers = anchor.split(',').map((word) => word.trim())
        const moved = numbers.map((word, i) => (i === 2 || i === 6 ? String(movedRow(Number(word), insertions)) : word))
        return tag + moved.join(', ')
      })
  const ways: Readonly<Record<string, (source: string) => string>> = {
    comments: areas,
    table: areas,
    drawing: rows,
    vmlDrawing: rows,
  }
  for (const { type, part: other } of relationshipsOf(office.zip, part)) {
    const source = ways[type] === undefined ? undefined : readSource(office.zip, other)
    const moved = source === undefined ? undefined : ways[type]?.(source)
    if (moved !== undefined && moved !== source) parts.set(other, moved)
  }
}

/** Formulas of other sheets and names of the workbook (print areas among them) that look at a sheet with new rows. */
function moveLooksFromOutside(
  { sheets }: Workbook,
  inserted: ReadonlyMap<string, readonly Insertion[]>,
  { parts, sourceOf, main }: { parts: Parts; sourceOf: (part: string) => string; main: string },
): void {
  const moved = (formula: string, home: string): string => {
    let words = formula
    for (const [sheet, insertions] of inserted)
      if (sheet !== home) words = movedFormula(words, { home, sheet, insertions })
    return words
  }
  for (const { name, part } of sheets) {
    const source = sourceOf(part)
    const changed = source.replace(
      /(<(?:\w+:)?(?:f|formula|formula1|formula2)(?: [^<>]{0,200})?>)([^<]{1,8000})(?=<)/g,
      (_, tag: string, formula: string) => tag + moved(formula, name),
    )
    if (changed !== source) parts.set(part, changed)
  }
  const source = sourceOf(main)
  const changed = source.replace(
    /(<(?:\w+:)?definedName(?: [^<>]{0,400})?>)([^<]{1,8000})(?=<)/g,
    (_, tag: string, formula: string) => tag + moved(formula, ''),
  )
  if (changed !== source) parts.set(main, changed)
}

/** The order of calculation names every cell with a formula; without it programs work it out anew. */
function dropCalculationChain(office: OfficePackage, parts: Parts): void {
  const chain = relationshipsOf(office.zip, office.main).find(({ type }) => type === 'calcChain')
  if (chain === undefined) return
  const relations = relationshipsPart(office.main)
  const without = (part: string, pattern: RegExp): void => {
    const source = readSource(office.zip, part)
    if (source !== undefined) parts.set(part, source.replace(pattern, ''))
  }
  parts.set(chain.part, null)
  without(relations, /<Relationship\s(?=[^<>]{0,400}calcChain)[^<>]{0,600}\/>/)
  without('[Content_Types].xml', /<Override\s(?=[^<>]{0,200}calcChain)[^<>]{0,400}\/>/)
}

/** What pivot tables show is kept with them: they are asked to look anew. */
function refreshPivots(office: OfficePackage, parts: Parts): void {
  for (const { type, part } of relationshipsOf(office.zip, office.main)) {
    const source = type === 'pivotCacheDefinition' ? readSource(office.zip, part) : undefined
    if (source === undefined || / refreshOnLoad="(?:1|true)"/.test(source)) continue
    const own = source.replace(/ refreshOnLoad="[^"]*"/, '')
    parts.set(part, own.replace(/<(?:\w+:)?pivotCacheDefinition(?=[\s>])/, '$& refreshOnLoad="1"'))
  }
}

/** Asks the program that opens the workbook to work all formulas out: their stored results are of before. */
function recalculated(source: string): string {
  const [tag] = /<(?:\w+:)?calcPr(?:\s[^<>]{0,300})?\/>/.exec(source) ?? []
  if (tag !== undefined) {
    if (/fullCalcOnLoad="(?:1|true)"/.test(tag)) return source
    return source.replace(tag, tag.replace(/ fullCalcOnLoad="[^"]*"/, '').replace(/\s*\/>$/, ' fullCalcOnLoad="1"/>'))
  }
  // The order of elements is fixed (ECMA-376 part 1, 18.2.27): after the names, or after the sheets.
  const [end] = /<\/(?:\w+:)?definedNames>/.exec(source) ?? /<\/(?:\w+:)?sheets>/.exec(source) ?? []
  if (end === undefined) return source
  const prefix = /<\/(\w+:)?/.exec(end)?.[1] ?? ''
  return source.replace(end, `${end}<${prefix}calcPr fullCalcOnLoad="1"/>`)
}
