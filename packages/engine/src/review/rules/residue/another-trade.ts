import { type Trade, trades } from '../../../standards/trades.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

/** A trade is the document's own if its words occur this often and twice as often as any other's. */
const OWN_AT_LEAST = 4

export const anotherTrade: Rule = {
  id: 'residue/another-trade',
  name: '别的行业的用语',
  severity: 'warning',
  why: '替换了单位名称，却留着原来行业的专门用语，说明材料是从别的行业改写来的。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    const own = ownTrade(context.text)
    if (!own) return
    for (const trade of trades) {
      if (trade === own || own.near?.includes(trade.name) || worksWith(context.text, trade)) continue
      const strong = trade.terms.filter((term) => context.text.includes(term))
      if (strong.length === 0) continue
      const message = (words: string): string =>
        `“${words}”是${trade.name}系统的用语，与本单位（${own.name}）不符，请核对是否套用了别的单位的材料`
      // The unit's name glued before the term ("民政党的工人工作部") is part of the damage.
      const pattern = new RegExp(`(?:${own.own.join('|')})?(?:${strong.join('|')})`, 'g')
      yield* reportMatches(context, pattern, ([words]) => ({ message: message(words) }))
      if (strong.length < 2 || !trade.weak) continue
      const [first, ...others] = reportMatches(context, new RegExp(trade.weak.join('|'), 'g'), ([words]) => ({
        message: message(words),
      }))
      if (first) yield { ...first, related: others.map(({ place }) => place) }
    }
  },
  bad: [
    '我局是民政部门，民政工作连着民心。民政干部要带着感情做民政。民政对象的事无小事。要坚持⟦从严治党治会⟧，体现⟦民政党的工人工作部⟧职能。',
  ],
  good: [
    '我局是民政部门，民政工作连着民心。民政干部要带着感情做民政。配合总工会慰问困难职工，参加工会组织的活动，办好职工之家。',
    '学校要抓好师德师风，教育教学质量稳步提高，教师队伍建设得到加强，全体教师和师生员工受到教育。',
  ],
}

function occurrences(text: string, words: readonly string[]): number {
  let count = 0
  for (const word of words)
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) count += 1
  return count
}

function ownTrade(text: string): Trade | null {
  const [first, second] = trades
    .map((trade) => ({ trade, count: occurrences(text, trade.own) }))
    .toSorted((a, b) => b.count - a.count)
  return first && first.count >= OWN_AT_LEAST && first.count >= 2 * (second?.count ?? 0) ? first.trade : null
}

/** A text that names the other trade openly writes about it; one that only uses its inner words copied them. */
function worksWith(text: string, trade: Trade): boolean {
  return occurrences(text, trade.own) > 0 && occurrences(text, trade.terms) <= occurrences(text, trade.own)
}
