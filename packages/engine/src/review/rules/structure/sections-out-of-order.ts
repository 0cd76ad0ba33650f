import type { Section } from '../../../examination/examination.ts'
import type { SectionRole } from '../../../standards/field-words.ts'
import type { Rule } from '../../rule.ts'
import { sectionNames } from '../../../wording/section-names.ts'
import { isSelfCheck } from '../../material.ts'

const ORDER: readonly SectionRole[] = ['prior_rectification', 'problems', 'causes', 'measures']

export const sectionsOutOfOrder: Rule = {
  id: 'structure/sections-out-of-order',
  name: '各部分次序颠倒',
  severity: 'advice',
  why: '先说上次整改，再查问题、析原因、定措施；次序颠倒读者难以对应。',
  source: { title: '对照检查材料的通行结构', known: 'practice' },
  *check({ examination }) {
    if (!isSelfCheck(examination.kind)) return
    let latest: Section | null = null
    for (const section of examination.sections.filter(({ role }) => ORDER.includes(role))) {
      const rank = ORDER.indexOf(section.role)
      if (latest && rank < ORDER.indexOf(latest.role)) {
        const message = `“${sectionNames[section.role]}”写在了“${sectionNames[latest.role]}”后面，请调整次序`
        yield { place: section.headingSpan, related: [latest.headingSpan], message }
      } else latest = section
    }
  },
  bad: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、原因分析\n（一）认识不足。\n二、⟦存在的问题⟧\n（一）学习不够系统。\n三、整改措施\n（一）加强学习。',
  ],
  good: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n（一）学习不够系统。\n二、原因分析\n（一）认识不足。\n三、整改措施\n（一）加强学习。',
  ],
}
