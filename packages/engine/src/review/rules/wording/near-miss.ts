import { doubtfulWords, misspellings } from '../../../standards/misspellings.ts'
import { type NearMiss, nearMissesIn } from '../../../wording/near-misses.ts'
import type { Rule } from '../../rule.ts'
import { reportFound } from '../../visible-lines.ts'

const LISTED = new RegExp([...misspellings.keys(), ...doubtfulWords].join('|'))
/** What is said of a listed misspelling reaches at most this far around it. */
const AROUND = 3

interface Written extends NearMiss {
  readonly words: string
}

export const nearMiss: Rule = {
  id: 'wording/near-miss',
  name: '疑似错别字',
  severity: 'warning',
  why: '与固定提法、成语或常用词只差一个字，而本身不成词，多半是打错了字。',
  source: { title: '词语表、同音字表和形近字表', known: 'practice' },
  *check(context) {
    yield* reportFound(context, missesIn, ({ words, right }) => ({
      message: `“${words}”疑为“${right}”之误，请核对`,
      suggestion: right,
    }))
  },
  bad: [
    '对新时代⟦中国特设社会主义⟧思想学得不深，⟦主题责任⟧落实不够。',
    '⟦截止目前⟧，没有⟦亲历亲为⟧，干部问题⟦暴漏⟧较晚。',
    '⟦全面从治严党⟧主体责任压得不实，⟦率先垂犯⟧不够。',
  ],
  good: [
    '全面从严治党主体责任压得不实，率先垂范不够，问题暴露较晚。',
    '张圆霞同志的主题发言，主题鲜明，责任到人。',
    '落实全面从严治党监督责任，学习党的二十届四中全会精神。',
  ],
}

function missesIn(text: string): Written[] {
  return nearMissesIn(text).flatMap((miss) =>
    LISTED.test(text.slice(Math.max(0, miss.start - AROUND), miss.end + AROUND))
      ? []
      : [{ ...miss, words: text.slice(miss.start, miss.end) }],
  )
}
