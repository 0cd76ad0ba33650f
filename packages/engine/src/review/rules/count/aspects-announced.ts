import { chineseNumber } from '../../../wording/chinese-number.ts'
import { contains } from '../../../span.ts'
import type { Rule } from '../../rule.ts'

const ANNOUNCED =
  /(?:围绕|聚焦|对照|从)[^。；\n]{0,40}?(?<!\d)([二两三四五六七八九十]{1,2}|[2-9]|1[0-2])个(?:方面|带头)(?!的?(?:问题|意见|反馈))/g

/** What was announced at another meeting. */
const EARLIER = /上一?年|去年|上一?次|20\d\d年度/

export const aspectsAnnounced: Rule = {
  id: 'count/aspects-announced',
  name: '方面数与开头不符',
  severity: 'advice',
  why: '开头说围绕几个方面查摆，正文就应当查摆几个方面。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check({ text, examination }) {
    const prior = examination.sections.filter(({ role }) => role === 'prior_rectification')
    const problems = examination.sections.find(({ role }) => role === 'problems')
    const found = examination.aspects.length
    if (!problems || found < 3) return
    for (const match of text.slice(0, problems.start).matchAll(ANNOUNCED)) {
      const announced = chineseNumber(match[1] ?? '')
      if (
        announced === found ||
        EARLIER.test(match[0]) ||
        prior.some((section) => contains(section, { start: match.index, end: match.index }))
      )
        continue
      const end = match.index + match[0].length
      const start = end - (match[1]?.length ?? 0) - 3
      yield {
        place: { start, end },
        message: `开头说“${text.slice(start, end)}”，正文查摆了${found}个方面，请核对是否漏了或多了`,
      }
      return
    }
  },
  bad: [
    '临江市档案馆整改工作方案\n\n会前围绕⟦五个带头⟧深入查摆，现报告如下，请各位同志批评指正，帮助我改进。\n一、存在的问题\n（一）学习方面\n1.学得不深。\n（二）作风方面\n1.下得不勤。\n（三）纪律方面\n1.抓得不严。',
  ],
  good: [
    '临江市档案馆整改工作方案\n\n会前深入查摆，现报告如下，请各位同志批评指正，帮助我改进。\n一、上年度整改落实情况\n上年度围绕五个方面查摆，已经逐项整改。\n二、存在的问题\n（一）学习方面\n1.学得不深。\n（二）作风方面\n1.下得不勤。\n（三）纪律方面\n1.抓得不严。',
    '临江市档案馆整改工作方案\n\n会前围绕三个方面深入查摆，现报告如下，请各位同志批评指正，帮助我改进。\n一、存在的问题\n（一）学习方面\n1.学得不深。\n（二）作风方面\n1.下得不勤。\n（三）纪律方面\n1.抓得不严。',
  ],
}
