/** The named character references that occur in office documents; unbreakable spaces are spaces. */
const NAMES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '　',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  middot: '·',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  times: '×',
}

/** The pattern of a character reference that `characterOf` knows, without anchors or groups. */
export const ENTITY = String.raw`&(?:${Object.keys(NAMES).join('|')}|#\d{1,6}|#x[\da-f]{1,5});`

/** The one character that a reference stands for, e.g. "&nbsp;" or "&#12288;"; a space for a control character. */
export function characterOf(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase()
  if (!name.startsWith('#')) return NAMES[name] ?? ' '
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
  if (code === 0xa0 || code < 0x20) return ' '
  return code < 0x10000 ? String.fromCharCode(code) : '\ufffd'
}
