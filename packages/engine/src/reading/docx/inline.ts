import { attributeOf, childOf, type XmlElement } from '../xml.ts'
import { createFields, wordsOfField, type Fields } from './fields.ts'
import { lookOf } from './properties.ts'
import type { Style, Styles } from './styles.ts'
import { symbolOf } from './symbols.ts'

/** Where words stand in the XML: a run, and the child of it that holds them. They are the same where a run must not be cut. */
export interface Anchor {
  readonly run: XmlElement
  readonly child: XmlElement
}

/** What a paragraph consists of, in reading order. */
export type InlineItem =
  | {
      readonly kind: 'words'
      readonly words: string
      readonly bold: boolean
      readonly from: Anchor
      readonly to: Anchor
    }
  | { readonly kind: 'break' }
  | { readonly kind: 'frame'; readonly content: XmlElement; readonly at: Anchor }
  | { readonly kind: 'note'; readonly part: 'footnotes' | 'endnotes'; readonly id: string; readonly at: Anchor }

/** Reads the paragraphs of one story; fields run on from paragraph to paragraph. */
export interface InlineReader {
  read(paragraph: XmlElement, chain: readonly Style[]): InlineItem[]
  /** What was left out or accepted on the way. */
  readonly seen: { revisions: boolean; hidden: boolean }
}

/** Elements around runs that change nothing about what is read. */
const TRANSPARENT = new Set(
  'ins moveTo hyperlink smartTag sdt sdtContent fldSimple customXml bdo dir rubyBase oMathPara'.split(' '),
)
const XML_SPACE = ' \t\r\n'
const BREAKS = new Set(['br', 'cr'])
const FIXED: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['ptab', '\t'],
  ['noBreakHyphen', '-'],
])
const NOTES = { footnoteReference: 'footnotes', endnoteReference: 'endnotes' } as const
const DRAWINGS = new Set(['drawing', 'pict', 'object'])

interface Reading {
  readonly items: InlineItem[]
  readonly chain: readonly Style[]
  /** The element to stand for everything inside it: formulas and alternatives are not cut. */
  readonly whole?: XmlElement
  /** Inside a formula every element is looked into. */
  readonly inFormula?: boolean
}

/** A reader at the beginning of a story. */
export function createInlineReader(styles: Styles): InlineReader {
  const fields = createFields<Anchor>()
  const seen = { revisions: false, hidden: false }

  function readContainer(container: XmlElement, reading: Reading): void {
    for (const child of container.children) {
      if (child.name === 'r') readRun(child, reading)
      else if (child.name === 'oMath')
        readContainer(child, { ...reading, whole: reading.whole ?? child, inFormula: true })
      else if (child.name === 'AlternateContent') {
        const chosen = chooseContent(child)
        if (chosen !== undefined) readContainer(chosen, { ...reading, whole: reading.whole ?? child })
      } else if (TRANSPARENT.has(child.name) || reading.inFormula === true) readContainer(child, reading)
      if (child.name === 'ins' || child.name === 'del' || child.name === 'moveFrom') seen.revisions = true
    }
  }

  function readRun(run: XmlElement, reading: Reading): void {
    const look = lookOf(childOf(run, 'rPr'), reading.chain, styles)
    const whole = reading.whole
    for (const child of run.children) {
      const at: Anchor = whole === undefined ? { run, child } : { run: whole, child: whole }
      readRunChild(child, at, { ...reading, look })
    }
  }

  function readRunChild(
    child: XmlElement,
    at: Anchor,
    reading: Reading & { look: { bold: boolean; hidden: boolean } },
  ): void {
    const { items, look } = reading
    const show = (words: string, from = at): void => {
      if (words === '' || !fields.areWordsShown()) return
      if (look.hidden) {
        seen.hidden = true
        return
      }
      fields.showed()
      items.push({ kind: 'words', words, bold: look.bold, from, to: at })
    }
    if (child.name === 't') show(wordsIn(child))
    else if (child.name === 'fldChar') readFieldSign(child, at, fields, show)
    else if (child.name === 'instrText') fields.instruct(child.text)
    else if (FIXED.has(child.name)) show(FIXED.get(child.name) ?? '')
    else if (child.name === 'sym') show(symbolOf(attributeOf(child, 'char') ?? '', attributeOf(child, 'font') ?? ''))
    else if (BREAKS.has(child.name)) {
      if (!look.hidden && fields.areWordsShown()) items.push({ kind: 'break' })
    } else if (child.name === 'footnoteReference' || child.name === 'endnoteReference') {
      if (!look.hidden) items.push({ kind: 'note', part: NOTES[child.name], id: attributeOf(child, 'id') ?? '', at })
    } else if (child.name === 'AlternateContent') {
      for (const inner of chooseContent(child)?.children ?? [])
        readRunChild(inner, { ...at, child: at.child === at.run ? at.run : child }, reading)
    } else if (child.name === 'ruby') readContainer(childOf(child, 'rubyBase') ?? child, { ...reading, whole: at.run })
    else if (DRAWINGS.has(child.name)) {
      if (!look.hidden) for (const content of framesIn(child)) items.push({ kind: 'frame', content, at })
    }
  }

  return {
    seen,
    read(paragraph, chain) {
      const items: InlineItem[] = []
      readContainer(paragraph, { items, chain })
      fields.endParagraph()
      return items
    },
  }
}

function readFieldSign(
  sign: XmlElement,
  at: Anchor,
  fields: Fields<Anchor>,
  show: (words: string, from: Anchor) => void,
): void {
  const type = attributeOf(sign, 'fldCharType')
  if (type === 'begin') fields.begin(at)
  else if (type === 'separate') fields.separate()
  else if (type === 'end') {
    const field = fields.end()
    if (field !== undefined && !field.hasResult) show(wordsOfField(field.code), field.origin)
  }
}

/** Of content in several forms for programs of different age, the newest, as Word takes it; never two (ECMA-376 part 3, 10.2.1). */
export function chooseContent(alternatives: XmlElement): XmlElement | undefined {
  return childOf(alternatives, 'Choice') ?? childOf(alternatives, 'Fallback')
}

/**
 * The words of a text element, one character for each of its own but for the spaces at its ends, which Word drops
 * unless told to keep them. Line breaks and tabs typed into the XML are shown as spaces.
 */
function wordsIn(element: XmlElement): string {
  const { start, end } = shownPart(element)
  return element.text.slice(start, end).replace(/[\t\n\v\f\r\u2028\u2029]/g, ' ')
}

/** Which part of a text element's text is shown, `[start, end)`. */
export function shownPart(element: XmlElement): { start: number; end: number } {
  const { text } = element
  let start = 0
  let end = text.length
  if (attributeOf(element, 'space') === 'preserve') return { start, end }
  while (start < end && XML_SPACE.includes(text.charAt(start))) start++
  while (end > start && XML_SPACE.includes(text.charAt(end - 1))) end--
  return { start, end }
}

/** The contents of the text boxes in a drawing, not those of boxes in boxes. */
function framesIn(element: XmlElement): XmlElement[] {
  if (element.name === 'txbxContent') return [element]
  const inside = element.name === 'AlternateContent' ? [chooseContent(element)] : element.children
  return inside.flatMap((child) => (child === undefined ? [] : framesIn(child)))
}
