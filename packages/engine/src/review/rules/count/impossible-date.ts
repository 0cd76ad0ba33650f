import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const LONGEST_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

/** A year with a digit too few or too many, a month beyond December: what the calendar has no place for. */
const NO_MONTH = /(?<!\d)(?:20\d|20\d{3})年(?=度|\d{1,2}月)|(?<!\d)20\d\d年(?:0|00|1[3-9]|[2-9]\d)月(?!\d)/g

export const impossibleDate: Rule = {
  id: 'count/impossible-date',
  name: '日期不存在',
  severity: 'error',
  why: '日历上没有的日期，一看就是误写。',
  source: { title: '公历', known: 'regulation' },
  *check(context) {
    yield* reportMatches(
      context,
      /(?:(20\d\d|19\d\d)年)?(?<!\d)(\d{1,2})月(\d{1,2})日/g,
      ([words, year, month, day]) => {
        const longest = LONGEST_MONTH[Number(month) - 1] ?? 0
        const leap =
          year === undefined || (Number(year) % 4 === 0 && Number(year) % 100 !== 0) || Number(year) % 400 === 0
        const last = Number(month) === 2 && !leap ? 28 : longest
        if (Number(day) >= 1 && Number(day) <= last) return null
        return { message: `没有“${words}”这一天，请核对` }
      },
    )
    yield* reportMatches(context, NO_MONTH, ([words]) => ({ message: `没有“${words}”，请核对年月` }))
    yield* reportMatches(
      context,
      /(?<![\d月至到和、—~～-]|^)\d{1,2}日\d{1,2}日|(?<=^(?:\d{1,2}、)?)\d{1,2}日\d{1,2}日/g,
      ([words]) => ({
        message: `“${words}”里有两个“日”，前一个应当是“月”，请核对`,
        suggestion: words.replace('日', '月'),
      }),
    )
  },
  bad: [
    '⟦2023年2月29日⟧召开会议。',
    '⟦13月5日⟧前完成。',
    '于⟦6月31日⟧印发方案。',
    '⟦4日26日⟧前完成材料审核。',
    '⟦202年⟧度查出的问题，⟦2025年15月⟧前整改，⟦20255年⟧3月复查。',
    '会前准备\n1、征求意见。\n2、⟦4日26日⟧前完成材料审核。',
  ],
  good: [
    '2024年2月29日召开会议。',
    '12月31日前完成，2025年12月复查，历时15个月，建安24年的旧事。',
    '4月25日、26日分两批谈话，5月6日至7日整理。',
  ],
}
