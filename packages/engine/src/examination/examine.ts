import { contentsEnd } from '../outline/contents-lines.ts'
import { outline } from '../outline/outline.ts'
import type { Part } from '../outline/part.ts'
import { joinedDocument, placedInFile } from '../reading/joined-document.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import type { DocumentKind, SectionRole } from '../standards/field-words.ts'
import { claimsIn } from './claims.ts'
import { caseItems } from './case-items.ts'
import { wovenItems } from './woven-items.ts'
import { findClosing } from './closing.ts'
import type { Aspect, Claim, Examination, Item, Problem, Section } from './examination.ts'
import type { FoundItem } from './found-item.ts'
import { itemsOf } from './items.ts'
import { proseSections } from './prose/prose-sections.ts'
import { kindOf, meetingOf, yearOf } from './kind.ts'
import type { Ledger } from '../tables/ledger.ts'
import { chineseBigramsOf } from '../wording/likeness.ts'
import { type Answers, answersOf, linksOf } from './links.ts'
import { settledSections } from './passages/settled-sections.ts'
import { type RoleSection, sectionsOf } from './sections.ts'
import { itemsOfTables, itemsOfTablesIn, ledgersOf, type TableItems } from './table-items.ts'
import { talkItems } from './talk-items.ts'
import { findTitle } from './title.ts'
import { leadOf, wordsOf } from './words.ts'

/** A concrete instance: an example, a figure with its unit, a date. */
const EXAMPLE =
  /比如|例如|譬如|举例|[，。；]如[：:，,]?|\d+(?:\.\d+)?\s?(?:次|个|人|名|件|项|篇|份|场|起|条|处|户|家|天|万|亿|元|%|％|分)|20\d\d年|\d{1,2}月|[一二三四五六七八九十]{1,3}(?:次|件|起|份|场|篇|处)/

/** Only these are read from their tables too: a table of names in a material lists no problems. */
const TABLE_KINDS: ReadonlySet<DocumentKind> = new Set(['ledger', 'rectification_report', 'plan', 'feedback', 'other'])
/** Kinds that speak of problems, causes and measures and state none of their own. */
const NO_ITEMS: ReadonlySet<DocumentKind> = new Set(['notice', 'speech', 'rules', 'talk'])
/** Self-check materials. */
const MATERIALS: ReadonlySet<DocumentKind> = new Set(['personal', 'team', 'branch'])
/** The sections whose items are told. */
const LISTED: ReadonlySet<SectionRole> = new Set(['problems', 'causes', 'measures', 'prior_rectification', 'statement'])
const NO_TABLES: TableItems = { problems: [], causes: [], measures: [] }

/** What the engine understands of a document: kind, sections, aspects, problems, causes, measures and their links. */
export function examine(document: SourceDocument, part: Part): Examination {
  const joined = joinedDocument(document)
  if (!joined) return examineLines(document, part)
  return placedInFile(examineLines(joined.document, outline(joined.document)), joined)
}

function examineLines(document: SourceDocument, tree: Part): Examination {
  const { title, span: titleSpan } = findTitle(document, tree)
  const start = Math.max(bodyStart(document.text, titleSpan), contentsEnd(document))
  const bounds = { start, end: findClosing(document) }
  const kind = kindOf(document, title)
  const sections = accounted(document, kind, settled(document, kind, sectionsOf(document, tree, bounds)))
  const { tables, ledgers } = tablesOf(document, kind, sections)
  const openingEnd = sections.find(({ role }) => role !== 'opening')?.start ?? document.text.length
  const all = sections.flatMap((section) =>
    itemsIn(document, section, { ledgers, bounds, role: roleIn(kind, title, section) }),
  )
  const analyses = sections.filter(({ role }) => role === 'case_analysis')
  const found = (role: SectionRole): FoundItem[] => {
    const own = all.flatMap((each) => (each.role === role ? [each.item] : []))
    if (role !== 'problems' && role !== 'measures') return own
    const more = analyses.flatMap((section) => clip(caseItems(document, section, role), section, bounds))
    return [...own, ...more].toSorted((a, b) => a.span.start - b.span.start)
  }
  const items = (name: string, role: SectionRole, others: readonly FoundItem[] = []): Item[] =>
    [...found(role), ...others].map((item, i) => asItem(document, item, `${name}-${i + 1}`))
  const talked = kind === 'talk' ? talkItems(document, tree) : []
  const foundProblems = [...found('problems'), ...talked, ...tables.problems]
  const aspects = aspectsOf(document, foundProblems)
  const causes = items('cause', 'causes', tables.causes)
  const measures = items('measure', 'measures', tables.measures)
  const problems = problemsOf(document, foundProblems, { aspects, causes, measures })
  const prior = items('prior', 'prior_rectification')
  return {
    kind,
    title,
    titleSpan,
    year: yearOf(document.text, title, openingEnd),
    meeting: meetingOf(document.text.slice(0, openingEnd), title),
    sections: sections.map(asSection),
    aspects: aspects.map(({ aspect }) => aspect),
    problems,
    causes,
    measures,
    prior,
    statements: items('statement', 'statement'),
    claims: claimsIn(document, tree).map((claim) => countingProblems(claim, problems)),
  }
}

