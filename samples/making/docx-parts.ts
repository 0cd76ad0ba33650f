/** The fixed parts of a .docx, in the manner of GB/T 9704—2012 (16 pt 仿宋, 28 pt lines, 黑体 and 楷体 headings). */
import type { Restart } from './docx-counter.ts'

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'

const types: readonly (readonly [string, string])[] = [
  ['document', 'document.main'],
  ['styles', 'styles'],
  ['numbering', 'numbering'],
  ['settings', 'settings'],
  ['footnotes', 'footnotes'],
  ['footer1', 'footer'],
]

export const contentTypesXml =
  `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
  types
    .map(
      ([part, type]) =>
        `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${type}+xml"/>`,
    )
    .join('') +
  '</Types>'

/** A relationships part; ids are rId1, rId2 … in order. */
export function relationshipsXml(targets: readonly (readonly [string, string])[]): string {
  const list = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  )
  return `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
}

function style(id: string, name: string, properties: string, run: string, base = 'Normal'): string {
  const basedOn = id === 'Normal' ? '' : `<w:basedOn w:val="${base}"/>`
  const isDefault = id === 'Normal' ? ' w:default="1"' : ''
  return `<w:style w:type="paragraph"${isDefault} w:styleId="${id}"><w:name w:val="${name}"/>${basedOn}<w:qFormat/><w:pPr>${properties}</w:pPr><w:rPr>${run}</w:rPr></w:style>`
}

function font(name: string): string {
  return `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${name}"/>`
}

const bodyIndent = '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>'

export const stylesXml =
  `${declaration}<w:styles ${namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:eastAsia="宋体"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>` +
  style(
    'Normal',
    'Normal',
    `${bodyIndent}<w:jc w:val="both"/>`,
    `${font('仿宋_GB2312')}<w:sz w:val="32"/><w:szCs w:val="32"/>`,
  ) +
  style(
    'Title',
    'Title',
    '<w:spacing w:before="0" w:after="560" w:line="600" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>',
    `${font('方正小标宋简体')}<w:sz w:val="44"/>`,
  ) +
  style('Heading1', 'heading 1', `${bodyIndent}<w:outlineLvl w:val="0"/>`, `${font('黑体')}<w:sz w:val="32"/>`) +
  style('Heading2', 'heading 2', `${bodyIndent}<w:outlineLvl w:val="1"/>`, `${font('楷体_GB2312')}<w:sz w:val="32"/>`) +
  style(
    'TableText',
    'Table Text',
    '<w:spacing w:line="320" w:lineRule="exact"/><w:ind w:firstLineChars="0" w:firstLine="0"/>',
    '<w:sz w:val="21"/>',
  ) +
  '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>' +
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('') +
  '</w:tblBorders></w:tblPr></w:style></w:styles>'

/** The multi-level list 一、 （一） 1. and its instances. */
export function numberingXml(restarts: readonly Restart[], decimalSuffix: 'nothing' | 'tab'): string {
  const level = (index: number, format: string, text: string, suffix: string): string =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${suffix === 'tab' ? '' : `<w:suff w:val="${suffix}"/>`}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="640"/></w:pPr></w:lvl>`
  const instances = restarts.map(
    ({ list, level: at }) =>
      `<w:num w:numId="${list}"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="${at}"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
  )
  return (
    `${declaration}<w:numbering ${namespaces}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>` +
    level(0, 'chineseCountingThousand', '%1、', 'nothing') +
    level(1, 'chineseCountingThousand', '（%2）', 'nothing') +
    level(2, 'decimal', '%3.', decimalSuffix) +
    `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>${instances.join('')}</w:numbering>`
  )
}

export const settingsXml = `${declaration}<w:settings ${namespaces}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="compressPunctuation"/></w:settings>`

/** The notes part: Word's two separators and, if asked for, one note. */
export function footnotesXml(note: string | undefined): string {
  const body =
    note === undefined
      ? ''
      : `<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve">${note}</w:t></w:r></w:p></w:footnote>`
  return `${declaration}<w:footnotes ${namespaces}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>${body}</w:footnotes>`
}

export const footerXml =
  `${declaration}<w:ftr ${namespaces}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:t xml:space="preserve">— </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>` +
  '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t xml:space="preserve"> —</w:t></w:r></w:p></w:ftr>'
