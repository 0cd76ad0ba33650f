import { SHORTCOMING } from '../../../wording/shortcoming.ts'
import { SUGGESTION } from '../../../wording/remark-words.ts'
import type { Rule } from '../../rule.ts'

export const suggestionAsProblem: Rule = {
  id: 'substance/suggestion-as-problem',
  name: '以建议代替问题',
  severity: 'warning',
  why: '用“建议加强”“希望多”代替问题，是避重就轻。',
  source: { title: '督导组审核实践', known: 'practice' },
  *check({ examination, text }) {
    for (const { start, end, lead } of examination.problems) {
      const words = text.slice(start, end)
      if (!SUGGESTION.test(lead) || SHORTCOMING.test(words)) continue
      yield {
        place: { start, end: start + lead.length },
        message: `“${lead.slice(0, 20)}”是建议，不是问题，请写明存在什么不足`,
      }
    }
  },
  bad: ['一、存在的问题\n1.学习不够系统。\n2.⟦建议多组织外出学习⟧。\n二、原因分析\n1.认识不足。'],
  good: [
    '一、存在的问题\n1.学习不够系统。\n2.学习形式单一，希望外出学习却没有安排。\n二、整改措施\n1.进一步加强学习。',
  ],
}
