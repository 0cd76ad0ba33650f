import type { ReconcileRule } from '../../reconcile-rule.ts'
import { countIn, MEASURES, reportClauses } from '../../total-clauses.ts'

export const measureTotal: ReconcileRule = {
  id: 'total/measure-total',
  name: '措施总数不对',
  severity: 'error',
  why: '说制定了多少条措施，就要列多少条，凑数的一数就知道。',
  source: { title: '整改督查实践：逐项核对', known: 'practice' },
  check: (seen) =>
    reportClauses(seen, ({ words, document: { problems } }) => {
      const total = countIn(MEASURES, words)
      const listed = problems.reduce((sum, { measures }) => sum + measures.length, 0)
      // One measure a problem may only be how they are told.
      if (total === null || listed <= problems.length || total === listed) return []
      return /制定|细化|提出|明确|共/.test(words) ? [`写措施${total}条，列出的是${listed}条，请核对`] : []
    }),
  bad: [
    `=== 整改方案.txt
临江市园林局党组关于巡察反馈意见的整改方案
⟦对照反馈意见，共制定整改措施8条⟧。
1.行道树修剪不及时。
整改措施：（1）一周内修剪遮挡路灯的枝叶；（2）每季度巡查一次。
牵头领导：乔慕白；责任科室：养护科；整改时限：2026年6月30日
2.苗木采购程序不规范。
整改措施：（1）补做3笔采购的比价记录；（2）修订采购办法。
牵头领导：纪长风；责任科室：财务科；整改时限：2026年3月31日
3.公园租赁合同到期未收回。
整改措施：（1）发函收回2处房屋；（2）清理全部租赁合同。
牵头领导：纪长风；责任科室：资产科；整改时限：2026年9月30日`,
  ],
  good: [
    `=== 整改方案.txt
临江市园林局党组关于巡察反馈意见的整改方案
对照反馈意见，共制定整改措施6条。
1.行道树修剪不及时。
整改措施：（1）一周内修剪遮挡路灯的枝叶；（2）每季度巡查一次。
牵头领导：乔慕白；责任科室：养护科；整改时限：2026年6月30日
2.苗木采购程序不规范。
整改措施：（1）补做3笔采购的比价记录；（2）修订采购办法。
牵头领导：纪长风；责任科室：财务科；整改时限：2026年3月31日
3.公园租赁合同到期未收回。
整改措施：（1）发函收回2处房屋；（2）清理全部租赁合同。
牵头领导：纪长风；责任科室：资产科；整改时限：2026年9月30日`,
  ],
}
