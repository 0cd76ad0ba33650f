import type { SourceDocument } from '../reading/source-document.ts'
import type { SectionRole } from '../standards/field-words.ts'
import { joinedDocument, placedInFile } from '../reading/joined-document.ts'
import { announcedRole, announcesProblems } from './announcements.ts'
import { contentsLength } from './contents-lines.ts'
import { headingToken } from './heading-lines.ts'
import { type Line, linesOf } from './line.ts'
import { type MarkToken, markAtStart, marksInside } from './mark-tokens.ts'
import { type IsAbove, nestingOf } from './nesting.ts'
import type { Part } from './part.ts'
import { numberSiblings } from './unnumbered-siblings.ts'

interface OpenPart {
  readonly token: MarkToken | null
  readonly line: Line | null
  readonly children: OpenPart[]
  readonly headingEnd: number
  end: number
}

/** Lists written with words (一是, 第一，) may also be ordinary sentences: only a list of two or more counts. */
const NEEDS_COMPANY = 6

/**
 * The document as a tree of numbered parts. Lists are told apart by how their marks are written and by their numbers;
 * which kind of list contains which is read from the document itself (`nestingOf`). Parts lie in reading order, a
 * child inside its parent. Defective numbering (a repeated or missing number) is kept, for the rules to report.
 */
export function outline(document: SourceDocument): Part {
  const joined = joinedDocument(document)
  return joined ? placedInFile(outlineOfLines(joined.document), joined) : outlineOfLines(document)
}

function outlineOfLines(document: SourceDocument): Part {
  const written = linesOf(document)
  const lines = written.slice(contentsLength(written))
  const first = lines.map((line) => markAtStart(line))
  const begins = lines.map((_, i) => acceptedAtStart(lines, first, i))
  numberSiblings(lines, begins)
  dropLoneAspects(begins)
  announceSections(lines, begins)
  const isAbove = nestingOf(begins.filter((token): token is MarkToken => token !== null))
  const root: OpenPart = { token: null, line: null, children: [], headingEnd: 0, end: document.text.length }
  const open: OpenPart[] = [root]
  for (const [i, line] of lines.entries()) {
    const begin = begins[i] ?? null
    const inside = marksInside(line, begin, first[i + 1] ?? null)
    if (begin) enter(open, begin, { line, isAbove, until: inside[0]?.from })
    else leaveInline(open, first[i + 1] ?? null, inside[0])
    for (const [n, token] of inside.entries()) enterInline(open, token, line, inside[n + 1]?.from)
    extend(open, line.endOf(line.plain.trimEnd().length))
  }
  return seal(root, 0, document.text)
}

function acceptedAtStart(
  lines: readonly Line[],
  first: readonly (MarkToken | null)[],
  index: number,
): MarkToken | null {
  const token = first[index] ?? null
  const line = lines[index]
  if (!token || !line) {
    // “问题：……” and the field it stands under are no title, however soon they come.
    const isNamed = [index, index + 1].some((at) => headingToken(lines, at)?.key === 'label')
    return isTitleZone(lines, first, index) && !isNamed ? null : headingToken(lines, index)
  }
  if (token.rank < NEEDS_COMPANY || token.ordinal > 1) return token
  const inside = marksInside(line, token, null)
  if (inside.some((other) => other.key === token.key && other.ordinal === 2)) return token
  for (let i = index + 1; i < lines.length && i <= index + 20; i++) {
    if (first[i]?.key === token.key) return first[i]?.ordinal === 2 ? token : null
    if (first[i] && (first[i]?.rank ?? 9) < 3) return null
  }
  return null
}

/** The fewest sections a paper without headings must announce: one such sentence is running text. */
const FEWEST_ANNOUNCED = 2
const LONGEST_ANNOUNCEMENT = 60

/**
 * In a paper without headings the sentences that announce its sections stand for them; in one with headings those that
 * announce causes, measures or last year's account, where no heading does.
 */
