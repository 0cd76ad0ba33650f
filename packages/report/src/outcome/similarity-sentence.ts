import type { Section, Span } from '@duizhao/engine'
import { sectionNames } from '@duizhao/engine/wording'
import type { ReviewedDocument, SimilarDocuments } from './outcome.ts'

/** One sentence that says how much two documents share and in which sections of the first. */
export function similaritySentence(pair: SimilarDocuments, a: ReviewedDocument | undefined): string {
  const shared = pair.passages.reduce((sum, passage) => sum + passage.a.end - passage.a.start, 0)
  const much = `前者的 ${percent(pair.shareOfA)}、后者的 ${percent(pair.shareOfB)} 相同或相近，共 ${pair.passages.length} 处、约 ${shared} 字`
  const sections =
    a === undefined
      ? []
      : sectionsOf(
          pair.passages.map((passage) => passage.a),
          a.examination.sections,
        )
  return sections.length === 0 ? `${much}。` : `${much}，主要在${sections.map((name) => `“${name}”`).join('、')}部分。`
}

/** A share as readers write it: 37%. Never 0% for something that is there, never 100% for something that is not all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.01) return '不到 1%'
  return `${share === 1 ? 100 : Math.min(99, Math.round(share * 100))}%`
}

/** The names of the sections that hold at least a fifth of the shared text, the fullest first, at most three. */
function sectionsOf(passages: readonly Span[], sections: readonly Section[]): string[] {
  const total = passages.reduce((sum, { start, end }) => sum + end - start, 0)
  const shared = new Map<string, number>()
  for (const section of sections) {
    const name = section.heading === '' ? sectionNames[section.role] : section.heading
    const inside = passages.reduce(
      (sum, { start, end }) => sum + Math.max(0, Math.min(end, section.end) - Math.max(start, section.start)),
      0,
    )
    shared.set(name, (shared.get(name) ?? 0) + inside)
  }
  const ranked = [...shared]
    .filter(([, characters]) => characters * 5 >= total)
    .toSorted((one, other) => other[1] - one[1])
  return ranked.slice(0, 3).map(([name]) => name)
}
