import { doubtfulWords, misspellings } from '../../../standards/misspellings.ts'
import type { Rule } from '../../rule.ts'
import { beginsInsideWord } from '../../../wording/word-borders.ts'
import { reportMatches } from '../../visible-lines.ts'

const PATTERN = new RegExp([...misspellings.keys(), ...doubtfulWords].join('|'), 'g')

export const misspelling: Rule = {
  id: 'wording/misspelling',
  name: '错别字',
  severity: 'error',
  why: '常用词写错了字。',
  source: { title: '《现代汉语词典》', known: 'practice' },
  *check(context) {
    yield* reportMatches(context, PATTERN, ({ 0: wrong, input, index }) => {
      if (beginsInsideWord(input, index)) return null
      const right = misspellings.get(wrong)
      if (right === undefined) return { message: `“${wrong}”不是通行的词语，请核对原文` }
      return { message: `“${wrong}”应为“${right}”`, suggestion: right }
    })
  },
  bad: ['在淬炼中不断⟦扣问初心⟧。', '主要领导⟦负总则⟧。', '对全年工作作出⟦布署⟧。'],
  good: [
    '在淬炼中不断叩问初心。',
    '主要领导负总责。',
    '对全年工作作出部署，抓紧抓实。',
    '支部书记检视剖析，笔记检查走过场，作为书记律己不严，陶冶理想信念用功少。',
    '发布署名文章，旧习惯彻底改了，方针贬低不得，与法规距离很远，松懈待人。',
  ],
}