function announceSections(lines: readonly Line[], begins: (MarkToken | null)[]): void {
  const isHeaded = begins.some((token) => token && (token.rank < 2.5 || token.key.startsWith('heading')))
  if (isHeaded) return announceMissing(lines, begins)
  headSentences(lines, begins)
  const roles = lines.map(({ plain }, i) => {
    const role = begins[i] && !begins[i].key.startsWith('aspect') ? null : announcedRole(plain)
    // “再说现在的问题。” announces them; “在学习方面，存在……不足” names a field.
    return begins[i] && role !== 'causes' && role !== 'measures' && !SPEAKS_OF.test(plain) ? null : role
  })
  const introduces = introductionOfProblems(lines, begins, roles.indexOf('problems'))
  // Fields at the heads of paragraphs tell the problems without a word about them.
  const fields = begins.filter((token, i) => token !== null && roles[i] === null).length
  const announced = new Set([...roles, introduces < 0 && fields < FEWEST_ANNOUNCED ? null : 'problems'])
  announced.delete(null)
  if (announced.size < FEWEST_ANNOUNCED || !announced.has('problems')) return
  let last: SectionRole | null = null
  for (const [i, role] of roles.entries()) {
    if (i === introduces) begins[i] = announcement(lastSentenceOf(lines[i]?.plain ?? ''))
    const now = i === introduces ? 'problems' : role
    if (now === null || now === last) continue
    if (i !== introduces) begins[i] = last === null ? announcementOf(now, begins[i + 1]) : announcement(0)
    last = now
  }
}

const LONGEST_HEADING = 40
const SHORTEST_PARAGRAPH = 80
const FEWEST_HEADINGS = 3

/** In a paper without numbered headings, short lines without a stop, each over a long paragraph, head its fields. */
function headSentences(lines: readonly Line[], begins: (MarkToken | null)[]): void {
  const places = lines.flatMap(({ plain }, i) => {
    const isShort = plain.trim().length <= LONGEST_HEADING && !/[。；：！？!?:]/.test(plain)
    const next = lines[i + 1]
    const isAbove = next !== undefined && next.plain.length >= SHORTEST_PARAGRAPH
    return begins[i] === null && isShort && isAbove && !isTitleZone(lines, begins, i) ? [i] : []
  })
  if (places.length < FEWEST_HEADINGS) return
  for (const place of places) begins[place] = { ...announcement(0), key: 'line', rank: 2.5 }
}

const SPEAKS_OF = /^\s*(?:首?先|再|接着|接下来|最后|下面)来?(?:[说谈讲]|报告|汇报)/

/** Where an introduction ends with “现将查摆的问题汇报如下。”, if no sentence announces the problems before any field; -1 if none. */
function introductionOfProblems(
  lines: readonly Line[],
  begins: readonly (MarkToken | null)[],
  announced: number,
): number {
  const field = begins.findIndex((token) => token !== null)
  const until = Math.min(...[announced, field].filter((at) => at >= 0), lines.length - 1)
  const found = lines
    .slice(0, until + 1)
    .findLastIndex(({ plain }, i) => begins[i] === null && announcesProblems(plain))
  const next = lines[found + 1]?.plain ?? ''
  return found >= 0 && next !== '' && announcedRole(next) === null ? found : -1
}

/** Roles that a paper with headings may leave to a sentence, and what its headings say where they do not. */
const HEADED: readonly (readonly [SectionRole, RegExp])[] = [
  ['prior_rectification', /(?:上一?年|上一?次|去年|20\d\d年).{0,24}(?:整改|落实)|整改(?:落实|完成)?情况/],
  ['causes', /原因|根源|根子|症结|为什么|剖析/],
  ['measures', /措施|打算|方向|整改|怎么改|下一?步|今后/],
  ['statement', /说明|报告|事项/],
]

