import type { CheckRule } from '../../check-rule.ts'
import { bestShare } from '../../found-in-lists.ts'
import { filesOf, isOfYearBefore, placeOf } from '../../meeting-files.ts'

const LEAST = 0.2

export const priorProblem: CheckRule = {
  id: 'follow-up/prior-problem',
  name: '上次问题没交代',
  severity: 'warning',
  why: '上次查摆的每个问题都要说改得怎样，漏了一个就是没有改或不敢说。',
  source: {
    title: '《县以上党和国家机关党员领导干部民主生活会若干规定》关于通报上次整改情况的要求',
    known: 'unverified',
  },
  *check(meeting) {
    const lists = meeting.files.filter(
      (file) =>
        (file.kind === 'problem_list' || file.kind === 'rectification_list') && isOfYearBefore(file, meeting.year),
    )
    const reports = filesOf(meeting, 'prior_report')
    if (lists.length === 0 || reports.length === 0) return
    const pieces = reports.flatMap(({ document }) =>
      document.text
        .split(/[。\n；]/)
        .filter((piece) => piece.length > 6)
        .map((text) => ({ text })),
    )
    for (const { items, path } of lists) {
      const unanswered = items.filter(
        ({ text }) =>
          Math.max(bestShare(firstWords(text), pieces), bestShare(text.split(' ')[0] ?? '', pieces)) < LEAST,
      )
      // If most seem unanswered, the report speaks in other words, and nothing can be said.
      if (unanswered.length * 2 > items.length) continue
      for (const { text, start, end } of unanswered)
        yield {
          message: `上次查摆的“${firstWords(text)}”，整改落实情况里没有交代，请补上`,
          place: placeOf({ path, start, end }),
        }
    }
  },
  bad: [
    `=== 上年问题清单.md
市信访局党组2024年度民主生活会问题清单

| 序号 | 存在问题 | 整改措施 | 责任人 |
| --- | --- | --- | --- |
| 1 | ⟦窗口排队等候时间过长⟧ | 每周一接访 | 孔令仪 |
| 2 | 初信初访办结率偏低 | 逐件销号 | 孔令仪 |
| 3 | 积案化解缺少会商 | 每月会商 | 贺知秋 |
=== 会议记录.txt
市信访局党组2025年度民主生活会会议记录
会议时间：2026年1月20日
出席人员：孔令仪、贺知秋、卫长风
=== 上年整改情况.txt
2024年度民主生活会整改落实情况报告
初信初访办结率由82%提高到96%。
积案化解建立每月会商机制，化解积案7件。`,
  ],
  good: [
    `=== 上年问题清单.md
市信访局党组2024年度民主生活会问题清单

| 序号 | 存在问题 | 整改措施 | 责任人 |
| --- | --- | --- | --- |
| 1 | 领导接访次数偏少 | 每周一接访 | 孔令仪 |
| 2 | 初信初访办结率偏低 | 逐件销号 | 孔令仪 |
| 3 | 积案化解缺少会商 | 每月会商 | 贺知秋 |
=== 会议记录.txt
市信访局党组2025年度民主生活会会议记录
会议时间：2026年1月20日
出席人员：孔令仪、贺知秋、卫长风
=== 上年整改情况.txt
2024年度民主生活会整改落实情况报告
初信初访办结率由82%提高到96%。
积案化解建立每月会商机制，化解积案7件。
领导接访由每月2次增加到8次。`,
  ],
}

function firstWords(text: string): string {
  return (text.split(/[，。；\n]/)[0] ?? text).slice(0, 40)
}
