import { type Line, linesOf } from '../../outline/line.ts'
import { type MarkToken, markAtStart } from '../../outline/mark-tokens.ts'
import type { SourceDocument } from '../../reading/source-document.ts'
import type { SectionRole } from '../../standards/field-words.ts'
import { namesAccount } from '../prior-items.ts'
import type { RoleSection } from '../sections.ts'

const LONGEST_HEADING = 40
const LONGEST_ANNOUNCEMENT = 60
/** Sections that are told by their headings alone. */
const KEPT: ReadonlySet<SectionRole> = new Set(['case_analysis', 'closing'])

/** A line of running text, and where in its section it stands. */
export interface Passage {
  readonly line: Line
  /** Where its words begin in the document. */
  readonly start: number
  /** Which of the sections it stands in. */
  readonly section: number
  readonly isHeading: boolean
  readonly mark: MarkToken | null
  /** True for the first of its section. */
  readonly isFirst: boolean
  /** True for a further heading or a list that begins anew in the same section: what follows may be of something else. */
  readonly isBreak: boolean
  /** True if a table stands before it. */
  readonly isApart: boolean
}

/** The lines of running text of a document's sections, in order. */
export function passagesOf(document: SourceDocument, sections: readonly RoleSection[]): readonly Passage[] {
  const found: Passage[] = []
  const lists = new Set<string>()
  let [at, table] = [0, 0]
  for (const line of linesOf(document)) {
    const start = line.startOf(line.plain.length - line.plain.trimStart().length)
    while (at < sections.length && (sections[at]?.end ?? 0) <= start) at += 1
    const tablesBefore = table
    while (table < document.tables.length && (document.tables[table]?.start ?? 0) < line.start) table += 1
    const section = sections[at]
    if (!section || start < section.start || KEPT.has(section.role)) continue
    const mark = markAtStart(line)
    const before = found.at(-1)
    const isFirst = before?.section !== at
    if (isFirst) lists.clear()
    const isAnew = mark?.ordinal === 1 && lists.has(mark.key)
    if (mark) lists.add(mark.key)
    const heads = isHeading(line)
    const isBreak = isAnew || (heads && !namesAccount(line.plain.trim()))
    found.push({
      line,
      start,
      section: at,
      isHeading: heads,
      mark,
      isFirst,
      isBreak: !isFirst && isBreak,
      isApart: table > tablesBefore,
    })
  }
  return found
}

function isHeading({ plain, style }: Line): boolean {
  const words = plain.trim()
  if (style === 'heading') return true
  if (/[：:]$/.test(words)) return words.length <= LONGEST_ANNOUNCEMENT
  return words.length <= LONGEST_HEADING && !/[。；！？;.—]$/.test(words)
}
