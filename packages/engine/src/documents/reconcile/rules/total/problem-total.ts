import { leaderOf } from '../../beside.ts'
import type { ReconcileRule } from '../../reconcile-rule.ts'
import { roleNames } from '../../side-by-side.ts'
import { countIn, PROBLEMS, reportClauses } from '../../total-clauses.ts'

export const problemTotal: ReconcileRule = {
  id: 'total/problem-total',
  name: '问题总数不对',
  severity: 'error',
  why: '说反馈了多少个问题，就要列多少个，少一个就是漏了。',
  source: { title: '整改督查实践：逐项核对', known: 'practice' },
  check: (seen) =>
    reportClauses(seen, ({ words, document: { problems }, document }) => {
      const total = countIn(PROBLEMS, words)
      const known = leaderOf(seen.documents)
      // Of a paper no list was read from nothing is known.
      if (total === null || known === null || problems.length === 0 || !isWhole(words)) return []
      const [listed, leading] = [problems.length, known.leader.problems.length]
      if (total === listed || total === leading) return []
      const led = known.leader.role === 'feedback' ? '反馈的是' : `${roleNames[known.leader.role]}列出`
      const others = known.leader === document ? `列出的是${listed}个` : `本文列出${listed}个，${led}${leading}个`
      return [`写问题${total}个，${others}，请核对`]
    }),
  bad: [
    `=== 整改方案.txt
临江市园林局党组关于巡察反馈意见的整改方案
⟦巡察反馈的2个方面5个问题，逐项制定了措施⟧。
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
巡察反馈的2个方面3个问题，逐项制定了措施。
1.行道树修剪不及时。
整改措施：（1）一周内修剪遮挡路灯的枝叶；（2）每季度巡查一次。
牵头领导：乔慕白；责任科室：养护科；整改时限：2026年6月30日
2.苗木采购程序不规范。
整改措施：（1）补做3笔采购的比价记录；（2）修订采购办法。
牵头领导：纪长风；责任科室：财务科；整改时限：2026年3月31日
3.公园租赁合同到期未收回。
整改措施：（1）发函收回2处房屋；（2）清理全部租赁合同。
牵头领导：纪长风；责任科室：资产科；整改时限：2026年9月30日`,
    `=== 整改方案.txt
临江市园林局党组关于巡察反馈意见的整改方案
巡察反馈的3个问题，逐项制定了措施。
1.行道树修剪不及时。
整改措施：（1）一周内修剪遮挡路灯的枝叶；（2）每季度巡查一次。
2.苗木采购程序不规范。
整改措施：（1）补做3笔采购的比价记录；（2）修订采购办法。
3.公园租赁合同到期未收回。
整改措施：（1）发函收回2处房屋；（2）清理全部租赁合同。
=== 整改报告.txt
临江市园林局党组关于巡察整改进展情况的报告
巡察反馈的4个问题，局党组逐一研究，照单全收。
行道树已经修剪，采购办法已经修订，租赁合同正在清理。`,
  ],
}

/** A clause that speaks of all that was fed back, not of one aspect or one kind. */
function isWhole(clause: string): boolean {
  return (
    /反馈|巡[视察]|共/.test(clause) &&
    /\d{1,2}\s*个(?:方面|大类|类)|反馈(?:的|了)?\D{0,12}\d+\s*[个项条]|共\D{0,8}\d+\s*[个项条]/.test(clause) &&
    !/上(?:轮|次|一[轮次])/.test(clause)
  )
}
