import { strToU8, zipSync } from 'fflate'
import { escapeMarkup } from '@duizhao/engine/wording'

/** A piece of an official document. */
export type OfficialBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly words: string }
  | { readonly kind: 'paragraph'; readonly words: string }
  | {
      readonly kind: 'table'
      readonly columns: readonly OfficialColumn[]
      readonly rows: readonly (readonly string[])[]
    }
  | { readonly kind: 'pageBreak' }

export interface OfficialColumn {
  readonly header: string
  /** Share of the table's width; all shares together are the whole. */
  readonly share: number
}

/** An official document as GB/T 9704—2012 lays it out. */
export interface OfficialDocument {
  readonly title: string
  /** 发文字号, e.g. 督〔2026〕3号. */
  readonly number?: string
  /** 主送机关. */
  readonly addressee?: string
  readonly blocks: readonly OfficialBlock[]
  /** 发文机关署名 and 成文日期. */
  readonly signature?: { readonly unit: string; readonly date: string }
}

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PROLOGUE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Faces by what they are for (GB/T 9704 7.2–7.3): Word falls back on its own where a machine does not have them. */
const FACES = {
  title: '方正小标宋简体',
  first: '黑体',
  second: '楷体_GB2312',
  body: '仿宋_GB2312',
  page: '宋体',
} as const
/** Sizes in half points: 二号, 三号, 小四, 四号. */
const SIZES = { title: 44, body: 32, table: 24, page: 28 } as const
/** 22 lines to a page of 225 mm. */
const LINE = 579
/** 156 mm of text, in twentieths of a point. */
const TEXT_WIDTH = 8845

/**
 * The document as .docx: A4, text area 156 × 225 mm, 22 lines of 28 characters, title 小标宋二号, body 仿宋三号, headings
 * 黑体、楷体、仿宋, page number in the outer bottom corner (GB/T 9704—2012, 5–7). The same document gives the same bytes.
 */
export function officialDocument(document: OfficialDocument): Uint8Array {
  const parts: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/footer" Target="footer1.xml"/></Relationships>`,
    'word/footer1.xml': `<w:ftr xmlns:w="${MAIN}"><w:p><w:pPr><w:jc w:val="right"/><w:ind w:right="320"/></w:pPr>${run('— ', FACES.page, SIZES.page)}<w:fldSimple w:instr=" PAGE ">${run('1', FACES.page, SIZES.page)}</w:fldSimple>${run(' —', FACES.page, SIZES.page)}</w:p></w:ftr>`,
    'word/document.xml': `<w:document xmlns:w="${MAIN}" xmlns:r="${RELATIONSHIPS}"><w:body>${bodyOf(document)}<w:sectPr><w:footerReference w:type="default" r:id="rId1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="1361" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(PROLOGUE + xml)])), {
    mtime: '2000-01-01T00:00:00',
  })
}

function bodyOf({ title, number, addressee, blocks, signature }: OfficialDocument): string {
  return [
    ...title.split('\n').map((line) => paragraph(line, { face: FACES.title, size: SIZES.title, centred: true })),
    ...(number === undefined ? [] : [paragraph(number, { face: FACES.body, size: SIZES.body, centred: true })]),
    paragraph('', {}),
    ...(addressee === undefined ? [] : [paragraph(`${addressee}：`, {})]),
    ...blocks.map(blockXml),
    ...(signature === undefined ? [] : signatureXml(signature)),
  ].join('')
}

function blockXml(block: OfficialBlock): string {
  if (block.kind === 'pageBreak') return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
  if (block.kind === 'table') return tableXml(block)
  const face = block.kind === 'paragraph' ? FACES.body : [FACES.first, FACES.second, FACES.body][block.level - 1]
  return block.words
    .split('\n')
    .map((line) => paragraph(line, { face, indented: true, keepNext: block.kind === 'heading' }))
    .join('')
}

/** 署名 and date at the right, four characters in (7.3.5.1, without a seal). */
function signatureXml({ unit, date }: NonNullable<OfficialDocument['signature']>): string[] {
  return [paragraph('', {}), paragraph(unit, { right: 640 }), paragraph(date, { right: 1280 })]
}

interface Look {
  readonly face?: string | undefined
  readonly size?: number
  readonly centred?: boolean
  readonly indented?: boolean
  readonly keepNext?: boolean
  /** Set at the right, so far from the margin, in twentieths of a point. */
  readonly right?: number
}

function paragraph(words: string, { face = FACES.body, size = SIZES.body, ...look }: Look): string {
  const indent = look.indented === true ? `<w:ind w:firstLineChars="200" w:firstLine="${size * 20}"/>` : ''
  const right = look.right === undefined ? '' : `<w:ind w:right="${look.right}"/><w:jc w:val="right"/>`
  const properties = `${look.keepNext === true ? '<w:keepNext/>' : ''}<w:spacing w:before="0" w:after="0" w:line="${LINE}" w:lineRule="exact"/>${indent}${right}${look.centred === true ? '<w:jc w:val="center"/>' : ''}`
  return `<w:p><w:pPr>${properties}</w:pPr>${run(words, face, size)}</w:p>`
}

function run(words: string, face: string, size: number): string {
  if (words === '') return ''
  const fonts = `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${face}"/>`
  return `<w:r><w:rPr>${fonts}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escapeMarkup(words)}</w:t></w:r>`
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join('')

function tableXml({ columns, rows }: Extract<OfficialBlock, { kind: 'table' }>): string {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => Math.round((TEXT_WIDTH * share) / whole))
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')
  const header = rowXml(
    columns.map(({ header: words }) => words),
    { widths, face: FACES.first, isHeader: true },
  )
  const body = rows.map((row) => rowXml(row, { widths, face: FACES.body, isHeader: false }))
  return `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${header}${body.join('')}</w:tbl>`
}

function rowXml(
  words: readonly string[],
  { widths, face, isHeader }: { widths: readonly number[]; face: string; isHeader: boolean },
): string {
  const cells = widths.map((width, i) => {
    const lines = (words[i] ?? '').split('\n').map((line) => {
      const properties = `<w:spacing w:before="0" w:after="0" w:line="320" w:lineRule="atLeast"/>${isHeader ? '<w:jc w:val="center"/>' : ''}`
      return `<w:p><w:pPr>${properties}</w:pPr>${run(line, face, SIZES.table)}</w:p>`
    })
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${lines.join('')}</w:tc>`
  })
  return `<w:tr><w:trPr><w:cantSplit/>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`
}
