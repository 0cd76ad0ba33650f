import { wholeFile } from '../../../../findings/place.ts'
import { leaderOf, placeOf } from '../../beside.ts'
import type { ReconcileRule } from '../../reconcile-rule.ts'
import { roleNames } from '../../side-by-side.ts'

export const addedProblem: ReconcileRule = {
  id: 'presence/added-problem',
  name: '问题多了',
  severity: 'warning',
  why: '台账、报告里有反馈没有提的问题，总数就对不上；自查新增的要另外写明来源。',
  source: { title: '整改台账填报实践', known: 'practice' },
  *check({ documents, rows }) {
    const known = leaderOf(documents)
    if (known === null) return
    const { leader } = known
    for (const [index, row] of rows.entries()) {
      const first = row.problems.findIndex((problems) => problems.length > 0)
      const [from, lead] = [documents[first], row.problems[first]?.[0]]
      // One the leading document does not have is told once, not as missing in every other.
      if (first === known.place || from === undefined || lead === undefined) continue
      yield {
        message: `${roleNames[from.role]}的“${lead.name}”，${roleNames[leader.role]}里没有，请核对是从哪里来的`,
        place: placeOf(from, lead),
        related: [wholeFile(leader.path)],
        row: index,
        isDoubtful: false,
      }
    }
  },
  bad: [
    `=== ⟨反馈意见.txt⟩
关于巡察临江市园林局党组的反馈意见
一、履行职责有差距
（一）行道树修剪不及时。抽查道路12条，5条有枝叶遮挡路灯。
（二）苗木采购程序不规范。3笔采购没有比价，涉及4.2万元。
二、管理不够严
（一）公园租赁合同到期未收回。滨江公园2处房屋到期一年仍被占用。
=== 整改台账.xlsx
整改台账
序号 | 反馈问题 | 整改措施 | 责任领导 | 责任单位 | 完成时限 | 完成情况
1 | 行道树修剪不及时 | 1.一周内修剪遮挡路灯的枝叶；2.每季度巡查一次 | 乔慕白 | 养护科 | 2026年6月底 | 正在推进
2 | 苗木采购程序不规范 | 1.补做3笔采购的比价记录；2.修订采购办法 | 纪长风 | 财务科 | 2026.3.31 | 已完成
3 | 公园租赁合同到期未收回 | 1.发函收回2处房屋；2.清理全部租赁合同 | 纪长风 | 资产科 | 2026年9月30日 | 正在推进
4 | ⟦工会经费公示不及时⟧ | 每季度公示 | 乔慕白 | 工会 | 2026年6月30日 | 正在推进`,
  ],
  good: [
    `=== 反馈意见.txt
关于巡察临江市园林局党组的反馈意见
一、履行职责有差距
（一）行道树修剪不及时。抽查道路12条，5条有枝叶遮挡路灯。
（二）苗木采购程序不规范。3笔采购没有比价，涉及4.2万元。
二、管理不够严
（一）公园租赁合同到期未收回。滨江公园2处房屋到期一年仍被占用。
=== 整改台账.xlsx
整改台账
序号 | 反馈问题 | 整改措施 | 责任领导 | 责任单位 | 完成时限 | 完成情况
1 | 行道树修剪不及时 | 1.一周内修剪遮挡路灯的枝叶；2.每季度巡查一次 | 乔慕白 | 养护科 | 2026年6月底 | 正在推进
2 | 关于“苗木采购程序不规范”的问题 | 1.补做3笔采购的比价记录；2.修订采购办法 | 纪长风 | 财务科 | 2026.3.31 | 已完成
3 | 公园租赁合同到期未收回 | 1.发函收回2处房屋；2.清理全部租赁合同 | 纪长风 | 资产科 | 2026年9月30日 | 正在推进`,
  ],
}
