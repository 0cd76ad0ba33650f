import { strToU8, zipSync } from 'fflate'

/** The parts of a Word document beside its body; each is the XML inside the part's root element. */
export interface DocxParts {
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly comments?: string
  /** The namespace of the WordprocessingML elements. */
  readonly namespace?: string
  /** Further entries of the zip. */
  readonly files?: Readonly<Record<string, string>>
}

const TRANSITIONAL = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const LISTED = ['styles', 'numbering', 'footnotes', 'endnotes', 'comments'] as const

/** A small .docx with the given XML between `<w:body>` and `</w:body>`. */
export function docxOf(body: string, parts: DocxParts = {}): Uint8Array {
  const namespace = parts.namespace ?? TRANSITIONAL
  const present = LISTED.filter((name) => parts[name] !== undefined)
  const files: Record<string, string> = {
    '[Content_Types].xml': contentTypes(['document', ...present]),
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships(present.map((name) => [name, `${name}.xml`])),
    'word/document.xml': root('document', `<w:body>${body}</w:body>`, namespace),
  }
  for (const name of present) files[`word/${name}.xml`] = root(name, parts[name] ?? '', namespace)
  return zipOf({ ...files, ...parts.files })
}

/** A zip with these texts, with a fixed date. */
export function zipOf(files: Readonly<Record<string, string>>): Uint8Array {
  const entries = Object.entries(files).map(([name, words]) => [name, strToU8(words)] as const)
  return zipSync(Object.fromEntries(entries), { mtime: new Date(2025, 0, 1) })
}

function root(name: string, inside: string, namespace: string): string {
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} xmlns:w="${namespace}" xmlns:r="${RELATIONSHIPS}" ` +
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" ' +
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" ' +
    `xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" mc:Ignorable="w14">${inside}</w:${name}>`
  )
}

function contentTypes(names: readonly string[]): string {
  const lines = names.map((name) => {
    const type = name === 'document' ? 'document.main' : name
    return `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${lines.join('')}</Types>`
}

/** A relationships part from types and targets. */
export function relationships(lines: readonly (readonly [type: string, target: string])[]): string {
  const list = lines.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
}

/** A paragraph of plain words with properties of its own. */
export function paragraph(words: string, properties = ''): string {
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${run(words)}</w:p>`
}

/** A run of plain words with properties of its own. */
export function run(words: string, properties = ''): string {
  const text = words === '' ? '' : `<w:t xml:space="preserve">${words}</w:t>`
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${text}</w:r>`
}

/** A paragraph of list `list` on level `level`. */
export function numbered(words: string, level = 0, list = 1): string {
  return paragraph(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
}

/** One level of a list definition; `more` may hold `w:start`, `w:suff`, `w:isLgl` and the like. */
export function listLevel(
  index: number,
  format: string,
  text: string,
  more = '<w:start w:val="1"/><w:suff w:val="nothing"/>',
): string {
  return `<w:lvl w:ilvl="${index}">${more}<w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
}

/** A list definition with its levels, and list instances that use it, each with what it overrides. */
export function listOf(levels: readonly string[], instances: readonly string[] = [''], id = 0): string {
  return (
    `<w:abstractNum w:abstractNumId="${id}">${levels.join('')}</w:abstractNum>` +
    instances
      .map((overrides, i) => `<w:num w:numId="${id * 10 + i + 1}"><w:abstractNumId w:val="${id}"/>${overrides}</w:num>`)
      .join('')
  )
}
