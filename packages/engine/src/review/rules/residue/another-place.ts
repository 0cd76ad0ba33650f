import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const LEVELS = '市县区'
/** A place at the head of a clause, as the subject: 江南市水务局领导班子……; "赴江南市水务局学习" is none. */
const SUBJECT = new RegExp(
  `(?<=^|[，。；：“（])(?:中共)?([\\u4e00-\\u9fff]{2,3})([${LEVELS}])(?:委员会|人民政府|[\\u4e00-\\u9fff]{2,8}?(?:局|馆|办公室|委员会|总工会|医院|学校))(?=[\\u4e00-\\u9fff]{0,4}(?:党组|党委|班子|支部|始终|全面|坚持|认真|在|对|的))`,
  'g',
)
const OWN = new RegExp(`(?:中共)?([\\u4e00-\\u9fff]{2,3}?)([${LEVELS}])`, 'g')

/** 按照县公安局…, 根据市直机关…: what leads up to a unit is no place. */
const NO_PLACE = /^(?:按照|根据|依照|依据|遵照|围绕|对照|落实|经过?|由|向|与|和|同|在|对|全|本|各|该|我)|直$/

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
      if (!names || NO_PLACE.test(place)) return null
      if ([...names].some((name) => place.includes(name) || name.endsWith(place))) return null
      return { message: `“${words}”不是本地单位，请核对是否从别的材料带来` }
    })
  },
  bad: [
    '临江市水务局领导班子对照检查材料\n\n会前认真学习研讨，现将对照检查情况报告如下，请各位领导和同志们批评指正，帮助我们改进工作作风。\n一年来，⟦江南市水务局⟧领导班子始终坚持学习制度。',
  ],
  good: [
    '临江市市场监督管理局党组对照检查材料\n\n会前认真学习研讨，现将对照检查情况报告如下，请各位领导和同志们批评指正，帮助我们改进工作作风。\n一年来，中共临江市市场监督管理局党组始终坚持学习制度，按照市发展改革局党组统一安排，全面自查。',
    '临江市水务局领导班子对照检查材料\n\n会前认真学习研讨，现将对照检查情况报告如下，请各位领导和同志们批评指正，帮助我们改进工作作风。\n一年来，临江市水务局领导班子始终坚持学习制度，赴江南市水务局学习考察2次。',
  ],
}
