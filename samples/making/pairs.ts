import type { Compiled, Source } from './source.ts'

/** Two samples and how much one is a copy of the other; `honest` pairs share only slogans and headings. */
export interface PairAnswer {
  a: string
  b: string
  degree: string
  /** Where both hold the same words, if the copy is a known stretch. */
  passages?: { a: { start: number; end: number }; b: { start: number; end: number } }[]
}

/** Honest pairs of one campaign, by the names of their sources. */
const honest: readonly (readonly [string, string])[] = [
  ['personal-2025-education', 'team-2025-port'],
  ['personal-2025-education', 'member-2025-archive'],
  ['team-2025-port', 'list-2025-union'],
  ['team-2024-water', 'personal-2024-union'],
  ['team-2023-civil', 'personal-2023-water'],
  ['team-2023-civil', 'branch-2023-archive'],
  ['team-2021-union', 'personal-2021-town'],
  ['plan-2025-water', 'meeting-report-2025-education'],
]

/** All pairs with a known answer. Pairs not listed are independent texts. */
export function findPairs(compiled: ReadonlyMap<Source, Compiled>): PairAnswer[] {
  const pairs: PairAnswer[] = []
  const byName = new Map([...compiled.keys()].map((source) => [source.name.replace('.source', ''), source]))
  const fileOf = (name: string): string => byName.get(name)?.header.get('file') ?? name
  for (const [source, { answers }] of compiled) {
    const origin = source.header.get('from') ?? source.header.get('copies')
    const degree = source.header.get('degree') ?? 'copy'
    if (origin !== undefined) {
      const originSource = byName.get(origin)
      const passages = originSource === undefined ? [] : sharedPassages(compiled, source, originSource)
      pairs.push({ a: fileOf(origin), b: answers.file, degree, ...(passages.length === 0 ? {} : { passages }) })
    }
    for (const format of source.header.get('also')?.split(' ') ?? [])
      pairs.push({
        a: answers.file,
        b: answers.file.replace(/\.\w+$/, `-as-${format}.${format}`),
        degree: 'same_document_other_format',
      })
  }
  pairs.push(...onePassagePairs(compiled))
  for (const [a, b] of honest) pairs.push({ a: fileOf(a), b: fileOf(b), degree: 'honest' })
  return pairs
}

/** The stretch a source includes from its origin, in both. */
function sharedPassages(
  compiled: ReadonlyMap<Source, Compiled>,
  source: Source,
  origin: Source,
): PairAnswer['passages'] & object {
  const [copy, original] = [compiled.get(source), compiled.get(origin)]
  const span = copy?.shares.get(source.name.replace('.source', ''))
  if (copy === undefined || original === undefined || span === undefined) return []
  const start = original.text.indexOf(copy.text.slice(span.start, span.end))
  if (start < 0) throw new Error(`${source.name}: the included words are not in ${origin.name}`)
  return [{ a: { start, end: start + span.end - span.start }, b: span }]
}

/** Pairs that hold a stretch marked with the same share id. */
function onePassagePairs(compiled: ReadonlyMap<Source, Compiled>): PairAnswer[] {
  const seen = new Map<string, { file: string; span: { start: number; end: number } }>()
  const pairs: PairAnswer[] = []
  for (const { answers, shares } of compiled.values())
    for (const [id, span] of shares) {
      const first = seen.get(id)
      if (first === undefined) seen.set(id, { file: answers.file, span })
      else
        pairs.push({ a: first.file, b: answers.file, degree: 'one_paragraph', passages: [{ a: first.span, b: span }] })
    }
  return pairs
}
