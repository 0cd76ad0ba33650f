import { linesOf, widthOf } from './line-breaking.ts'
import type { PdfBlock, PdfDocument } from './pdf-document.ts'

/** A line of words on a page, in points from its lower left corner. */
export interface PlacedLine {
  readonly words: string
  readonly left: number
  readonly baseline: number
  readonly size: number
  readonly isBold: boolean
}

/** A line before it has its place: how far it is in, what space it takes, and whether the next one must be on its page. */
interface Line {
  readonly words: string
  readonly indent: number
  readonly size: number
  readonly isBold?: boolean
  readonly before?: number
  readonly keepNext?: boolean
  /** What stands at the left margin on the same line. */
  readonly label?: string
}

const MILLIMETRE = 72 / 25.4
/** A4. */
export const PAGE = { width: 595.28, height: 841.89 } as const
const MARGIN = 25 * MILLIMETRE
const WIDTH = PAGE.width - 2 * MARGIN
/** Font sizes in points: 小二, 小四, 五号, 小五. */
const SIZES = { title: 18, heading: 12, body: 10.5, page: 9 } as const
/** From line to line, in font sizes. */
const LEADING = 1.6
/** The label of a fact has eight characters, and an entry's cells stand two in; in points. */
const LABEL = 8 * SIZES.body
const STEP = 2 * SIZES.body
/** Between two facts or entries, between two blocks, and above a heading; in points. */
const GAPS = { entry: 3, block: 6, heading: 12 } as const
/** Below the text area. */
const FOOTER = 15 * MILLIMETRE

/** The lines of each page, the page's number below; at least one page. */
export function layOut({ title, blocks }: PdfDocument): PlacedLine[][] {
  const lines = [...titleLines(title), ...blocks.flatMap(blockLines)]
  const pages = pagesOf(lines)
  return pages.map((page, at) => [...page, pageNumber(at + 1, pages.length)])
}

function pagesOf(lines: readonly Line[]): PlacedLine[][] {
  let page: PlacedLine[] = []
  const pages = [page]
  let top = PAGE.height - MARGIN
  for (const [at, line] of lines.entries()) {
    const isFirst = page.length === 0
    if (!isFirst && top - spaceOf(lines, at) < MARGIN) {
      page = []
      pages.push(page)
      top = PAGE.height - MARGIN
    }
    if (page.length > 0) top -= line.before ?? 0
    top -= line.size * LEADING
    page.push(...placed(line, top))
  }
  return pages
}

/** What a line needs, with those it must not be parted from. */
function spaceOf(lines: readonly Line[], from: number): number {
  let space = 0
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at]
    if (line === undefined) break
    space += (line.before ?? 0) + line.size * LEADING
    if (line.keepNext !== true) break
  }
  return space
}

function placed({ words, indent, size, isBold = false, label }: Line, top: number): PlacedLine[] {
  // The descenders, and half of what is between two lines, stand below.
  const baseline = top + size * (LEADING - 1)
  const at = (left: number, what: string): PlacedLine => ({ words: what, left, baseline, size, isBold })
  return [...(label === undefined ? [] : [at(MARGIN, label)]), at(MARGIN + indent, words)]
}

function pageNumber(number: number, of: number): PlacedLine {
  const words = `第 ${number} 页 共 ${of} 页`
  const left = (PAGE.width - widthOf(words) * SIZES.page) / 2
  return { words, left, baseline: FOOTER, size: SIZES.page, isBold: false }
}

function titleLines(title: string): Line[] {
  const size = SIZES.title
  return linesOf(title, WIDTH / size).map((words) => ({
    ...{ words, size, isBold: true, keepNext: true },
    indent: (WIDTH - widthOf(words) * size) / 2,
  }))
}

function blockLines(block: PdfBlock): Line[] {
  if (block.kind === 'facts') return spaced(block.facts.map(factLines))
  if (block.kind === 'table') return spaced(block.rows.map((row, at) => entryLines(block.columns, row, at + 1)))
  const isHeading = block.kind === 'heading'
  const size = isHeading ? SIZES.heading : SIZES.body
  const lines = linesOf(block.words, WIDTH / size)
  return lines.map((words, at) => ({
    ...{ words, size, indent: 0, isBold: isHeading, keepNext: isHeading },
    before: at > 0 ? 0 : isHeading ? GAPS.heading : GAPS.block,
  }))
}

/** Entries one below another, a little apart. */
function spaced(entries: readonly (readonly Line[])[]): Line[] {
  return entries.flatMap((lines, at) =>
    lines.map((line, row) => (row === 0 ? { ...line, before: at === 0 ? GAPS.block : GAPS.entry } : line)),
  )
}

function factLines([name, value]: readonly [string, string]): Line[] {
  const size = SIZES.body
  const labels = linesOf(name, LABEL / size - 1)
  const values = linesOf(value, (WIDTH - LABEL) / size)
  return Array.from({ length: Math.max(labels.length, values.length) }, (_, at) => {
    const label = labels[at]
    return { words: values[at] ?? '', indent: LABEL, size, ...(label === undefined ? {} : { label }) }
  })
}

function entryLines(columns: readonly string[], row: readonly string[], number: number): Line[] {
  const size = SIZES.body
  const [first = '', ...others] = row
  const label = `${number}.`
  const head = linesOf(first, (WIDTH - STEP) / size)
  const cells = others.map((words, at) => (words === '' ? '' : `${columns[at + 1] ?? ''}：${words}`))
  const below = sideBySide(cells, (WIDTH - STEP) / size)
  const lines = [...head, ...below.flatMap((words) => linesOf(words, (WIDTH - STEP) / size))]
  return lines.map((words, at) => ({
    ...{ words, indent: STEP, size },
    ...(at === 0 ? { label, keepNext: lines.length > 1 } : {}),
  }))
}

/** Cells that are short stand on one line, as many as there is room for. */
function sideBySide(cells: readonly string[], most: number): string[] {
  const lines: string[] = []
  for (const cell of cells.filter((words) => words !== '')) {
    const joined = `${lines.at(-1) ?? ''}；${cell}`
    const fits = lines.length > 0 && !joined.includes('\n') && widthOf(joined) <= most
    if (fits) lines[lines.length - 1] = joined
    else lines.push(cell)
  }
  return lines
}
