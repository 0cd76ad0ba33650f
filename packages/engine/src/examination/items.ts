import type { Part } from '../outline/part.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import type { SectionRole } from '../standards/field-words.ts'
import { afterAnnouncement, isDeclaration, statesShortcoming } from './acts.ts'
import type { FoundItem } from './found-item.ts'
import { unmarkedItem } from './unmarked-item.ts'
import { accountsIn, namesAccount } from './prior-items.ts'
import { topicOf } from './roles.ts'
import type { RoleSection } from './sections.ts'
import { afterTurn, itemsOfProse, opensWithLead, paragraphsIn, sentencesIn, trimmed } from './sentences.ts'
import { wordsOf } from './words.ts'

/** The share of equal parts that must have inner parts for the inner ones to be the items. */
const MOST = 0.6
const HALF = 0.5

/**
 * The smallest parts of a section that state one thing each. Where numbers nest, the inner ones count, provided most
 * parts of that kind have them: two of five measures with a 一是…二是… inside remain five measures.
 */
export function itemsOf(document: SourceDocument, section: RoleSection): FoundItem[] {
  if (section.role !== 'prior_rectification') return cutItems(document, section)
  const unlabelled = { ...section, parts: withoutLabels(section.parts) }
  const cut = cutItems(document, unlabelled)
  const accounts = accountsIn(document, unlabelled, cut.length)
  return accounts.length > 0 ? accounts : cut
}

/** 整改措施：… 落实情况：… belong to the account they stand in. */
function withoutLabels(parts: readonly Part[]): Part[] {
  return parts.flatMap((part) => (part.labels ? [] : [{ ...part, children: withoutLabels(part.children) }]))
}

function cutItems(document: SourceDocument, section: RoleSection): FoundItem[] {
  const owner = section.part
  if (section.parts.length === 0) {
    const body = owner ? { start: owner.heading.end, end: section.end } : section
    const underTopic = owner !== null && isAspectOfItsOwn(document, section)
    const parent = underTopic ? owner : null
    return unnumbered(document, body, { role: section.role, parent, isLabelled: owner?.labels === true })
  }
  const topics = section.role === 'problems' ? topicsOf(document, section) : new Set<Part>()
  const share = sharesWithChildren(section, topics)
  const below = (part: Part, parent: Part | null): FoundItem[] => {
    const topic = topics.has(part)
    if (section.role === 'problems' && part.children.length === 0 && isDeclaration(wordsOf(document, part)))
      return [
        {
          mark: part.mark,
          span: { start: part.heading.start, end: part.end },
          heading: part.heading,
          parent,
          declares: true,
        },
      ]
    // “存在问题：” under a field: its items are the field's.
    if (part.labels) {
      if (part.children.length > 0) return part.children.flatMap((child) => below(child, parent))
      const body = { start: part.heading.end, end: part.end }
      return unnumbered(document, body, { role: section.role, parent, isLabelled: true })
    }
    const children = topic ? afterPraise(document, part) : part.children
    const opened = share.get(kindOfPart(part)) ?? 0
    const mostOpen = opened >= MOST || (opened >= MOST / 2 && headsOnly(part))
    const isAccount = section.role === 'prior_rectification' && namesAccount(wordsOf(document, part.heading))
    const opens = !isAccount && children.length > 0 && (topic || (children.length > 1 && mostOpen))
    if (opens) return children.flatMap((child) => below(child, part))
    if (topic && part.body.end - part.body.start > 4) {
      const body = { start: part.heading.end, end: part.end }
      const sentences = unnumbered(document, body, { role: section.role, parent: part })
      if (sentences.length > 0) return sentences
    }
    const paragraphs = section.role === 'problems' && children.length === 0 ? paragraphsBelow(document, part) : []
    // Where others of its kind head lists, a heading alone heads even a single paragraph.
    const isHead = opened >= HALF && paragraphs.length > 0
    const told = isHead ? paragraphs.flatMap((span) => itemsOfProse(document.text, span, 'problems')) : []
    if (told.length > 0) return told.map((span) => unmarkedItem(document.text, span, part))
    if (paragraphs.length > 1 && paragraphs.every(({ start, end }) => opensWithFault(document.text.slice(start, end))))
      return paragraphs.map((span) => unmarkedItem(document.text, span, part))
    const span = { start: part.heading.start, end: part.end }
    return [{ mark: part.mark, span, heading: part.heading, parent }]
  }
  const aspect = owner !== null && isAspectOfItsOwn(document, section) ? owner : null
  const numbered = afterPraise(document, { ...section, children: section.parts }).flatMap((part) => below(part, aspect))
  if (section.role !== 'problems') return numbered
  return [...beforeParts(document, section), ...numbered, ...afterInlineLists(document, section, aspect)]
}

