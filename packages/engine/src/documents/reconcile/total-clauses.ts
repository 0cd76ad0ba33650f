import { isWorkbook } from '../../reading/source-document.ts'
import { textPlace } from '../../findings/place.ts'
import type { ReconcileObservation } from './reconcile-rule.ts'
import type { SideBySide } from './side-by-side.ts'
import type { TracedDocument } from './traced-problem.ts'

const CLAUSE = /[^。；;\n]{4,240}/g

/** A clause of a document's text that speaks of a rectification as a whole, with plain digits. */
export interface TotalClause {
  readonly words: string
  readonly document: TracedDocument
}

/**
 * Reports what is wrong with the numbers of each clause outside the problems, at the clause. Tables count for themselves;
 * their totals are formulas.
 */
export function* reportClauses(
  { documents }: SideBySide,
  wrongIn: (clause: TotalClause) => readonly string[],
): Generator<ReconcileObservation> {
  for (const traced of documents) {
    if (isWorkbook(traced.document)) continue
    for (const { 0: clause, index } of withPlainDigits(traced.document.text).matchAll(CLAUSE)) {
      if (!/反馈|整改|问题|措施/.test(clause) || isInProblem(traced, index + clause.length / 2)) continue
      const start = index + clause.length - clause.trimStart().length
      const place = textPlace(traced.path, { start, end: start + clause.trim().length })
      for (const message of wrongIn({ words: clause, document: traced }))
        yield { message, place, row: null, isDoubtful: false }
    }
  }
}

function isInProblem({ problems }: TracedDocument, place: number): boolean {
  return problems.some(({ start, end }) => start <= place && place < end)
}

/** Full-width digits and percent signs as plain ones, each in its place. */
function withPlainDigits(text: string): string {
  return text.replace(/[０-９％．]/g, (sign) => sign.normalize('NFKC'))
}

const COUNT = String.raw`(\d{1,5})\s*(?:个|项|条|件)`
/** 40个问题. */
export const PROBLEMS = new RegExp(`${COUNT}(?:具体|突出|主要)?问题`)
/** 措施114条, 114条整改措施. */
export const MEASURES = new RegExp(`措施\\D{0,4}${COUNT}|${COUNT}(?:具体)?(?:整改)?措施`)
/** 已完成31个, 正在推进6个, 长期坚持4个. */
const STATES: readonly RegExp[] = [
  new RegExp(`(?:已|全部)?(?:完成(?:整改)?|整改到位|办结|销号)(?:的)?\\D{0,3}${COUNT}`),
  new RegExp(`(?:正在|持续|有序)?(?:推进|整改中)(?:整改)?(?:的)?\\D{0,3}${COUNT}`),
  new RegExp(`(?:需)?长期(?:坚持|整改)(?:的)?\\D{0,3}${COUNT}`),
]

/** The number a pattern finds in words; null if it finds none. */
export function countIn(pattern: RegExp, words: string): number | null {
  const digits = pattern
    .exec(words)
    ?.slice(1)
    .find((group) => group !== undefined)
  return digits === undefined ? null : Number(digits)
}

/** A total and what is told of it: 40个问题，已完成31个，正在推进6个，长期坚持4个. */
export interface ToldTotal {
  readonly total: number
  /** Of how many it is said that they are done, under way, kept up for long; null where nothing is said. */
  readonly parts: readonly (number | null)[]
  /** What is said behind the total. */
  readonly rest: string
}

/** The totals of a clause, each with its parts: 制定措施114条，已完成98条，完成率90.2% may follow another. */
export function totalsIn(clause: string): ToldTotal[] {
  return clause.split(/(?<=%)[，,;；]/).flatMap((piece) => {
    const total = countIn(PROBLEMS, piece) ?? countIn(MEASURES, piece)
    const whole = PROBLEMS.exec(piece) ?? MEASURES.exec(piece)
    if (total === null || whole === null) return []
    const rest = piece.slice(whole.index + whole[0].length)
    return [{ total, parts: STATES.map((state) => countIn(state, rest)), rest }]
  })
}
