import type { Line } from './line.ts'
import type { MarkToken } from './mark-tokens.ts'

/** What goes on with the paragraph before: no item of its own. */
const GOES_ON =
  /^(?:比如|例如|如|譬如|特别|尤其|其中|同时|此外|因此|所以|对此|这|那|为此|具体|主要(?:表现|体现|是)|责任|完成时限|整改(?:措施|时限|目标|情况)|落实情况|针对|\d|[（(]|附)/
const LONGEST_LEAD = 36

/**
 * Marks, without number, for the paragraphs that stand between numbered ones in their form: a list each of whose items
 * is one paragraph, but one is followed by two, has lost a number. Changes `begins`.
 */
export function numberSiblings(lines: readonly Line[], begins: (MarkToken | null)[]): void {
  for (const run of runsOf(begins)) {
    const extra = run.flatMap((at, n) => {
      const next = run[n + 1]
      return next !== undefined && next - at === 2 ? [at + 1] : []
    })
    const gaps = run.filter((at, n) => (run[n + 1] ?? at + 1) - at > 2)
    const [place] = extra
    if (extra.length !== 1 || gaps.length > 0 || place === undefined) continue
    const token = begins[place - 1]
    if (token && isAlike(lines, run, place)) begins[place] = { ...token, ordinal: 0, mark: '', from: 0, to: 0 }
  }
}

/** Runs of lines that begin with marks of one list, their numbers going on, other lines between them or not. */
function runsOf(begins: readonly (MarkToken | null)[]): number[][] {
  const runs: number[][] = []
  for (const [at, token] of begins.entries()) {
    if (!token || token.ordinal === 0 || token.family === 'unnumbered') continue
    const run = runs.at(-1)
    const last = run?.at(-1)
    const before = last === undefined ? null : begins[last]
    const between = last === undefined ? [] : begins.slice(last + 1, at)
    const goesOn = before?.key === token.key && token.ordinal > before.ordinal && token.ordinal <= before.ordinal + 2
    if (run && goesOn && between.every((other) => other === null)) run.push(at)
    else runs.push([at])
  }
  return runs.filter((run) => run.length > 1)
}

/** True if a paragraph opens as its neighbours do: a short clause ended by the same kind of stop, and of like length. */
function isAlike(lines: readonly Line[], run: readonly number[], place: number): boolean {
  const words = lines[place]?.plain.trim() ?? ''
  if (GOES_ON.test(words)) return false
  const others = run.map((at) =>
    (lines[at]?.plain ?? '').replace(/^[\s（(]*[一二三四五六七八九十\d]{1,3}[是、.．）)]*/, ''),
  )
  const lead = leadOf(words)
  const lengths = others.map((other) => other.length).toSorted((a, b) => a - b)
  const usual = lengths[lengths.length >> 1] ?? 0
  const isLong = words.length >= usual * 0.35 && words.length <= usual * 3
  return lead !== null && isLong && others.every((other) => leadOf(other) !== null)
}

function leadOf(words: string): string | null {
  const lead = /^[^。；：:！？]{3,}(?=[。；：:！？])/.exec(words)?.[0] ?? null
  return lead !== null && lead.length <= LONGEST_LEAD ? lead : null
}
