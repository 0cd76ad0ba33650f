import { titleOrFirstWords } from '../../material.ts'
import type { Rule } from '../../rule.ts'

export const missingPersonalMatters: Rule = {
  id: 'structure/missing-personal-matters',
  name: '没有个人事项说明',
  severity: 'warning',
  why: '领导干部个人材料要说明个人有关事项报告、组织约谈函询等情况，没有的也要写明没有。',
  source: { title: '《中国共产党党内监督条例》关于民主生活会作出说明的要求', known: 'practice' },
  wholeDocument: true,
  *check({ examination, text }) {
    if (examination.kind !== 'personal' || examination.meeting !== 'democratic_life') return
    if (examination.problems.length < 3 || /个人(?:有关|重大)?事项|约谈|函询/.test(text)) return
    const span = titleOrFirstWords(examination, text)
    yield { place: span, message: '没有说明个人有关事项报告、组织约谈函询等情况，请补写，没有的写明没有' }
  },
  bad: [
    '⟦2024年度民主生活会个人对照检查材料⟧\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、上年度整改情况\n已整改。\n二、存在的问题\n（一）学习不够系统。\n（二）作风不实。\n（三）服务不优。\n三、原因分析\n（一）认识不足。\n四、整改措施\n（一）加强学习。',
  ],
  good: [
    '2024年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、上年度整改情况和个人有关事项说明\n如实报告了个人有关事项。\n二、存在的问题\n（一）学习不够系统。\n（二）作风不实。\n（三）服务不优。\n三、原因分析\n（一）认识不足。\n四、整改措施\n（一）加强学习。',
  ],
}
