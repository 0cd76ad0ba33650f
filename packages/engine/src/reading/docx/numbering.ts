import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml.ts'
import { numberOf, switchOf, valueOf, type Styles } from './styles.ts'

/** One level of a list (ECMA-376 part 1, 17.9.6). Levels count from 0. */
export interface ListLevel {
  readonly start: number
  readonly format: string
  /** Pattern of the label: %1 is the number of level 0. */
  readonly text: string
  /** What stands between label and words. */
  readonly suffix: '\t' | ' ' | ''
  /** This level begins again after a paragraph of a level below this number; 0 never. */
  readonly restartsBelow: number
  /** All numbers of the label in Arabic digits. */
  readonly isLegal: boolean
  readonly isHidden: boolean
  /** The paragraph style that stands for this level. */
  readonly styleId: string | undefined
}

/** A list as paragraphs refer to it. */
export interface List {
  /** Lists of the same family share their counters. */
  readonly family: string
  readonly levels: ReadonlyMap<number, ListLevel>
  /** Levels that begin anew, at this number, where this list is used first. */
  readonly restarts: ReadonlyMap<number, number>
}

/** Lists by `w:numId`. */
export type Lists = ReadonlyMap<string, List>

/** Nothing longer is shown. */
const LONGEST_PATTERN = 100
/** Lists have nine levels. */
const LAST_LEVEL = 8

const SUFFIXES: Readonly<Record<string, ListLevel['suffix']>> = { tab: '\t', space: ' ', nothing: '' }

/** Reads `numbering.xml`; without it there are no lists. */
export function readLists(part: XmlElement | undefined, styles: Styles): Lists {
  const families = new Map<string, XmlElement>()
  for (const element of childrenOf(part, 'abstractNum')) {
    families.set(attributeOf(element, 'abstractNumId') ?? '', element)
  }
  const instances = new Map<string, XmlElement>()
  for (const element of childrenOf(part, 'num')) instances.set(attributeOf(element, 'numId') ?? '', element)
  const levelsOfFamily = new Map<string, ReadonlyMap<number, ListLevel>>()
  const lists = new Map<string, List>()
  for (const [id, instance] of instances) {
    const family = familyOf(instance, families, instances, styles)
    const element = families.get(family)
    if (element === undefined) continue
    const shared = levelsOfFamily.get(family) ?? levelsIn(element)
    levelsOfFamily.set(family, shared)
    lists.set(id, { family, ...withOverrides(instance, shared) })
  }
  return lists
}

/** The definition an instance stands for; a list style leads to another one (numStyleLink, 17.9.21). */
function familyOf(
  instance: XmlElement,
  families: ReadonlyMap<string, XmlElement>,
  instances: ReadonlyMap<string, XmlElement>,
  styles: Styles,
): string {
  const family = valueOf(instance, 'abstractNumId') ?? ''
  const link = valueOf(families.get(family), 'numStyleLink')
  if (link === undefined) return family
  const styled = instances.get(styles.find(link)?.numberId ?? '')
  const target = valueOf(styled, 'abstractNumId')
  if (target !== undefined && target !== family && families.has(target)) return target
  for (const [id, element] of families) if (valueOf(element, 'styleLink') === link) return id
  return family
}

function levelsIn(element: XmlElement): Map<number, ListLevel> {
  const levels = new Map<number, ListLevel>()
  for (const child of childrenOf(element, 'lvl')) {
    const index = Number(attributeOf(child, 'ilvl') ?? 0)
    if (index >= 0 && index <= LAST_LEVEL) levels.set(index, readLevel(child, index))
  }
  return levels
}

function withOverrides(
  instance: XmlElement,
  shared: ReadonlyMap<number, ListLevel>,
): Pick<List, 'levels' | 'restarts'> {
  const overrides = childrenOf(instance, 'lvlOverride')
  if (overrides.length === 0) return { levels: shared, restarts: new Map() }
  const levels = new Map(shared)
  const restarts = new Map<number, number>()
  for (const override of overrides) {
    const index = Number(attributeOf(override, 'ilvl') ?? 0)
    for (const [i, level] of levelsIn(override)) levels.set(i, level)
    const start = numberOf(override, 'startOverride')
    if (start !== undefined) restarts.set(index, start)
  }
  return { levels, restarts }
}

function readLevel(element: XmlElement, index: number): ListLevel {
  return {
    start: numberOf(element, 'start') ?? 0,
    format: formatOf(element),
    text: (valueOf(element, 'lvlText') ?? '').slice(0, LONGEST_PATTERN),
    suffix: SUFFIXES[valueOf(element, 'suff') ?? 'tab'] ?? '\t',
    restartsBelow: numberOf(element, 'lvlRestart') ?? index,
    isLegal: switchOf(element, 'isLgl') ?? false,
    isHidden: switchOf(childOf(element, 'rPr'), 'vanish') ?? false,
    styleId: valueOf(element, 'pStyle'),
  }
}

/** Formats newer than the standard stand in a choice whose fallback older programs read; `01, 02, 03` is such a one. */
function formatOf(element: XmlElement): string {
  const choice = childOf(childOf(element, 'AlternateContent'), 'Choice')
  const format = childOf(element, 'numFmt') ?? childOf(choice, 'numFmt')
  const value = attributeOf(format, 'val') ?? 'decimal'
  return value === 'custom' ? `custom:${attributeOf(format, 'format') ?? ''}` : value
}
