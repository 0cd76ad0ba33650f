import { quoted } from '../../beside.ts'
import { differenceOf } from '../../field-differences.ts'
import { measureComparisons } from '../../measure-comparisons.ts'
import type { ReconcileRule } from '../../reconcile-rule.ts'
import { roleNames } from '../../side-by-side.ts'

export const changedMeasureFigure: ReconcileRule = {
  id: 'figure/changed-measure-figure',
  name: '措施的数字变了',
  severity: 'error',
  why: '同一条措施里的次数、个数、比例前后不一，就不知道该做到多少。',
  source: { title: '整改督查实践：逐项核对', known: 'practice' },
  *check(seen) {
    for (const comparison of measureComparisons(seen)) {
      const [here, there] = [roleNames[comparison.here.role], roleNames[comparison.there.role]]
      for (const { own, other, numbers } of comparison.compared.changed)
        yield differenceOf(comparison, {
          words: [own, other],
          message: `整改措施的数字不一致：${here}写“${numbers.own}”，${there}写“${numbers.other}”（${quoted(own.text)}）`,
        })
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
=== 整改台账.xlsx
整改台账
序号 | 反馈问题 | 整改措施 | 责任领导 | 责任单位 | 完成时限 | 完成情况
1 | 行道树修剪不及时 | 1.一周内修剪遮挡路灯的枝叶；2.每季度巡查一次 | 乔慕白 | 养护科 | 2026年6月底 | 正在推进
2 | 苗木采购程序不规范 | ⟨1.补做5笔采购的比价记录；2.修订采购办法⟩ | 纪长风 | 财务科 | 2026.3.31 | 已完成
3 | 公园租赁合同到期未收回 | 1.发函收回2处房屋；2.清理全部租赁合同 | 纪长风 | 资产科 | 2026年9月30日 | 正在推进`,
  ],
  good: [
    `=== 整改方案.txt
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
2 | 苗木采购程序不规范 | 1.补做３笔采购比价记录；2.修订采购办法 | 纪长风 | 财务科 | 2026.3.31 | 已完成
3 | 公园租赁合同到期未收回 | 1.发函收回2处房屋；2.清理全部租赁合同 | 纪长风 | 资产科 | 2026年9月30日 | 正在推进`,
  ],
}
