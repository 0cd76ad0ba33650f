import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

export const repeatedPunctuation: Rule = {
  id: 'wording/repeated-punctuation',
  name: '标点重复',
  severity: 'error',
  why: '两个标点连用，是修改时没有删净。',
  source: { title: 'GB/T 15834—2011 标点符号用法', known: 'regulation' },
  *check(context) {
    yield* reportMatches(
      context,
      /[，、；：,;]{2,6}(?<=[，、；：].{0,5})|。{2}(?!。)|(?<!。)。[，、；：,;]|[，、；：,;]。/g,
      ([signs]) => ({ message: `“${signs}”标点重复，请保留一个` }),
    )
  },
  bad: ['学习不够⟦，，⟧联系实际少。', '作风不实⟦。。⟧', '抓而不紧⟦，。⟧', '吸引力不强⟦,。⟧'],
  good: ['学习不够，联系实际少。', '会议要求：“抓落实。”随后散会。', '还有许多不足……'],
}
