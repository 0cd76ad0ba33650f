import { shortNotice as rule } from '../../../../compliance/rules/procedure/short-notice.ts'
import { folderRule } from '../../folder-rule.ts'

export const shortNotice = folderRule(rule, {
  bad: [
    `=== 会议记录.txt
石桥镇第一党支部2025年度组织生活会会议记录
会议时间：2026年2月4日
=== 通知.txt
关于召开2025年度组织生活会的通知
各位党员：
支部定于2026年2月4日召开2025年度组织生活会，请准时参加。
石桥镇第一党支部
⟦2026年2月3日⟧`,
  ],
  good: [
    `=== 会议记录.txt
石桥镇第一党支部2025年度组织生活会会议记录
会议时间：2026年2月4日
=== 通知.txt
关于召开2025年度组织生活会的通知
各位党员：
支部定于2026年2月4日召开2025年度组织生活会，请准时参加。
石桥镇第一党支部
2026年1月28日`,
  ],
})
