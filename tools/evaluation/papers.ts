import { type Item, isUnreadable, read, review } from '@duizhao/engine'
import type { ItemAnswer } from '../../samples/making/answers.ts'
import type { Paper } from '../../samples/making/papers/write-paper.ts'
import { matchItems } from './match-items.ts'

const kinds = ['problems', 'causes', 'measures', 'prior'] as const
type Kind = (typeof kinds)[number]

/** How often items were found: strictly, and where another cut of the same place is forgiven. */
interface Tally {
  /** Expected, found at all. */
  expected: number
  given: number
  /** Expected items that were found as they are. */
  strict: number
  /** Expected items whose place an item covers, and items that stand in the place of an expected one. */
  placed: number
  standing: number
}

/** How well papers are read: F1 strict and by place per kind of item, and the weakest layouts. */
export async function evaluatePapers(title: string, papers: readonly Paper[]): Promise<string> {
  const byKind = new Map<string, Tally>()
  const byLayout = new Map<string, Tally>()
  let [rightKinds, rightAspects, aspects] = [0, 0, 0]
  for (const paper of papers) {
    const found = await readPaper(paper)
    if (found.kind === paper.answers.kind) rightKinds += 1
    rightAspects += found.rightAspects
    aspects += paper.answers.problems.filter(({ aspect }) => aspect !== undefined).length
    for (const kind of kinds) {
      const tally = tallyOf(paper, kind, found.items[kind])
      add(byKind, kind, tally)
      add(byKind, 'all', tally)
      add(byLayout, paper.layout.name, tally)
    }
  }
  const weakest = [...byLayout].toSorted(([, a], [, b]) => strictF1(a) - strictF1(b))
  return [
    `\n${title.padEnd(34)}precision  recall  strict F1  place F1`,
    ...[...byKind].map(([kind, tally]) => row(kind, tally)),
    `${'kind'.padEnd(34)}${rightKinds} of ${papers.length}`,
    `${'aspect of a problem'.padEnd(34)}${rightAspects} of ${aspects}`,
    `weakest: ${weakest
      .slice(0, 8)
      .map(([name, tally]) => `${name} ${strictF1(tally).toFixed(2)}`)
      .join(' · ')}`,
    '',
  ].join('\n')
}

interface PaperRead {
  readonly kind: string
  readonly items: Readonly<Record<Kind, readonly Item[]>>
  readonly rightAspects: number
}

async function readPaper({ name, text, answers }: Paper): Promise<PaperRead> {
  const document = await read(new TextEncoder().encode(text), name)
  if (isUnreadable(document)) throw new Error(`${name}: ${document.message}`)
  const { examination } = review(document)
  const starts = new Map(examination.aspects.map(({ id, start }) => [id, start]))
  const rightAspects = matchItems(answers.problems, examination.problems).matches.filter(({ answer, found }) => {
    const problem = examination.problems.find(({ start }) => start === found.start)
    const start = starts.get(problem?.aspect ?? '')
    return answer.aspect !== undefined && start !== undefined && sameWords(text.slice(start, start + 40), answer.aspect)
  })
  return { kind: examination.kind, items: examination, rightAspects: rightAspects.length }
}

function sameWords(written: string, aspect: string): boolean {
  const plain = (words: string): string => words.replaceAll(/[^\p{L}\p{N}（）]/gu, '')
  return plain(written).startsWith(plain(aspect).slice(0, 10))
}

function tallyOf({ text, answers }: Paper, kind: Kind, found: readonly Item[]): Tally {
  const expected = answers[kind]
  const places = placesOf(
    text,
    expected,
    kinds.flatMap((each) => answers[each]),
  )
  const covers = (item: Item, start: number): boolean => item.start <= start + 3 && item.end > start
  const standing = found.filter(({ start }) => places.some((place) => start >= place.start - 3 && start < place.end))
  const placed = places.filter((place) =>
    found.some((item) => covers(item, place.start) || (item.start >= place.start && item.start < place.end)),
  )
  return {
    expected: expected.length,
    given: found.length,
    strict: matchItems(expected, found).matches.length,
    placed: placed.length,
    standing: standing.length,
  }
}

/** An expected item's place reaches to the next one, the last one's to the end of the text. */
function placesOf(
  text: string,
  expected: readonly ItemAnswer[],
  all: readonly ItemAnswer[],
): { start: number; end: number }[] {
  const starts = all.map(({ start }) => start).toSorted((a, b) => a - b)
  return expected.map(({ start }) => ({ start, end: starts.find((other) => other > start) ?? text.length }))
}

function add(tallies: Map<string, Tally>, name: string, more: Tally): void {
  const sum = tallies.get(name) ?? { expected: 0, given: 0, strict: 0, placed: 0, standing: 0 }
  for (const key of ['expected', 'given', 'strict', 'placed', 'standing'] as const) sum[key] += more[key]
  tallies.set(name, sum)
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

function strictF1({ expected, given, strict }: Tally): number {
  return f1(strict / Math.max(1, given), strict / Math.max(1, expected))
}

function row(name: string, tally: Tally): string {
  const { expected, given, strict, placed, standing } = tally
  const [precision, recall] = [strict / Math.max(1, given), strict / Math.max(1, expected)]
  const place = f1(standing / Math.max(1, given), placed / Math.max(1, expected))
  const figures = [precision, recall, strictF1(tally), place].map((share) => share.toFixed(3).padStart(9))
  return `${name.padEnd(34)}${figures.join(' ')}`
}
