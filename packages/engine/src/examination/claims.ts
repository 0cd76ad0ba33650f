import { chineseNumber } from '../wording/chinese-number.ts'
import type { Part } from '../outline/part.ts'
import { partsBelow } from '../outline/walk.ts'
import type { SourceDocument } from '../reading/source-document.ts'
import type { Claim } from './examination.ts'

const NUMBER = '([一二两三四五六七八九十]{1,3}|\\d{1,3}|[xXｘＸ×]{1,3})'
/** “以下四个方面”, “5个突出问题”, “三条措施”; the unit is what is counted. */
const CLAIM = new RegExp(
  `${NUMBER}\\s?(?:个|条|项|点|类|大类)?(?:主要|突出|具体)?(方面|问题|原因|措施|不足|差距|建议|任务)`,
  'g',
)
/** Only these words before a number say that a list follows. */
const ANNOUNCES =
  /(?:以下|如下|下列|下面|有|存在|主要是|体现在|表现在|归纳为|概括为|梳理出|查摆出?|检视出|制定|提出|抓好|做好|从)[^。，；：]{0,12}$/
const UNIT_BEFORE = /^[^。；，]{0,10}[：:。\n]|^[^。；：]{0,40}如下[：:]/

/**
 * The numbers the text asserts about its own lists, each with the number of entries of the list that follows it. A
 * claim with a placeholder for the number has `claimed: null`; where no list follows, `found` is null.
 */
export function claimsIn(document: SourceDocument, outline: Part): Claim[] {
  const parts = [...partsBelow(outline)]
  const claims: Claim[] = []
  for (const match of document.text.matchAll(CLAIM)) {
    const start = match.index
    const end = start + match[0].length
    const before = document.text.slice(Math.max(0, start - 24), start)
    const after = document.text.slice(end, end + 24)
    if (!ANNOUNCES.test(before) || !UNIT_BEFORE.test(after)) continue
    const unit = match[2] ?? ''
    const claimed = chineseNumber(match[1] ?? '')
    const list = entriesAfter(outline, parts, end)
    // A list whose last number is the one claimed has a gap in its numbers, which is another defect.
    const isWhole = list?.last === claimed || list?.inAll === claimed
    const found = isWhole ? claimed : (list?.entries ?? null)
    claims.push({ start, end, text: match[0], unit, claimed: Number.isNaN(claimed) ? null : claimed, found })
  }
  return claims
}

const NEAR = 400

interface List {
  readonly entries: number
  /** The number of its last entry. */
  readonly last: number
  /** How many entries have the lists that follow one another, each beginning with 1: what is counted may be sorted in them. */
  readonly inAll: number
}

/** How many entries the list has that begins after the claim, inside the part that makes it. */
function entriesAfter(outline: Part, parts: readonly Part[], position: number): List | null {
  const owner =
    parts.findLast(
      (part) => part.start <= position && position < part.end && part.children.some((child) => child.start >= position),
    ) ?? outline
  const first = owner.children.find((child) => child.start >= position)
  if (!first || first.start - position > NEAR || first.ordinal !== 1) return null
  const after = owner.children.slice(owner.children.indexOf(first))
  const other = after.findIndex(({ family }) => family !== first.family)
  let [entries, last] = [0, 0]
  for (const child of after) {
    if (child.family !== first.family || (child.ordinal === 1 && entries > 0)) break
    entries += 1
    last = child.ordinal
  }
  return { entries, last, inAll: other < 0 ? after.length : other }
}
