/**
 * The emphasis signs of a line of Markdown that have a partner: position → length. Signs without a partner are not
 * markup but leftovers (`**工作`), and `李*同志`, `__年__月` are masks and blanks although CommonMark might pair them.
 * Converters from Word often close and reopen bold, also with blanks inside: `**（****一****）****标题 **`.
 */
export function emphasisSigns(words: string): Map<number, number> {
  const runs = Array.from(words.matchAll(/\*+|_+/g), ({ index, 0: { length } }) => ({ at: index, length })).filter(
    ({ at }) => words.charAt(at - 1) !== '\\',
  )
  const stars = runs.filter(({ at }) => words.charAt(at) === '*')
  const dashes = runs.filter(({ at }) => words.charAt(at) === '_')
  const signs = new Map<number, number>()
  pairBold(words, stars, signs)
  pairAtEdges(
    words,
    stars.filter(({ length }) => length === 1),
    signs,
  )
  pairAtEdges(words, dashes, signs)
  return signs
}

interface Run {
  readonly at: number
  readonly length: number
}

/** `**` and `***` alternately open and close; `****` closes and reopens bold, and is a mask where nothing is open. */
function pairBold(words: string, runs: readonly Run[], signs: Map<number, number>): void {
  let open: Run | null = null
  for (const run of runs) {
    if (run.length < 2 || run.length > 4 || (run.length === 4 && !open)) continue
    if (!open || words.slice(open.at + open.length, run.at).trim() === '') {
      open = { at: run.at, length: run.length }
      continue
    }
    const reopens: boolean = run.length === 4
    signs.set(open.at, open.length).set(run.at, reopens ? 2 : run.length)
    open = reopens ? { at: run.at + 2, length: 2 } : null
    if (open && words.slice(open.at + 2).trim() === '') signs.set(open.at, 2)
  }
}

/** Signs that count only at the edges of words and round words without the sign: `*`, `_`, `__`. */
function pairAtEdges(words: string, runs: readonly Run[], signs: Map<number, number>): void {
  let open: Run | null = null
  for (const run of runs) {
    const before = words.charAt(run.at - 1)
    const after = words.charAt(run.at + run.length)
    if (run.length > 2) open = null
    else if (open && open.length === run.length && isEdge(after) && before.trim() !== '') {
      signs.set(open.at, run.length).set(run.at, run.length)
      open = null
    } else open = isEdge(before) && after.trim() !== '' ? run : null
  }
}

/** True for what may stand outside a sign: nothing, white space, punctuation, a bold sign. */
function isEdge(char: string): boolean {
  return char === '' || /[^\p{L}\p{N}]/u.test(char)
}
