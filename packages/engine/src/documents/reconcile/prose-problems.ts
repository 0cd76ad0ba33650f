import { outline } from '../../outline/outline.ts'
import type { Part } from '../../outline/part.ts'
import type { SourceDocument } from '../../reading/source-document.ts'
import type { Span } from '../../span.ts'
import { splitNumbered } from '../../tables/cell-text.ts'
import { stateOf } from '../../wording/state-words.ts'
import { listedParts, ownParts } from './listed-parts.ts'
import { nameOf } from './problem-name.ts'
import { type Labelled, labelsIn, shortValue } from './prose-labels.ts'
import {
  type DocumentRole,
  type ProblemField,
  problemFields,
  type TracedProblem,
  type TracedText,
} from './traced-problem.ts'

const SHORTEST = 4
const TELLS_WHAT_WAS_DONE: ReadonlySet<DocumentRole> = new Set(['report', 'notice'])

/** The problems a text lists one after another, with what is said of each. */
export function proseProblems(document: SourceDocument, role: DocumentRole): TracedProblem[] {
  const { text } = document
  const root = outline(document)
  const labels = labelsIn(text, { start: 0, end: text.length }).filter(
    ({ kind }) => kind !== 'other' && kind !== 'problem',
  )
  const parts = role !== 'feedback' && labels.length >= 3 ? labelledParts(root, labels) : listedParts(root, text)
  return parts
    .map((part) => problemOf(part, { text, role }))
    .filter(({ name }) => name.length >= SHORTEST)
    .map((problem, index) => ({ ...problem, index }))
}

/** Parts with labels, each at the height where every label occurs once: higher up they repeat, lower down they are torn apart. */
function labelledParts(part: Part, labels: readonly Labelled[]): Part[] {
  const within = labels.filter(({ start }) => start >= part.start && start < part.end)
  if (within.length === 0) return []
  const kinds = within.map(({ kind }) => kind)
  const repeats = new Set(kinds).size < kinds.length
  const children = ownParts(part)
  const holder = children.find((child) => within.every(({ start }) => start >= child.start && start < child.end))
  if (holder !== undefined) return labelledParts(holder, within)
  if (!repeats && part.depth > 0) return [part]
  return children.flatMap((child) => labelledParts(child, within))
}

function problemOf(part: Part, { text, role }: { text: string; role: DocumentRole }): Omit<TracedProblem, 'index'> {
  const begin = part.heading.start
  const labels = labelsIn(text, { start: begin, end: part.end })
  const told = labels.find(({ kind }) => kind === 'problem')?.value
  const until = labels.find(({ kind }) => kind !== 'problem')?.start ?? firstItem(part) ?? part.end
  const heading = trimmed(text, { start: begin, end: Math.min(part.heading.end, until) })
  // Behind the problem's name a report tells what was done about it.
  const isTold = TELLS_WHAT_WAS_DONE.has(role)
  const own = trimmed(text, told ?? { start: begin, end: Math.max(isTold ? heading.end : until, begin) })
  return {
    ...traced(text, own),
    number: part.mark,
    name: nameOf(text.slice(heading.start, heading.end)),
    fields: { ...fieldsOf(labels, text), ...(role === 'feedback' ? {} : stateField(labels, text, part)) },
    measures: measuresOf(labels, text),
  }
}

/** Where 一是 begins: what follows tells of the rectification. */
function firstItem({ children }: Part): number | undefined {
  return children.find(({ inline }) => inline)?.start
}

function fieldsOf(labels: readonly Labelled[], text: string): Partial<Record<ProblemField, TracedText>> {
  const found = labels.filter(({ kind }) => (problemFields as readonly string[]).includes(kind))
  return Object.fromEntries(
    found
      .map(({ kind, value }) => [kind, traced(text, shortValue(text, value))] as const)
      .filter(([, { text: words }]) => words !== '')
      .toReversed(),
  )
}

const CONCLUDED =
  /(?:该|此|本)(?:项)?问题[^。；\n]{0,40}|(?:目前|现)?已(?:全部)?(?:完成整改|整改完成|整改到位|销号)(?=[。；\n]|$)|整改(?:完成|到位)(?=[。；\n]|$)/g

/** How far a text says the problem is, in its last words about it. */
function stateField(labels: readonly Labelled[], text: string, { start, end }: Span): { state?: TracedText } {
  if (labels.some(({ kind }) => kind === 'state')) return {}
  const last = [...text.slice(start, end).matchAll(CONCLUDED)].findLast(
    ([words]) => stateOf(wordsOfState(words)) !== null,
  )
  if (last === undefined) return {}
  const words = wordsOfState(last[0])
  const at = start + last.index + last[0].length - words.length
  return { state: traced(text, { start: at, end: at + words.length }) }
}

/** The last clause: 该问题已取得阶段性成效，长期坚持. */
function wordsOfState(words: string): string {
  const clauses = words.split(/[，,]/)
  const last = clauses.at(-1) ?? words
  return last.replace(/^(?:该|此|本)(?:项)?问题/, '')
}

function measuresOf(labels: readonly Labelled[], text: string): TracedText[] {
  return labels
    .filter(({ kind }) => kind === 'measure')
    .flatMap(({ value }) => {
      const { start, end } = trimmed(text, value)
      if (end <= start) return []
      const cell = { text: text.slice(start, end), start, end, row: 0, column: 0, rowSpan: 1, columnSpan: 1 }
      return splitNumbered(cell, text).map((piece) => traced(text, trimmed(text, piece)))
    })
    .filter(({ text: words }) => words.length > 1)
}

function traced(text: string, { start, end }: Span): TracedText {
  return { start, end, text: text.slice(start, end), cell: null }
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const lead = /^[\s\u3000]*/.exec(words)?.[0].length ?? 0
  return { start: start + lead, end: start + Math.max(lead, words.trimEnd().length) }
}
