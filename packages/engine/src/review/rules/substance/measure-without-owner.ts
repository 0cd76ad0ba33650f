import type { Rule } from '../../rule.ts'
import { isSelfCheck, leadOf } from '../../material.ts'

const OWNER =
  /责任(?:人|领导|单位|科室|部门)|牵头|由[^。，；]{2,12}(?:负责|落实|承办)|(?:我|本人|书记|局长|主任|科长)(?:负责|带头|每)|负责人|分管领导/
const DEADLINE =
  /\d{1,2}月|年底|季度|上半年|下半年|每(?:年|月|周|季|半年|天|日)|20\d\d年|长期坚持|立行立改|\d+个(?:工作)?日|期限|时限|之前|月底/

export const measureWithoutOwner: Rule = {
  id: 'substance/measure-without-owner',
  name: '措施无责任人时限',
  severity: 'advice',
  why: '没有责任人和完成时限的措施无法督办，也无法销号。',
  source: { title: '整改责任、措施、资金、时限、预案“五落实”', known: 'practice' },
  wholeDocument: true,
  *check({ examination, text }) {
    const { kind, measures } = examination
    if (!isSelfCheck(kind) || measures.length < 2) return
    const lacking = measures.filter(({ start, end }) => {
      const words = text.slice(start, end)
      return !DEADLINE.test(words) && !OWNER.test(words)
    })
    const [first, ...related] = lacking
    if (!first || lacking.length * 2 < measures.length) return
    yield {
      place: leadOf(first),
      related,
      message: `${measures.length}条措施中有${lacking.length}条没有责任人和时限，转入台账前请补上`,
    }
  },
  bad: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.全年只通读了1本必读书目。\n二、原因分析\n1.认识不足。\n三、整改措施\n1.⟦加强学习⟧。\n2.改进作风。',
  ],
  good: [
    '个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.全年只通读了1本必读书目。\n二、原因分析\n1.认识不足。\n三、整改措施\n1.每月读1本书。\n2.改进作风，由办公室牵头，6月底前完成。',
  ],
}
