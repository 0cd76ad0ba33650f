/** Adds up what was matched: precision, recall, and the lists of misses and extras. */
import type { Answers, FindingAnswer, ItemAnswer } from '../../samples/making/answers.ts'
import { matchFindings } from './match-findings.ts'
import type { FoundFinding } from './match-findings.ts'
import { matchItems, sameAspect } from './match-items.ts'
import type { FoundItem } from './match-items.ts'

/** The five lists of items, by their names in the answers. */
const itemKinds = ['problems', 'causes', 'measures', 'prior', 'statement'] as const
type ItemKind = (typeof itemKinds)[number]

/** What the engine said about one document. */
export interface FoundDocument {
  readonly text: string
  readonly kind: string
  readonly year: number | null
  readonly items: Readonly<Record<ItemKind, readonly FoundItem[]>>
  readonly findings: readonly FoundFinding[]
}

/** Answers may be partial: a missing list is not scored. */
export type KnownAnswers = Partial<Answers> & { readonly file: string }

export interface Count {
  right: number
  /** Expected and not found. */
  missed: number
  /** Found and not expected. */
  extra: number
}

/** One miss or extra, for the developer's list. */
export interface Difference {
  readonly file: string
  readonly sort: 'missed' | 'extra' | 'wrong'
  /** What it is: "problems", "aspect", "kind", "numbering/gap error" … */
  readonly of: string
  readonly start: number
  readonly text: string
}

export interface Score {
  readonly items: Record<ItemKind | 'aspects', Count>
  readonly kind: Count
  readonly year: Count
  /** Planted defects per family: found and missed. */
  readonly families: Record<string, Count>
  /** Reported findings per rule on documents whose answers are exhaustive. */
  readonly rules: Record<string, Count & { severity: string }>
  /** The same by severity. */
  readonly severities: Record<string, Count>
  /** Errors and warnings on samples that deserve none. */
  readonly onClean: Record<string, number>
  readonly differences: Difference[]
}

export function emptyScore(): Score {
  const items = Object.fromEntries([...itemKinds, 'aspects'].map((name) => [name, emptyCount()])) as Score['items']
  return {
    items,
    kind: emptyCount(),
    year: emptyCount(),
    families: {},
    rules: {},
    severities: {},
    onClean: {},
    differences: [],
  }
}

/** Adds one document to the score. */
export function addDocument(score: Score, answers: KnownAnswers, found: FoundDocument): void {
  const differ = (sort: Difference['sort'], of: string, start: number, text: string): void => {
    score.differences.push({ file: answers.file, sort, of, start, text: text.replaceAll(/\s+/g, ' ').slice(0, 60) })
  }
  for (const kind of itemKinds) addItems(score, answers, { kind, found, differ })
  if (answers.kind !== undefined)
    addFact(score.kind, answers.kind, found.kind, (text) => differ('wrong', 'kind', 0, text))
  if (answers.year !== undefined)
    addFact(score.year, answers.year, found.year, (text) => differ('wrong', 'year', 0, text))
  if (answers.findings !== undefined) addFindings(score, { ...answers, findings: answers.findings }, found, differ)
}

type Differ = (sort: Difference['sort'], of: string, start: number, text: string) => void

function addItems(
  score: Score,
  answers: KnownAnswers,
  { kind, found, differ }: { kind: ItemKind; found: FoundDocument; differ: Differ },
): void {
  const expected: readonly ItemAnswer[] | undefined = answers[kind]
  if (expected === undefined) return
  const { matches, missed, extra } = matchItems(expected, found.items[kind])
  addTo(score.items[kind], { right: matches.length, missed: missed.length, extra: extra.length })
  for (const item of missed) differ('missed', kind, item.start, item.lead)
  for (const item of extra)
    differ('extra', kind, item.start, item.lead || found.text.slice(item.start, item.start + 30))
  for (const { answer, found: item } of matches) {
    if (answer.aspect === undefined) continue
    const isRight = sameAspect(answer.aspect, item.aspect)
    addTo(score.items.aspects, {
      right: isRight ? 1 : 0,
      missed: isRight ? 0 : 1,
      extra: isRight || item.aspect === undefined ? 0 : 1,
    })
    if (!isRight) differ('wrong', 'aspect', answer.start, `${answer.aspect} ← ${item.aspect ?? '无'}`)
  }
}

function addFact(
  count: Count,
  expected: string | number | null,
  given: string | number | null,
  report: (text: string) => void,
): void {
  const isRight = expected === given
  addTo(count, { right: isRight ? 1 : 0, missed: isRight ? 0 : 1, extra: 0 })
  if (!isRight) report(`${String(expected)} ← ${String(given)}`)
}

function addFindings(
  score: Score,
  answers: KnownAnswers & { findings: FindingAnswer[] },
  found: FoundDocument,
  differ: Differ,
): void {
  const { found: reported, missed, right, extra } = matchFindings(answers.findings, found.findings)
  for (const { family } of reported) addTo((score.families[family] ??= emptyCount()), { right: 1, missed: 0, extra: 0 })
  for (const finding of missed) {
    addTo((score.families[finding.family] ??= emptyCount()), { right: 0, missed: 1, extra: 0 })
    differ('missed', `${finding.family}/${finding.rule ?? '…'}`, finding.start, finding.text)
  }
  if (answers.exhaustive !== true) return
  for (const finding of right) addFinding(score, finding, true)
  for (const finding of extra) {
    addFinding(score, finding, false)
    if (answers.clean === true) score.onClean[finding.severity] = (score.onClean[finding.severity] ?? 0) + 1
    differ(
      'extra',
      `${finding.rule} ${finding.severity}`,
      finding.start,
      found.text.slice(finding.start, Math.max(finding.end, finding.start + 20)),
    )
  }
}

function addFinding(score: Score, { rule, severity }: FoundFinding, isRight: boolean): void {
  const count = { right: isRight ? 1 : 0, missed: 0, extra: isRight ? 0 : 1 }
  addTo((score.rules[rule] ??= { ...emptyCount(), severity }), count)
  addTo((score.severities[severity] ??= emptyCount()), count)
  const family = rule.slice(0, rule.indexOf('/'))
  if (!isRight && severity !== 'advice') addTo((score.families[family] ??= emptyCount()), count)
}

/** The share of what was reported that is right; null if nothing was. */
export function precision({ right, extra }: Count): number | null {
  return right + extra === 0 ? null : right / (right + extra)
}

/** The share of what was expected that was found; null if nothing was. */
export function recall({ right, missed }: Count): number | null {
  return right + missed === 0 ? null : right / (right + missed)
}

function emptyCount(): Count {
  return { right: 0, missed: 0, extra: 0 }
}

function addTo(count: Count, { right, missed, extra }: Count): void {
  count.right += right
  count.missed += missed
  count.extra += extra
}