/** Shortcomings between the sentence that announces a section and its first field. */
function beforeParts(document: SourceDocument, section: RoleSection): FoundItem[] {
  const [first] = section.parts
  if (section.part?.announces !== true || !first || first.inline) return []
  const body = afterPunctuation(document.text, { start: section.part.heading.end, end: first.start })
  return paragraphsIn(document, body)
    .flatMap((span) => itemsOfProse(document.text, span, 'problems'))
    .map((span) => unmarkedItem(document.text, span))
}

/** Shortcomings in the paragraphs that follow a list inside a paragraph, in a section that has no other numbers. */
function afterInlineLists(document: SourceDocument, section: RoleSection, aspect: Part | null): FoundItem[] {
  const last = section.parts.at(-1)
  if (!last || section.parts.some((part) => !part.inline)) return []
  return paragraphsIn(document, { start: last.end, end: section.end })
    .flatMap((span) => itemsOfProse(document.text, span, 'problems'))
    .map((span) => unmarkedItem(document.text, span, aspect))
}

/** The paragraphs under a heading that stands on a line of its own. */
function paragraphsBelow(document: SourceDocument, part: Part): Span[] {
  const [first, ...rest] = paragraphsIn(document, { start: part.heading.start, end: part.end })
  const isAlone = first !== undefined && first.end <= part.heading.end + 2
  return isAlone ? rest : []
}

/** True if a paragraph opens with one short statement, or its first sentence finds fault. */
function opensWithFault(words: string): boolean {
  return opensWithLead(words) || statesShortcoming(/^[^。！？]*/.exec(words)?.[0] ?? '')
}

/** True if nothing stands between a part's heading and the numbered lines below it: the heading is no item of its own. */
function headsOnly(part: Part): boolean {
  const [first] = part.children
  return first !== undefined && !first.inline && first.start - part.heading.end <= 4
}

/** A problem section that is itself an aspect (“一、理论学习方面”), not the section of all problems. */
function isAspectOfItsOwn(document: SourceDocument, section: RoleSection): boolean {
  const heading = wordsOf(document, section.headingSpan)
  const named = !/^(?:存在|查摆|检视|对照检查|主要|突出)|问题|不足|检视|剖析/.test(heading.replace(/方面.*$/, ''))
  return section.role === 'problems' && named && topicOf(heading) !== 'shortcoming'
}

/** The parts of a problem section whose headings name a field. A short heading is judged by its equals. */
function topicsOf(document: SourceDocument, section: RoleSection): Set<Part> {
  const kinds = new Map<string, { part: Part; topic: ReturnType<typeof topicOf> }[]>()
  const visit = (part: Part): void => {
    const equals = kinds.get(kindOfPart(part)) ?? []
    const topic = topicOf(wordsOf(document, part.heading))
    // 一是、首先 introduce a statement; only “……方面” after them names a field.
    const isStatement = topic === 'perhaps' && ['is', 'ordinal_word', 'bare'].includes(part.family)
    equals.push({ part, topic: isStatement ? 'shortcoming' : topic })
    kinds.set(kindOfPart(part), equals)
    part.children.forEach(visit)
  }
  section.parts.forEach(visit)
  const topics = new Set<Part>()
  for (const equals of kinds.values()) {
    const shortcomings = equals.filter(({ topic }) => topic === 'shortcoming').length
    const shortCounts = shortcomings * 3 < equals.length
    for (const { part, topic } of equals)
      if (topic === 'topic' || (topic === 'perhaps' && shortCounts)) topics.add(part)
  }
  return topics
}

