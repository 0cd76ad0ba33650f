/** Signs of Microsoft's symbol fonts that occur in office documents, by font and code point, as Unicode signs. */
const SIGNS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  wingdings: {
    '6c': '●',
    '6d': '○',
    '6e': '■',
    '6f': '□',
    '71': '□',
    '75': '◆',
    '76': '❖',
    '9f': '•',
    a7: '▪',
    a8: '□',
    d8: '➢',
    e0: '→',
    fb: '✗',
    fc: '✓',
    fd: '☒',
    fe: '☑',
  },
  'wingdings 2': { '30': '□', '50': '✓', '51': '☒', '52': '☑', '53': '☒', '54': '☒', a3: '□', '2a': '□' },
  symbol: { b7: '•', d7: '×', a3: '≤', b3: '≥', b1: '±', b4: '×' },
}

/**
 * The character of a `w:sym` element: `code` is hexadecimal, in the private area F000 to F0FF for symbol fonts. A sign
 * we do not know stays in the private area, so that nothing else is mistaken for it; '' for what is no character.
 */
export function symbolOf(code: string, font: string): string {
  if (!/^[0-9a-f]{2,6}$/i.test(code)) return ''
  const value = Number.parseInt(code, 16)
  const known = SIGNS[font.toLowerCase()]?.[(value & 0xff).toString(16).padStart(2, '0')]
  if (known !== undefined && (value < 0x100 || (value & 0xff00) === 0xf000)) return known
  return value < 0x20 || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff) ? '' : String.fromCodePoint(value)
}
