import type { Examination } from '../examination/examination.ts'
import { contains, type Span } from '../span.ts'
import type { SectionRole } from '../standards/field-words.ts'

/** Kinds of document that are self-check materials (对照检查材料) and must have their sections. */
export function isSelfCheck(kind: string): boolean {
  return kind === 'team' || kind === 'personal' || kind === 'branch'
}

/** True if the span lies in a section of this role. */
export function isInSection(examination: Examination, role: SectionRole, span: Span): boolean {
  return examination.sections.some((section) => section.role === role && contains(section, span))
}

const FIRST_WORDS = 12

/** Where a finding about the document as a whole is shown: at its title, or at its first words. */
export function titleOrFirstWords({ title, titleSpan }: Examination, text: string): Span {
  return title === '' ? { start: 0, end: Math.min(text.length, FIRST_WORDS) } : titleSpan
}

/** Where a finding about an item is shown: at its lead. */
export function leadOf({ start, end, lead }: Span & { readonly lead: string }): Span {
  return { start, end: Math.min(end, start + Math.max(1, lead.length)) }
}