/** Achievements listed before “但……还存在以下问题” are not problems. */
function afterPraise(document: SourceDocument, part: Span & { readonly children: readonly Part[] }): readonly Part[] {
  const listed = part.children.filter((child) => !child.inline)
  if (listed.length > 0) return part.children
  const turn = afterTurn(document.text, part)
  const after = part.children.filter((child) => child.start >= turn - 1)
  return after.length > 0 ? after : part.children
}

function kindOfPart(part: Part): string {
  return `${part.depth} ${part.family} ${part.inline}`
}

/** For each kind of part in a section: the share that has inner parts; topics are left out, they are always opened. */
function sharesWithChildren(section: RoleSection, topics: ReadonlySet<Part>): Map<string, number> {
  const counts = new Map<string, { all: number; opened: number }>()
  const visit = (part: Part): void => {
    const count = counts.get(kindOfPart(part)) ?? { all: 0, opened: 0 }
    if (!topics.has(part)) {
      count.all += 1
      if (part.children.length > 1) count.opened += 1
      counts.set(kindOfPart(part), count)
    }
    part.children.forEach(visit)
  }
  section.parts.forEach(visit)
  return new Map(Array.from(counts, ([kind, { all, opened }]) => [kind, opened / all]))
}

/** What running text under a heading is part of. */
interface Under {
  readonly role: SectionRole
  readonly parent: Part | null
  /** True behind “存在问题：”: what stands there is a problem, however it is worded. */
  readonly isLabelled?: boolean
}

function unnumbered(document: SourceDocument, body: Span, { role, parent, isLabelled = false }: Under): FoundItem[] {
  const paragraphs = paragraphsIn(document, afterPunctuation(document.text, body))
  const told = paragraphs.length > 1 && isIntroduction(document, paragraphs) ? paragraphs.slice(1) : paragraphs
  const own = told.map((span) => afterField(document.text, span))
  const spans =
    role === 'problems'
      ? own.flatMap((span) => problemsIn(document, span, own.length, isLabelled))
      : own.filter((span) => !endsOpen(document, span)).flatMap((span) => piecesIn(document, span, role, own.length))
  return spans.map((span, i) => ({
    ...unmarkedItem(document.text, span, parent),
    span: i === 0 ? withOpener(document.text, span, parent) : span,
  }))
}

/** “【政治素质】对……认识不深” names the field in brackets before it says anything of it. */
function afterField(text: string, span: Span): Span {
  const field = /^【[^】\n]{2,16}】\s*(?=\S)/.exec(text.slice(span.start, span.end))
  return { start: span.start + (field?.[0].length ?? 0), end: span.end }
}

/** “在理论学习方面，……” names its field and says the problem in one sentence: it is the item's. */
function withOpener(text: string, span: Span, parent: Part | null): Span {
  const opens = parent !== null && text.charAt(parent.heading.end) === '，' && span.start === parent.heading.end + 1
  return opens ? { start: parent.heading.start, end: span.end } : span
}

/** What follows a heading, without the full stop that ends it. */
function afterPunctuation(text: string, body: Span): Span {
  const stop = /^[。；：:，】\s]{1,4}/.exec(text.slice(body.start, body.end))
  return { start: body.start + (stop?.[0].length ?? 0), end: body.end }
}