function announceMissing(lines: readonly Line[], begins: (MarkToken | null)[]): void {
  const headings = lines.flatMap(({ plain }, i) => {
    const token = begins[i] ?? null
    return token || isTitleZone(lines, begins, i) ? [plain.slice(token?.to ?? 0).slice(0, 40)] : []
  })
  for (const [role, named] of HEADED) {
    if (headings.some((words) => named.test(words))) continue
    const places = lines.flatMap(({ plain }, i) => (begins[i] === null && announces(plain, role) ? [i] : []))
    const [place] = places
    if (place === undefined || places.length > 1) continue
    // Headings that go on behind it hold it: it ends the one before, and no section.
    const keys = new Set(begins.slice(0, place).map((token) => token?.key))
    const goesOn = begins
      .slice(place)
      .some((token) => token && token.rank <= 2.5 && token.ordinal > 1 && keys.has(token.key))
    begins[place] = goesOn ? within(announcement(0)) : headed(role, begins[place + 1])
  }
}

/** True for a paragraph that opens with a short sentence, or the words before a colon, announcing the role. */
function announces(plain: string, role: SectionRole): boolean {
  const first = /^[^。！？：:]{2,}[。！？：:]/.exec(plain.trim())?.[0] ?? ''
  return first !== '' && first.length <= LONGEST_ANNOUNCEMENT && announcedRole(first) === role
}

/** Above every heading. */
const TOP = 0.4
/** Below any heading, above the lists under it. */
const WITHIN = 2.97

/**
 * The sentence that announces a role. What became of last time's problems is told there and then: the headings behind
 * it are of this time, unless the next line begins to list it.
 */
function announcementOf(role: SectionRole, next: MarkToken | null | undefined): MarkToken {
  const isTold = role === 'prior_rectification' && (next?.rank ?? 0) < 2
  return isTold ? within(announcement(0)) : announcement(0)
}

/** In a paper with headings, what comes behind the last of them stands beside the first. */
function headed(role: SectionRole, next: MarkToken | null | undefined): MarkToken {
  return role === 'prior_rectification' ? announcementOf(role, next) : { ...announcement(0), rank: TOP }
}

/** An announcement that heads nothing but its own paragraphs, with a key of its own: it says nothing of what others hold. */
function within(token: MarkToken): MarkToken {
  return { ...token, key: 'announced-within', rank: WITHIN }
}

function announcement(at: number): MarkToken {
  return { key: 'announced', family: 'unnumbered', rank: 1.5, ordinal: 0, mark: '', from: at, to: at, inline: false }
}

/** Where the last sentence of a paragraph begins. */
function lastSentenceOf(plain: string): number {
  return (/^[\s\S]*[。！？](?=[^。！？]+[。！？：:]?\s*$)/.exec(plain)?.[0] ?? '').length
}

/** One paragraph that happens to begin “……方面。” or “措施：” heads nothing; several of them are a framework. */
function dropLoneAspects(begins: (MarkToken | null)[]): void {
  for (const key of ['aspect', 'aspect-in', 'label']) {
    const places = begins.flatMap((token, i) => (token?.key === key ? [i] : []))
    if (places.length === 1) for (const place of places) begins[place] = null
  }
}

/** Before the first line of running text or the first number stands the title. */
function isTitleZone(lines: readonly Line[], first: readonly (MarkToken | null)[], index: number): boolean {
  for (let i = 0; i < index; i++) {
    if (first[i] || (lines[i]?.plain.length ?? 0) > 60 || /[。；]/.test(lines[i]?.plain ?? '')) return false
  }
  return index < 8
}

function extend(open: readonly OpenPart[], end: number): void {
  for (const part of open) part.end = Math.max(part.end, end)
}

function enter(
  open: OpenPart[],
  written: MarkToken,
  where: { line: Line; isAbove: IsAbove; until: number | undefined },
): void {
  extend(open, where.line.startOf(written.from))
  const token = restarted(open, written)
  const same = open.findLastIndex((part) => part.token?.key === token.key)
  if (same > 0) open.length = same
  else {
    const keep = open.findLastIndex((part) => !part.token || (!part.token.inline && where.isAbove(part.token, token)))
    open.length = keep + 1
  }
  add(open, token, where.line, where.until)
}

/**
 * “五、整改措施” followed at once by “一、…二、…”: the same kind of mark one level further in, until the outer count
 * goes on.
 */
