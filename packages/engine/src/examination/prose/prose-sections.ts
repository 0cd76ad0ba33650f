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

interface Course {
  readonly score: number
  readonly parts: readonly number[]
}

/**
 * A stretch without any heading cut into opening, problems, causes, measures and closing by what its sentences do: each
 * paragraph belongs to one part, the parts follow each other, and most sentences do what their part is for.
 */
export function proseSections(document: SourceDocument, whole: RoleSection): RoleSection[] {
  const paragraphs = paragraphsIn(document, whole)
  if (paragraphs.length < FEWEST_PARAGRAPHS) return [whole]
  let courses: readonly Course[] = [{ score: 0, parts: [] }]
  for (const paragraph of paragraphs) {
    const sentences = sentencesIn(document.text, paragraph).map(({ start, end }) => document.text.slice(start, end))
    const acts = actsOfSentences(sentences, 'any').map(({ act }) => act)
    courses = PARTS.flatMap(([, fitting], part) => {
      const fit = acts.reduce((sum, act) => sum + (fitting.includes(act) ? 1 : -1), 0)
      const before = courses.filter(({ parts }) => (parts.at(-1) ?? 0) <= part)
      const best = before.toSorted((one, other) => other.score - one.score)[0]
      return best ? [{ score: best.score + fit, parts: [...best.parts, part] }] : []
    })
  }
  const { parts } = courses.toSorted((one, other) => other.score - one.score)[0] ?? { parts: [] }
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
