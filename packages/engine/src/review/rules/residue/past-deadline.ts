import { monthInChinese } from '../../../wording/write-date.ts'
import { isSelfCheck } from '../../material.ts'
import type { Rule } from '../../rule.ts'
import { signedOn } from '../../signed-on.ts'
import { withPlainDigits } from '../../visible-lines.ts'

const DEADLINE =
  /(20\d\d)年(?:\s?(\d{1,2})月)?(?:\s?(\d{1,2})日)?\s?(?:底|年底|末|上半年|下半年|第?[一二三四]季度|上旬|中旬|下旬)?(?:以?前|之前)/g
/** What is said to be done is no deadline, nor is what an earlier list had asked for. */
const IS_TOLD = /已|曾|原定|原计划|没有|未能|仍未|拖/

/** The last day of the deadline, `yyyy-mm-dd`, whatever the month is long; a quarter or half-year counts as the year's end. */
function lastDayOf([, year = '', month, day]: RegExpExecArray): string {
  return `${year}-${(month ?? '12').padStart(2, '0')}-${(day ?? '31').padStart(2, '0')}`
}

export const pastDeadline: Rule = {
  id: 'residue/past-deadline',
  name: '时限早于会议',
  severity: 'warning',
  why: '措施的完成时限在会议召开以前，多半是照抄了往年的措施。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check({ examination, document, text }) {
    const { kind, year, sections, measures } = examination
    // A plan repeats what was due before it was signed.
    const signed = isSelfCheck(kind) ? signedOn(document) : null
    // The year's meeting is held in its last quarter at the earliest; a paper is written for it a few months later at most.
    const ofYear = year === null ? '' : `${year}-10-01`
    const isOfMeeting = signed !== null && (year === null || (signed >= `${year}-03` && signed < `${year + 1}-07`))
    const earliest = isOfMeeting ? signed : ofYear
    if (earliest === '') return
    const why = isOfMeeting
      ? `材料写于${monthInChinese(earliest.slice(0, 7))}`
      : `${year}年度的会议不早于${monthInChinese(earliest.slice(0, 7))}召开`
    const seen = new Set<number>()
    for (const span of [...sections.filter(({ role }) => role === 'measures'), ...measures]) {
      for (const match of withPlainDigits(text.slice(span.start, span.end)).matchAll(DEADLINE)) {
        const start = span.start + match.index
        if (lastDayOf(match) >= earliest || seen.has(start)) continue
        seen.add(start)
        if (IS_TOLD.test(clauseAround(text, start, start + match[0].length))) continue
        yield {
          place: { start, end: start + match[0].length },
          message: `${why}，措施却写“${match[0]}”完成，请核对时限`,
        }
      }
    }
  },
  bad: [
    '2024年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.制度不健全。\n二、整改措施\n1.修订财务制度，⟦2024年10月底前⟧完成。\n2025年1月22日',
    '2024年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.制度不健全。\n二、整改措施\n1.修订财务制度，力争⟦2022年底前⟧完成。',
    '2025年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.制度不健全。\n二、整改措施\n1.修订财务制度，⟦2025年5月底前⟧完成。',
  ],
  good: [
    '2024年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.制度不健全。\n二、整改措施\n1.修订财务制度，2025年1月底前完成。\n2024年12月底前已经开过的会不再重开。\n2025年1月22日',
    '2024年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.2022年底前应办的事项拖延。\n二、整改措施\n1.修订财务制度，2025年3月底前完成，2024年底前拟出初稿。',
  ],
}

/** The sentence piece a stretch stands in. */
function clauseAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - 40), start)
  const after = text.slice(end, end + 40)
  return `${/[^。；\n]*$/.exec(before)?.[0] ?? ''}${/^[^。；\n]*/.exec(after)?.[0] ?? ''}`
}