function restarted(open: readonly OpenPart[], token: MarkToken): MarkToken {
  const inner = { ...token, key: `restarted:${token.key}`, rank: token.rank + 0.5 }
  const outerPart = open.findLast((part) => part.token?.key === token.key)
  const innerPart = open.findLast((part) => part.token?.key === inner.key)
  if (!outerPart?.token) return token
  if (innerPart?.token)
    return token.ordinal === outerPart.token.ordinal + 1 && token.ordinal !== innerPart.token.ordinal + 1
      ? token
      : inner
  const isBare = open.at(-1) === outerPart && outerPart.end <= outerPart.headingEnd + 2
  return isBare && token.ordinal === 1 && outerPart.token.ordinal > 0 ? inner : token
}

function enterInline(open: OpenPart[], token: MarkToken, line: Line, until: number | undefined): void {
  extend(open, line.startOf(token.from))
  const same = open.findLastIndex((part) => part.token?.key === token.key)
  if (same > 0) open.length = same
  else if (token.ordinal === 1) {
    const above = open.at(-1)
    const siblings = open.at(-2)?.children ?? []
    const finishedList =
      above?.token?.inline && siblings.filter((part) => part.token?.key === above.token?.key).length > 1
    if (finishedList && siblings.slice(0, -1).every((part) => part.children.length === 0)) open.length -= 1
  }
  add(open, token, line, until)
}

/** A paragraph without a mark ends the lists inside the one before it, unless the next one goes on with them. */
function leaveInline(open: OpenPart[], next: MarkToken | null, begins: MarkToken | undefined): void {
  while (open.at(-1)?.token?.inline) {
    const token = open.at(-1)?.token
    const goesOn = [next, begins].some(
      (other) => other && other.key === token?.key && other.ordinal === token.ordinal + 1,
    )
    if (goesOn) return
    open.length -= 1
  }
}

/** What ends a heading, where it is not the end of its sentence. */
const STOPS: Readonly<Record<string, RegExp>> = { 'aspect-in': /，/, label: /[：:？?]|(?<=】)/ }

function add(open: OpenPart[], token: MarkToken, line: Line, until: number | undefined): void {
  const stop = STOPS[token.key] ?? /[。；：:！？;]/
  const headingEnd = line.endOf(headingLength(line.plain, { from: token.to, until: until ?? line.plain.length, stop }))
  const part: OpenPart = { token, line, children: [], headingEnd, end: headingEnd }
  open.at(-1)?.children.push(part)
  open.push(part)
}

/** A heading is the first sentence after the mark, or the whole line. */
function headingLength(plain: string, where: { from: number; until: number; stop: RegExp }): number {
  const { from, until } = where
  const stop = where.stop.exec(plain.slice(from, until))
  const end = stop ? from + stop.index : until
  return from + plain.slice(from, end).replace(/[\s，,、；;]{1,8}$/, '').length
}

function seal(part: OpenPart, depth: number, text: string): Part {
  const { token, line } = part
  const children = part.children.map((child) => seal(child, depth + 1, text))
  if (!token || !line) {
    const none = { start: 0, end: 0 }
    const body = { start: 0, end: text.length }
    return {
      family: 'unnumbered',
      mark: '',
      markSpan: none,
      ordinal: 0,
      depth,
      heading: none,
      body,
      inline: false,
      children,
      ...body,
    }
  }
  const { family, ordinal, inline } = token
  const start = line.startOf(token.from)
  const markSpan = { start, end: token.to > token.from ? line.endOf(token.to) : start }
  const headingStart = line.startOf(token.to + leadingSpace(line.plain.slice(token.to)))
  const heading = { start: headingStart, end: Math.max(part.headingEnd, headingStart) }
  const end = Math.max(start + text.slice(start, part.end).trimEnd().length, heading.end)
  const body = { start: heading.end, end }
  const kind = {
    ...(token.key.startsWith('announced') ? { announces: true as const } : {}),
    ...(token.key === 'label' ? { labels: true as const } : {}),
  }
  const mark = token.mark.trim()
  return { family, mark, markSpan, ordinal, depth, heading, body, inline, ...kind, children, start, end }
}

function leadingSpace(words: string): number {
  return words.length - words.trimStart().length
}
