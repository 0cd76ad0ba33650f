import { attributeOf, childOf, type XmlElement } from '../xml.ts'
import { createFields, wordsOfField, type Fields } from './fields.ts'
import { lookOf, type Look } from './properties.ts'
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
const NOTES: ReadonlyMap<string, 'footnotes' | 'endnotes'> = new Map([
  ['footnoteReference', 'footnotes'],
  ['endnoteReference', 'endnotes'],
])
const REVISIONS = new Set(['ins', 'del', 'moveFrom'])
const DRAWINGS = new Set(['drawing', 'pict', 'object'])

/** A paragraph while it is read. */
interface Reading {
  readonly items: InlineItem[]
  readonly chain: readonly Style[]
  readonly styles: Styles
  readonly fields: Fields<Anchor>
  readonly seen: InlineReader['seen']
  /** The element to stand for everything inside it: formulas and alternatives are not cut. */
  readonly whole?: XmlElement
  /** Inside a formula every element is looked into. */
  readonly inFormula?: boolean
}

/** A reader at the beginning of a story. */
export function createInlineReader(styles: Styles): InlineReader {
  const fields = createFields<Anchor>()
  const seen = { revisions: false, hidden: false }
  return {
    seen,
    read(paragraph, chain) {
      const items: InlineItem[] = []
      readContainer(paragraph, { items, chain, styles, fields, seen })
      fields.endParagraph()
      return items
    },
  }
}

function readContainer(container: XmlElement, reading: Reading): void {
  for (const child of container.children) {
    const { name } = child
    const whole = reading.whole ?? child
    if (name === 'r') readRun(child, reading)
    else if (name === 'oMath') readContainer(child, { ...reading, whole, inFormula: true })
    else if (name === 'AlternateContent') readContainer(chooseContent(child) ?? child, { ...reading, whole })
    else if (TRANSPARENT.has(name) || reading.inFormula === true) readContainer(child, reading)
    if (REVISIONS.has(name)) reading.seen.revisions = true
  }
}

function readRun(run: XmlElement, reading: Reading): void {
  const look = lookOf(childOf(run, 'rPr'), reading.chain, reading.styles)
  const whole = reading.whole
  for (const child of run.children) {
    const at: Anchor = whole === undefined ? { run, child } : { run: whole, child: whole }
    readRunChild(child, at, look, reading)
  }
}

function readRunChild(child: XmlElement, at: Anchor, look: Look, reading: Reading): void {
  const { items, fields, seen } = reading
  const { name } = child
  const show = (words: string, from = at): void => {
    if (words === '' || !fields.areWordsShown()) return
    if (look.hidden) seen.hidden = true
    else items.push({ kind: 'words', words, bold: look.bold, from, to: at })
    fields.showed()
  }
  if (name === 't') show(wordsIn(child))
  else if (name === 'sym') show(symbolOf(attributeOf(child, 'char') ?? '', attributeOf(child, 'font') ?? ''))
  else if (name === 'symEx') show(symbolOf(attributeOf(child, 'char') ?? '', ''))
  else if (FIXED.has(name)) show(FIXED.get(name) ?? '')
  else if (name === 'fldChar') readFieldSign(child, at, fields, show)
  else if (name === 'instrText') fields.instruct(child.text)
  else if (name === 'ruby') readContainer(childOf(child, 'rubyBase') ?? child, { ...reading, whole: at.run })
  else if (name === 'AlternateContent') {
    const inside = at.child === at.run ? at : { run: at.run, child }
    for (const inner of chooseContent(child)?.children ?? []) readRunChild(inner, inside, look, reading)
  } else if (!look.hidden && fields.areWordsShown()) readObject(child, at, items)
}

/** What is no word: line breaks, references to notes, drawings with text boxes. */
function readObject(child: XmlElement, at: Anchor, items: InlineItem[]): void {
  const note = NOTES.get(child.name)
  if (BREAKS.has(child.name)) items.push({ kind: 'break' })
  else if (note !== undefined) items.push({ kind: 'note', part: note, id: attributeOf(child, 'id') ?? '', at })
  else if (DRAWINGS.has(child.name)) {
    for (const content of framesIn(child)) items.push({ kind: 'frame', content, at })
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

/** What alternatives may hold that is read. */
const WORTH_CHOOSING = new Set(
  'p tbl tr tc r t sym symEx tab ptab br cr fldChar instrText ruby drawing pict object txbxContent sdt hyperlink ins oMath oMathPara lvl numFmt AlternateContent'.split(
    ' ',
  ),
)

/**
 * Of content in several forms for programs of different age, the newest that holds something we read, as Word takes
 * it; never two (ECMA-376 part 3, 10.2.1).
 */
export function chooseContent(alternatives: XmlElement): XmlElement | undefined {
  const choices = alternatives.children.filter(({ name }) => name === 'Choice')
  const known = choices.find(({ children }) => children.some(({ name }) => WORTH_CHOOSING.has(name)))
  return known ?? childOf(alternatives, 'Fallback') ?? choices[0]
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
