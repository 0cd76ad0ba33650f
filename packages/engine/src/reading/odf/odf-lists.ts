import type { List, ListLevel, Lists } from '../docx/numbering.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml.ts'

/** Number formats as LibreOffice and WPS write them, by their first sign. */
const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  一: 'chineseCounting',
  壹: 'chineseLegalSimplified',
  甲: 'ideographTraditional',
  子: 'ideographZodiac',
  '①': 'decimalEnclosedCircle',
  '㈠': 'ideographEnclosedCircle',
  '１': 'decimalFullWidth',
}
const MOST_LISTS = 100_000

/** The lists of a text: each use of a list style counts by itself unless it says that it goes on. */
export interface OdfLists {
  /** What the counter asks; grows as lists begin. */
  readonly lists: Lists
  /** Begins a list of this style; returns its number for the counter. */
  begin(style: string, list: XmlElement): string
  /** The list of the headings. */
  readonly headings: string
}

/** Reads the list styles. */
export function readOdfLists(roots: readonly XmlElement[]): OdfLists {
  const groups = roots.flatMap((root) => ['automatic-styles', 'styles'].flatMap((name) => childOf(root, name) ?? []))
  const levels = new Map<string, ReadonlyMap<number, ListLevel>>()
  for (const style of groups.flatMap((group) => childrenOf(group, 'list-style')))
    levels.set(attributeOf(style, 'name') ?? '', levelsIn(style))
  const outline = groups.flatMap((group) => childrenOf(group, 'outline-style'))[0]
  const lists = new Map<string, List>()
  const headings = 'headings'
  lists.set(headings, { family: headings, levels: outline ? levelsIn(outline) : new Map(), restarts: new Map() })
  /** By the list's own identity, and the last of each style. */
  const byName = new Map<string, string>()
  return {
    lists,
    headings,
    begin(style, list) {
      const continued = attributeOf(list, 'continue-list')
      const goesOn =
        continued !== undefined
          ? `id ${continued}`
          : attributeOf(list, 'continue-numbering') === 'true'
            ? `style ${style}`
            : ''
      const number = byName.get(goesOn) ?? String(lists.size)
      if (!lists.has(number) && lists.size < MOST_LISTS)
        lists.set(number, { family: number, levels: levels.get(style) ?? new Map(), restarts: new Map() })
      byName.set(`style ${style}`, number)
      const id = attributeOf(list, 'id')
      if (id !== undefined) byName.set(`id ${id}`, number)
      return number
    },
  }
}

function levelsIn(style: XmlElement): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>()
  for (const element of style.children) {
    const number = Number(attributeOf(element, 'level') ?? 0)
    if (Number.isInteger(number) && number >= 1 && number <= 10) levels.set(number - 1, levelOf(element, number))
  }
  return levels
}

/** A level's label: what stands before and behind the numbers of as many levels as it shows. */
function levelOf(element: XmlElement, number: number): ListLevel {
  const format = attributeOf(element, 'num-format') ?? ''
  const isNumber = /number|outline/.test(element.name) && format !== ''
  const shown = Math.min(Math.max(Number(attributeOf(element, 'display-levels') ?? 1) || 1, 1), number)
  const numbers = Array.from({ length: shown }, (_, i) => `%${number - shown + 1 + i}`).join('.')
  const followed = attributeOf(
    childOf(childOf(element, 'list-level-properties'), 'list-level-label-alignment'),
    'label-followed-by',
  )
  return {
    start: Number(attributeOf(element, 'start-value') ?? 1) || 1,
    format: isNumber ? (FORMATS[format.charAt(0)] ?? 'decimal') : 'bullet',
    text: `${attributeOf(element, 'num-prefix') ?? ''}${numbers}${attributeOf(element, 'num-suffix') ?? ''}`,
    suffix: followed === 'space' ? ' ' : followed === 'nothing' ? '' : '\t',
    restartsBelow: number - 1,
    isLegal: false,
    isHidden: false,
    styleId: undefined,
  }
}
