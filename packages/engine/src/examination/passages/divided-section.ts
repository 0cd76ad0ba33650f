import type { Line } from '../../outline/line.ts'
import type { MarkToken } from '../../outline/mark-tokens.ts'
import type { Part } from '../../outline/part.ts'
import type { Span } from '../../span.ts'
import type { SectionRole } from '../../standards/field-words.ts'
import type { RoleSection } from '../sections.ts'
import { passageRoleOf } from './likeliest-roles.ts'
import type { Passage } from './passage.ts'
import type { PassageRole } from './passage-roles.ts'

/** A passage with what it is about. */
export interface SettledPassage {
  readonly passage: Passage
  readonly role: PassageRole
}

/** A section divided where its passages turn to another role; whole if they agree with it. */
export function dividedSection(section: RoleSection, passages: readonly SettledPassage[]): RoleSection[] {
  const given = passageRoleOf(section.role)
  const starts = passages.filter(({ role }, i) => i === 0 || role !== passages[i - 1]?.role)
  if (starts.every(({ role }) => role === given)) return [isOneItem(section, passages) ? asItem(section) : section]
  return starts.map(({ passage, role }, i) => {
    const start = i === 0 ? section.start : passage.start
    const span = { start, end: starts[i + 1]?.passage.start ?? section.end }
    const own = role === given ? section.role : role
    const parts = partsIn(section.parts, span)
    if (i > 0 || !section.part) return sectionAt(passage, { span, role: own, parts })
    const within = passages.filter(({ passage: { start: at } }) => at < span.end)
    const first = { ...section, ...span, role: own, part: cutTo(section.part, span.end), parts }
    return isOneItem(first, within) || (!passage.isHeading && own !== section.role) ? asItem(first) : first
  })
}

/** True for one numbered paragraph among the problems: what was taken for a section of its own is one item of a list. */
function isOneItem({ role, part }: RoleSection, passages: readonly SettledPassage[]): boolean {
  const [only, ...others] = passages
  return role === 'problems' && others.length === 0 && only?.passage.isHeading === false && (part?.mark ?? '') !== ''
}

function asItem(section: RoleSection): RoleSection {
  return bareSection(section, section.role, section.part ? [section.part] : section.parts)
}

function sectionAt(
  { line, isHeading: heads, mark }: Passage,
  { span, role, parts }: { readonly span: Span; readonly role: SectionRole; readonly parts: readonly Part[] },
): RoleSection {
  const [first] = parts
  const isFirst = first !== undefined && first.start <= line.end
  // The first of several is no heading of all.
  if (!heads || (isFirst && parts.length > 1 && first.end < span.end - 2)) return bareSection(span, role, parts)
  const part = isFirst && first.end >= span.end - 2 ? first : headedBy(line, mark, span, parts)
  const heading = line.plain.slice(mark?.to ?? 0).trim()
  return { ...span, role, heading, headingSpan: part.heading, part, parts: part.children }
}

/** A section without a heading. */
function bareSection({ start, end }: Span, role: SectionRole, parts: readonly Part[]): RoleSection {
  return { start, end, role, heading: '', headingSpan: { start, end: start }, part: null, parts }
}

/** A part for a heading that the outline does not know. */
function headedBy(line: Line, mark: MarkToken | null, { start, end }: Span, parts: readonly Part[]): Part {
  const at = line.startOf(mark?.to ?? line.plain.length - line.plain.trimStart().length)
  const heading = { start: at, end: Math.max(at, line.endOf(line.plain.trimEnd().length)) }
  const children = parts.flatMap((part) => (part.start <= line.end ? part.children : [part]))
  return {
    family: 'unnumbered',
    mark: mark?.mark.trim() ?? '',
    markSpan: { start: line.start, end: at },
    ordinal: 0,
    depth: 1,
    heading,
    body: { start: heading.end, end },
    inline: false,
    children,
    start,
    end,
  }
}

/** The largest parts that begin inside a span, none beyond its end. */
function partsIn(parts: readonly Part[], span: Span): Part[] {
  return parts.flatMap((part) => {
    if (part.end <= span.start || part.start >= span.end) return []
    return part.start < span.start ? partsIn(part.children, span) : [cutTo(part, span.end)]
  })
}

function cutTo(part: Part, end: number): Part {
  if (part.end <= end) return part
  const children = part.children.flatMap((child) => (child.start >= end ? [] : [cutTo(child, end)]))
  return { ...part, end, body: { start: part.body.start, end: Math.max(part.body.start, end) }, children }
}
