import { stateOf } from '../../../../wording/state-words.ts'
import { byWords, fieldDifferences } from '../../field-differences.ts'
import type { ReconcileRule } from '../../reconcile-rule.ts'

export const stateDifference: ReconcileRule = {
  id: 'difference/state',
  name: '完成情况不一致',
  severity: 'error',
  why: '台账写没有完成，报告却写完成，就是虚报。',
  source: { title: '整改督查实践：逐项核对', known: 'practice' },
  check: (seen) =>
    fieldDifferences(seen, {
      field: 'state',
      order: 'state',
      contradicts: byWords('state', statesDiffer),
    }),
  bad: [
    `=== 整改台账.xlsx
整改台账
序号 | 反馈问题 | 整改措施 | 责任领导 | 责任单位 | 完成时限 | 完成情况
1 | 行道树修剪不及时 | 1.一周内修剪遮挡路灯的枝叶；2.每季度巡查一次 | 乔慕白 | 养护科 | 2026年6月底 | ⟦正在推进⟧
2 | 苗木采购程序不规范 | 1.补做3笔采购的比价记录；2.修订采购办法 | 纪长风 | 财务科 | 2026.3.31 | 已完成
3 | 公园租赁合同到期未收回 | 1.发函收回2处房屋；2.清理全部租赁合同 | 纪长风 | 资产科 | 2026年9月30日 | 正在推进
=== 整改报告.txt
临江市园林局党组关于巡察整改进展情况的报告
1.关于行道树修剪不及时的问题。（责任领导：乔慕白；责任单位：养护科）
一是修剪枝叶620株。该问题⟨已完成整改⟩。
2.关于苗木采购程序不规范的问题。（责任领导：纪长风；责任单位：财务科）
一是补齐比价记录。该问题已完成整改。
3.关于公园租赁合同到期未收回的问题。（责任领导：纪长风；责任单位：资产科）
一是发函收回。该问题正在推进整改。`,
  ],
  good: [
    `=== 整改台账.xlsx
整改台账
序号 | 反馈问题 | 整改措施 | 责任领导 | 责任单位 | 完成时限 | 完成情况
1 | 行道树修剪不及时 | 1.一周内修剪遮挡路灯的枝叶；2.每季度巡查一次 | 乔慕白 | 养护科 | 2026年6月底 | 已销号
2 | 苗木采购程序不规范 | 1.补做3笔采购的比价记录；2.修订采购办法 | 纪长风 | 财务科 | 2026.3.31 | 已完成
3 | 公园租赁合同到期未收回 | 1.发函收回2处房屋；2.清理全部租赁合同 | 纪长风 | 资产科 | 2026年9月30日 | 正在推进
=== 整改报告.txt
临江市园林局党组关于巡察整改进展情况的报告
1.关于行道树修剪不及时的问题。（责任领导：乔慕白；责任单位：养护科）
一是修剪枝叶620株。该问题已完成整改。
2.关于苗木采购程序不规范的问题。（责任领导：纪长风；责任单位：财务科）
一是补齐比价记录。该问题已完成整改。
3.关于公园租赁合同到期未收回的问题。（责任领导：纪长风；责任单位：资产科）
一是发函收回。该问题正在推进整改。`,
    `=== 整改台账.xlsx
整改台账
序号 | 反馈问题 | 整改措施 | 责任领导 | 责任单位 | 完成时限 | 完成情况
1 | 行道树修剪不及时 | 1.一周内修剪遮挡路灯的枝叶；2.每季度巡查一次 | 乔慕白 | 养护科 | 2026年6月底 | 正在推进
2 | 苗木采购程序不规范 | 1.补做3笔采购的比价记录；2.修订采购办法 | 纪长风 | 财务科 | 2026.3.31 | 已完成
3 | 公园租赁合同到期未收回 | 1.发函收回2处房屋；2.清理全部租赁合同 | 纪长风 | 资产科 | 2026年9月30日 | 正在推进
=== 整改报告.txt
临江市园林局党组关于巡察整改进展情况的报告
1.关于行道树修剪不及时的问题。（责任领导：乔慕白；责任单位：养护科）
一是修剪枝叶620株。该问题正在推进整改。
2.关于苗木采购程序不规范的问题。（责任领导：纪长风；责任单位：财务科）
一是补齐比价记录。该问题已完成整改。
3.关于公园租赁合同到期未收回的问题。（责任领导：纪长风；责任单位：资产科）
一是发函收回。该问题正在推进整改。`,
  ],
}

/**
 * The stages words can mean: struck off is done, a stage reached is under way, 长期坚持，持续推进 is both sustained and
 * under way. Empty for words that name none.
 */
function stagesIn(words: string): ReadonlySet<string> {
  const state = stateOf(words)
  const stages = new Set<string>()
  if (state === 'struck_off' || state === 'done') stages.add('done')
  if (state === 'stage_done' || state === 'in_progress' || state === 'not_started') stages.add('open')
  if (state === 'sustained' || (state !== null && /长期|常态|持续/.test(words))) stages.add('sustained')
  return stages
}

function statesDiffer(own: string, other: string): boolean {
  const [a, b] = [stagesIn(own), stagesIn(other)]
  return a.size > 0 && b.size > 0 && ![...a].some((stage) => b.has(stage))
}