/**
 * What the tables of a list or a report hold, and the tables that are read with the section they stand in: all of a
 * material, those in a report's account of last time.
 */
function tablesOf(
  document: SourceDocument,
  kind: DocumentKind,
  sections: readonly RoleSection[],
): { readonly tables: TableItems; readonly ledgers: readonly Ledger[] } {
  const all = ledgersOf(document)
  if (!TABLE_KINDS.has(kind)) return { tables: NO_TABLES, ledgers: all }
  const accounts = kind === 'rectification_report' ? sections.filter(({ role }) => role === 'prior_rectification') : []
  const [within, others] = [true, false].map((isWithin) =>
    all.filter((ledger) => accounts.some(({ start, end }) => ledger.start >= start && ledger.start < end) === isWithin),
  )
  return { tables: itemsOfTables(document, others ?? []), ledgers: within ?? [] }
}

/** An item and what it is, which may differ from what its section is about. */
interface SortedItem {
  readonly item: FoundItem
  readonly role: SectionRole
}

interface Around {
  /** Those of a material; other kinds are read from their tables as a whole. */
  readonly ledgers: readonly Ledger[]
  readonly role: SectionRole
  readonly bounds: Span
}

/** The items of a section: what its text and its tables tell, with the causes and measures woven into problems. */
function itemsIn(document: SourceDocument, section: RoleSection, { ledgers, role, bounds }: Around): SortedItem[] {
  if (!LISTED.has(role)) return []
  const listed = itemsOfTablesIn(document, ledgers, { ...section, role })
  const inRows = [
    ...sorted(listed.problems, role),
    ...sorted(listed.causes, 'causes'),
    ...sorted(listed.measures, 'measures'),
  ]
  const told = itemsOf(document, section)
  // What stands round a table without a mark introduces it.
  const besides = inRows.length > 0 ? told.filter(({ mark }) => mark !== '') : told
  const own = clip(besides, section, bounds)
  if (role !== 'problems') return [...sorted(own, role), ...inRows]
  const { problems, causes, measures } = wovenItems(document, own)
  return [...sorted(problems, role), ...sorted(causes, 'causes'), ...sorted(measures, 'measures'), ...inRows]
}

function sorted(items: readonly FoundItem[], role: SectionRole): SortedItem[] {
  return items.map((item) => ({ item, role: item.declares ? 'statement' : role }))
}

/**
 * What a section's items are in this kind of document: a plan for a meeting lists an agenda, no problems; the problems
 * whose rectification a report accounts for are prior ones.
 */
function roleIn(kind: DocumentKind, title: string, section: RoleSection): SectionRole {
  if (NO_ITEMS.has(kind) || (kind === 'plan' && !/整改/.test(title))) return 'other'
  const accounts =
    kind === 'rectification_report' &&
    section.role === 'problems' &&
    /整改(?:落实|完成|进展)?情况/.test(section.heading)
  return accounts ? 'prior_rectification' : section.role
}

/** The sections of a paper of one who examines himself, by what its passages say too. */
function settled(
  document: SourceDocument,
  kind: DocumentKind,
  sections: readonly RoleSection[],
): readonly RoleSection[] {
  return (MATERIALS.has(kind) || kind === 'political_ecology') && !isRecord(document.text)
    ? settledSections(document, sections)
    : sections
}

/**
 * A report on rectification without headings accounts for problems from its first line on; a material without any tells
 * its parts by what its sentences do.
 */
