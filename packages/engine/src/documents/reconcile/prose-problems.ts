import { outline } from '../../outline/outline.ts'
import type { Part } from '../../outline/part.ts'
import type { SourceDocument } from '../../reading/source-document.ts'
import type { Span } from '../../span.ts'
import { splitNumbered } from '../../tables/cell-text.ts'
import { stateOf } from '../../wording/state-words.ts'
import { nameOf } from './problem-name.ts'
import { type Labelled, labelsIn, shortValue } from './prose-labels.ts'
import {
  type DocumentRole,
  type ProblemField,
  problemFields,
  type TracedProblem,
  type TracedText,
} from './traced-problem.ts'

/** Chapters that list no problems of the inspection. */
const OTHER_CHAPTER =
  /意见建议|工作建议|整改建议|整改要求|工作要求|总体要求|指导思想|基本原则|组织领导|组织推进|推进情况|保障措施|工作保障|工作措施$|主要做法|工作开展|整改成效|取得.{0,4}成效|下一步|下步|今后|有关要求|工作打算|工作安排|方法步骤|实施步骤|移交|联系方式|基本情况|巡[视察].{0,6}(?:工作)?概况|总体评价/
/** A heading that finds fault lists problems, whatever else it names. */
const FAULT = /有?差距|不够|不力|不到位|不足|薄弱|短板|欠缺|不实|不严|滞后|突出|不深|缺位|弱化/
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

/** The parts of a list; what stands behind a label belongs to its problem. */
function ownParts({ children }: Part): Part[] {
  return children.filter(({ inline, labels }) => !inline && labels !== true)
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

/** The lowest numbered parts of the chapters that list problems; the chapters themselves where they are a flat list. */
function listedParts(root: Part, text: string): Part[] {
  const lowest = (part: Part): Part[] => {
    const children = ownParts(part)
    return children.length === 0 ? [part] : withoutEnding(children, text).flatMap(lowest)
  }
  const chapters = ownParts(root).filter(({ heading }) => {
    const words = text.slice(heading.start, heading.end)
    return FAULT.test(words) || !OTHER_CHAPTER.test(words)
  })
  const listed = chapters.flatMap((chapter) => (ownParts(chapter).length === 0 ? [] : lowest(chapter)))
  return listed.length === 0 && isFlatList(chapters, text) ? withoutEnding(chapters, text) : listed
}

const SHORTEST_LIST = 3
/** What a heading of a chapter does not say, and a problem does. */
const SHORTCOMING = /问题|不|未|没有|缺|差|弱|流于|雷同|超期|过期|重.{1,6}轻/

/** Numbered items one below the other, without chapters over them. Items marked 一、 are chapters unless they name shortcomings. */
function isFlatList(parts: readonly Part[], text: string): boolean {
  const short = parts.filter(({ heading }) => SHORTCOMING.test(text.slice(heading.start, heading.end)))
  const isItems = parts.every(({ family }) => family !== 'chapter' && family !== 'comma' && family !== 'unnumbered')
  return parts.length >= SHORTEST_LIST && (isItems || short.length * 2 > parts.length)
}

/** Where each item is one paragraph, so is the last: a closing sentence, the signature and the date are none of it. */
function withoutEnding(parts: readonly Part[], text: string): Part[] {
  const lineEnd = ({ start, end }: Span): number => {
    const at = text.slice(start, end).trimEnd().indexOf('\n')
    return at < 0 ? end : start + at
  }
  const before = parts.slice(0, -1)
  const last = parts.at(-1)
  const isOneEach = before.length > 0 && before.every((part) => lineEnd(part) === part.end)
  if (last === undefined || last.children.some(({ inline }) => !inline) || !isOneEach) return [...parts]
  return [...before, { ...last, end: lineEnd(last) }]
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
