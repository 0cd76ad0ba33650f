import type { Rule } from '../../rule.ts'
import { edgeLines } from '../../edge-lines.ts'
import { reportMatches } from '../../visible-lines.ts'

/** Kinds of units of which a paper's own and another are hardly ever both the subject. */
const FAMILIES: readonly RegExp[] = [
  /(?:局|委员会|发改委|办公室|联合会|残联|妇联|工商联|文联|科协)$/,
  /(?:人民医院|中医院|医院|卫生院|保健院)$/,
  /(?:学院|大学|中学|小学|学校)$/,
  /(?:社区|村)$/,
  /(?:法院|检察院)$/,
]
const ENDING = '局|发改委|医院|卫生院|学院|大学|中学|小学|社区|检察院|法院|残联|妇联'
/** 县教育局党组全年没有……, 市统计局机关党员到……: another unit as the one who acts. */
const SUBJECT = new RegExp(
  `(?<=^|[。；，：！）]|\\s)(?<unit>(?:[\\u4e00-\\u9fff]{2,3}[市县区州])?(?:省|市|县|区|州|镇)?(?<core>[\\u4e00-\\u9fff]{2,8}?(?:${ENDING})))(?:机关党委|机关党员|机关党支部|党组书记|党组成员|党组|党委|党总支|党支部|领导班子|班子|各(?:系部|科室|股室|单位|位委员))`,
  'g',
)
/** Said of those one works with, learns from or answers to. */
const WITH =
  /派驻|驻|结对|共建|帮扶|会同|联合|交流|借调|挂职|巡[视察]|督[导查察]|批复|要求|部署|印发|通报|点评|指导|安排|批准|同意|反馈|审[批定]/
/** 现将我局党组…, 各社区党委: no other unit is named. */
const NO_NAME = /[我本各该全]|现将|所在|设在|有的|一些/
const TRADE = /作为(?<trade>[\u4e00-\u9fff]{2,8}?)(?:行业|行政)?(?:主管|监管|执法)部门/g
/** 作为行业主管部门, 作为全县…: no trade is named. */
const NO_TRADE = /^(?:行业|业务|全[市县区]|[市县区]级|政府|党委|一个|专门|重要|主要|职能)/

export const anotherBody: Rule = {
  id: 'residue/another-body',
  name: '别的单位作了主语',
  severity: 'warning',
  why: '写自己的问题、措施，主语却是别的局、别的学校，多半是套用了别人的材料。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    const names = [...context.unitNames, context.examination.title, ...edgeLines(context.document)]
    const own = FAMILIES.filter((family) => context.unitNames.some((name) => family.test(name)))
    if (own.length === 0) return
    yield* reportMatches(context, SUBJECT, (match) => {
      const { unit = '', core = '' } = match.groups ?? {}
      const sentence = /^[^。；\n]*/.exec(match.input.slice(match.index, match.index + 60))?.[0] ?? ''
      const isAlike = own.some((family) => family.test(core))
      const isOften = context.text.indexOf(core) !== context.text.lastIndexOf(core)
      if (!isAlike || isOften || WITH.test(sentence) || NO_NAME.test(unit) || isNamedIn(names, core)) return null
      return { message: `“${unit}”不是本单位，这里却作主语，请核对是否从别的材料带来` }
    })
    yield* reportMatches(context, TRADE, ({ 0: words, groups }) => {
      const trade = groups?.['trade'] ?? ''
      if (NO_TRADE.test(trade) || isNamedIn(names, trade)) return null
      return { message: `“${words}”与本单位的名称不符，请核对是否从别的材料带来` }
    })
  },
  bad: [
    '青河县农业农村局党组2024年度民主生活会对照检查材料\n\n会前认真学习研讨，广泛征求意见，现将对照检查情况报告如下，请批评指正。\n一、存在的问题\n1.对不担当的干部调整得少，⟦县教育局党组⟧全年没有处理1人。\n2.⟦作为教育主管部门⟧，负有主要责任。',
  ],
  good: [
    '青河县农业农村局党组2024年度民主生活会对照检查材料\n\n会前认真学习研讨，广泛征求意见，现将对照检查情况报告如下，请批评指正。\n一、存在的问题\n1.落实不力，县纪委监委派驻县教育局纪检监察组提出的建议办得慢，县财政局党组部署的检查没有跟上。\n2.作为农业主管部门、作为行业主管部门，县农业农村局党组负有责任。',
    '青河县人民医院党委2024年度民主生活会对照检查材料\n\n会前认真学习研讨，广泛征求意见，现将对照检查情况报告如下，请批评指正。\n一、存在的问题\n1.县卫生健康局党委点出的问题改得慢。\n2.下基层少。',
  ],
}

/** True if one of the names shares two characters with a unit's: 市场监管局 and 市场监督管理局 are one. */
function isNamedIn(names: readonly string[], unit: string): boolean {
  const telling = Array.from({ length: unit.length - 1 }, (_, i) => unit.slice(i, i + 2)).filter(
    (pair) => !COMMON.has(pair),
  )
  const looked = telling.length > 0 ? telling : [unit]
  return names.some((name) => looked.some((words) => name.includes(words)))
}

/** What many units have in their names. */
const COMMON = new Set(
  '管理 监督 人民 医院 学院 大学 中学 小学 社区 发展 服务 委员 员会 理局 县人 市人 区人 民医 民法 民检 检察 法院 察院'.split(
    ' ',
  ),
)
