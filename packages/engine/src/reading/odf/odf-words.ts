import { mixedContent } from '../mixed-content.ts'
import { attributeOf, childOf, type XmlElement } from '../xml.ts'

const LONGEST_SPACE = 1000
/** What stands in a paragraph and is none of its words. */
export const ASIDE = new Set(
  'annotation annotation-end note frame custom-shape ruby-text tracked-changes bookmark change hidden-text hidden-paragraph'.split(
    ' ',
  ),
)

/** The words of a paragraph: its spaces run together, but for those written as such (ISO/IEC 26300-1, 6.1.2). */
export function wordsOfParagraph(
  paragraph: XmlElement,
  source: string,
  aside: (element: XmlElement) => void = () => undefined,
): string {
  let words = ''
  const add = (element: XmlElement): void => {
    for (const piece of mixedContent(element, source)) {
      if (typeof piece === 'string') {
        const run = piece.replace(/[ \t\r\n]+/g, ' ')
        words += run.startsWith(' ') && (words === '' || /[ \t\n]$/.test(words)) ? run.slice(1) : run
      } else if (piece.name === 's') words += ' '.repeat(spacesOf(piece))
      else if (piece.name === 'tab') words += '\t'
      else if (piece.name === 'line-break') words += '\n'
      else if (ASIDE.has(piece.name)) aside(piece)
      else add(childOf(piece, 'ruby-base') ?? piece)
    }
  }
  add(paragraph)
  return words
}

/** The words of a cell: its paragraphs, also those of lists, joined with "\n". */
export function wordsOfParagraphs(element: XmlElement, source: string): string {
  return paragraphsIn(element)
    .map((paragraph) => wordsOfParagraph(paragraph, source).trimEnd())
    .join('\n')
}

function paragraphsIn(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) =>
    child.name === 'p' || child.name === 'h' ? [child] : ASIDE.has(child.name) ? [] : paragraphsIn(child),
  )
}

function spacesOf(element: XmlElement): number {
  const count = Number(attributeOf(element, 'c') ?? 1)
  return Number.isInteger(count) ? Math.min(Math.max(count, 0), LONGEST_SPACE) : 1
}
