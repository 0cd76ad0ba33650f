import type { SourceDocument } from '../../reading/source-document.ts'
import type { SectionRole } from '../../standards/field-words.ts'
import type { RoleSection } from '../sections.ts'
import { paragraphsIn, sentencesIn } from '../sentences.ts'
import type { SentenceAct } from './sentence-act.ts'
import { actsOfSentences } from './sentence-acts.ts'

/** The parts of a paper that names none of them, in the order in which they are told, with what their sentences do. */
const PARTS: readonly (readonly [role: SectionRole, acts: readonly SentenceAct[]])[] = [
  ['opening', ['statement', 'praise']],
  ['problems', ['shortcoming', 'more', 'praise', 'turn']],
  ['causes', ['cause', 'more']],
  ['measures', ['measure', 'more']],
  ['other', ['statement']],
]

/** Fewer paragraphs than this are no paper. */
const FEWEST_PARAGRAPHS = 4

/** The parts of the paragraphs so far, from the last one back. */
interface Course {
  readonly score: number
  readonly part: number
  readonly before: Course | null
}

/**
 * A stretch without any heading cut into opening, problems, causes, measures and closing by what its sentences do: each
 * paragraph belongs to one part, the parts follow each other, and most sentences do what their part is for.
 */
export function proseSections(document: SourceDocument, whole: RoleSection): RoleSection[] {
  const paragraphs = paragraphsIn(document, whole)
  if (paragraphs.length < FEWEST_PARAGRAPHS) return [whole]
  let courses: readonly Course[] = [{ score: 0, part: 0, before: null }]
  for (const paragraph of paragraphs) {
    const sentences = sentencesIn(document.text, paragraph).map(({ start, end }) => document.text.slice(start, end))
    const acts = actsOfSentences(sentences, 'any').map(({ act }) => act)
    courses = PARTS.flatMap(([, fitting], part) => {
      const fit = acts.reduce((sum, act) => sum + (fitting.includes(act) ? 1 : -1), 0)
      const before = bestOf(courses.filter((course) => course.part <= part))
      return before ? [{ score: before.score + fit, part, before }] : []
    })
  }
  const parts = partsOf(bestOf(courses))
  const told = new Set(parts.map((part) => PARTS[part]?.[0]))
  // Minutes of a talk also tell shortcomings: a paper goes on to why, or to what is to be done.
  if (!told.has('problems') || !(told.has('causes') || told.has('measures'))) return [whole]
  const starts = paragraphs.flatMap(({ start }, i) =>
    i > 0 && parts[i] === parts[i - 1] ? [] : [{ start, part: parts[i] ?? 0 }],
  )
  return starts.map(({ start, part }, i): RoleSection => {
    const begin = i === 0 ? whole.start : start
    const end = starts[i + 1]?.start ?? whole.end
    const headingSpan = { start: begin, end: begin }
    return {
      role: PARTS[part]?.[0] ?? 'other',
      heading: '',
      headingSpan,
      start: begin,
      end,
      part: null,
      parts: whole.parts.filter((each) => each.start >= begin && each.end <= end),
    }
  })
}

/** The best of some courses, of equal ones the first. */
function bestOf(courses: readonly Course[]): Course | null {
  return courses.toSorted((one, other) => other.score - one.score)[0] ?? null
}

function partsOf(course: Course | null): number[] {
  const parts: number[] = []
  for (let at = course; at?.before; at = at.before) parts.push(at.part)
  return parts.toReversed()
}
