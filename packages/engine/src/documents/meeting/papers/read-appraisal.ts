import type { FileFacts } from '../meeting-facts.ts'

/** The result of 民主评议 as one document states it. */
export interface Appraisal {
  readonly rated: number | null
  /** All party members of the branch. */
  readonly members: number | null
  readonly grades: {
    readonly excellent: number
    readonly qualified: number
    readonly basic: number | null
    readonly unqualified: number | null
  }
  readonly path: string
  readonly start: number
  readonly end: number
}

const PEOPLE = String.raw`\D{0,4}?(\d{1,3})\s*[人名]`
const SENTENCE = /[^。；\n]{4,260}(?:[；;][^。\n]{0,120})?/g

/** Sentences that give the grades in one go: 参评21人，优秀7人，合格14人. Table cells are joined with blanks. */
export function appraisalsIn({ document, path }: FileFacts): Appraisal[] {
  return [...document.text.matchAll(SENTENCE)].flatMap(({ 0: words, index }) => {
    const excellent = numberIn(words, `优秀${PEOPLE}`)
    const qualified = numberIn(words, `(?<![本不])合格${PEOPLE}`)
    if (excellent === null || qualified === null) return []
    return [
      {
        rated: numberIn(words, `(?:参评|参加评议|参加测评|应评|实评)的?(?:正式)?(?:党员)?${PEOPLE}`),
        members: numberIn(words, `(?<!(?:参评|评议|测评)的(?:正式)?)(?:共有|现有|正式)?党员(?:总数)?${PEOPLE}`),
        grades: {
          excellent,
          qualified,
          basic: numberIn(words, `基本合格${PEOPLE}`),
          unqualified: numberIn(words, `不合格${PEOPLE}`),
        },
        path,
        start: index,
        end: index + words.length,
      },
    ]
  })
}

function numberIn(words: string, pattern: string): number | null {
  const digits = new RegExp(pattern).exec(words)?.[1]
  return digits === undefined ? null : Number(digits)
}
