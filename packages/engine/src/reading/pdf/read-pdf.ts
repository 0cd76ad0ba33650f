import { layOut, type Block } from '../lay-out.ts'
import { ReadingRefusal } from '../refusal.ts'
import type { SourceDocument } from '../source-document.ts'
import { withoutFurniture } from './furniture.ts'
import { withPdf } from './library.ts'
import { linesOf, type TextLine } from './lines.ts'
import { readPage, type PageContent } from './page.ts'
import { paragraphsOf, settingOf } from './paragraphs.ts'
import { continuedTable, tablesOf, type PageTable } from './tables.ts'

const MOST_PAGES = 2000
/** A page with fewer characters than this holds no text worth the name if it holds a picture. */
const FEWEST_CHARACTERS = 15
const PART_LOST = '部分文字用了没有随附对照表的编码，没有读取。'
const OLD_ENCODING = [
  '里面的文字用了没有随附对照表的编码，无法读取',
  '请提供 Word 文件，或另行导出为 .pdf 再试',
] as const

/**
 * Reads a PDF file: paragraphs put together from lines in reading order, tables drawn with lines, without page
 * headers, footers, page numbers and slanted watermarks. Throws a `ReadingRefusal`; `scanned` where pages hold
 * pictures instead of text.
 */
export async function readPdf(
  bytes: Uint8Array,
  name: string,
  { characterMap }: { characterMap?: (name: string) => Promise<Uint8Array> } = {},
): Promise<SourceDocument> {
  let lacksMaps = false
  async function findMap(map: string): Promise<Uint8Array> {
    try {
      if (characterMap) return await characterMap(map)
    } catch {
      // Told below: the library goes on without the font.
    }
    lacksMaps = true
    throw new ReadingRefusal('unsupported')
  }
  const pages = await withPdf(bytes, findMap, async (file, codes) => {
    if (file.numPages > MOST_PAGES)
      throw new ReadingRefusal('too_large', `超过 ${MOST_PAGES} 页，没有读取`, '请拆分后再试')
    const read: PageContent[] = []
    let total = 0
    for (let number = 1; number <= file.numPages; number++) {
      read.push(await readPage(await file.getPage(number), codes, (items) => (total += items)))
    }
    return read
  })
  const bare = pages.filter((page) => charactersOn(page) < FEWEST_CHARACTERS)
  if (lacksMaps && bare.length === pages.length) throw new ReadingRefusal('unsupported', ...OLD_ENCODING)
  refuseUnreadable(pages, bare, bytes)
  const built = layOut(blocksOf(pages))
  return { name, format: 'pdf', ...built, notes: [...notesOn(pages, bare, bytes), ...(lacksMaps ? [PART_LOST] : [])] }
}

function charactersOn({ glyphs }: PageContent): number {
  return glyphs.reduce((sum, { words }) => sum + words.replace(/\s/g, '').length, 0)
}

/** Fonts without a way back to characters show as these. */
// oxlint-disable-next-line no-control-regex -- control characters are what wrong fonts give
const UNKNOWN = /[\ue000-\uf8ff\ufffd\0-\x08\x0e-\x1f\x7f-\x9f]/g

function refuseUnreadable(pages: readonly PageContent[], bare: readonly PageContent[], bytes: Uint8Array): void {
  const text = pages.flatMap(({ glyphs }) => glyphs.map(({ words }) => words)).join('')
  const characters = text.replace(/\s/g, '').length
  if (bare.length === pages.length && holdsPictures(bytes)) throw new ReadingRefusal('scanned')
  if (characters === 0) throw new ReadingRefusal('empty', '里面没有文字')
  if ((text.match(UNKNOWN)?.length ?? 0) > characters * 0.05) {
    throw new ReadingRefusal('unsupported', '里面的文字无法还原成字符', '请提供 Word 文件，或用文字识别软件转换并校对')
  }
}

function notesOn(pages: readonly PageContent[], bare: readonly PageContent[], bytes: Uint8Array): string[] {
  if (bare.length === 0 || !holdsPictures(bytes)) return []
  const numbers = bare.map((page) => pages.indexOf(page) + 1)
  return [
    `第 ${numbers.slice(0, 10).join('、')}${numbers.length > 10 ? ' 等' : ''} 页几乎没有文字，可能是扫描页，没有读取。`,
  ]
}

/** Pictures are announced in plain bytes, "/Subtype /Image", in every PDF (ISO 32000-1, 7.5.7: streams stand in no other stream). */
function holdsPictures(bytes: Uint8Array): boolean {
  const name = new TextEncoder().encode('/Image')
  for (let at = bytes.indexOf(0x2f); at >= 0; at = bytes.indexOf(0x2f, at + 1)) {
    if (name.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

/** The document in reading order: what stands between tables is joined to paragraphs over the ends of pages. */
function blocksOf(pages: readonly PageContent[]): Block[] {
  const tables = pages.map(({ rules, glyphs }) => tablesOf(rules, glyphs))
  const rough = pages.map(({ height, glyphs, rules }, i) => {
    const inTables = new Set(tables[i]?.flatMap((table) => [...table.glyphs]))
    return { height, rules, lines: linesOf(glyphs.filter((glyph) => !inTables.has(glyph))) }
  })
  const { lines, footnotes } = withoutFurniture(rough)
  const setting = settingOf(lines)
  const blocks: Block[] = []
  let waiting: TextLine[][] = []
  let open: PageTable | null = null
  const closeText = (): void => {
    for (const block of paragraphsOf(waiting, setting)) blocks.push(block)
    waiting = []
  }
  for (const [i, page] of lines.entries()) {
    let rest: readonly TextLine[] = page
    for (const table of tables[i] ?? []) {
      const above = rest.filter(({ baseline }) => baseline < table.top)
      rest = rest.filter(({ baseline }) => baseline >= table.top)
      if (above.length > 0) waiting.push([...above])
      const whole: PageTable | null = open && above.length === 0 ? continuedTable(open, table) : null
      if (whole) blocks[blocks.length - 1] = whole
      else {
        closeText()
        blocks.push(table)
      }
      open = whole ?? table
    }
    if (rest.length > 0) {
      waiting.push([...rest])
      open = null
    }
  }
  closeText()
  if (footnotes.length === 0) return blocks
  const notes = paragraphsOf([footnotes], { ...settingOf([footnotes]), left: setting.left, right: setting.right })
  return [...blocks, ...notes.map((note): Block => ({ ...note, style: 'footnote' }))]
}
