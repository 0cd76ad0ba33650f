import { quorum as rule } from '../../../../compliance/rules/procedure/quorum.ts'
import { folderRule } from '../../folder-rule.ts'

export const quorum = folderRule(rule, {
  bad: [
    `=== 签到表.txt
市图书馆党总支2025年度民主生活会签到表
时间：2026年1月12日
⟦应到9人⟧，实到5人`,
    `=== 会议记录.txt
云溪社区第三党支部2025年度组织生活会会议记录
会议时间：2026年2月6日
主持人：乔远山
⟦应到党员14人⟧，实到党员6人`,
  ],
  good: [
    `=== 会议记录.txt
云溪社区第三党支部2025年度组织生活会会议记录
会议时间：2026年2月6日
主持人：乔远山
应到党员14人，实到党员7人`,
    `=== 签到表.txt
市图书馆党组2025年度民主生活会签到表
时间：2026年1月12日
应到9人，实到6人`,
  ],
})
