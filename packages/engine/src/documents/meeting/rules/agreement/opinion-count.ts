import type { CheckRule } from '../../check-rule.ts'
import { filesOf, nameOf, placed, placeOf } from '../../meeting-files.ts'
import { outliers, saidOf } from '../../stated-values.ts'

export const opinionCount: CheckRule = {
  id: 'agreement/opinion-count',
  name: '意见条数不一致',
  severity: 'error',
  why: '征求到多少条意见，汇总表、材料、记录、报告要一样。',
  source: { title: '会议档案核对实践', known: 'practice' },
  *check(meeting) {
    const files = filesOf(meeting, 'opinion_summary', 'team_material', 'minutes', 'meeting_report', 'publication')
    const stated = files.flatMap(({ counts }) => counts.filter(({ thing }) => thing === 'opinions'))
    const summaries = files.filter(({ kind }) => kind === 'opinion_summary')
    const found = outliers(stated, summaries.length === 1 ? (summaries[0]?.items.length ?? null) : null)
    if (found !== null)
      yield {
        message: `征求意见的条数不一致：${saidOf(found, '条')}，请核对`,
        ...placed(stated.map(placeOf)),
      }
    for (const { kind, items, counts, path } of files) {
      const own = counts.filter(({ thing }) => thing === 'opinions')
      const [first] = own
      if (
        kind !== 'opinion_summary' ||
        first === undefined ||
        items.length < 3 ||
        own.some(({ value }) => value === items.length)
      )
        continue
      yield {
        message: `${nameOf(path)}写共${first.value}条，表里列了${items.length}条，请核对`,
        place: placeOf(first),
      }
    }
  },
  bad: [
    `=== 意见汇总.txt
市农科所党组2025年度民主生活会征求意见情况汇总
通过座谈和书面函，共⟦征求到意见建议26条⟧。
=== 班子材料.txt
市农科所党组领导班子2025年度民主生活会对照检查材料
会前⟨征求各方面意见建议26条⟩，现将对照检查情况报告如下。
=== 报告.txt
市农科所党组关于召开2025年度民主生活会情况的报告
市委组织部：
会前广泛⟨征求意见建议28条⟩，认真梳理反馈。`,
    `=== 意见汇总.md
市农科所党组2025年度民主生活会征求意见情况汇总

共⟦征求到意见建议5条⟧。

| 序号 | 意见建议 | 提出单位 |
| --- | --- | --- |
| 1 | 试验田灌溉渠渗漏没有修 | 育种室 |
| 2 | 会议通知太晚 | 办公室 |
| 3 | 仪器借用登记不全 | 土肥室 |`,
    `=== 意见汇总.md
市农科所党组2025年度民主生活会征求意见情况汇总

| 序号 | 意见建议 | 提出单位 |
| --- | --- | --- |
| 1 | 试验田灌溉渠渗漏没有修 | 育种室 |
| 2 | 会议通知太晚 | 办公室 |
| 3 | 仪器借用登记不全 | 土肥室 |
=== 班子材料.txt
市农科所党组领导班子2025年度民主生活会对照检查材料
会前⟦征求各方面意见建议5条⟧，现将对照检查情况报告如下。
=== 报告.txt
市农科所党组关于召开2025年度民主生活会情况的报告
市委组织部：
会前广泛⟨征求意见建议3条⟩，认真梳理反馈。`,
  ],
  good: [
    `=== 意见汇总.txt
市农科所党组2025年度民主生活会征求意见情况汇总
通过座谈和书面函，共征求到意见建议26条，归并后共9条。
=== 班子材料.txt
市农科所党组领导班子2025年度民主生活会对照检查材料
会前征求各方面意见建议26条，现将对照检查情况报告如下。
=== 报告.txt
市农科所党组关于召开2025年度民主生活会情况的报告
市委组织部：
会前广泛征求意见建议26条，逐条研究。`,
    `=== 意见汇总.md
市农科所党组2025年度民主生活会征求意见情况汇总

共征求到意见建议3条。

| 序号 | 意见建议 | 提出单位 |
| --- | --- | --- |
| 1 | 试验田灌溉渠渗漏没有修 | 育种室 |
| 2 | 会议通知太晚 | 办公室 |
| 3 | 仪器借用登记不全 | 土肥室 |`,
  ],
}
