import { studyBeforePlenum as rule } from '../../../../compliance/rules/procedure/study-before-plenum.ts'
import { folderRule } from '../../folder-rule.ts'

export const studyBeforePlenum = folderRule(rule, {
  bad: [
    `=== 学习记录.txt
港务处党支部集中学习记录
时间：⟦2025年8月7日⟧
主持人：沈砚舟
学习内容：⟨党的二十届四中全会⟩精神`,
  ],
  good: [
    `=== 学习记录.txt
港务处党支部集中学习记录
时间：2025年11月6日
主持人：沈砚舟
学习内容：党的二十届四中全会精神`,
    `=== 学习记录.txt
港务处党支部集中学习记录
时间：2025年8月7日
主持人：沈砚舟
学习内容：党的二十届三中全会精神`,
    `=== 学习记录.txt
港务处党支部集中学习记录
时间：2025年9月13日
主持人：沈砚舟
学习内容：以实际行动迎接党的二十届四中全会召开`,
  ],
})
