import { isInSection } from '../../material.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const OTHERS =
  /(?:有的|有些|部分|个别|一些|少数)(?:党员干部|党员领导干部|领导干部|班子成员|党员|干部|同志|工作人员)(?=[^。]{0,30}(?:不|缺|差距|薄弱|少))/g

export const collectiveSubject: Rule = {
  id: 'substance/collective-subject',
  name: '以他人代替本人',
  severity: 'warning',
  why: '个人材料要查自己的问题，“有的同志”“部分党员干部”把问题推给了别人。',
  source: { title: '审核实践中对第三人称的要求', known: 'practice' },
  *check(context) {
    if (context.examination.kind !== 'personal') return
    for (const found of reportMatches(context, OTHERS, ([words]) => ({
      message: `个人材料写“${words}”，请改为本人的问题`,
    }))) {
      if (isInSection(context.examination, 'problems', found.place)) yield found
    }
  },
  bad: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n（一）学习方面。⟦有的党员干部⟧学习不够主动。\n（二）作风方面。我下基层不够。',
  ],
  good: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n（一）学习方面。我学习不够主动。\n（二）作风方面。我下基层不够。\n二、整改措施\n（一）帮助有的同志改进不足。',
  ],
}
