import { withoutLoneRuns } from './lone-runs.ts'
import { sharedRuns, type GramTable, type SharedRun } from './shared-runs.ts'

/**
 * A stretch two texts share, small edits included, in normal characters: `a[aStart, aEnd)` corresponds to
 * `b[bStart, bEnd)`.
 */
export interface Passage {
  readonly aStart: number
  readonly aEnd: number
  readonly bStart: number
  readonly bEnd: number
  /** Characters that are equal in both. */
  readonly equal: number
  /** Those of them that are masked in neither text. */
  readonly counted: number
}

/** What is wanted of a pair of texts: their masks, and what is too little or too loose to be a passage. */
export interface PassageSearch {
  readonly maskA: Uint8Array
  readonly maskB: Uint8Array
  /** Passages with fewer equal characters are left out. */
  readonly least: number
  /** Equal characters as a fraction of the passage's longer side, at least. */
  readonly density: number
  /** The two texts are one, and passages are its repetitions. */
  readonly within?: boolean
}

/** An edit between two exact runs of a passage is at most so long on either side … */
const LONGEST_EDIT = 20
/** … and at most so many times as long as the shorter of what it joins. */
const EDIT_PER_RUN = 2

interface Texts extends PassageSearch {
  readonly a: Uint16Array
  readonly b: Uint16Array
}

/** A passage under construction. */
interface Chain {
  readonly aStart: number
  readonly bStart: number
  aEnd: number
  bEnd: number
  equal: number
  counted: number
}

/**
 * The passages text `a` shares with the text of `table`: exact runs, joined across replaced, inserted and deleted words
 * where the order is the same in both (the chaining step of sequence aligners, e.g. Li: Minimap2, 2018, section 2.1).
 * Ordered by their place in `a`; a passage mostly covered on both sides by larger ones is left out. Linear time.
 */
export function findPassages(a: Uint16Array, table: GramTable, search: PassageSearch): Passage[] {
  const runs = withoutLoneRuns(sharedRuns(a, table, search.within), {
    least: search.least,
    reach: LONGEST_EDIT,
    lengthOfB: table.codes.length,
  })
  const chains = joinRuns(runs, { ...search, a, b: table.codes })
  const passages = chains.filter(
    (chain) => chain.equal >= search.least && chain.equal >= search.density * longerSide(chain),
  )
  return withoutCovered(passages, a.length, table.codes.length)
}

function longerSide(passage: Passage): number {
  return Math.max(passage.aEnd - passage.aStart, passage.bEnd - passage.bStart)
}

function joinRuns(runs: readonly SharedRun[], texts: Texts): Chain[] {
  const chains: Chain[] = []
  const open: Chain[] = []
  let at = -1
  for (const run of runs) {
    // Many runs begin at one place of a text that repeats itself.
    if (run.a > at) closePassed(open, run.a)
    at = run.a
    const chain = nearest(open, run, texts.within ?? false)
    if (chain) {
      extend(chain, run, texts)
      continue
    }
    if (open.some((other) => liesIn(run, other))) continue
    const started = { aStart: run.a, bStart: run.b, aEnd: run.a, bEnd: run.b, equal: 0, counted: 0 }
    extend(started, run, texts)
    chains.push(started)
    open.push(started)
  }
  return chains
}

/** Drops, in place, the chains that end too far before `at` to go on there. */
function closePassed(open: Chain[], at: number): void {
  let kept = 0
  for (const chain of open) {
    if (chain.aEnd + LONGEST_EDIT < at) continue
    open[kept] = chain
    kept += 1
  }
  open.length = kept
}

function liesIn(run: SharedRun, chain: Chain): boolean {
  return run.a + run.length <= chain.aEnd && run.b >= chain.bStart && run.b + run.length <= chain.bEnd
}

/** The open chain the run continues with the smallest edit between them, if any. */
function nearest(open: readonly Chain[], run: SharedRun, within: boolean): Chain | undefined {
  let chosen: Chain | undefined
  let smallest = Infinity
  for (const chain of open) {
    const overlap = Math.max(0, chain.aEnd - run.a, chain.bEnd - run.b)
    const length = run.length - overlap
    if (length < 2) continue
    const inA = run.a + overlap - chain.aEnd
    const inB = run.b + overlap - chain.bEnd
    const edit = Math.max(inA, inB)
    if (edit > LONGEST_EDIT || edit > EDIT_PER_RUN * Math.min(length, chain.equal)) continue
    if (within && run.b + run.length > chain.aStart) continue
    const cost = edit + Math.abs(inA - inB)
    if (cost >= smallest) continue
    smallest = cost
    chosen = chain
  }
  return chosen
}

/** Appends a run; between the chain and the run characters count as equal where both sides have as many. */
function extend(chain: Chain, run: SharedRun, { a, b, maskA, maskB }: Texts): void {
  const overlap = Math.max(0, chain.aEnd - run.a, chain.bEnd - run.b)
  const aFrom = run.a + overlap
  const bFrom = run.b + overlap
  const sameLength = aFrom - chain.aEnd === bFrom - chain.bEnd
  const start = sameLength ? chain.aEnd : aFrom
  const shift = bFrom - aFrom
  const end = run.a + run.length
  for (let at = start; at < end; at++) {
    if (a[at] !== b[at + shift]) continue
    chain.equal += 1
    if (maskA[at] === 0 && maskB[at + shift] === 0) chain.counted += 1
  }
  chain.aEnd = end
  chain.bEnd = run.b + run.length
}

/** Larger ones first decide; the order of the result is that of the text. */
function withoutCovered(passages: readonly Chain[], lengthOfA: number, lengthOfB: number): Passage[] {
  const coveredA = new Uint8Array(lengthOfA)
  const coveredB = new Uint8Array(lengthOfB)
  const kept: Passage[] = []
  for (const passage of passages.toSorted((one, other) => other.equal - one.equal || one.aStart - other.aStart)) {
    const isCovered =
      covered(coveredA, passage.aStart, passage.aEnd) > 0.5 && covered(coveredB, passage.bStart, passage.bEnd) > 0.5
    if (isCovered) continue
    coveredA.fill(1, passage.aStart, passage.aEnd)
    coveredB.fill(1, passage.bStart, passage.bEnd)
    kept.push(passage)
  }
  return kept.sort((one, other) => one.aStart - other.aStart || one.bStart - other.bStart)
}

function covered(marks: Uint8Array, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) count += marks[at] ?? 0
  return count / (to - from)
}
