import { createCounter } from './docx-counter.ts'
import type { Restart } from './docx-counter.ts'
import { namespaces } from './docx-parts.ts'
import { cellsOf, mergesOf } from './table-rows.ts'

/** What a sample asks of its file. */
export interface DocxOptions {
  readonly autoNumbering: boolean
  readonly trackedChanges: boolean
  readonly labelSuffix: 'nothing' | 'tab'
  readonly textbox: string | undefined
  readonly footnote: string | undefined
}

interface Body {
  readonly xml: string
  /** The numbered lists that begin again at 1 without a higher number before them. */
  readonly restarts: readonly Restart[]
}

/** `word/document.xml` for the lines, and the list instances it refers to. */
export function bodyXml(lines: readonly string[], options: DocxOptions): Body {
  const counter = createCounter()
  const parts: string[] = []
  let rows: string[][] | null = null
  lines.forEach((line, index) => {
    if (line === '[table]') rows = []
    else if (line === '[/table]' && rows !== null) {
      parts.push(tableXml(rows))
      rows = null
    } else if (rows !== null) rows.push(cellsOf(line))
    else parts.push(lineXml(line, { options, counter, isLast: index === lines.length - 1, index }))
  })
  const section =
    '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>' +
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="1400" w:gutter="0"/>' +
    '<w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document ${namespaces}><w:body>${parts.join('')}${section}</w:body></w:document>`
  return { xml, restarts: counter.restarts }
}

interface LinePlace {
  readonly options: DocxOptions
  readonly counter: ReturnType<typeof createCounter>
  readonly isLast: boolean
  readonly index: number
}

function lineXml(line: string, { options, counter, isLast, index }: LinePlace): string {
  if (line.startsWith('# ')) return paragraph('<w:pStyle w:val="Title"/>', runs(line.slice(2), index))
  const numbered = options.autoNumbering ? counter.next(line) : null
  const words = numbered === null ? line : line.slice(numbered.mark.length)
  const style = headingStyle(line)
  const properties =
    (style === null ? '' : `<w:pStyle w:val="${style}"/>`) +
    (numbered === null
      ? ''
      : `<w:numPr><w:ilvl w:val="${numbered.level}"/><w:numId w:val="${numbered.list}"/></w:numPr>`)
  const content = options.trackedChanges && index % 9 === 5 ? trackedRuns(words, index) : runs(words, index)
  const note =
    index === 2 && options.footnote !== undefined
      ? '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
      : ''
  const box = isLast && options.textbox !== undefined ? textboxXml(options.textbox) : ''
  return paragraph(properties, content + note + box)
}

/** Short lines with a number of the first or second level are headings with an outline level. */
function headingStyle(line: string): string | null {
  if (line.length > 60 || line.includes('。')) return null
  if (/^[一二三四五六七八九十]+、/.test(line)) return 'Heading1'
  return /^（[一二三四五六七八九十]+）/.test(line) ? 'Heading2' : null
}

function paragraph(properties: string, content: string): string {
  return `<w:p w:rsidR="00A7${properties.length.toString(16).padStart(4, '0').toUpperCase()}"><w:pPr>${properties}</w:pPr>${content}</w:p>`
}

/** Words as runs, cut in the odd places where Word remembers an editing session. */
function runs(words: string, seed: number): string {
  const step = 17 + ((seed * 7) % 23)
  let xml = ''
  for (let at = 0; at < words.length; at += step) xml += run(words.slice(at, at + step), at / step + seed)
  return xml
}

function run(words: string, seed: number, element = 't'): string {
  const text = words
    .split('↵')
    .map((piece) => (piece === '' ? '' : `<w:${element} xml:space="preserve">${escapeXml(piece)}</w:${element}>`))
    .join('<w:br/>')
  return `<w:r w:rsidRPr="00${(0x3c1000 + seed * 977).toString(16).toUpperCase()}"><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>${text}</w:r>`
}

/** The same words with an insertion in the middle and a deletion after the first ten characters. */
function trackedRuns(words: string, seed: number): string {
  const by = 'w:author="党政办" w:date="2022-01-10T09:30:00Z"'
  const middle = Math.min(24, words.length)
  return (
    run(words.slice(0, 10), seed) +
    `<w:del w:id="${900 + seed}" ${by}>${run('进一步切实', seed, 'delText')}</w:del>` +
    `<w:ins w:id="${950 + seed}" ${by}>${run(words.slice(10, middle), seed)}</w:ins>` +
    run(words.slice(middle), seed)
  )
}

function tableXml(rows: readonly (readonly string[])[]): string {
  const merges = mergesOf(rows)
  const xmlRows = rows.map((cells, row) => {
    const xmlCells = cells.map((cell, column) => {
      if (cell === '<') return ''
      const merge = merges.find((area) => area.row === row && area.column === column)
      const span = merge !== undefined && merge.columnSpan > 1 ? `<w:gridSpan w:val="${merge.columnSpan}"/>` : ''
      const vertical =
        cell === '^' ? '<w:vMerge/>' : merge !== undefined && merge.rowSpan > 1 ? '<w:vMerge w:val="restart"/>' : ''
      const content = cell === '^' ? '' : runs(cell, row + column)
      return `<w:tc><w:tcPr><w:tcW w:w="1260" w:type="dxa"/>${span}${vertical}</w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>${content}</w:p></w:tc>`
    })
    return `<w:tr>${xmlCells.join('')}</w:tr>`
  })
  const grid = (rows[0] ?? []).map(() => '<w:gridCol w:w="1260"/>').join('')
  return `<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${xmlRows.join('')}</w:tbl>`
}

/** A floating text box, in the drawing form and, for older Word, in the VML form with the same words. */
function textboxXml(words: string): string {
  const inner = `<w:txbxContent><w:p>${run(words, 3)}</w:p></w:txbxContent>`
  return (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">' +
    '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>5200000</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>600000</wp:posOffset></wp:positionV>' +
    '<wp:extent cx="1800000" cy="360000"/><wp:wrapNone/><wp:docPr id="1" name="文本框 1"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">' +
    `<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1800000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>${inner}</wps:txbx><wps:bodyPr/></wps:wsp>` +
    '</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape type="#_x0000_t202" style="position:absolute;width:142pt;height:28pt">' +
    `<v:textbox>${inner}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
  )
}

function escapeXml(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