/** A paragraph that opens with one short statement is one problem; otherwise each shortcoming in it is one. */
function problemsIn(document: SourceDocument, span: Span, paragraphs: number, isLabelled: boolean): Span[] {
  const found = itemsOfProse(document.text, span, 'problems')
  const isHeaded = found[0]?.start === span.start && opensWithLead(document.text.slice(span.start, span.end))
  if (paragraphs > 1 && isHeaded) return [span]
  return found.length === 0 && isLabelled ? [span] : found
}

/** What opens a piece of a paragraph: the field or the problem it is about, or 要 before what is to be done. */
const FIELD =
  /^(?:(?:在)?[^。，；：]{2,16}(?:方面|上)|(?:关于|针对|对(?:于|照)?)(?:“[^”]{2,60}”|[^。，；：]{2,40}?)(?:的)?(?:问题|情况|方面|不足|现象))(?:[，：。]|$)/
/** A paragraph of measures alone, without openers: so many sentences tell one each. */
const FEWEST_SENTENCES = 3
const TO_DO = /^(?:我们?|本人)?(?:还|同时|并)?(?:要|将|必须|应当)(?![求素点])/

/**
 * A paragraph of several pieces that each open with their field or problem, or with 要, is several items; so are the
 * causes of a section of one paragraph, sentence by sentence. What announces the list belongs to none of them.
 */
function piecesIn(document: SourceDocument, paragraph: Span, role: SectionRole, paragraphs: number): Span[] {
  const { text } = document
  const words = text.slice(paragraph.start, paragraph.end)
  const span = { start: paragraph.start + skipped(words, afterAnnouncement(words)), end: paragraph.end }
  const pieces = clausesIn(text, span)
  const opens = (pattern: RegExp): Span[] =>
    pieces.filter((piece) => pattern.test(wordsOf(document, piece).replace(/^[\s*]+/, '')))
  const fields = opens(FIELD)
  const starts = fields.length > 1 ? fields : role === 'measures' ? opens(TO_DO) : []
  if (starts.length > 1)
    return starts.map(({ start }, i) => trimmed(text, { start, end: starts[i + 1]?.start ?? span.end }))
  if (paragraphs > 1) return [span]
  const causes = role === 'causes' ? itemsOfProse(text, span, 'causes') : []
  const measures = role === 'measures' ? sentencesIn(text, span) : []
  if (measures.length >= FEWEST_SENTENCES) return measures
  return causes.length > 1 ? causes : [span]
}

/** Sentences and the clauses between semicolons. */
function clausesIn(text: string, span: Span): Span[] {
  return sentencesIn(text, span).flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end)
    const ends = [...Array.from(words.matchAll(/[；;]/g), ({ index }) => index + 1), words.length]
    return ends.map((end, i) =>
      trimmed(text, { start: sentence.start + (ends[i - 1] ?? 0), end: sentence.start + end }),
    )
  })
}

/** A length with the white space after it. */
function skipped(words: string, length: number): number {
  return length + words.length - length - words.slice(length).trimStart().length
}

/** True if the first of some paragraphs introduces the others, and does not begin as they do: 针对“……”，……。 */
function isIntroduction(document: SourceDocument, [first, second]: readonly Span[]): boolean {
  if (first === undefined) return false
  const words = wordsOf(document, first)
  if (second && /^(?:针对|关于)/.exec(words)?.[0] === wordsOf(document, second).slice(0, 2)) return false
  return (
    endsOpen(document, first) ||
    (words.length < 160 &&
      /^(?:对?上一?(?:次|年度)|去年|20\d\d年度?[^。]{0,12}生活会|[^。，]{2,12}认为，?[^。]{0,20}(?:原因|问题)[。：]?$|针对|根据|按照|围绕|对照|深刻|通过|上述|以上|产生|回顾|反思|结合|在全面)/.test(
        words,
      ))
  )
}

function endsOpen(document: SourceDocument, span: Span): boolean {
  return /[：:]\s*$/.test(wordsOf(document, span))
}
