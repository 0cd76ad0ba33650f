import { onBothSides, type PairRule } from '../../pair-rule.ts'

export const ownList: PairRule = {
  id: 'similarity/own-list',
  name: '清单与本单位材料对应',
  severity: 'advice',
  why: '问题清单本来就从本单位的材料整理而来，文字相同是应当的，不算抄录。',
  source: { title: '两份材料的文字比对', known: 'practice' },
  *check(pair) {
    if (!pair.isOwnList) return
    for (const found of onBothSides(
      pair,
      ({ other, amount }) => `与本单位的“${other}”对应${amount}，清单与材料一致是应当的`,
    ))
      yield { ...found, isWhole: false }
  },
  bad: [
    `=== 清单.txt
临江水文站党支部2025年度组织生活会问题清单
1.⟦去年八月溪口断面的水尺被冲歪，站里的人打了三次电话都说忙完再看，拖了十九天才派人校正，这期间报上去的水位全是估出来的，预报员后来在会上说起，支部还怪他们不早说⟧。
2.仪器保管不严。
=== 材料.txt
2025年度组织生活会支部对照检查材料
临江水文站党支部
会前支部认真学习，征求意见，谈心谈话，对照要求查摆了存在的问题。
⟦去年八月溪口断面的水尺被冲歪，站里的人打了三次电话都说忙完再看，拖了十九天才派人校正，这期间报上去的水位全是估出来的，预报员后来在会上说起，支部还怪他们不早说⟧。`,
  ],
  good: [
    `=== 清单.txt
临江水文站党支部2025年度组织生活会问题清单
1.溪口断面的水尺歪了十九天才派人校正。
2.仪器保管不严。
=== 材料.txt
2025年度组织生活会支部对照检查材料
临江水文站党支部
会前支部认真学习，征求意见，谈心谈话，对照要求查摆了存在的问题。
备用的流速仪借出去四个月没有登记，催了才还。`,
  ],
}
