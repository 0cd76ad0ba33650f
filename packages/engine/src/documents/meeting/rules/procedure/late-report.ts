import { lateReport as rule } from '../../../../compliance/rules/procedure/late-report.ts'
import { folderRule } from '../../folder-rule.ts'

export const lateReport = folderRule(rule, {
  bad: [
    `=== 会议记录.txt
临江市林业局党组2025年度民主生活会会议记录
会议时间：2026年1月14日
=== 报告.txt
临江市林业局党组关于召开2025年度民主生活会情况的报告
市纪委、市委组织部：
现将有关情况报告如下。
临江市林业局党组
⟦2026年2月25日⟧`,
  ],
  good: [
    `=== 会议记录.txt
临江市林业局党组2025年度民主生活会会议记录
会议时间：2026年1月14日
=== 报告.txt
临江市林业局党组关于召开2025年度民主生活会情况的报告
市纪委、市委组织部：
现将有关情况报告如下。
临江市林业局党组
2026年1月29日`,
  ],
})
