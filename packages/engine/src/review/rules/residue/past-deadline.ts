import { monthInChinese } from '../../../wording/write-date.ts'
import type { Rule } from '../../rule.ts'

const DEADLINE =
  /(20\d\d)年(?:(\d{1,2})月)?(?:\d{1,2}日)?(?:底|年底|末|上半年|下半年|第?[一二三四]季度)?(?:以?前|之前)/g

/** The last month of the deadline, `yyyy-mm`; a quarter or half-year counts as the year's end. */
function monthOf([, year = '', month]: RegExpExecArray): string {
  return `${year}-${(month ?? '12').padStart(2, '0')}`
}

export const pastDeadline: Rule = {
  id: 'residue/past-deadline',
  name: '时限早于会议',
  severity: 'warning',
  why: '措施的完成时限在会议召开以前，多半是照抄了往年的措施。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check({ examination, text }) {
    const { year, sections } = examination
    if (year === null) return
    // The year's meeting is held in its last quarter at the earliest.
    const earliest = `${year}-10`
    for (const section of sections.filter(({ role }) => role === 'measures')) {
      for (const match of text.slice(section.start, section.end).matchAll(DEADLINE)) {
        if (monthOf(match) >= earliest) continue
        const start = section.start + match.index
        yield {
          place: { start, end: start + match[0].length },
          message: `${year}年度的会议不早于${monthInChinese(earliest)}召开，措施却写“${match[0]}”完成，请核对时限`,
        }
      }
    }
  },
  bad: [
    '2024年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.制度不健全。\n二、整改措施\n1.修订财务制度，力争⟦2022年底前⟧完成。',
    '2025年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.制度不健全。\n二、整改措施\n1.修订财务制度，⟦2025年5月底前⟧完成。',
  ],
  good: [
    '2024年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.2022年底前应办的事项拖延。\n二、整改措施\n1.修订财务制度，2025年3月底前完成，2024年底前拟出初稿。',
  ],
}
