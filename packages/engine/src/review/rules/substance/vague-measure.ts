import type { Rule } from '../../rule.ts'

const LONGEST = 70
const VAGUE = /进一步|不断|持续|切实|加强|提高|改进|完善|强化/
const CONCRETE =
  /\d|每[年月周季日天]|[一二三四五六七八九十]+(?:次|天|个|项|份|名|人)|制定|修订|出台|建立|开展|负责|牵头|年底|季度|月底|《/

export const vagueMeasure: Rule = {
  id: 'substance/vague-measure',
  name: '措施空泛',
  severity: 'advice',
  why: '只有“进一步加强”“不断提高”，没有做什么、做多少、何时做，措施就无法落实和检查。',
  source: { title: '督导组审核实践', known: 'practice' },
  wholeDocument: true,
  *check({ examination, text }) {
    for (const { start, end } of examination.measures) {
      const words = text.slice(start, end).trim()
      if (words.length > LONGEST || !VAGUE.test(words) || CONCRETE.test(words)) continue
      yield {
        place: { start, end: start + words.length },
        message: '这条措施没有具体做法，请写明做什么、谁来做、何时完成',
      }
    }
  },
  bad: [
    '一、存在的问题\n1.学习不够。\n2.作风不实。\n二、整改措施\n1.⟦进一步加强理论学习，不断提高政治站位。⟧\n2.每月下乡调研2次。',
  ],
  good: [
    '一、存在的问题\n1.学习不够。\n2.作风不实。\n二、整改措施\n1.进一步加强理论学习，每周自学半天。\n2.每月下乡调研2次。',
  ],
}
