import { met, missing, notApplicable, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

export const priorProblem: ComplianceRule = {
  id: 'follow-up/prior-problem',
  step: 'session',
  name: '上次问题没交代',
  severity: 'warning',
  why: '上次查摆的每个问题都要说改得怎样，漏了一个就是没有改或不敢说。',
  source: { title: '民主生活会、组织生活会实践：逐项通报上次整改情况', known: 'practice' },
  *judge({ priorProblems }) {
    if (priorProblems === null) return yield unknown('不知道上次查摆了什么，或者通报了什么')
    if (priorProblems.length === 0) return yield notApplicable('上次没有问题')
    for (const { text, isAnswered, where } of priorProblems) {
      if (isAnswered === null) yield unknown(`不知道通报没有通报“${text}”`)
      else if (isAnswered) yield met({ places: [where] })
      else yield missing(`上次查摆的“${text}”，整改落实情况里没有交代，请补上`, { places: [where] })
    }
  },
  examples: {
    met: [
      {
        given: '上次的问题通报里说了',
        facts: { priorProblems: [{ text: '窗口排队等候时间过长', isAnswered: true, where: null }] },
      },
    ],
    missing: [
      {
        given: '一个说了，一个没有说',
        facts: {
          priorProblems: [
            { text: '初信初访办结率偏低', isAnswered: true, where: null },
            { text: '窗口排队等候时间过长', isAnswered: false, where: null },
          ],
        },
        says: ['上次查摆的“窗口排队等候时间过长”，整改落实情况里没有交代，请补上'],
      },
    ],
    not_applicable: [{ given: '上次没有问题', facts: { priorProblems: [] }, says: ['上次没有问题'] }],
    unknown: [
      { given: '没有上次的清单', facts: {}, says: ['不知道上次查摆了什么，或者通报了什么'] },
      {
        given: '看不出通报里说没说',
        facts: { priorProblems: [{ text: '窗口排队等候时间过长', isAnswered: null, where: null }] },
        says: ['不知道通报没有通报“窗口排队等候时间过长”'],
      },
    ],
  },
}
