import type { Rule } from '../../rule.ts'
import { visibleLines } from '../../visible-lines.ts'

/** What a record must say on the line of its label. */
const EMPTY =
  /^[\s　]*((?:谈话|会议|学习|活动)?(?:时间|日期|地点)|主持人?|记录人员?|谈话人|谈心人|被谈话人|谈话对象)[\s　]*[：:][\s　]*$/
/** What stands under a label may be what it announces, unless it is the next label. */
const LABELLED = /^[\s　]*[^：:，。；]{2,12}[：:]/

export const emptyField: Rule = {
  id: 'structure/empty-field',
  name: '记录的栏目没有填写',
  severity: 'warning',
  why: '会议记录、谈话记录要写明时间、地点、主持人和记录人，空着的说明没有填完。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check({ document, examination }) {
    if (examination.kind !== 'minutes' && examination.kind !== 'talk') return
    const lines = visibleLines(document).filter(({ plain }) => plain.trim() !== '')
    for (const [at, { plain, isCell, spanOf }] of lines.entries()) {
      const [, label] = EMPTY.exec(plain) ?? []
      const next = lines[at + 1]
      if (label === undefined || isCell || (next !== undefined && !LABELLED.test(next.plain))) continue
      const from = plain.indexOf(label)
      yield { place: spanOf(from, from + label.length), message: `“${label}”后面没有填写，请补上` }
    }
  },
  bad: [
    '谈心谈话记录\n谈话时间：2026年3月5日\n⟦谈话地点⟧：\n谈话人：周立\n被谈话人：何静\n周立：你谈谈自己的不足。\n何静：主要是学习不够系统，联系实际少。\n⟦记录人⟧：',
  ],
  good: [
    '谈心谈话记录\n谈话时间：2026年3月5日\n谈话地点：\n二楼会议室\n谈话人：周立\n被谈话人：何静\n周立：你谈谈自己的不足。\n何静：主要是学习不够系统，联系实际少。\n记录人：许岚',
  ],
}
