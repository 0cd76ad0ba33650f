import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const BLANK =
  /20\d\d年月日?|(?<=\d月)日(?=[，。；、前起至到]|$)|[_＿]{2,40}|【[\s　]{0,8}】|〔[\s　]{0,8}〕|[（(][\s　]{2,12}[）)]|(?<=\d月)[\s　]{2,8}日|(?:20\d\d|二〇..)?[\s　]{0,4}年[\s　]{2,8}月[\s　]{2,8}日/g

export const blank: Rule = {
  id: 'residue/blank',
  name: '空格未填',
  severity: 'error',
  why: '留着的空格、空括号说明内容没有写完。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    yield* reportMatches(context, BLANK, () => ({ message: '这里留着空格没有填写，请补上或删去' }))
  },
  bad: [
    '2023年12月⟦  日⟧',
    '责任人：⟦____⟧，年底前完成。',
    '参加人数⟦【】⟧人。',
    '汇报人签字，⟦2024年  月  日⟧',
    '⟦2025年月日⟧召开支委会，3月⟦日⟧前整改完毕。',
  ],
  good: ['责任人：李明，2024年12月底前完成。', '按照【重点】部分落实。', '临政发〔2024〕3号'],
}
