import { relationships, zipOf } from './docx-of.ts'

/** A sheet: the XML inside `<sheetData>`, and what follows it. */
export interface TestSheet {
  readonly name: string
  readonly rows: string
  readonly after?: string
  readonly state?: string
  /** Parts it is related to, by type and target. */
  readonly relations?: readonly (readonly [type: string, target: string])[]
}

/** What a workbook has beside its sheets. */
export interface XlsxParts {
  /** The XML of each shared string, inside `<si>`. */
  readonly strings?: readonly string[]
  /** Number formats of the cell styles 0, 1, 2 …: built-in numbers or codes. */
  readonly formats?: readonly (number | string)[]
  readonly uses1904?: boolean
  /** Further parts by name. */
  readonly files?: Readonly<Record<string, string>>
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A small .xlsx. */
export function xlsxOf(
  sheets: readonly TestSheet[],
  { strings = [], formats = [0], uses1904 = false, files: further = {} }: XlsxParts = {},
): Uint8Array {
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${state === undefined ? '' : ` state="${state}"`}/>`,
  )
  const files: Record<string, string> = {
    ...further,
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    '_rels/.rels': relationships([['officeDocument', 'xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const),
      ['styles', 'styles.xml'],
      ['sharedStrings', 'sharedStrings.xml'],
    ]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr${uses1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/styles.xml': stylesOf(formats),
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${strings.map((words) => `<si>${words}</si>`).join('')}</sst>`,
  }
  for (const [i, { rows, after = '', relations = [] }] of sheets.entries()) {
    if (relations.length > 0) files[`xl/worksheets/_rels/sheet${i + 1}.xml.rels`] = relationships(relations)
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`
  }
  return zipOf(files)
}

function stylesOf(formats: readonly (number | string)[]): string {
  const codes = formats.map((format, i) =>
    typeof format === 'number'
      ? ''
      : `<numFmt numFmtId="${200 + i}" formatCode="${format.replaceAll('"', '&quot;')}"/>`,
  )
  const styles = formats.map((format, i) => `<xf numFmtId="${typeof format === 'number' ? format : 200 + i}"/>`)
  return `<styleSheet xmlns="${MAIN}"><numFmts>${codes.join('')}</numFmts><cellXfs>${styles.join('')}</cellXfs></styleSheet>`
}

/** A row of inline strings, beginning in column A. */
export function wordsRow(row: number, ...words: readonly string[]): string {
  const cells = words.map((word, i) =>
    word === '' ? '' : `<c r="${String.fromCharCode(65 + i)}${row}" t="inlineStr"><is><t>${word}</t></is></c>`,
  )
  return `<row r="${row}">${cells.join('')}</row>`
}
