import { wholeFile } from '../../../../findings/place.ts'
import { placeOf } from '../../beside.ts'
import type { ReconcileRule } from '../../reconcile-rule.ts'
import { roleNames } from '../../side-by-side.ts'

export const missingProblem: ReconcileRule = {
  id: 'presence/missing-problem',
  name: '问题漏了',
  severity: 'warning',
  why: '反馈的问题在方案、台账、报告里少了一个，就没有人整改它，复查时也对不上。',
  source: { title: '《中国共产党巡视工作条例》关于逐项整改反馈问题的要求', known: 'unverified' },
  *check({ documents, rows }) {
    const [leader, ...later] = documents
    if (leader === undefined) return
    for (const [index, row] of rows.entries()) {
      const lead = row.problems[0]?.[0]
      if (lead === undefined) continue
      for (const [i, { path, role, problems }] of later.entries()) {
        if (problems.length === 0 || (row.problems[i + 1] ?? []).length > 0) continue
        yield {
          message: `${roleNames[leader.role]}的“${lead.name}”，${roleNames[role]}里没有，请核对是否漏了`,
          place: placeOf(leader, lead),
          related: [wholeFile(path)],
          row: index,
          isDoubtful: false,
        }
      }
    }
  },
  bad: [
    `=== 反馈意见.txt
关于巡察临江市园林局党组的反馈意见
一、履行职责有差距
（一）行道树修剪不及时。抽查道路12条，5条有枝叶遮挡路灯。
（二）苗木采购程序不规范。3笔采购没有比价，涉及4.2万元。
二、管理不够严
（一）⟦公园租赁合同到期未收回。滨江公园2处房屋到期一年仍被占用。⟧
=== ⟨整改台账.xlsx⟩
整改台账
序号 | 反馈问题 | 整改措施 | 责任领导 | 责任单位 | 完成时限 | 完成情况
1 | 行道树修剪不及时 | 1.一周内修剪遮挡路灯的枝叶；2.每季度巡查一次 | 乔慕白 | 养护科 | 2026年6月底 | 正在推进
2 | 苗木采购程序不规范 | 1.补做3笔采购的比价记录；2.修订采购办法 | 纪长风 | 财务科 | 2026.3.31 | 已完成`,
  ],
  good: [
    `=== 反馈意见.txt
关于巡察临江市园林局党组的反馈意见
一、履行职责有差距
（一）行道树修剪不及时。抽查道路12条，5条有枝叶遮挡路灯。
（二）苗木采购程序不规范。3笔采购没有比价，涉及4.2万元。
二、管理不够严
（一）公园租赁合同到期未收回。滨江公园2处房屋到期一年仍被占用。
=== 整改方案.txt
临江市园林局党组关于巡察反馈意见的整改方案
1.行道树修剪不及时。
整改措施：（1）一周内修剪遮挡路灯的枝叶；（2）每季度巡查一次。
牵头领导：乔慕白；责任科室：养护科；整改时限：2026年6月30日
2.苗木采购程序不规范。
整改措施：（1）补做3笔采购的比价记录；（2）修订采购办法。
牵头领导：纪长风；责任科室：财务科；整改时限：2026年3月31日
3.公园租赁合同到期未收回。
整改措施：（1）发函收回2处房屋；（2）清理全部租赁合同。
牵头领导：纪长风；责任科室：资产科；整改时限：2026年9月30日
=== 整改台账.xlsx
整改台账
序号 | 反馈问题 | 整改措施 | 责任领导 | 责任单位 | 完成时限 | 完成情况
1 | 行道树修剪不及时 | 1.一周内修剪遮挡路灯的枝叶；2.每季度巡查一次 | 乔慕白 | 养护科 | 2026年6月底 | 正在推进
2 | 苗木采购程序不规范 | 1.补做3笔采购的比价记录；2.修订采购办法 | 纪长风 | 财务科 | 2026.3.31 | 已完成
3 | 公园租赁合同到期未收回 | 1.发函收回2处房屋；2.清理全部租赁合同 | 纪长风 | 资产科 | 2026年9月30日 | 正在推进`,
  ],
}
