/** The parts of a workbook's package that hold no cells: content types, relationships, document properties. */

interface Book {
  readonly application: 'excel' | 'wps'
  readonly author: string
  readonly title: string
  readonly sheets: readonly { readonly name: string }[]
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const packageTypes = 'application/vnd.openxmlformats-package'
const officeTypes = 'application/vnd.openxmlformats-officedocument'
const officeRelations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** `[Content_Types].xml`. */
export function contentTypes({ sheets, application }: Book, hasCalcChain: boolean): string {
  const parts = [
    ['xl/workbook.xml', `${officeTypes}.spreadsheetml.sheet.main+xml`],
    ...range(sheets.length).map(
      (number) => [`xl/worksheets/sheet${number}.xml`, `${officeTypes}.spreadsheetml.worksheet+xml`] as const,
    ),
    ['xl/styles.xml', `${officeTypes}.spreadsheetml.styles+xml`],
    ['xl/sharedStrings.xml', `${officeTypes}.spreadsheetml.sharedStrings+xml`],
    ...(hasCalcChain ? [['xl/calcChain.xml', `${officeTypes}.spreadsheetml.calcChain+xml`] as const] : []),
    ['docProps/core.xml', `${packageTypes}.core-properties+xml`],
    ['docProps/app.xml', `${officeTypes}.extended-properties+xml`],
    ...(application === 'wps' ? [['docProps/custom.xml', `${officeTypes}.custom-properties+xml`] as const] : []),
  ] as const
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="${packageTypes}.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.map(([name, type]) => `<Override PartName="/${name}" ContentType="${type}"/>`).join('')}</Types>`
}

/** `xl/_rels/workbook.xml.rels`: the sheets are rId1, rId2 … */
export function workbookRelationships(sheetCount: number, hasCalcChain: boolean): string {
  return relationships([
    ...range(sheetCount).map((number) => [`${officeRelations}/worksheet`, `worksheets/sheet${number}.xml`] as const),
    [`${officeRelations}/styles`, 'styles.xml'],
    [`${officeRelations}/sharedStrings`, 'sharedStrings.xml'],
    ...(hasCalcChain ? [[`${officeRelations}/calcChain`, 'calcChain.xml'] as const] : []),
  ])
}

/** The root relationships and `docProps/`: who wrote it, when, with what. */
export function documentProperties({ application, author, title, sheets }: Book): Record<string, string> {
  const names = sheets.map(({ name }) => `<vt:lpstr>${name}</vt:lpstr>`).join('')
  const product = application === 'wps' ? 'WPS 表格' : 'Microsoft Excel'
  return {
    '_rels/.rels': relationships([
      [`${officeRelations}/officeDocument`, 'xl/workbook.xml'],
      [`${packageRelations}/metadata/core-properties`, 'docProps/core.xml'],
      [`${officeRelations}/extended-properties`, 'docProps/app.xml'],
      ...(application === 'wps' ? [[`${officeRelations}/custom-properties`, 'docProps/custom.xml'] as const] : []),
    ]),
    'docProps/core.xml': `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${title}</dc:title><dc:creator>${author}</dc:creator><cp:lastModifiedBy>${author}</cp:lastModifiedBy><dcterms:created xsi:type="dcterms:W3CDTF">2025-12-08T01:12:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">2026-06-03T08:41:00Z</dcterms:modified></cp:coreProperties>`,
    'docProps/app.xml': `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><Application>${product}</Application><HeadingPairs><vt:vector size="2" baseType="variant"><vt:variant><vt:lpstr>工作表</vt:lpstr></vt:variant><vt:variant><vt:i4>${sheets.length}</vt:i4></vt:variant></vt:vector></HeadingPairs><TitlesOfParts><vt:vector size="${sheets.length}" baseType="lpstr">${names}</vt:vector></TitlesOfParts></Properties>`,
    ...(application === 'wps' ? { 'docProps/custom.xml': customProperties } : {}),
  }
}

/** WPS leaves its build number here. */
const customProperties = `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-11.8.2.12085</vt:lpwstr></property></Properties>`

function relationships(targets: readonly (readonly [string, string])[]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
