import type { Span } from '../span.ts'

/** A stretch of Markdown as a reader sees it. */
export interface Stripped {
  readonly plain: string
  /** For each character of `plain` its position in the text. */
  readonly offsets: Uint32Array
}

const ENTITIES: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&emsp;': ' ', '&ensp;': ' ' }
const TOKEN = /\\([!-/:-@[-`{-~])|<br\s{0,2}\/?>|<\/?(?:b|i|u|em|strong|span|font|p|sup|sub)\b[^<>\n]{0,80}>|&[a-z]{2,5};/y

/**
 * Takes the markup out of a stretch of Markdown: heading signs, list bullets, bold and italic signs that have a
 * partner in the stretch, escapes, `<br>`, entities. Signs without a partner (`**工作`, `____`) are left: they are
 * leftovers for a rule to find.
 */
export function stripMarkup(text: string, span: Span): Stripped {
  const words = text.slice(span.start, span.end)
  const dropped = emphasisOf(words)
  const plain: string[] = []
  const offsets: number[] = []
  const keep = (char: string, at: number): void => {
    plain.push(char)
    offsets.push(span.start + at)
  }
  let i = /^\s{0,3}(?:#{1,6}(?:\s+|(?=[^#\s])|$)|>\s?)?/.exec(words)?.[0].length ?? 0
  const end = words.length - (/(?:\s+#+\s*|\\)$/.exec(words)?.[0].length ?? 0)
  while (i < end) {
    TOKEN.lastIndex = i
    const token = TOKEN.exec(words)
    if (dropped.has(i)) i += dropped.get(i) ?? 1
    else if (token) {
      if (token[1]) keep(token[1], i + 1)
      else if (token[0].startsWith('<br')) keep('\n', i)
      else if (token[0].startsWith('&')) for (const char of ENTITIES[token[0]] ?? token[0]) keep(char, i)
      i += token[0].length
    } else keep(words.charAt(i), i++)
  }
  return { plain: plain.join(''), offsets: Uint32Array.from(offsets) }
}

/** The emphasis signs that have a partner: position → length. Converters often close and reopen bold: `**（****一****）**`. */
function emphasisOf(words: string): Map<number, number> {
  const pairs = new Map<number, number>()
  for (const sign of ['**', '__', '*']) {
    let open = -1
    for (let i = words.indexOf(sign); i >= 0; i = words.indexOf(sign, i + sign.length)) {
      if (words.charAt(i - 1) === '\\' || overlapsPair(pairs, i, sign.length)) continue
      if (sign === '__' && words.charAt(i + 2) === '_') {
        while (words.charAt(i) === '_') i++
        continue
      }
      if (open < 0) {
        const next = words.charAt(i + sign.length)
        if (next !== '' && (sign !== '*' || /\S/.test(next))) open = i
      } else {
        pairs.set(open, sign.length).set(i, sign.length)
        open = -1
      }
    }
  }
  return pairs
}

function overlapsPair(pairs: ReadonlyMap<number, number>, at: number, length: number): boolean {
  for (let i = at - 1; i < at + length; i++) if (pairs.has(i) && i + (pairs.get(i) ?? 0) > at) return true
  return false
}
