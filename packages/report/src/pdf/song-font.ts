import { NOT_IN_FONT, SUBSTITUTES } from './adobe-gb1.ts'

/**
 * 宋体 that is not in the file: a Type 0 font over the character collection Adobe-GB1, named as Adobe's Chinese font pack
 * names it. ISO 32000-1 9.7.5.2 (predefined CMaps, table 118: UniGB-UTF16-H) and 9.7.3 make every reader that knows
 * Chinese take a font of its own for it. CIDs 1–95 are the ASCII characters (Adobe Technical Note 5079, The Adobe-GB1
 * Character Collection); all others take the whole em. The
 * objects have the numbers from `number` on; `toUnicode` is the number of the stream of `TO_UNICODE`.
 */
export function songFont(number: number, toUnicode: number): readonly string[] {
  return [
    `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light-UniGB-UTF16-H /Encoding /UniGB-UTF16-H /DescendantFonts [${number + 1} 0 R] /ToUnicode ${toUnicode} 0 R >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor ${number + 2} 0 R /DW 1000 /W [1 95 500] >>`,
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]
}

/**
 * What is copied or searched for is what was written, where the collection has one character for two of Unicode, as for
 * the ellipsis (ISO 32000-1 9.10.3). A range may not go beyond one first byte, a list not beyond a hundred ranges.
 */
export const TO_UNICODE = [
  '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
  '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
  '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
  '1 begincodespacerange <0000> <FFFF> endcodespacerange',
  ...[0, 64, 128, 192].flatMap((first) => ['64 beginbfrange', ...rangesFrom(first), 'endbfrange']),
  'endcmap CMapName currentdict /CMap defineresource pop end end',
].join('\n')

function rangesFrom(first: number): string[] {
  return Array.from({ length: 64 }, (_, at) => {
    const high = (first + at).toString(16).padStart(2, '0').toUpperCase()
    return `<${high}00> <${high}FF> <${high}00>`
  })
}

/** Stands for what the font has no character for. */
const MISSING = '〓'

/**
 * Words as the font can show them: what it has no character for is another that means the same, or 〓, as is all beyond
 * the Basic Multilingual Plane; control and formatting characters, which would be seen as boxes or turn the order of the
 * words round, are left out; spaces of any width but the Chinese are a space.
 */
export function inFont(words: string): string {
  return words
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\v\f\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cf}\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu, '')
    .replace(NOT_IN_FONT, (character) => (character === '\n' ? character : (SUBSTITUTES.get(character) ?? MISSING)))
}

/** Words as a hexadecimal string of big-endian UTF-16 units, without brackets. */
export function utf16Hex(words: string): string {
  let hex = ''
  for (let at = 0; at < words.length; at += 1) hex += words.charCodeAt(at).toString(16).padStart(4, '0')
  return hex.toUpperCase()
}
