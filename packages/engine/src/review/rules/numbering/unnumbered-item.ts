import { lostNumbers } from '../../numbered-lists.ts'
import type { Rule } from '../../rule.ts'

export const unnumberedItem: Rule = {
  id: 'numbering/unnumbered-item',
  name: '漏了序号的一条',
  severity: 'warning',
  why: '前后各条都有序号，这一段写法相同却没有，读者会把它当成上一条的内容。',
  source: { title: '《党政机关公文格式》GB/T 9704—2012 结构层次序数', known: 'regulation' },
  *check({ outline }) {
    for (const { heading } of lostNumbers(outline))
      yield { place: heading, message: '这一段和前后各条写法相同，前后都有序号，它没有，请核对是不是漏了序号' }
  },
  bad: [
    '一、存在的问题\n1.学习抓得不紧：只学了四次。\n2.执行打折扣：搬迁晚了三个月。\n⟦管理失之于宽⟧：积分没有更新。\n3.服务不够主动：窗口等候时间长。',
    '一、存在的问题\n1.学习抓得不紧：只学了四次。\n2.执行打折扣：搬迁晚了三个月。\n⟦管理失之于宽⟧：积分没有更新。\n4.服务不够主动：窗口等候时间长。',
  ],
  good: [
    '一、存在的问题\n1.学习抓得不紧：只学了四次。\n2.执行打折扣：搬迁晚了三个月。\n例如档案积分：两个季度没有更新。\n3.服务不够主动：窗口等候时间长。',
    '一、存在的问题\n学习抓得不紧：只学了四次。\n执行打折扣：搬迁晚了三个月。\n服务不够主动：窗口等候时间长。',
  ],
}
