import { childOf, type XmlElement } from '../xml.ts'
import { formatNumber } from '../number-words.ts'
import type { List, ListLevel, Lists } from './numbering.ts'
import { numberOf, valueOf, type Style } from './styles.ts'

/** Counts the numbered paragraphs of one story in reading order. */
export interface ListCounter {
  /** Counts the paragraph and returns its label with what follows it, or '' if none is shown. */
  next(paragraph: XmlElement, chain: readonly Style[]): string
  /** As `next`, for a paragraph of which list and level (from 0) are known. */
  nextAt(numberId: string, index: number): string
}

const LONGEST_LABEL = 60
const PLAIN_LEVEL: Pick<ListLevel, 'start' | 'format'> = { start: 1, format: 'decimal' }

/**
 * A counter that starts with nothing counted. As Word does: lists of one family count on together; a level begins
 * again after a paragraph of a higher one; a list with a start of its own begins there where it is used first; a
 * level that is skipped counts as begun.
 */
export function createListCounter(lists: Lists): ListCounter {
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  function count(place: Place | undefined): string {
    const level = place?.list.levels.get(place.index)
    if (place === undefined || level === undefined) return ''
    const numbers = counts.get(place.list.family) ?? []
    counts.set(place.list.family, numbers)
    step(numbers, place, begun)
    return level.isHidden ? '' : labelOf(numbers, place, level)
  }
  return {
    next: (paragraph, chain) => count(placeOf(paragraph, chain, lists)),
    nextAt(numberId, index) {
      const list = lists.get(numberId)
      return count(list && { numberId, list, index })
    },
  }
}

interface Place {
  readonly numberId: string
  readonly list: List
  readonly index: number
}

/** Which list and level a paragraph has, by its own settings, then by its styles; list 0 means none. */
function placeOf(paragraph: XmlElement, chain: readonly Style[], lists: Lists): Place | undefined {
  const own = childOf(childOf(paragraph, 'pPr'), 'numPr')
  const numberId = valueOf(own, 'numId') ?? chain.find((style) => style.numberId !== undefined)?.numberId
  const list = numberId === undefined ? undefined : lists.get(numberId)
  if (numberId === undefined || list === undefined) return undefined
  return { numberId, list, index: numberOf(own, 'ilvl') ?? levelByStyle(list, chain) }
}

/** A style's level is the one that names the style (17.9.23); the level written in the style counts only without such. */
function levelByStyle(list: List, chain: readonly Style[]): number {
  for (const style of chain) {
    for (const [index, { styleId }] of list.levels) if (styleId === style.id) return index
    if (style.level !== undefined) return style.level
  }
  return 0
}

function step(numbers: (number | undefined)[], { numberId, list, index }: Place, begun: Set<string>): void {
  for (let upper = 0; upper < index; upper++) numbers[upper] ??= startOf(list, upper)
  const restart = list.restarts.get(index)
  const isFirstUse = restart !== undefined && !begun.has(`${numberId} ${index}`)
  if (isFirstUse) begun.add(`${numberId} ${index}`)
  const before = numbers[index]
  numbers[index] = isFirstUse || before === undefined ? startOf(list, index) : before + 1
  for (let lower = index + 1; lower < numbers.length; lower++) {
    if (index < (list.levels.get(lower)?.restartsBelow ?? lower)) numbers[lower] = undefined
  }
}

function startOf(list: List, index: number): number {
  return list.restarts.get(index) ?? (list.levels.get(index) ?? PLAIN_LEVEL).start
}

function labelOf(numbers: readonly (number | undefined)[], { list, index }: Place, level: ListLevel): string {
  if (level.format === 'bullet') return ''
  let written = 0
  const words = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    // A made-up pattern may hold thousands of numbers; nobody sees those behind the longest label.
    if (written++ > LONGEST_LABEL / 2) return ''
    const at = Math.min(Number(digit) - 1, index)
    const { start, format } = list.levels.get(at) ?? PLAIN_LEVEL
    return inFormat(numbers[at] ?? start, level.isLegal && format !== 'none' ? 'decimal' : format)
  })
  return words === '' ? '' : words.slice(0, LONGEST_LABEL) + level.suffix
}

/** A custom format gives its beginning as a sample, `001, 002, 003, ...`: numbers with leading zeros. */
function inFormat(value: number, format: string): string {
  if (!format.startsWith('custom:')) return formatNumber(value, format)
  return String(value).padStart(/^custom:(0{0,9}1)\b/.exec(format)?.[1]?.length ?? 1, '0')
}
