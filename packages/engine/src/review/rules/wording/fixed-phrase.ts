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
      yield* reportMatches(context, wrong, ([words]) =>
        words === right ? null : { message: `“${words}”应为“${right}”`, suggestion: right },
      )
    }
  },
  bad: [
    '对⟦“两个维护”⟧的决定性意义讲得笼统。',
    '增强⟦“四个自信”、坚定“四个意识”⟧。',
    '坚持⟦团结——批评和自我批评——团结⟧的公式。',
    '用好监督执纪⟦“四种形式”⟧。',
    '自我净化、自我完善、⟦自我革命⟧、自我提高的劲头不足，底线思维、⟦系统思想⟧不强。',
    '⟦学原著、读原文、悟原理⟧做得不够，落实区委⟦巡查⟧反馈意见慢，迎接⟦巡视巡查⟧。',
  ],
  good: [
    '增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
    '坚持“团结——批评——团结”。',
    '用好监督执纪“四种形态”。',
    '坚持自我革命，读原著、学原文、悟原理，运用系统思想分析，安全巡查反馈及时。',
  ],
}
