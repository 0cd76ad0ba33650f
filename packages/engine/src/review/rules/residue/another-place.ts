import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const LEVELS = '市县区'
/** A place at the head of a clause, as the subject: 江南市水务局领导班子……; "赴江南市水务局学习" is none. */
const SUBJECT = new RegExp(
  `(?<=^|[，。；：“（])(?:中共)?([\\u4e00-\\u9fff]{2,3})([${LEVELS}])(?:委员会|人民政府|[\\u4e00-\\u9fff]{2,8}?(?:局|馆|办公室|委员会|总工会|医院|学校))(?=[\\u4e00-\\u9fff]{0,4}(?:党组|党委|班子|支部|始终|全面|坚持|认真|在|对|的))`,
  'g',
)
const OWN = new RegExp(`(?:中共)?([\\u4e00-\\u9fff]{2,3}?)([${LEVELS}])`, 'g')

export const anotherPlace: Rule = {
  id: 'residue/another-place',
  name: '别的地方的单位名',
  severity: 'warning',
  why: '正文里把别的市县的单位当作主语，多半是套用别人的材料没有改净。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    const own = new Map<string, Set<string>>()
    for (const name of [...context.unitNames, context.examination.title]) {
      for (const [, place = '', level = ''] of name.matchAll(OWN))
        own.set(level, (own.get(level) ?? new Set()).add(place))
    }
    yield* reportMatches(context, SUBJECT, ([words, place = '', level = '']) => {
      const names = own.get(level)
      if (!names || [...names].some((name) => place.endsWith(name) || name.endsWith(place))) return null
      return { message: `“${words}”不是本地单位，请核对是否从别的材料带来` }
    })
  },
  bad: [
    '临江市水务局领导班子对照检查材料\n\n会前认真学习研讨，现将对照检查情况报告如下，请各位领导和同志们批评指正，帮助我们改进工作作风。\n一年来，⟦江南市水务局⟧领导班子始终坚持学习制度。',
  ],
  good: [
    '临江市水务局领导班子对照检查材料\n\n会前认真学习研讨，现将对照检查情况报告如下，请各位领导和同志们批评指正，帮助我们改进工作作风。\n一年来，临江市水务局领导班子始终坚持学习制度，赴江南市水务局学习考察2次。',
  ],
}
