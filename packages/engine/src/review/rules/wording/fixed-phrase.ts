import { fixedPhrases } from '../../../standards/fixed-phrases.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

export const fixedPhrase: Rule = {
  id: 'wording/fixed-phrase',
  name: '固定提法有误',
  severity: 'error',
  why: '固定提法的字词和次序不能改动。',
  source: { title: '中央文件的规范表述', known: 'practice' },
  *check(context) {
    for (const { wrong, right } of fixedPhrases) {
      yield* reportMatches(context, wrong, ([words]) => ({ message: `“${words}”应为“${right}”`, suggestion: right }))
    }
  },
  bad: ['增强⟦“四个自信”、坚定“四个意识”⟧。', '坚持⟦团结——批评和自我批评——团结⟧的公式。', '用好监督执纪⟦“四种形式”⟧。'],
  good: ['增强“四个意识”、坚定“四个自信”、做到“两个维护”。', '坚持“团结——批评——团结”。', '用好监督执纪“四种形态”。'],
}
