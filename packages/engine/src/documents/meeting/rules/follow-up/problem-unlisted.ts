import { textPlace, wholeFile } from '../../../../findings/place.ts'
import { examine } from '../../../../examination/examine.ts'
import { outline } from '../../../../outline/outline.ts'
import type { CheckRule } from '../../check-rule.ts'
import { bestShare } from '../../found-in-lists.ts'
import { filesOf } from '../../meeting-files.ts'

const LEAST = 0.2

export const problemUnlisted: CheckRule = {
  id: 'follow-up/problem-unlisted',
  name: '问题没有进清单',
  severity: 'warning',
  why: '班子材料里检查出来的问题，会后要一条不落地进问题清单和整改清单。',
  source: { title: '《县以上党和国家机关党员领导干部民主生活会若干规定》关于制定整改方案的要求', known: 'unverified' },
  *check(meeting) {
    const lists = filesOf(meeting, 'problem_list', 'rectification_list').filter(({ items }) => items.length >= 3)
    for (const file of filesOf(meeting, 'team_material')) {
      const { problems } = examine(file.document, outline(file.document))
      for (const list of lists) {
        const unlisted = problems.filter(
          ({ lead, start, end }) =>
            Math.max(bestShare(lead, list.items), bestShare(file.document.text.slice(start, end), list.items)) < LEAST,
        )
        if (unlisted.length * 2 > problems.length) continue
        for (const { lead, start, end } of unlisted)
          yield {
            message: `班子查摆的“${lead}”，${list.path.split('/').at(-1)}里没有，请补上`,
            place: textPlace(file.path, { start, end }),
            related: [wholeFile(list.path)],
          }
      }
    }
  },
  bad: [
    `=== 班子材料.txt
市交通局党组领导班子2025年度民主生活会对照检查材料
会前认真学习研讨，现将对照检查情况报告如下。
一、存在的主要问题
1.⟦理论学习联系实际偏浅。⟧
2.农村客运班线停运未及时公告。
3.工程变更审批集体研究不够。
4.执法记录仪使用不规范。
二、整改措施
1.每季度通报一次。
=== ⟨整改清单.md⟩
市交通局党组2025年度民主生活会整改清单

| 序号 | 存在问题 | 整改措施 | 责任人 |
| --- | --- | --- | --- |
| 1 | 农村客运班线停运未及时公告 | 提前七天公告 | 杭一苇 |
| 2 | 工程变更审批集体研究不够 | 逐项上会 | 杭一苇 |
| 3 | 执法记录仪使用不规范 | 全程开启 | 莫问津 |`,
  ],
  good: [
    `=== 班子材料.txt
市交通局党组领导班子2025年度民主生活会对照检查材料
会前认真学习研讨，现将对照检查情况报告如下。
一、存在的主要问题
1.理论学习联系实际偏浅。
2.农村客运班线停运未及时公告。
3.工程变更审批集体研究不够。
4.执法记录仪使用不规范。
二、整改措施
1.每季度通报一次。
=== 整改清单.md
市交通局党组2025年度民主生活会整改清单

| 序号 | 存在问题 | 整改措施 | 责任人 |
| --- | --- | --- | --- |
| 1 | 农村客运班线停运未及时公告 | 提前七天公告 | 杭一苇 |
| 2 | 工程变更审批集体研究不够 | 逐项上会 | 杭一苇 |
| 3 | 执法记录仪使用不规范 | 全程开启 | 莫问津 |
| 4 | 理论学习联系实际偏浅 | 每月交流一次 | 莫问津 |`,
  ],
}
