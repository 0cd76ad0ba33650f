import type { Span } from '../../span.ts'
import { chineseNumber } from '../../wording/chinese-number.ts'
import { exactCount } from '../../wording/exact-count.ts'
import type { FigureId } from '../../wording/figure-ids.ts'

interface Counted extends Span {
  readonly figure: FigureId
  readonly value: number
}

/** What came from several sources is not told of the feedback alone: 审计反馈8个、巡察反馈21个、自查13个，共计42个. */
const OF_SEVERAL = /(?:自查|审计|督查|督导|主题教育)[^。；\n]{0,40}(?:共计?|合计|总计)/

/**
 * Whether a place of a text stands where it is told of what an inspection fed back: in a paragraph that has named both the
 * inspection and the feedback by then.
 */
export function feedbackTold(text: string): (at: number) => boolean {
  const told = [...text.matchAll(/[^\n]+/g)].flatMap(({ 0: line, index }) => {
    const [inspection, feedback] = [line.search(/巡[视察]/), line.indexOf('反馈')]
    const from = index + Math.max(inspection, feedback)
    return inspection < 0 || feedback < 0 || OF_SEVERAL.test(line) ? [] : [{ from, to: index + line.length }]
  })
  return (at) => told.some(({ from, to }) => from < at && at <= to)
}

const ROWS = '个|条|项'
const KIND_OF_PROBLEM = '(?:具体|突出|主要|方面|反馈|的){0,3}'

/** How a text tells of the feedback; each finds its number in one of its groups. */
const SAYINGS: readonly (readonly [FigureId, RegExp])[] = [
  [
    'feedbackCategories',
    new RegExp(exactCount('个?大类|类(?=\\s*[\\d０-９一二三四五六七八九十]{1,4}\\s*个?方面)'), 'g'),
  ],
  ['feedbackAspects', new RegExp(exactCount('个?方面'), 'g')],
  [
    'feedbackItems',
    new RegExp(`${exactCount(ROWS)}${KIND_OF_PROBLEM}问题|问题(?:共|共计|合计|[:：])?${exactCount(ROWS)}`, 'g'),
  ],
  [
    'feedbackMeasures',
    new RegExp(`${exactCount(ROWS)}(?:具体|整改|的){0,2}措施|措施(?:共|共计|合计|[:：])?${exactCount(ROWS)}`, 'g'),
  ],
]

/** What is said of all problems is said of those that were fed back. */
const INSTEAD: Readonly<Partial<Record<FigureId, readonly FigureId[]>>> = {
  problems: ['feedbackItems', 'feedbackDone'],
  problemsDone: ['feedbackDone'],
  problemsSustained: ['feedbackSustained'],
  problemsGoing: ['feedbackGoing'],
}

/** What the items were made into, in the ledger: 细化梳理出具体问题30个. */
const MADE = /细化|梳理|分解|列入台账/

/** The figures of a sentence that tells of the feedback: of the ledger's those of what was fed back, and its own. */
export function ofFeedback(sentence: string, read: readonly Counted[]): Counted[] {
  const instead = read.flatMap((claim) =>
    (INSTEAD[claim.figure] ?? [claim.figure]).map((figure) => ({ ...claim, figure })),
  )
  const own = SAYINGS.flatMap(([figure, pattern]) =>
    [...sentence.matchAll(pattern)].flatMap((match): Counted[] => {
      const [words, ...groups] = match
      const value = chineseNumber(groups.find((group) => group !== undefined) ?? '')
      const clauses = sentence.slice(0, match.index).split(/[，,]/).slice(-2).join('，')
      const isMade = figure === 'feedbackItems' && MADE.test(clauses)
      const place = { start: match.index, end: match.index + words.length }
      return Number.isNaN(value) ? [] : [{ ...place, figure: isMade ? 'feedbackProblems' : figure, value }]
    }),
  )
  return [...instead, ...own.filter((claim) => !instead.some((other) => isSame(claim, other)))]
}

/** Two readings of the same words and number. */
function isSame(a: Counted, b: Counted): boolean {
  return a.start < b.end && b.start < a.end
}
