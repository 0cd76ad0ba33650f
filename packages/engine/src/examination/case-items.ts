import type { Part } from '../outline/part.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { FoundItem } from './found-item.ts'
import type { RoleSection } from './sections.ts'

const OWN_FAULTS = /(?:查[找摆]|检视|剖析|存在|反思)[^。]{0,24}(?:差距|不足|问题|短板)|(?:体现|表现)(?:在|为)/
const LESSONS = /教训|启示|警示|反映出|暴露/
const TO_DO = /下一?步|今后|措施|整改|发力|着力|改进/
const REACH = 80

/**
 * What a case analysis states of the paper's own: shortcomings found in the light of the case, and measures. The lessons
 * of the case itself are neither.
 */
export function caseItems(document: SourceDocument, section: RoleSection, role: 'problems' | 'measures'): FoundItem[] {
  return listsIn(section.parts)
    .filter(([first]) => first !== undefined && roleOfList(document, section, first) === role)
    .flat()
    .map(({ mark, heading, end }) => ({ mark, span: { start: heading.start, end }, heading, parent: null }))
}

/** The lists inside paragraphs, each beginning with 1. */
function listsIn(parts: readonly Part[]): Part[][] {
  const lists: Part[][] = []
  for (const part of parts) {
    if (!part.inline) lists.push(...listsIn(part.children))
    else if (part.ordinal === 1) lists.push([part])
    else lists.at(-1)?.push(part)
  }
  return lists
}

function roleOfList(document: SourceDocument, section: RoleSection, first: Part): 'problems' | 'measures' | null {
  const before = document.text.slice(Math.max(section.start, first.start - REACH), first.start)
  const announcing = before.split(/[。；\n]/).at(-1) ?? ''
  if (!/[：:]$/.test(announcing.trim()) || LESSONS.test(announcing)) return null
  if (TO_DO.test(announcing)) return 'measures'
  return OWN_FAULTS.test(announcing) ? 'problems' : null
}
