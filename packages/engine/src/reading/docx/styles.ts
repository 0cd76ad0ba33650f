import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml.ts'

/** What a paragraph or character style says about what we read; undefined where it says nothing. */
export interface Style {
  readonly id: string
  readonly name: string
  readonly basedOn: string | undefined
  readonly isDefault: boolean
  readonly type: string
  /** The style's own numbering reference. */
  readonly numberId: string | undefined
  readonly level: number | undefined
  /** As in the file: 0 is the highest, 9 is body text. */
  readonly outlineLevel: number | undefined
  readonly bold: boolean | undefined
  readonly hidden: boolean | undefined
}

/** The styles of a document. */
export interface Styles {
  /** The style and what it is based on, nearest first; the default paragraph style if there is no id. */
  paragraphChain(id: string | undefined): readonly Style[]
  characterChain(id: string | undefined): readonly Style[]
  find(id: string): Style | undefined
}

const LONGEST_CHAIN = 30

/** Reads `styles.xml`; without it every chain is empty. */
export function readStyles(part: XmlElement | undefined): Styles {
  const styles = new Map<string, Style>()
  for (const element of childrenOf(part, 'style')) {
    const style = readStyle(element)
    if (!styles.has(style.id)) styles.set(style.id, style)
  }
  const standard = [...styles.values()].find(({ type, isDefault }) => type === 'paragraph' && isDefault)?.id
  const chains = new Map<string, readonly Style[]>()
  const chain = (id: string | undefined): readonly Style[] => {
    if (id === undefined) return []
    const known = chains.get(id)
    if (known !== undefined) return known
    const found: Style[] = []
    let style = styles.get(id)
    while (style !== undefined && found.length < LONGEST_CHAIN && !found.includes(style)) {
      found.push(style)
      style = style.basedOn === undefined ? undefined : styles.get(style.basedOn)
    }
    chains.set(id, found)
    return found
  }
  return {
    paragraphChain: (id) => chain(id !== undefined && styles.has(id) ? id : standard),
    characterChain: chain,
    find: (id) => styles.get(id),
  }
}

function readStyle(element: XmlElement): Style {
  const properties = childOf(element, 'pPr')
  const numbering = childOf(properties, 'numPr')
  const run = childOf(element, 'rPr')
  return {
    id: attributeOf(element, 'styleId') ?? '',
    name: valueOf(element, 'name') ?? '',
    basedOn: valueOf(element, 'basedOn'),
    isDefault: isOn(attributeOf(element, 'default') ?? 'false'),
    type: attributeOf(element, 'type') ?? 'paragraph',
    numberId: valueOf(numbering, 'numId'),
    level: numberOf(numbering, 'ilvl'),
    outlineLevel: numberOf(properties, 'outlineLvl'),
    bold: switchOf(run, 'b'),
    hidden: switchOf(run, 'vanish'),
  }
}

/** The `w:val` of a child element. */
export function valueOf(element: XmlElement | undefined, name: string): string | undefined {
  return attributeOf(childOf(element, name), 'val')
}

/** The `w:val` of a child element as a whole number. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const value = Number.parseInt(valueOf(element, name) ?? '', 10)
  return Number.isNaN(value) ? undefined : value
}

/** An on/off child element (ECMA-376 part 1, 17.17.4): present without value means on. */
export function switchOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const child = childOf(element, name)
  return child === undefined ? undefined : isOn(attributeOf(child, 'val') ?? 'true')
}

function isOn(value: string): boolean {
  return !['0', 'false', 'off', 'none'].includes(value)
}
