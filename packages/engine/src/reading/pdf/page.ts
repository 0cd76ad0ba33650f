import { ReadingRefusal } from '../refusal.ts'
import type { PdfPage, PdfTextItem } from './library.ts'
import { multiplied, type Matrix } from './matrix.ts'
import { rulesOf, type Rule } from './rules.ts'

/** Words on a page, in points from its upper left corner. */
export interface Glyphs {
  readonly words: string
  readonly left: number
  readonly right: number
  /** Where the line stands that the words stand on. */
  readonly baseline: number
  /** The font's size. */
  readonly size: number
  readonly bold: boolean
}

/** What stands on a page. */
export interface PageContent {
  readonly width: number
  readonly height: number
  readonly glyphs: readonly Glyphs[]
  readonly rules: readonly Rule[]
}

const MOST_ITEMS = 2_000_000
const STEEPEST = 0.05
const NO_ANNOTATIONS = 0

/** Reads a page. `count` is told how many pieces of text were read, so that a made-up file can be given up. */
export async function readPage(
  page: PdfPage,
  codes: Readonly<Record<string, number>>,
  count: (items: number) => number,
): Promise<PageContent> {
  const { transform, width, height } = page.getViewport({ scale: 1 })
  // First, for it is counted: what draws too much has too many words as well.
  const operators = await page.getOperatorList({ annotationMode: NO_ANNOTATIONS })
  const reader = page.streamTextContent({}).getReader()
  const items: PdfTextItem[] = []
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    for (const item of next.value?.items ?? []) items.push(item)
    if (count(next.value?.items.length ?? 0) <= MOST_ITEMS) continue
    await reader.cancel(new Error('too much text'))
    throw new ReadingRefusal('bomb')
  }
  const bolds = new Map(
    Array.from(new Set(items.map(({ fontName }) => fontName)), (font) => [font, isBoldFont(page, font)]),
  )
  const upright = uprightView({ transform, width, height }, items)
  const glyphs = items.flatMap((item) => glyphsOf(item, upright.transform, bolds.get(item.fontName) ?? false))
  const rules = rulesOf(operators, codes, upright.transform)
  page.cleanup()
  return { width: upright.width, height: upright.height, glyphs, rules }
}

interface View {
  readonly transform: Matrix
  readonly width: number
  readonly height: number
}

/** The page turned so that most of its words stand upright: wide tables are laid across a page that says nothing of it. */
function uprightView(view: View, items: readonly PdfTextItem[]): View {
  const turns = [0, 0, 0, 0]
  for (const item of items) {
    const [a = 0, b = 0] = multiplied(view.transform, item.transform)
    const size = item.str?.trim().length ?? 0
    if (Math.abs(b) <= STEEPEST * Math.abs(a)) turns[a > 0 ? 0 : 2] = (turns[a > 0 ? 0 : 2] ?? 0) + size
    else if (Math.abs(a) <= STEEPEST * Math.abs(b)) turns[b > 0 ? 1 : 3] = (turns[b > 0 ? 1 : 3] ?? 0) + size
  }
  const { width, height } = view
  const turn = turns.indexOf(Math.max(...turns))
  // Words that run down the page (1) are turned back up, and so on; the corner stays the upper left one.
  const back: readonly Matrix[] = [
    [1, 0, 0, 1, 0, 0],
    [0, -1, 1, 0, 0, width],
    [-1, 0, 0, -1, width, height],
    [0, 1, -1, 0, height, 0],
  ]
  const isAcross = turn === 1 || turn === 3
  return {
    transform: multiplied(back[turn] ?? [1, 0, 0, 1, 0, 0], view.transform),
    width: isAcross ? height : width,
    height: isAcross ? width : height,
  }
}

/** Radicals and compatibility signs, which fonts often give back instead of the characters they look like: ⼀ for 一. */
const LOOK_ALIKES = /[\u2e80-\u2fd5\uf900-\ufaff]/g

/** Upright words only: slanted ones are watermarks and stamps. */
function glyphsOf(item: PdfTextItem, page: Matrix, bold: boolean): Glyphs[] {
  if (item.str === undefined || item.str === '') return []
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = multiplied(page, item.transform)
  const size = Math.hypot(c, d)
  if (a <= 0 || size === 0 || Math.abs(b) > STEEPEST * a) return []
  return [
    {
      words: item.str.replace(LOOK_ALIKES, (sign) => sign.normalize('NFKC')),
      left: e,
      right: e + item.width,
      baseline: f,
      size,
      bold,
    },
  ]
}

function isBoldFont(page: PdfPage, font: string): boolean {
  return page.commonObjs.has(font) && /bold|heavy|black/i.test(page.commonObjs.get(font).name ?? '')
}
