import { chineseNumber } from '../../../wording/chinese-number.ts'
import type { Span } from '../../../span.ts'
import type { Rule } from '../../rule.ts'
import { reportFound } from '../../visible-lines.ts'

/** “理论学习、政治素质、能力本领等五个方面”: names of some length, so that none is itself a list (学习、宣传、贯彻). */
const NAMED =
  /(?<=^|[，。；：“对照围绕聚焦从在]|(?:对照|围绕|聚焦|按照|包括))[\u4e00-\u9fff]{4,12}(?:、[\u4e00-\u9fff]{4,12}){2,11}等(?<count>[二两三四五六七八九十]{1,2}|\d{1,2})(?:个(?:方面|环节|领域|专题|重点|主题)|方面)/g

interface NamedList extends Span {
  readonly named: number
  readonly counted: number
}

function namedListsIn(text: string): NamedList[] {
  return Array.from(text.matchAll(NAMED), (match) => {
    const [words] = match
    const end = match.index + words.length
    const start = match.index + words.lastIndexOf('等') + 1
    return { start, end, named: words.split('、').length, counted: chineseNumber(match.groups?.['count'] ?? '') }
  })
}

export const namedVersusCounted: Rule = {
  id: 'count/named-versus-counted',
  name: '列名与数目不符',
  severity: 'warning',
  why: '前面列了六个名称，后面说“等五个方面”，改动后没有核对。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    // Fewer names than counted may be examples.
    yield* reportFound(context, namedListsIn, ({ named, counted }) =>
      named > counted ? { message: `前面列了${named}个，这里说${counted}个，请核对` } : null,
    )
  },
  bad: ['围绕学习创新理论、加强党性锻炼、联系服务群众、发挥先锋作用、改进作风、廉洁自律等⟦五个方面⟧查摆。'],
  good: [
    '围绕理论学习、政治素质、能力本领、担当作为、工作作风、廉洁自律等六个方面查摆。',
    '围绕理论学习、政治素质、能力本领等六个方面查摆，学习、宣传、贯彻、落实等三个环节抓得紧。',
  ],
}
