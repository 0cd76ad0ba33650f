import type { Rule } from '../../rule.ts'
import { visibleLines } from '../../visible-lines.ts'

const UNIT =
  /(?:[\u4e00-\u9fff]{2,4}?[市县区省州])([\u4e00-\u9fff]{1,8}?(?:局|委|办|馆|院|校|中心|镇|街道|集团|公司|总工会|法院|联合会))/
const LAST_LINES = 6

export const signatureOfAnotherUnit: Rule = {
  id: 'residue/signature-of-another-unit',
  name: '落款不是本单位',
  severity: 'warning',
  why: '标题是一个单位，落款是另一个单位，说明套用了别人的材料。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check({ document, examination }) {
    const own = UNIT.exec(examination.title)?.[1]
    if (own === undefined) return
    for (const line of visibleLines(document).slice(-LAST_LINES)) {
      const signed = line.plain.length <= 40 && !/[，。；]/.test(line.plain) ? UNIT.exec(line.plain)?.[1] : undefined
      if (signed === undefined || examination.title.includes(signed) || own.includes(signed) || signed.includes(own))
        continue
      yield { place: line.spanOf(0, line.plain.length), message: `标题是“${own}”，落款却是“${signed}”，请核对` }
    }
  },
  bad: [
    '临江市档案馆领导班子对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、存在的问题\n1.学习不够。\n2.作风不实。\n⟦中共临江市水务局党组⟧\n2024年1月5日',
  ],
  good: [
    '临江市档案馆领导班子对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、存在的问题\n1.学习不够。\n2.作风不实。\n中共临江市档案馆党组\n2024年1月5日',
  ],
}
