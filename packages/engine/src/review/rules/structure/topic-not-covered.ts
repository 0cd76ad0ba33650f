import type { TemplateAspect } from '../../../standards/meeting-template.ts'
import { isSelfCheck, titleOrFirstWords } from '../../material.ts'
import type { Rule } from '../../rule.ts'

export const topicNotCovered: Rule = {
  id: 'structure/topic-not-covered',
  name: '规定内容没有写到',
  severity: 'advice',
  why: '通知另外要求写明、对照或通报的内容，材料里要有，或者会上另有材料。',
  source: { title: '当年会议通知（见会议模板）', known: 'unverified' },
  wholeDocument: true,
  *check({ examination, template, text }) {
    if (!template || !isSelfCheck(examination.kind) || examination.problems.length < 3) return
    // A team reports to the meeting; a member's paper need not repeat it.
    const asked = [
      ...(template.topics ?? []),
      // What only one unit's practice is known to ask for is no requirement.
      ...(template.aspectsKnown === undefined ? (template.mirrors ?? []) : []),
      ...(examination.kind === 'personal' ? [] : (template.reported ?? [])),
    ]
    const missing = asked.filter(({ keywords }) => !keywords.some((keyword) => text.includes(keyword)))
    if (missing.length === 0) return
    yield {
      place: titleOrFirstWords(examination, text),
      message: `${template.campaign}还要求写到${missing.map(titleOf).join('、')}，材料里没有提到，请对照通知核对`,
    }
  },
  bad: [
    '⟦机关党支部2023年度主题教育专题组织生活会对照检查材料⟧\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、上次组织生活会整改情况\n逐项整改完毕。\n二、存在的问题\n（一）学习不够系统，全年只读了2本书。\n（二）敏锐性不强，3月的舆情处置慢了。\n（三）办法不多，2个项目滞后。\n三、典型案例剖析\n选取安全生产案例进行剖析。\n四、原因分析\n（一）认识不足。\n五、整改措施\n（一）加强学习。',
  ],
  good: [
    '机关党支部2023年度主题教育专题组织生活会对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、上次组织生活会整改情况\n逐项整改完毕。\n二、存在的问题\n（一）学习不够系统，全年只读了2本书。\n（二）敏锐性不强，3月的舆情处置慢了。\n（三）办法不多，2个项目滞后。\n三、典型案例剖析\n选取安全生产案例进行剖析。\n四、树立和践行正确政绩观和参与基层治理检视剖析\n办事先看上级，后看群众，进社区少。\n五、原因分析\n（一）认识不足。\n六、整改措施\n（一）加强学习。',
  ],
}

function titleOf({ title }: TemplateAspect): string {
  return `“${title}”`
}
