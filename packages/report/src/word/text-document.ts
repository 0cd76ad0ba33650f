import { strToU8, zipSync } from 'fflate'
import type { Cell, SourceDocument, Table } from '@duizhao/engine'
import { escapeMarkup } from '@duizhao/engine/wording'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const PARTS = {
  '[Content_Types].xml':
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  '_rels/.rels':
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
}
const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0"/>`)
  .join('')

/**
 * A .docx of a document's words, line by line, with its tables as tables unless `withTables` is false: what the author's
 * file says, without its looks.
 */
export function textDocument(document: SourceDocument, { withTables = true } = {}): Uint8Array {
  const { text, tables } = document
  const outer = withTables ? tables.filter((table) => !tables.some((other) => holds(other, table))) : []
  const blocks: string[] = []
  let at = 0
  for (const table of outer.toSorted((a, b) => a.start - b.start)) {
    blocks.push(linesXml(text.slice(at, table.start).replace(/\n$/, '')), tableXml(table))
    at = table.end + 1
  }
  blocks.push(linesXml(text.slice(at)))
  const body = `<w:document xmlns:w="${MAIN}"><w:body>${blocks.join('')}<w:sectPr/></w:body></w:document>`
  const parts = { ...PARTS, 'word/document.xml': body }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(PROLOGUE + xml)])), {
    mtime: '2000-01-01T00:00:00',
  })
}

function holds(outer: Table, inner: Table): boolean {
  return outer !== inner && outer.start <= inner.start && inner.end <= outer.end
}

function linesXml(words: string): string {
  return words.split('\n').map(lineXml).join('')
}

function lineXml(words: string): string {
  const pieces = words
    .split('\t')
    .map((piece) => (piece === '' ? '' : `<w:t xml:space="preserve">${escapeMarkup(piece)}</w:t>`))
  return `<w:p><w:r><w:rPr><w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/></w:rPr>${pieces.join('<w:tab/>')}</w:r></w:p>`
}

function tableXml({ cells, rowCount, columnCount }: Table): string {
  const grid = '<w:gridCol w:w="1500"/>'.repeat(columnCount)
  const rows = Array.from({ length: rowCount }, (_, row) => `<w:tr>${rowXml(cells, row, columnCount)}</w:tr>`)
  return `<w:tbl><w:tblPr><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${rows.join('')}</w:tbl>`
}

function rowXml(cells: readonly Cell[], row: number, columns: number): string {
  const covering = cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan)
  const written: string[] = []
  for (let column = 0; column < columns;) {
    const cell = covering.find((each) => each.column <= column && column < each.column + each.columnSpan)
    const span = Math.max(1, (cell?.column ?? column) + (cell?.columnSpan ?? 1) - column)
    const merged =
      cell === undefined || cell.rowSpan === 1 ? '' : `<w:vMerge${cell.row === row ? ' w:val="restart"' : ''}/>`
    const words = cell?.row === row ? cell.text : ''
    written.push(`<w:tc><w:tcPr><w:gridSpan w:val="${span}"/>${merged}</w:tcPr>${linesXml(words)}</w:tc>`)
    column += span
  }
  return written.join('')
}
