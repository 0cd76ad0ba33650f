import { genericPhrases } from '../../../standards/generic-phrases.ts'
import type { Rule } from '../../rule.ts'
import { isSelfCheck, leadOf } from '../../material.ts'

const MOST = 0.5

export const genericPhrasesOnly: Rule = {
  id: 'substance/generic-phrases',
  name: '问题多为套话',
  severity: 'advice',
  why: '“学习不够深入”“服务意识不强”放到谁身上都可以，等于没有说。',
  source: { title: '审核实践中的套话清单', known: 'practice' },
  wholeDocument: true,
  *check({ examination }) {
    const { kind, problems } = examination
    if (!isSelfCheck(kind) || problems.length < 4) return
    const generic = problems.filter(
      ({ lead, hasExample }) =>
        !hasExample && genericPhrases.some((phrase) => lead.includes(phrase) && lead.length <= phrase.length + 4),
    )
    const [first, ...related] = generic
    if (!first || generic.length / problems.length < MOST) return
    yield {
      place: leadOf(first),
      related,
      message: `${problems.length}个问题中有${generic.length}个只是套话，请结合本人本单位实际重写`,
    }
  },
  bad: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.⟦学习不够深入⟧。\n2.服务意识不强。\n3.担当意识不强。\n4.工作标准不高。\n二、原因分析\n1.认识不足。\n三、整改措施\n1.加强学习。',
  ],
  good: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.全年只通读了1本必读书目。\n2.窗口周末轮值安排不合理，群众等候时间长。\n3.对养老院消防隐患督促整改不力，拖了3个月。\n4.文稿差错较多，上半年有5处被退回。\n二、原因分析\n1.认识不足。\n三、整改措施\n1.加强学习。',
  ],
}
