import type { Part } from '../outline/part.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { Span } from '../span.ts'
import { statesShortcoming } from './acts.ts'
import type { FoundItem } from './found-item.ts'
import type { RoleSection } from './sections.ts'
import { paragraphsIn, sentencesIn, trimmed } from './sentences.ts'
import { unmarkedItem } from './unmarked-item.ts'

const OWN_FAULTS = /(?:查[找摆]|检视|剖析|存在|反思)[^。]{0,24}(?:差距|不足|问题|短板)|(?:体现|表现)(?:在|为)/
const LESSONS = /教训|启示|警示|反映出|暴露/
/** Without a colon it must say whose they are. */
const OWN = /自身|自己|本人|我|对照|[局院校]党[组委]|支部/
const TO_DO = /下一?步|今后|措施|整改|发力|着力|改进/
const REACH = 80

/**
 * What a case analysis states of the paper's own: shortcomings found in the light of the case, and measures. The lessons
 * of the case itself are neither.
 */
export function caseItems(document: SourceDocument, section: RoleSection, role: 'problems' | 'measures'): FoundItem[] {
  const lists = listsIn(section.parts)
  if (lists.length === 0) return toldInSentences(document, section, role)
  return lists
    .filter(([first]) => first !== undefined && roleOfList(document, section, first) === role)
    .flat()
    .map(({ mark, heading, end }) => ({ mark, span: { start: heading.start, end }, heading, parent: null }))
}

/** “对照案例，我也……”, “今后要……” in a case analysis without lists: a sentence each, with what goes on with it. */
function toldInSentences(document: SourceDocument, section: RoleSection, role: 'problems' | 'measures'): FoundItem[] {
  const { text } = document
  return paragraphsIn(document, section).flatMap((paragraph) => {
    const sentences = sentencesIn(text, paragraph).map((span) => ({ span, role: roleOfSentence(text, span) }))
    return sentences.flatMap(({ span, role: own }, i): FoundItem[] => {
      if (own !== role) return []
      const next = sentences.slice(i + 1).find((other) => other.role !== null)?.span.start ?? paragraph.end
      return [{ ...unmarkedItem(text, span), span: trimmed(text, { start: span.start, end: next }) }]
    })
  })
}

function roleOfSentence(text: string, { start, end }: Span): 'problems' | 'measures' | null {
  const words = text.slice(start, end)
  if (/^(?:今后|下一?步|为此)[^。]{0,12}(?:要|将|开展|严格|加强|健全)/.test(words)) return 'measures'
  const looksAtOneself = /^(?:对照|以案为[鉴镜]|以此为[鉴镜]|反观|联系|反躬自省)/.test(words) && OWN.test(words)
  return looksAtOneself && (statesShortcoming(words) || /也?(?:存在|有)/.test(words)) ? 'problems' : null
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
  const pieces = before.trimEnd().split(/(?<=[。；\n])/)
  const announcing = pieces.at(-1) ?? ''
  const isOwn = /[：:]$/.test(announcing) || (announcing.endsWith('。') && OWN.test(announcing))
  if (!isOwn || LESSONS.test(announcing)) return null
  if (TO_DO.test(announcing)) return 'measures'
  return OWN_FAULTS.test(announcing) ? 'problems' : null
}
