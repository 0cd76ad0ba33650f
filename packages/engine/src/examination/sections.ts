import { announcedRole } from '../outline/announcements.ts'
import type { Part } from '../outline/part.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import type { SectionRole } from '../standards/field-words.ts'
import { statesShortcoming } from './acts.ts'
import type { Section } from './examination.ts'
import { isFrameworkHeading, isPlainSectionHeading, roleOfHeading } from './roles.ts'
import { paragraphsIn } from './sentences.ts'
import { wordsOf } from './words.ts'

/** A section with the parts that are its own; parts that are sections of another role are not among them. */
export interface RoleSection extends Section {
  readonly part: Part | null
  readonly parts: readonly Part[]
}

/** “细化整改措施” says what was done; it heads no list of measures. */
const ACTION = /^(?:细化|制定|明确|落实|完善|强化|加强|推进|推动|压紧|压实|狠抓|聚焦|坚持|深化|取得|严格)/

/** Where a part of another role may stand inside a section. */
const NESTED: Readonly<Partial<Record<SectionRole, readonly SectionRole[]>>> = {
  problems: ['statement', 'prior_rectification', 'case_analysis'],
  prior_rectification: ['statement'],
  opening: ['preparation'],
}

/**
 * The document cut into sections by role, in order, without gaps. Top-level headings decide; a heading of another role
 * inside a section ("（六）有关情况的说明" among the problems) cuts out a section of its own.
 */
export function sectionsOf(document: SourceDocument, outline: Part, bounds: Span): RoleSection[] {
  const top = outline.children.filter((part) => !part.inline && part.start < bounds.end)
  const fields = fieldsAmong(document, top)
  const headed = top.flatMap((part) => cut(document, part, fields.has(part) ? 'problems' : null))
  const first = headed[0]?.start ?? bounds.end
  const opening = { role: 'opening' as const, heading: '', headingSpan: { start: bounds.start, end: bounds.start } }
  const before = outline.children.filter((part) => part.end <= first)
  const sections: RoleSection[] =
    first > bounds.start ? [{ ...opening, start: bounds.start, end: first, part: null, parts: before }] : []
  for (const [i, section] of headed.entries()) {
    const end = Math.min(headed[i + 1]?.start ?? bounds.end, bounds.end)
    if (section.start < end) sections.push({ ...section, end })
  }
  splitOffMeasures(document, sections)
  if (bounds.end < document.text.trimEnd().length) {
    const headingSpan = { start: bounds.end, end: bounds.end }
    sections.push({
      role: 'closing',
      heading: '',
      headingSpan,
      start: bounds.end,
      end: document.text.length,
      part: null,
      parts: [],
    })
  }
  return sections
}

const TO_DO = /^[\s*]*(?:一?要|必须|应当)(?![求素点紧害])/
const FEWEST_TO_DO = 3

/** Paragraphs at the end that each open with 要 are the measures of a paper that announces none. */
function splitOffMeasures(document: SourceDocument, sections: RoleSection[]): void {
  const last = sections.at(-1)
  if (!last || last.role === 'opening' || sections.some(({ role }) => role === 'measures')) return
  const paragraphs = paragraphsIn(document, last)
  const opens = paragraphs.map((span) => TO_DO.test(document.text.slice(span.start, span.end)))
  const first = paragraphs[opens.indexOf(true)]
  if (!first || opens.filter(Boolean).length < FEWEST_TO_DO || first.start <= last.start) return
  const parts = last.parts.filter(({ start }) => start < first.start)
  sections[sections.length - 1] = { ...last, end: first.start, parts }
  const headingSpan = { start: first.start, end: first.start }
  sections.push({
    role: 'measures',
    heading: '',
    headingSpan,
    start: first.start,
    end: last.end,
    part: null,
    parts: [],
  })
}

/**
 * Parts at the top that nothing names, before the causes and measures of a paper that has no section of problems, are
 * its fields if they state shortcomings.
 */
