import type { Observation, Rule } from '../../rule.ts'
import { visibleLines } from '../../visible-lines.ts'

const SELF = /我(局|办|院|校|镇|乡|委|厅|馆|会|站|所|街道|公司|集团|中心|支队)(?![长员主])/g
/** A unit names itself often; what occurs once or twice beside it was left by somebody else's text. */
const OWN_AT_LEAST = 3
const OTHER_SHARE = 0.25

export const anotherUnit: Rule = {
  id: 'residue/another-unit',
  name: '别的单位的自称',
  severity: 'warning',
  why: '同一份材料里自称“我局”又自称“我校”，多半是套用了别的单位的文章。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check({ document }) {
    const found: { self: string; observation: Observation }[] = []
    const counts = new Map<string, number>()
    for (const line of visibleLines(document)) {
      for (const match of line.plain.matchAll(SELF)) {
        const self = match[1] ?? ''
        counts.set(self, (counts.get(self) ?? 0) + 1)
        found.push({
          self,
          observation: { place: line.spanOf(match.index, match.index + match[0].length), message: '' },
        })
      }
    }
    const [own, most] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? ['', 0]
    if (most < OWN_AT_LEAST) return
    for (const { self, observation } of found) {
      if (self === own || (counts.get(self) ?? 0) > most * OTHER_SHARE) continue
      yield { ...observation, message: `全文自称“我${own}”，这里却写“我${self}”，请核对是否从别的单位的材料带来` }
    }
  },
  bad: ['我局党组认真学习。我局干部作风较好。我局制度健全。我局服务到位。但⟦我校⟧部分教师纪律松弛。'],
  good: ['我局党组认真学习。我局干部作风较好。我局制度健全。我会继续努力。', '我校重视师德。'],
}
