import type { Rule } from '../../rule.ts'
import { visibleLines } from '../../visible-lines.ts'

const DATE =
  /^[（(]?(20\d\d|二[〇○零][〇○零一二三四五六七八九]{2})年(?:([\d一二三四五六七八九十]{1,2})月(?:[\d一二三四五六七八九十]{1,3}日)?)?[）)]?$/
const DIGITS = '〇一二三四五六七八九'

function yearOf(written: string): number {
  return Number(
    [...written.replace(/[○零]/g, '〇')].map((char) => (DIGITS.includes(char) ? DIGITS.indexOf(char) : char)).join(''),
  )
}

export const dateOfAnotherYear: Rule = {
  id: 'residue/date-of-another-year',
  name: '落款年份不符',
  severity: 'warning',
  why: '落款日期与材料所属年度对不上，多半是沿用了旧文件。',
  source: { title: '年度会议一般在当年第四季度至次年三月召开', known: 'practice' },
  *check({ document, examination: { year } }) {
    if (year === null) return
    const lines = visibleLines(document)
    for (const line of [...lines.slice(0, 5), ...lines.slice(5).slice(-4)]) {
      const [, dated, month] = DATE.exec(line.plain.trim()) ?? []
      if (dated === undefined || yearOf(dated) === year + 1) continue
      // The year's meeting is held at its end; what is dated January of that year belongs to the one before.
      if (yearOf(dated) === year && !/^(?:0?[12]|[一二])$/.test(month ?? '')) continue
      yield {
        place: line.spanOf(0, line.plain.length),
        message: `材料属于${year}年度，日期却是${line.plain.trim()}，请核对`,
      }
    }
  },
  bad: [
    '2021年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.学习不够。\n⟦2021年1月12日⟧',
    '2021年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.学习不够。\n⟦2023年1月12日⟧',
  ],
  good: [
    '2021年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n一、存在的问题\n1.学习不够。\n2022年1月12日',
  ],
}
