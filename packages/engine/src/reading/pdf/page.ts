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

/** Reads a page. `count` is told how many pieces of text were read, so that a made-up file can be given up. */
export async function readPage(
  page: PdfPage,
  codes: Readonly<Record<string, number>>,
  count: (items: number) => number,
): Promise<PageContent> {
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const reader = page.streamTextContent({}).getReader()
  const items: PdfTextItem[] = []
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    items.push(...(next.value?.items ?? []))
    if (count(next.value?.items.length ?? 0) <= MOST_ITEMS) continue
    await reader.cancel(new Error('too much text'))
    throw new ReadingRefusal('bomb')
  }
  const operators = await page.getOperatorList()
  const bolds = new Map(
    Array.from(new Set(items.map(({ fontName }) => fontName)), (font) => [font, isBoldFont(page, font)]),
  )
  const glyphs = items.flatMap((item) => glyphsOf(item, transform, bolds.get(item.fontName) ?? false))
  const rules = rulesOf(operators, codes, transform)
  page.cleanup()
  return { width, height, glyphs, rules }
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
