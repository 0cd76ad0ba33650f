import type { SourceDocument } from '../../reading/source-document.ts'
import type { SectionRole } from '../../standards/field-words.ts'
import type { RoleSection } from '../sections.ts'
import { dividedSection } from './divided-section.ts'
import { likeliestRoles } from './likeliest-roles.ts'
import { passagesOf } from './passage.ts'
import { passageRoles } from './passage-roles.ts'

const LISTED: ReadonlySet<SectionRole> = new Set(passageRoles.filter((role) => role !== 'other'))

/**
 * Sections by what their passages say: where headings are missing, unknown or have swallowed what follows, the learnt
 * weights tell problems, causes, measures, accounts of last time and declarations apart, passage by passage; of all ways
 * to divide the paper the likeliest is taken. Sections whose passages agree with them stay as they are.
 */
export function settledSections(document: SourceDocument, sections: readonly RoleSection[]): readonly RoleSection[] {
  const passages = passagesOf(document, sections)
  const roles = likeliestRoles(passages, sections)
  const settled = passages.map((passage, i) => ({ passage, role: roles[i] ?? ('other' as const) }))
  const bySection = Map.groupBy(settled, ({ passage }) => passage.section)
  return joined(sections.flatMap((section, i) => dividedSection(section, bySection.get(i) ?? [])))
}

/** Sections without headings that follow each other in the same role are one. */
function joined(sections: readonly RoleSection[]): RoleSection[] {
  const found: RoleSection[] = []
  for (const section of sections) {
    const last = found.at(-1)
    const goesOn =
      last &&
      !last.part &&
      !section.part &&
      last.role === section.role &&
      section.heading === '' &&
      LISTED.has(section.role)
    if (goesOn) found[found.length - 1] = { ...last, end: section.end, parts: [...last.parts, ...section.parts] }
    else found.push(section)
  }
  return found
}
