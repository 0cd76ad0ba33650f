import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

/** [行政机关/事业单位], [具体职能1], [X]: what a template leaves to choose or to fill in; [1] and [2025] are notes and numbers. */
const CHOICE =
  /[[［](?:[^[\]［］\n/]{1,14}(?:[/／|][^[\]［］\n/]{1,14}){1,4}|(?:具体|填写|插入|选择|输入|单位|部门|姓名|职务|日期|时间|地点|数字|名称|请)[^[\]［］\n]{0,14}|[\u4e00-\u9fff]{2,8}\d{1,2})[\]］](?!\()/g

export const choiceBracket: Rule = {
  id: 'residue/choice-bracket',
  name: '模板选项未填',
  severity: 'error',
  why: '方括号里的选项和提示是模板留给人选、给人填的，没有处理说明没有通读。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    yield* reportMatches(context, CHOICE, ([words]) => ({
      message: `“${words}”是模板里待选待填的内容，请换成实际情况`,
    }))
  },
  bad: ['本单位作为⟦[行政机关/事业单位]⟧，核心职能涵盖⟦[具体职能1]⟧。', '由⟦［单位名称］⟧负责落实。'],
  good: ['参见文献[1]和[2025]3号，见[说明](a.md)。', '按照〔2025〕3号文件要求落实。'],
}
