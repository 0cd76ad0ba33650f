import type { Rule } from '../../rule.ts'
import { isSelfCheck } from '../../material.ts'

export const aspectNotCovered: Rule = {
  id: 'structure/aspect-not-covered',
  name: '规定方面没有查摆',
  severity: 'advice',
  why: '通知规定的方面要逐一对照，少了一个方面就要补查。',
  source: { title: '当年会议通知（见会议模板）', known: 'unverified' },
  *check({ examination, template, text }) {
    if (!template || template.aspects.length === 0 || !isSelfCheck(examination.kind)) return
    const section = examination.sections.find(({ role }) => role === 'problems')
    if (!section || examination.problems.length < 3) return
    const problems = examination.sections.filter(({ role }) => role === 'problems')
    const words = problems.map(({ start, end }) => text.slice(start, end)).join('\n')
    const missing = template.aspects.filter(({ keywords }) => !keywords.some((keyword) => words.includes(keyword)))
    if (missing.length === 0 || missing.length === template.aspects.length) return
    const titles = missing.map(({ title }) => `“${title}”`).join('、')
    yield { place: section.headingSpan, message: `按${template.campaign}的要求，没有查摆${titles}，请核对通知后补查` }
  },
  bad: [
    '机关党支部2023年度主题教育专题组织生活会对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、⟦存在的问题⟧\n（一）理论学习方面。学得不够系统。\n（二）政治素质方面。敏锐性不强。\n（三）能力本领方面。办法不多。\n（四）担当作为方面。闯劲不足。\n（五）工作作风方面。下得不勤。\n二、原因分析\n（一）认识不足。\n三、整改措施\n（一）加强学习。',
  ],
  good: [
    '机关党支部2023年度主题教育专题组织生活会对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、上次组织生活会整改情况\n逐项整改完毕。\n二、存在的问题\n（一）理论学习方面。学得不够系统，全年只读了2本书。\n（二）政治素质方面。敏锐性不强，3月的舆情处置慢了。\n（三）能力本领方面。办法不多，2个项目滞后。\n（四）担当作为方面。闯劲不足。\n（五）工作作风方面。下得不勤，全年只去了4次。\n（六）廉洁自律方面。抓得不严。\n三、原因分析\n（一）认识不足。\n四、整改措施\n（一）加强学习。',
  ],
}
