import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const SIGN = '(?<![A-Za-zＡ-Ｚａ-ｚ\\d+＋])[XＸxｘ×]{1,5}(?![A-Za-zＡ-Ｚａ-ｚ+＋]|光|射线|染色体|轴|\\d|\\s*[-—]\\d)'
/** Neighbouring signs with their measure words are one place to fill in: X月X日至X月X日, x方面xx个问题. */
const PLACEHOLDER = new RegExp(
  `20[XＸx×]{2}(?=年)|(?<![=＝][^，。；\\n]{0,40})${SIGN}(?:[\\u4e00-\\u9fff]{0,4}?[、至到—-]?${SIGN}){0,8}[市县区镇乡村局委办厅科处省院校组年月日号个人次名条项届类件家户万亿元%％分]?`,
  'g',
)

export const placeholder: Rule = {
  id: 'residue/placeholder',
  name: '占位符未填',
  severity: 'error',
  why: '范文或模板里的 X、×× 没有换成真实内容，说明材料没有认真核对。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    yield* reportMatches(context, PLACEHOLDER, ([words]) => ({
      message: `“${words}”是没有填写的占位符，请换成真实内容`,
    }))
  },
  bad: [
    '⟦20XX⟧年组织生活会查摆问题5个。',
    '全年走访群众⟦XX户⟧，解决问题12个。',
    '⟦X月X日至X月X日⟧，市委对我局进行了巡察。',
    '感到主要存在⟦x方面xx个⟧问题。',
    '中共⟦××县⟧委员会印发了通知。',
    '聚焦“⟦ＸＸＸ⟧”总体思路抓落实。',
  ],
  good: [
    '病人做了X光检查，结果正常。',
    '推行“1+X”值班制度，X射线机已检定。',
    '学习Excel和XBRL报表，会议室长8×6米。',
    '全年走访群众12户。',
    '退费额＝（日热费×退费比例）×不合格天数。',
  ],
}
