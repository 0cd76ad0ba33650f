import { classOf } from '../../../../wording/state-words.ts'
import { fieldDifferences } from '../../field-differences.ts'
import type { ReconcileRule } from '../../reconcile-rule.ts'
import type { TracedProblem } from '../../traced-problem.ts'

export const classDifference: ReconcileRule = {
  id: 'difference/class',
  name: '整改类型不一致',
  severity: 'error',
  why: '立行立改、限期整改、长期坚持的要求不同，写法不一就会漏报、迟报。',
  source: { title: '整改督查实践：逐项核对', known: 'practice' },
  check: (seen) =>
    fieldDifferences(seen, {
      field: 'class',
      contradicts: (own, other) => {
        const [one, two] = [classIn(own), classIn(other)]
        return one !== null && two !== null && one !== two
      },
      told: ({ fields }) => fields.class ?? fields.deadline,
    }),
  bad: [
    `=== 整改方案.txt
临江市园林局党组关于巡察反馈意见的整改方案
1.行道树修剪不及时。
整改措施：（1）一周内修剪遮挡路灯的枝叶；（2）每季度巡查一次。
牵头领导：乔慕白；责任科室：养护科；整改类型：⟦限期整改⟧；整改时限：2026年6月30日
2.苗木采购程序不规范。
整改措施：（1）补做3笔采购的比价记录；（2）修订采购办法。
牵头领导：纪长风；责任科室：财务科；整改时限：2026年3月31日
3.公园租赁合同到期未收回。
整改措施：（1）发函收回2处房屋；（2）清理全部租赁合同。
牵头领导：纪长风；责任科室：资产科；整改时限：2026年9月30日
=== 整改台账.xlsx
整改台账
序号 | 反馈问题 | 整改措施 | 责任领导 | 责任单位 | 完成时限 | 完成情况 | 整改类型
1 | 行道树修剪不及时 | 1.一周内修剪遮挡路灯的枝叶；2.每季度巡查一次 | 乔慕白 | 养护科 | 2026年6月底 | 正在推进 | ⟨长期坚持⟩
2 | 苗木采购程序不规范 | 1.补做3笔采购的比价记录；2.修订采购办法 | 纪长风 | 财务科 | 2026.3.31 | 已完成 | 
3 | 公园租赁合同到期未收回 | 1.发函收回2处房屋；2.清理全部租赁合同 | 纪长风 | 资产科 | 2026年9月30日 | 正在推进 | `,
  ],
  good: [
    `=== 整改方案.txt
临江市园林局党组关于巡察反馈意见的整改方案
1.行道树修剪不及时。
整改措施：（1）一周内修剪遮挡路灯的枝叶；（2）每季度巡查一次。
牵头领导：乔慕白；责任科室：养护科；整改类型：限期整改；整改时限：2026年6月30日
2.苗木采购程序不规范。
整改措施：（1）补做3笔采购的比价记录；（2）修订采购办法。
牵头领导：纪长风；责任科室：财务科；整改时限：2026年3月31日
3.公园租赁合同到期未收回。
整改措施：（1）发函收回2处房屋；（2）清理全部租赁合同。
牵头领导：纪长风；责任科室：资产科；整改时限：2026年9月30日
=== 整改台账.xlsx
整改台账
序号 | 反馈问题 | 整改措施 | 责任领导 | 责任单位 | 完成时限 | 完成情况 | 整改类型
1 | 行道树修剪不及时 | 1.一周内修剪遮挡路灯的枝叶；2.每季度巡查一次 | 乔慕白 | 养护科 | 2026年6月底 | 正在推进 | 限时整改
2 | 苗木采购程序不规范 | 1.补做3笔采购的比价记录；2.修订采购办法 | 纪长风 | 财务科 | 2026.3.31 | 已完成 | 
3 | 公园租赁合同到期未收回 | 1.发函收回2处房屋；2.清理全部租赁合同 | 纪长风 | 资产科 | 2026年9月30日 | 正在推进 | `,
  ],
}

/** The class a document gives a problem, in its own column or beside the deadline (限期整改，2026年3月底前). */
function classIn({ fields }: TracedProblem): string | null {
  if (fields.class !== undefined) return classOf(fields.class.text)
  const words = /立行立改|即知即改|限期整改|限时整改|长期坚持|持续整改/.exec(fields.deadline?.text ?? '')?.[0]
  return words === undefined ? null : classOf(words)
}
