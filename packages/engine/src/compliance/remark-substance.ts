import { PRAISE, SUGGESTION } from '../wording/remark-words.ts'
import { isShortcoming } from '../wording/shortcoming.ts'

export const remarkSubstances = ['concrete', 'suggestion', 'praise', 'vague', 'empty'] as const
/**
 * What a remark of criticism is made of. `concrete`: it states a shortcoming; `suggestion`, `praise`: it has these in its
 * place; `vague`: none of them can be seen in it; `empty`: nothing was written down.
 */
export type RemarkSubstance = (typeof remarkSubstances)[number]

export const remarkSubstanceNames: Readonly<Record<RemarkSubstance, string>> = {
  concrete: '指出了问题',
  suggestion: '只有建议',
  praise: '只有表扬',
  vague: '看不出指什么问题',
  empty: '没有内容',
}

/** Praise that is no achievement: what one says of a person one does not want to criticise. */
const COMPLIMENT =
  /(?:很|非常|十分|比较|特别)?(?:优秀|出色|扎实|认真负责|任劳任怨|值得[^。，；]{0,6}学习|是[^。，；]{0,6}榜样|表现[^。，；]{0,4}好)/

/** It says that there is nothing to say. */
const NOTHING = /(?:没有?|无)(?:什么|明显|大的?|任何)*(?:缺点|问题|意见|不足)/gu

/** By its words: a shortcoming counts whatever stands beside it, as in the rules `substance/` for materials. */
export function remarkSubstance(text: string): RemarkSubstance {
  if (!/[\p{L}\p{N}]/u.test(text)) return 'empty'
  const words = text.replace(NOTHING, '')
  const clauses = words.split(/[，。；！？\n]/u).map((clause) => clause.trim())
  const isSuggested = (clause: string): boolean => SUGGESTION.test(clause)
  if (clauses.some((clause) => !isSuggested(clause) && isShortcoming(clause))) return 'concrete'
  if (clauses.some(isSuggested)) return 'suggestion'
  return PRAISE.test(words) || COMPLIMENT.test(words) ? 'praise' : 'vague'
}