function accounted(
  document: SourceDocument,
  kind: DocumentKind,
  sections: readonly RoleSection[],
): readonly RoleSection[] {
  if (sections.some(({ role }) => LISTED.has(role))) return sections
  if (MATERIALS.has(kind) && !isRecord(document.text))
    return sections.flatMap((section) => (section.role === 'opening' ? proseSections(document, section) : [section]))
  if (kind !== 'rectification_report') return sections
  return sections.map((section) => (section.role === 'opening' ? { ...section, role: 'prior_rectification' } : section))
}

/** A record of a meeting or a study says when, where and by whom; what was said there may sound like a paper. */
function isRecord(text: string): boolean {
  return /^[\s*#]*(?:(?:学习|会议)?(?:时间|地点)|主持人?|记录人?|参(?:加|会)人员?|出席(?:人员)?)[：:]/m.test(
    text.slice(0, 400),
  )
}

function bodyStart(text: string, title: Span): number {
  return title.end + (text.slice(title.end).length - text.slice(title.end).trimStart().length)
}

/** Items end where the closing formula of the document begins, at the latest. */
function clip(items: readonly FoundItem[], section: RoleSection, bounds: Span): FoundItem[] {
  const end = Math.min(section.end, bounds.end)
  return items
    .filter((item) => item.span.start < end)
    .map((item) => (item.span.end <= end ? item : { ...item, span: { start: item.span.start, end } }))
}

function asSection({ role, heading, headingSpan, start, end }: RoleSection): Section {
  return { role, heading, headingSpan, start, end }
}

function asItem(document: SourceDocument, { mark, span, heading }: FoundItem, id: string): Item {
  const end = span.start + document.text.slice(span.start, span.end).trimEnd().length
  return { id, mark, lead: leadOf(document, heading), start: span.start, end: Math.max(end, span.start) }
}

interface AspectOfPart {
  readonly part: Part
  readonly aspect: Aspect
}

function aspectsOf(document: SourceDocument, problems: readonly FoundItem[]): AspectOfPart[] {
  const firsts = new Map<Part, FoundItem>()
  for (const problem of problems) if (problem.parent && !firsts.has(problem.parent)) firsts.set(problem.parent, problem)
  return Array.from(firsts, ([part, first], i) => {
    const preambleEnd = Math.max(part.heading.end, Math.min(first.span.start, part.end) - first.mark.length)
    const preamble = { start: part.heading.end, end: preambleEnd }
    const { start, end, mark, heading: headingSpan } = part
    return {
      part,
      aspect: {
        id: `aspect-${i + 1}`,
        mark,
        heading: leadOf(document, headingSpan),
        headingSpan,
        preamble,
        start,
        end,
      },
    }
  })
}

/** “12个问题” over five fields counts what the fields list, not the fields. */
function countingProblems(claim: Claim, problems: readonly Problem[]): Claim {
  if (claim.unit !== '问题' || claim.found === null || claim.found === claim.claimed) return claim
  const listed = problems.filter(({ start }) => start >= claim.end)
  const fields = new Set(listed.map(({ aspect }) => aspect))
  return !fields.has(undefined) && fields.size === claim.found ? { ...claim, found: listed.length } : claim
}

function problemsOf(
  document: SourceDocument,
  found: readonly FoundItem[],
  known: { aspects: readonly AspectOfPart[]; causes: readonly Item[]; measures: readonly Item[] },
): Problem[] {
  const answers = (items: readonly Item[]): Answers =>
    answersOf(items.map((item) => ({ id: item.id, words: wordsOf(document, item) })))
  const causes = answers(known.causes)
  const measures = answers(known.measures)
  const orders = new Map(known.aspects.map(({ part }, i) => [part, i]))
  return found.map((problem, i) => {
    const item = asItem(document, problem, `problem-${i + 1}`)
    const order = (problem.parent ? orders.get(problem.parent) : undefined) ?? -1
    const aspect = known.aspects[order]?.aspect
    const words = wordsOf(document, item)
    const linkable = { pairs: chineseBigramsOf(`${aspect?.heading ?? ''}\n${words}`), order }
    const count = known.aspects.length
    return {
      ...item,
      ...(aspect ? { aspect: aspect.id } : {}),
      hasExample: EXAMPLE.test(words),
      causes: linksOf(linkable, count, causes),
      measures: linksOf(linkable, count, measures),
    }
  })
}
