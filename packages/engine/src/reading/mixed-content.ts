import type { XmlElement } from './xml.ts'

const REFERENCES =
  /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));|<!\[CDATA\[([\s\S]*?)\]\]>|<[!?][^>]{0,2000}>/gi
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** The words and elements inside an element, in order; `source` is the XML its positions are in. */
export function* mixedContent(element: XmlElement, source: string): Generator<string | XmlElement> {
  if (element.text === '') {
    yield* element.children
    return
  }
  let at = element.contentStart
  for (const child of element.children) {
    if (child.start > at) yield wordsOf(source.slice(at, child.start))
    yield child
    at = child.end
  }
  if (element.contentEnd > at) yield wordsOf(source.slice(at, element.contentEnd))
}

/** All words inside an element and the elements in it. */
export function wordsInside(element: XmlElement, source: string): string {
  let words = ''
  for (const piece of mixedContent(element, source))
    words += typeof piece === 'string' ? piece : wordsInside(piece, source)
  return words
}

/** The characters a stretch of XML stands for: references written out, comments left out. */
function wordsOf(xml: string): string {
  return xml.replace(REFERENCES, (reference, ...groups: (string | undefined)[]) => {
    const [hex, decimal, name, data] = groups
    if (!reference.startsWith('&')) return data ?? ''
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? ''
    const code = hex === undefined ? Number(decimal ?? 'NaN') : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
