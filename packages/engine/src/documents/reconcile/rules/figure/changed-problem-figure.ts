import { isDoubtful, oneIn } from '../../beside.ts'
import { changedNumber } from '../../compared-words.ts'
import { differenceOf } from '../../field-differences.ts'
import type { ReconcileRule } from '../../reconcile-rule.ts'
import { roleNames } from '../../side-by-side.ts'

export const changedProblemFigure: ReconcileRule = {
  id: 'figure/changed-problem-figure',
  name: '问题的数字变了',
  severity: 'error',
  why: '反馈的数字抄错一位，问题的大小就变了。',
  source: { title: '整改督查实践：逐项核对', known: 'practice' },
  *check({ documents, rows }) {
    for (const [index, row] of rows.entries()) {
      const first = row.problems.findIndex((problems) => problems.length === 1)
      const [here, own] = [documents[first], oneIn(row, first)]
      if (here === undefined || own === null) continue
      for (const [place, there] of documents.entries()) {
        const other = place > first ? oneIn(row, place) : null
        const numbers = other === null ? null : changedNumber(own.text, other.text)
        if (other === null || numbers === null) continue
        const said = `${roleNames[here.role]}写“${numbers.own}”，${roleNames[there.role]}写“${numbers.other}”`
        const pair = { row: index, here, there, isDoubtful: isDoubtful(row, [first, place]) }
        yield differenceOf(pair, { words: [own, other], message: `问题里的数字不一致：${said}` })
      }
    }
  },
  bad: [
    `=== 反馈意见.txt
关于巡察临江市园林局党组的反馈意见
一、履行职责有差距
（一）行道树修剪不及时。抽查道路12条，5条有枝叶遮挡路灯。
（二）⟦苗木采购程序不规范。3笔采购没有比价，涉及4.2万元。⟧
二、管理不够严
（一）公园租赁合同到期未收回。滨江公园2处房屋到期一年仍被占用。
=== 整改台账.xlsx
整改台账
序号 | 反馈问题 | 整改措施 | 责任领导 | 责任单位 | 完成时限 | 完成情况
1 | 行道树修剪不及时 | 1.一周内修剪遮挡路灯的枝叶；2.每季度巡查一次 | 乔慕白 | 养护科 | 2026年6月底 | 正在推进
2 | ⟨苗木采购程序不规范，3笔采购没有比价，涉及42万元⟩ | 1.补做3笔采购的比价记录；2.修订采购办法 | 纪长风 | 财务科 | 2026.3.31 | 已完成
3 | 公园租赁合同到期未收回 | 1.发函收回2处房屋；2.清理全部租赁合同 | 纪长风 | 资产科 | 2026年9月30日 | 正在推进`,
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
2 | 苗木采购程序不规范，3笔采购没有比价，涉及42000元 | 1.补做3笔采购的比价记录；2.修订采购办法 | 纪长风 | 财务科 | 2026.3.31 | 已完成
3 | 公园租赁合同到期未收回 | 1.发函收回2处房屋；2.清理全部租赁合同 | 纪长风 | 资产科 | 2026年9月30日 | 正在推进`,
    `=== 反馈意见.txt
关于巡察临江市园林局党组的反馈意见
现将发现的主要问题反馈如下：
1.行道树修剪不及时。2025年修剪86条道路，只及计划的一半。
2.苗木采购程序不规范。3笔采购没有比价，涉及4.2万元。
3.公园租赁合同到期未收回。滨江公园2处房屋到期一年仍被占用。
请于收到反馈意见之日起15日内报送整改方案。
2025年12月19日
=== 整改报告.txt
临江市园林局党组关于巡察整改进展情况的报告
1.关于行道树修剪不及时的问题。上半年修剪32条道路。该问题正在推进整改。
2.关于苗木采购程序不规范的问题。补齐5笔采购的比价记录，收回1.3万元。该问题已完成整改。
3.关于公园租赁合同到期未收回的问题。已发函收回。该问题已完成整改。`,
  ],
}
