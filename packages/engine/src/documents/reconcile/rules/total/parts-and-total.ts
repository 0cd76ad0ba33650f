import type { ReconcileRule } from '../../reconcile-rule.ts'
import { reportClauses, totalsIn } from '../../total-clauses.ts'

export const partsAndTotal: ReconcileRule = {
  id: 'total/parts-and-total',
  name: '各项加起来不对',
  severity: 'error',
  why: '已完成、正在推进、长期坚持的加起来要等于总数。',
  source: { title: '整改督查实践：逐项核对', known: 'practice' },
  check: (seen) =>
    reportClauses(seen, ({ words }) =>
      totalsIn(words).flatMap(({ total, parts }) => {
        const stated = parts.filter((part) => part !== null)
        const sum = stated.reduce((all, part) => all + part, 0)
        return stated.length < 2 || sum === total
          ? []
          : [`总数是${total}，各项相加是${stated.join('＋')}＝${sum}，请核对`]
      }),
    ),
  bad: [
    `=== 整改报告.txt
临江市园林局党组关于巡察整改进展情况的报告
⟦反馈的3个问题，已完成1个，正在推进1个⟧。
1.关于行道树修剪不及时的问题。（责任领导：乔慕白；责任单位：养护科）
一是修剪枝叶620株。该问题正在推进整改。
2.关于苗木采购程序不规范的问题。（责任领导：纪长风；责任单位：财务科）
一是补齐比价记录。该问题已完成整改。
3.关于公园租赁合同到期未收回的问题。（责任领导：纪长风；责任单位：资产科）
一是发函收回。该问题正在推进整改。`,
  ],
  good: [
    `=== 整改报告.txt
临江市园林局党组关于巡察整改进展情况的报告
反馈的3个问题，已完成1个，正在推进2个。
1.关于行道树修剪不及时的问题。（责任领导：乔慕白；责任单位：养护科）
一是修剪枝叶620株。该问题正在推进整改。
2.关于苗木采购程序不规范的问题。（责任领导：纪长风；责任单位：财务科）
一是补齐比价记录。该问题已完成整改。
3.关于公园租赁合同到期未收回的问题。（责任领导：纪长风；责任单位：资产科）
一是发函收回。该问题正在推进整改。`,
  ],
}
