import type { ReconcileRule } from '../../reconcile-rule.ts'
import { reportClauses, totalsIn } from '../../total-clauses.ts'

const RATE = /(?:完成|整改|办结|销号)率\D{0,4}(\d{1,3}(?:\.\d{1,3})?)%/
/** In per cent: what rounding may come to. */
const ROUNDING = 0.6

export const completionRate: ReconcileRule = {
  id: 'total/completion-rate',
  name: '完成率算错',
  severity: 'error',
  why: '完成率是算出来的，与完成数、总数对不上，报上去就是错报。',
  source: { title: '整改督查实践：逐项核对', known: 'practice' },
  check: (seen) =>
    reportClauses(seen, ({ words }) =>
      totalsIn(words).flatMap(({ total, parts: [done = null], rest }) => {
        const rate = Number(RATE.exec(rest)?.[1] ?? Number.NaN)
        if (Number.isNaN(rate) || done === null || total === 0) return []
        const real = (done / total) * 100
        return Math.abs(real - rate) > ROUNDING ? [`${done}÷${total}＝${real.toFixed(1)}%，不是${rate}%，请核对`] : []
      }),
    ),
  bad: [
    `=== 整改报告.txt
临江市园林局党组关于巡察整改进展情况的报告
⟦制定整改措施12条，已完成9条，完成率85%⟧。
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
制定整改措施12条，已完成9条，完成率75%。
1.关于行道树修剪不及时的问题。（责任领导：乔慕白；责任单位：养护科）
一是修剪枝叶620株。该问题正在推进整改。
2.关于苗木采购程序不规范的问题。（责任领导：纪长风；责任单位：财务科）
一是补齐比价记录。该问题已完成整改。
3.关于公园租赁合同到期未收回的问题。（责任领导：纪长风；责任单位：资产科）
一是发函收回。该问题正在推进整改。`,
  ],
}
