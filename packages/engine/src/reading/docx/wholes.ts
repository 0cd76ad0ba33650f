import type { Span } from '../../span.ts'
import { attributeOf, type XmlElement } from '../xml.ts'

/**
 * The stretches of a part's source that no mark may stand inside, in their order: content controls and fields within a
 * line. A comment's mark inside one is valid, but other programs lose the words before it or show the comment in the
 * body. Controls that hold paragraphs, and fields that reach over several, are none.
 */
export function wholesOf(root: XmlElement): Span[] {
  const wholes: Span[] = []
  visit(root, wholes)
  return wholes
}

function visit(element: XmlElement, wholes: Span[]): void {
  if (element.name === 'p') visitLine(element, wholes)
  else for (const child of element.children) visit(child, wholes)
}

/** Lines within the line, those of text boxes, get no marks. */
function visitLine(paragraph: XmlElement, wholes: Span[]): void {
  const begun: number[] = []
  const add = (whole: Span): void => {
    if (begun.length === 0) wholes.push(whole)
  }
  const walk = (element: XmlElement, run: XmlElement): void => {
    if (element.name === 'p') return
    if (element.name === 'sdt' || element.name === 'fldSimple') return add(element)
    if (element.name !== 'fldChar') {
      for (const child of element.children) walk(child, element.name === 'r' ? element : run)
      return
    }
    const type = attributeOf(element, 'fldCharType')
    if (type === 'begin') begun.push(run.start)
    const start = type === 'end' ? begun.pop() : undefined
    if (start !== undefined) add({ start, end: run.end })
  }
  for (const child of paragraph.children) walk(child, paragraph)
}

/** The stretch a position lies inside; none at its edges. */
export function wholeAround(wholes: readonly Span[], at: number): Span | undefined {
  let [low, high] = [0, wholes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((wholes[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const found = wholes[low]
  return found !== undefined && found.start < at ? found : undefined
}
