import { wholeFile } from '../../../../findings/place.ts'
import { placeOf, quoted } from '../../beside.ts'
import { measureComparisons } from '../../measure-comparisons.ts'
import type { ReconcileRule } from '../../reconcile-rule.ts'
import { roleNames } from '../../side-by-side.ts'

export const missingMeasure: ReconcileRule = {
  id: 'presence/missing-measure',
  name: '措施漏了',
  severity: 'warning',
  why: '方案里定的措施在台账、报告里没有下落，等于没有做。',
  source: { title: '《中国共产党巡视工作条例》关于制定整改方案、逐项提出措施的要求', known: 'unverified' },
  *check(seen) {
    for (const { row, here, there, isDoubtful, compared } of measureComparisons(seen)) {
      for (const measure of compared.missing)
        yield {
          message: `${roleNames[here.role]}的措施“${quoted(measure.text)}”，${roleNames[there.role]}里没有`,
          place: placeOf(here, measure),
          related: [wholeFile(there.path)],
          row,
          isDoubtful,
        }
    }
  },
  bad: [
    `=== 整改方案.txt
临江市园林局党组关于巡察反馈意见的整改方案
1.行道树修剪不及时。
整改措施：（1）一周内修剪遮挡路灯的枝叶；（2）每季度巡查一次。
牵头领导：乔慕白；责任科室：养护科；整改时限：2026年6月30日
2.苗木采购程序不规范。
整改措施：（1）⟦补做3笔采购的比价记录；⟧（2）修订采购办法。
牵头领导：纪长风；责任科室：财务科；整改时限：2026年3月31日
3.公园租赁合同到期未收回。
整改措施：（1）发函收回2处房屋；（2）清理全部租赁合同。
牵头领导：纪长风；责任科室：资产科；整改时限：2026年9月30日
=== ⟨整改台账.xlsx⟩
整改台账
序号 | 反馈问题 | 整改措施 | 责任领导 | 责任单位 | 完成时限 | 完成情况
1 | 行道树修剪不及时 | 1.一周内修剪遮挡路灯的枝叶；2.每季度巡查一次 | 乔慕白 | 养护科 | 2026年6月底 | 正在推进
2 | 苗木采购程序不规范 | 修订采购办法 | 纪长风 | 财务科 | 2026.3.31 | 已完成
3 | 公园租赁合同到期未收回 | 1.发函收回2处房屋；2.清理全部租赁合同 | 纪长风 | 资产科 | 2026年9月30日 | 正在推进`,
  ],
  good: [
    `=== 整改方案.txt
临江市园林局党组关于巡察反馈意见的整改方案
1.行道树修剪不及时。
整改措施：（1）一周内修剪遮挡路灯的枝叶；（2）每季度巡查一次。
牵头领导：乔慕白；责任科室：养护科；整改时限：2026年6月30日
2.苗木采购程序不规范。
整改措施：（1）补做3笔采购的比价记录，存入档案；（2）修订采购办法。
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
