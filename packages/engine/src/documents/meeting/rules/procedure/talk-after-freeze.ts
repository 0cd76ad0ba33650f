import { talkAfterFreeze as rule } from '../../../../compliance/rules/procedure/talk-after-freeze.ts'
import { folderRule } from '../../folder-rule.ts'

export const talkAfterFreeze = folderRule(rule, {
  bad: [
    `=== 审核单.txt
对照检查材料审核意见单
审核时间：⟨2026年1月8日⟩
审核意见：同意上会
=== 谈话记录.txt
谈心谈话记录
时间：2026年1月12日
谈话人：⟦杜若衡
谈话对象：崔晚晴⟧
谈话内容：督办不够及时。`,
  ],
  good: [
    `=== 审核单.txt
对照检查材料审核意见单
审核时间：2026年1月8日
审核意见：同意上会
=== 谈话记录.txt
谈心谈话记录
时间：2026年1月5日
谈话人：杜若衡
谈话对象：崔晚晴
谈话内容：督办不够及时。`,
  ],
})
