import type { Gap } from './reconciliation.ts'
import type { TracedDocument } from './traced-problem.ts'

const CLAUSE = /[^。；;\n]{4,240}/g
const COUNT = String.raw`(\d{1,5})\s*(?:个|项|条|件)`
const PROBLEMS = new RegExp(`${COUNT}(?:具体|突出|主要)?问题`)
const MEASURES = new RegExp(`措施\\D{0,4}${COUNT}|${COUNT}(?:具体)?(?:整改)?措施`)
const STATES: readonly RegExp[] = [
  new RegExp(`(?:已|全部)?(?:完成(?:整改)?|整改到位|办结|销号)(?:的)?\\D{0,3}${COUNT}`),
  new RegExp(`(?:正在|持续|有序)?(?:推进|整改中)(?:整改)?(?:的)?\\D{0,3}${COUNT}`),
  new RegExp(`(?:需)?长期(?:坚持|整改)(?:的)?\\D{0,3}${COUNT}`),
]
const RATE = /(?:完成|整改|办结|销号)率\D{0,4}(\d{1,3}(?:\.\d{1,3})?)%/

/** Numbers of a text that contradict each other or what the document lists. Problems and measures are counted apart. */
export function totalGaps(traced: TracedDocument, leader: TracedDocument): Gap[] {
  const { document, path, problems } = traced
  // Tables count for themselves; their totals are formulas.
  if (document.format === 'xlsx') return []
  const text = withPlainDigits(document.text)
  const measures = problems.reduce((sum, problem) => sum + problem.measures.length, 0)
  const listed = { problems: problems.length, measures: measures > problems.length ? measures : null }
  const isInProblem = (place: number): boolean => problems.some(({ start, end }) => start <= place && place < end)
  return [...text.matchAll(CLAUSE)]
    .filter(({ index, 0: clause }) => !isInProblem(index + clause.length / 2))
    .flatMap(({ 0: clause, index }) =>
      contradictionsIn(clause, { listed, leading: leader.problems.length, isLeader: leader === traced }).map(
        ({ message, words }): Gap => {
          const start = index + clause.indexOf(words)
          const place = {
            path,
            start,
            end: start + words.length,
            text: words,
            place: `第${text.slice(0, start).split('\n').length}行`,
          }
          return {
            type: 'total',
            field: null,
            paths: [path],
            about: words,
            message,
            places: [place],
            isDoubtful: false,
            row: null,
          }
        },
      ),
    )
}

/** Full-width digits and percent signs as plain ones, each in its place. */
function withPlainDigits(text: string): string {
  return text.replace(/[０-９％．]/g, (sign) => sign.normalize('NFKC'))
}

interface Known {
  readonly listed: { readonly problems: number; readonly measures: number | null }
  readonly leading: number
  readonly isLeader: boolean
}

function contradictionsIn(clause: string, { listed, leading, isLeader }: Known): { message: string; words: string }[] {
  if (!/反馈|整改|问题|措施/.test(clause)) return []
  const words = clause.trim()
  const found: string[] = []
  const problems = countIn(PROBLEMS, clause)
  const measures = countIn(MEASURES, clause)
  const tells = /反馈|巡[视察]|共/.test(clause)
  if (problems !== null && tells && isWhole(clause) && problems !== listed.problems && problems !== leading) {
    const others = isLeader ? `列出的是${listed.problems}个` : `本文列出${listed.problems}个，反馈的是${leading}个`
    found.push(`写问题${problems}个，${others}，请核对`)
  }
  if (
    measures !== null &&
    listed.measures !== null &&
    /制定|细化|提出|明确|共/.test(clause) &&
    measures !== listed.measures
  )
    found.push(`写措施${measures}条，列出的是${listed.measures}条，请核对`)
  found.push(...partsAndRate(clause))
  return found.map((message) => ({ message, words }))
}

/** A clause that speaks of all that was fed back, not of one aspect or one kind. */
function isWhole(clause: string): boolean {
  return (
    /\d{1,2}\s*个(?:方面|大类|类)|反馈(?:的|了)?\D{0,12}\d+\s*[个项条]|共\D{0,8}\d+\s*[个项条]/.test(clause) &&
    !/上(?:轮|次|一[轮次])/.test(clause)
  )
}

function countIn(pattern: RegExp, clause: string): number | null {
  const groups = pattern
    .exec(clause)
    ?.slice(1)
    .find((digits) => digits !== undefined)
  return groups === undefined ? null : Number(groups)
}

/** 40个问题，已完成31个，正在推进6个，长期坚持4个; 制定措施114条，已完成98条，完成率90.2%. */
function partsAndRate(clause: string): string[] {
  const found: string[] = []
  for (const piece of clause.split(/(?<=%)[，,;；]/)) {
    const total = countIn(PROBLEMS, piece) ?? countIn(MEASURES, piece)
    const whole = PROBLEMS.exec(piece) ?? MEASURES.exec(piece)
    if (total === null || whole === null) continue
    const rest = piece.slice(whole.index + whole[0].length)
    const parts = STATES.map((state) => countIn(state, rest))
    const stated = parts.filter((part) => part !== null)
    const sum = stated.reduce((all, part) => all + part, 0)
    if (stated.length >= 2 && sum !== total)
      found.push(`总数是${total}，各项相加是${stated.join('＋')}＝${sum}，请核对`)
    const rate = Number(RATE.exec(rest)?.[1] ?? Number.NaN)
    const [done] = parts
    if (
      !Number.isNaN(rate) &&
      done !== null &&
      done !== undefined &&
      total > 0 &&
      Math.abs((done / total) * 100 - rate) > 0.6
    )
      found.push(`${done}÷${total}＝${((done / total) * 100).toFixed(1)}%，不是${rate}%，请核对`)
  }
  return found
}
