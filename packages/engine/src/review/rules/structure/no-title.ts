import type { Rule } from '../../rule.ts'

export const noTitle: Rule = {
  id: 'structure/no-title',
  name: '没有标题',
  severity: 'advice',
  why: '没有标题，归档和汇总时分不清是谁的、哪一年的材料。',
  source: { title: '《党政机关公文格式》GB/T 9704—2012', known: 'regulation' },
  *check({ examination, text }) {
    const { title, problems, kind, sections } = examination
    if (title !== '' || kind === 'other' || problems.length === 0) return
    const opening = sections[0]
    if (opening?.role !== 'opening' || opening.end - opening.start < 80) return
    const start = opening.start
    const length = text.slice(start).search(/[，。：\n]/)
    yield {
      place: { start, end: start + Math.max(1, length) },
      message: '材料没有标题，请写明单位（或本人）、年度和会议名称',
    }
  },
  bad: [
    '⟦根据市委通知要求⟧，会前领导班子认真学习研讨，广泛征求意见，深入谈心谈话，查摆了问题，剖析了原因，制定了措施，下面我代表班子作对照检查，请同志们批评指正，多提宝贵意见，帮助我们改进。\n一、存在的问题\n（一）学习不够系统。\n（二）作风不实。',
  ],
  good: [
    '领导班子对照检查材料\n\n根据市委通知要求，会前领导班子认真学习研讨，下面作对照检查。\n一、存在的问题\n（一）学习不够系统。\n（二）作风不实。\n二、原因分析\n（一）认识不足。\n三、整改措施\n（一）每月学习一次。',
  ],
}
