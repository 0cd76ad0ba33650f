/** The name, any of its letters written as #50 or not (ISO 32000-1, 7.3.5), and its value where that is a plain 1 or 2. */
const PATTERN_TYPE = new RegExp(
  `/${'PatternType'.replace(/./g, (letter) => `(?:${letter}|#${letter.charCodeAt(0).toString(16)})`)}(?![^\\s()<>[\\]{}/%])(?:\\s*([12])(?![\\d.]|\\s+\\d+\\s+R))?`,
  'g',
)
const SHADING = 0x32
const UNDERSCORE = 0x5f

/**
 * Makes a PDF one without tiling patterns, in place; `text` is its bytes. Nothing is painted here, and what a pattern is
 * made of may be the pattern itself: the library would go round for ever. Dictionaries of patterns stand in plain bytes,
 * as those of all streams do; type 1 becomes 2, a shading that is not there, which the library passes over.
 */
export function removePatterns(bytes: Uint8Array, text: string): void {
  for (const { 0: words, 1: type, index } of text.matchAll(PATTERN_TYPE)) {
    const last = index + words.length - 1
    // A type written in another way makes the pattern one of no type.
    bytes[last] = type === undefined ? UNDERSCORE : SHADING
  }
}
