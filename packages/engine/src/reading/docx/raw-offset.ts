import type { XmlElement } from '../xml.ts'

const REFERENCE = /&(?:#(\d+)|#x([0-9a-f]+)|[a-z]+);|\r\n/iy

/**
 * Where in the source the character `index` of an element's text begins; for an index inside a character of two
 * UTF-16 units, where that character begins. Undefined if the element holds anything but characters and references.
 */
export function rawOffset(source: string, element: XmlElement, index: number): number | undefined {
  if (element.children.length > 0) return undefined
  let seen = 0
  let at = element.contentStart
  while (at < element.contentEnd) {
    const char = source.charAt(at)
    if (char === '<') return undefined
    let units = isHighSurrogate(source, at) ? 2 : 1
    let length = units
    if (char === '&' || char === '\r') {
      REFERENCE.lastIndex = at
      const match = REFERENCE.exec(source)
      const code = match?.[1] !== undefined ? Number(match[1]) : Number.parseInt(match?.[2] ?? '0', 16)
      units = code > 0xffff ? 2 : 1
      length = match?.[0].length ?? 1
    }
    if (seen + units > index) break
    seen += units
    at += length
  }
  return source.slice(at, element.contentEnd).includes('<') ? undefined : at
}

function isHighSurrogate(source: string, at: number): boolean {
  const code = source.charCodeAt(at)
  return code >= 0xd800 && code < 0xdc00
}