function fieldsAmong(document: SourceDocument, parts: readonly Part[]): ReadonlySet<Part> {
  const roles = parts.map((part) => roleOfPart(document, part))
  if (roles.includes('problems')) return new Set()
  const after = roles.findIndex((role) => role === 'causes' || role === 'measures')
  const fields = parts.filter(
    (part, i) => (after < 0 || i < after) && roles[i] === 'other' && statesShortcoming(wordsOf(document, part)),
  )
  return fields.length > 1 || roles.includes('causes') ? new Set(fields) : new Set()
}

function roleOfPart(document: SourceDocument, part: Part): SectionRole {
  const heading = wordsOf(document, part.heading).trim()
  const announced = part.announces === true || /[，,]/.test(heading) ? announcedRole(heading) : null
  return announced ?? roleOfSection(heading)
}

function cut(document: SourceDocument, part: Part, parent: SectionRole | null): RoleSection[] {
  const heading = wordsOf(document, part.heading).trim()
  const role = parent ?? (holdsProblems(document, part) ? 'problems' : roleOfPart(document, part))
  const own = { role, heading, headingSpan: part.heading, start: part.start, end: part.end, part }
  // 整改措施：… 落实情况：… under a problem of last time belong to its account.
  const roles = part.children.map((child) => {
    if (role !== 'prior_rectification') return sectionWithin(document, child, role)
    // The fields of a paper without headings end the account of last time.
    if (part.announces && isField(wordsOf(document, child.heading))) return 'problems'
    return holdsLabels(child) ? null : sectionWithin(document, child, role)
  })
  if (roles.every((childRole) => childRole === null)) return [{ ...own, parts: part.children }]
  const sections: RoleSection[] = []
  let run: Part[] = []
  const flush = (start: number): void => {
    if (sections.length === 0 || run.length > 0) sections.push({ ...own, start, parts: run })
    run = []
  }
  let start = part.start
  for (const [i, child] of part.children.entries()) {
    const childRole = roles[i] ?? null
    if (childRole === null) {
      if (run.length === 0 && sections.length > 0) start = child.start
      run.push(child)
      continue
    }
    flush(start)
    sections.push(...cut(document, child, childRole))
  }
  if (run.length > 0) flush(start)
  return sections
}

function roleOfSection(heading: string): SectionRole {
  return roleOfHeading(heading) ?? (isFrameworkHeading(heading) ? 'problems' : 'other')
}

/** The role a child is cut out with; its parent's own role if only something inside the child is of another one. */
function sectionWithin(document: SourceDocument, child: Part, parent: SectionRole): SectionRole | null {
  if (child.inline) return null
  const role = nestedRole(document, child, parent)
  if (role !== null) return role
  return hasSectionInside(document, child) ? parent : null
}

/** “在……方面”, “学习上” at the head of a paragraph. */
function isField(heading: string): boolean {
  return isFrameworkHeading(heading) || heading.endsWith('上')
}

/** True for a field that names nothing itself and says 存在问题：… below. */
function holdsProblems(document: SourceDocument, part: Part): boolean {
  return (
    roleOfPart(document, part) === 'other' &&
    part.children.some((child) => {
      const heading = wordsOf(document, child.heading)
      return !child.inline && isPlainSectionHeading(heading) && roleOfHeading(heading) === 'problems'
    })
  )
}

function holdsLabels(part: Part): boolean {
  return part.labels === true || part.children.some(holdsLabels)
}

function hasSectionInside(document: SourceDocument, { children }: Part): boolean {
  return children.some(
    (part) =>
      !part.inline && (isPlainSectionHeading(wordsOf(document, part.heading)) || hasSectionInside(document, part)),
  )
}

function nestedRole(document: SourceDocument, part: Part, parent: SectionRole): SectionRole | null {
  const heading = wordsOf(document, part.heading).trim()
  const role = roleOfHeading(heading)
  if (role === null || role === parent || heading.length > 36) return null
  if (isPlainSectionHeading(heading)) return role
  // Among the declarations what is said of a feedback is one of them.
  if (parent === 'statement') return role === 'prior_rectification' && /上一?[年次]|去年/.test(heading) ? role : null
  if (parent === 'other') return ACTION.test(heading) ? null : role
  return NESTED[parent]?.includes(role) && !isFrameworkHeading(heading) ? role : null
}
