import type { Span } from '../../span.ts'

/** Where two texts differ: a stretch of the earlier one, and what stands there in the later one; either may be empty. */
export interface TextChange {
  readonly before: Span
  readonly after: Span
}

/** Lines of both texts are weighed against each other; beyond so many pairs only what both begin and end with is the same. */
const MOST_PAIRS = 1_000_000

/**
 * What was changed from one text to another, in order: line by line, and within a line that was changed without what it
 * begins and ends with as before. White space at the ends of lines, and empty lines, are no change.
 */
export function textChanges(before: string, after: string): TextChange[] {
  const old = linesOf(before)
  const now = linesOf(after)
  const changes: TextChange[] = []
  let [i, j] = [0, 0]
  for (const [oldAt, nowAt] of [...sameLines(old, now), [old.length, now.length] as const]) {
    const gap = { before: gapOf(old, [i, oldAt], before), after: gapOf(now, [j, nowAt], after) }
    const paired =
      oldAt - i === nowAt - j
        ? old.slice(i, oldAt).map((line, at) => ({ before: line, after: now[j + at] ?? line }))
        : [gap]
    changes.push(...paired.flatMap((change) => narrowed(before, after, change)))
    i = oldAt + 1
    j = nowAt + 1
  }
  return changes
}

/** Where an offset of the earlier text lies in the later one; null where the text around it was changed. */
export function placeAfter(changes: readonly TextChange[], { start, end }: Span): Span | null {
  let shift = 0
  for (const { before, after } of changes) {
    if (before.start >= end) break
    if (before.end > start) return null
    shift = after.end - before.end
  }
  return { start: start + shift, end: end + shift }
}

interface Line extends Span {
  readonly words: string
}

function linesOf(text: string): Line[] {
  return Array.from(text.matchAll(/[^\r\n]+/g), ({ index, 0: line }) => {
    const words = line.trim()
    const start = index + (line.length - line.trimStart().length)
    return { words, start, end: start + words.length }
  }).filter(({ words }) => words !== '')
}

/** From the first to the last of some lines; where there are none, the place before the line that follows. */
function gapOf(lines: readonly Line[], [from, to]: readonly [number, number], text: string): Span {
  const start = lines[from]?.start ?? text.length
  return { start, end: from < to ? (lines[to - 1]?.end ?? start) : start }
}

/** Pairs of lines that are the same in both, in order: as many as there can be. */
function sameLines(old: readonly Line[], now: readonly Line[]): [number, number][] {
  let first = 0
  while (first < old.length && first < now.length && old[first]?.words === now[first]?.words) first += 1
  let last = 0
  const most = Math.min(old.length, now.length) - first
  while (last < most && old[old.length - 1 - last]?.words === now[now.length - 1 - last]?.words) last += 1
  const [rows, columns] = [old.length - first - last, now.length - first - last]
  const inner = rows * columns > MOST_PAIRS ? [] : longestCommon(old, now, { first, rows, columns })
  return [
    ...Array.from({ length: first }, (_, at): [number, number] => [at, at]),
    ...inner,
    ...Array.from({ length: last }, (_, at): [number, number] => [old.length - last + at, now.length - last + at]),
  ]
}

interface Middle {
  readonly first: number
  readonly rows: number
  readonly columns: number
}

/** The longest common subsequence of the lines in the middle (Wagner and Fischer 1974). */
function longestCommon(
  old: readonly Line[],
  now: readonly Line[],
  { first, rows, columns }: Middle,
): [number, number][] {
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  const isSame = (i: number, j: number): boolean => old[first + i]?.words === now[first + j]?.words
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = rows - 1; i >= 0; i -= 1)
    for (let j = columns - 1; j >= 0; j -= 1)
      lengths[i * width + j] = isSame(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: [number, number][] = []
  let [i, j] = [0, 0]
  while (i < rows && j < columns) {
    if (isSame(i, j)) {
      pairs.push([first + i, first + j])
      i += 1
      j += 1
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}

/** Without the characters that both begin and end with. */
function narrowed(before: string, after: string, { before: was, after: is }: TextChange): TextChange[] {
  const most = Math.min(was.end - was.start, is.end - is.start)
  let first = 0
  while (first < most && before[was.start + first] === after[is.start + first]) first += 1
  let last = 0
  while (last < most - first && before[was.end - 1 - last] === after[is.end - 1 - last]) last += 1
  const change = {
    before: { start: was.start + first, end: was.end - last },
    after: { start: is.start + first, end: is.end - last },
  }
  return change.before.start === change.before.end && change.after.start === change.after.end ? [] : [change]
}
