import type { ParagraphStyle } from '../source-document.ts'
import { attributeOf, childOf, type XmlElement } from '../xml.ts'
import { numberOf, switchOf, valueOf, type Style, type Styles } from './styles.ts'

/** A paragraph's place in the document's order, as its style and its own settings say. */
export interface Rank {
  readonly style: ParagraphStyle
  /** Outline level of a heading, 1 is the highest. */
  readonly level?: number
}

const BODY: Rank = { style: 'body' }
const TITLE_NAMES = /^(?:title|subtitle|标题|副标题)$/i
const HEADING_NAMES = /^(?:heading|标题) ?([1-9])$/i
const CONTENTS_NAMES = /^(?:toc|目录) ?(?:[1-9]|heading|标题)$/i
/** Outline level 9 means body text. */
const BODY_LEVEL = 9

/** The styles a paragraph has: its own, what that is based on and so on. */
export function stylesOf(paragraph: XmlElement, styles: Styles): readonly Style[] {
  return styles.paragraphChain(valueOf(childOf(paragraph, 'pPr'), 'pStyle'))
}

/** Title, heading with its level, or body. The names count before the outline level: Word's Chinese Title has level 1. */
export function rankOf(paragraph: XmlElement, chain: readonly Style[]): Rank {
  const own = numberOf(childOf(paragraph, 'pPr'), 'outlineLvl')
  if (own !== undefined) return headingAt(own)
  for (const style of chain) {
    if (TITLE_NAMES.test(style.name)) return { style: 'title' }
    const named = HEADING_NAMES.exec(style.name)?.[1]
    if (style.outlineLevel !== undefined) return headingAt(style.outlineLevel)
    if (named !== undefined) return { style: 'heading', level: Number(named) }
  }
  return BODY
}

function headingAt(outlineLevel: number): Rank {
  return outlineLevel >= 0 && outlineLevel < BODY_LEVEL ? { style: 'heading', level: outlineLevel + 1 } : BODY
}

/**
 * True for a line of an automatic table of contents, its heading included. Some use its styles for headings: it is one
 * only if it leads to a page, by a field or link or by the number at its end.
 */
export function isContentsLine(paragraph: XmlElement, chain: readonly Style[], words: string): boolean {
  if (!chain.some(({ name }) => CONTENTS_NAMES.test(name))) return false
  return leadsToPage(words) || hasContentsField(paragraph)
}

/** True for words that end in a page's number behind a gap or dots, and for the heading of a table of contents. */
export function leadsToPage(words: string): boolean {
  return /^\s*(?:目\s*[录次]|(?:table of )?contents)?\s*$|(?:\s|[.…·]{2,})\s*-?\s?(?:\d{1,4}|[ivxlc]{1,6})\s?-?\s*$/i.test(
    words,
  )
}

function hasContentsField(element: XmlElement): boolean {
  return element.children.some(
    (child) =>
      (child.name === 'instrText' && CONTENTS_FIELD.test(child.text)) ||
      (child.name === 'fldSimple' && CONTENTS_FIELD.test(attributeOf(child, 'instr') ?? '')) ||
      (child.name === 'hyperlink' && /^_Toc/i.test(attributeOf(child, 'anchor') ?? '')) ||
      hasContentsField(child),
  )
}

const CONTENTS_FIELD = /\b(?:TOC|PAGEREF)\b|_Toc/

/** How a run's words look, as far as we care. */
export interface Look {
  readonly bold: boolean
  readonly hidden: boolean
}

/** A run's look (also a paragraph mark's), from its own settings, its character style and its paragraph's styles. */
export function lookOf(properties: XmlElement | undefined, chain: readonly Style[], styles: Styles): Look {
  const characters = styles.characterChain(valueOf(properties, 'rStyle'))
  return {
    bold: toggle('bold', switchOf(properties, 'b'), chain, characters),
    hidden: toggle('hidden', switchOf(properties, 'vanish'), chain, characters),
  }
}

/** Toggle properties (17.7.3): set directly they hold; set in a paragraph and a character style they cancel out. */
function toggle(
  property: 'bold' | 'hidden',
  own: boolean | undefined,
  chain: readonly Style[],
  characters: readonly Style[],
): boolean {
  if (own !== undefined) return own
  const byParagraph = chain.find((style) => style[property] !== undefined)?.[property] ?? false
  const byCharacters = characters.find((style) => style[property] !== undefined)?.[property] ?? false
  return byParagraph !== byCharacters
}

/** What happens to a paragraph's end mark. */
export type Mark = 'visible' | 'deleted' | 'hidden'

/** A mark deleted under revision joins the paragraph to the next; so does a hidden one, on the screen. */
export function markOf(paragraph: XmlElement, chain: readonly Style[], styles: Styles): Mark {
  const properties = childOf(childOf(paragraph, 'pPr'), 'rPr')
  if (childOf(properties, 'del') !== undefined || childOf(properties, 'moveFrom') !== undefined) return 'deleted'
  return lookOf(properties, chain, styles).hidden ? 'hidden' : 'visible'
}
