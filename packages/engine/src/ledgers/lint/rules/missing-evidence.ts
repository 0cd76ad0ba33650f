import type { LedgerRule } from '../ledger-rule.ts'
import { isClosed } from '../wording.ts'

/** Where fewer closed rows than this have evidence, the column is not used: that is said once. */
const KEPT = 0.3

export const missingEvidence: LedgerRule = {
  id: 'ledger/missing-evidence',
  name: '完成了没有佐证',
  severity: 'warning',
  why: '写了已完成却没有佐证材料，核验的人无从核起，就是纸面整改。',
  source: { title: '整改销号实践：一事一销，佐证齐全', known: 'practice' },
  *check({ entries, column, headerOf, isComplete }) {
    const place = column('evidence')
    const closed = entries.filter(isClosed)
    const proved = closed.filter(({ duties }) => duties.evidence !== undefined).length
    if (place === null || proved < closed.length * KEPT) {
      const what = place === null ? '没有佐证材料一栏' : `佐证材料一栏大多空着（只有${proved}项列了）`
      if (isComplete && closed.length > 0)
        yield {
          place: headerOf(place),
          message: `台账${what}，写了完成的${closed.length}项无从核验，请补上`,
        }
      return
    }
    for (const { duties, line, number } of closed) {
      if (duties.evidence === undefined)
        yield {
          place: { line, column: place },
          message: `第${number}项写“${duties.state?.text ?? ''}”，没有列佐证材料，请补上`,
        }
    }
  },
  bad: [
    '序号 | 存在问题 | 整改措施 | 责任人 | 完成时限 | ⟦完成情况⟧\n1 | 调研次数偏少 | 每季度下乡一次 | 方明 | 2026年3月底 | 已完成\n2 | 台账更新不及时 | 每周更新一次 | 齐放 | 2026年6月底 | 正在推进',
    '序号 | 存在问题 | 整改措施 | 责任人 | 完成时限 | 完成情况 | ⟦佐证材料⟧\n1 | 调研次数偏少 | 每季度下乡一次 | 方明 | 2026年3月底 | 已完成 | \n2 | 台账更新不及时 | 每周更新一次 | 齐放 | 2026年4月底 | 已销号 | \n3 | 培训走过场 | 每次考试 | 齐放 | 2026年6月底 | 正在推进 | 考试卷',
    '序号 | 存在问题 | 整改措施 | 完成情况 | 佐证材料\n1 | 调研次数偏少 | 每季度下乡一次 | 已完成 | 调研记录\n2 | 台账更新不及时 | 每周更新一次 | 已完成 | ⟦⟧\n3 | 培训走过场 | 每次考试 | 正在推进 | ',
  ],
  good: [
    '序号 | 存在问题 | 整改措施 | 责任人 | 完成时限 | 完成情况\n1 | 调研次数偏少 | 每季度下乡一次 | 方明 | 2026年3月底 | 正在推进\n2 | 台账更新不及时 | 每周更新一次 | 齐放 | 2026年6月底 | 正在推进',
    '序号 | 存在问题 | 整改措施 | 完成情况 | 佐证材料\n1 | 调研次数偏少 | 每季度下乡一次 | 已完成 | 调研记录\n2 | 台账更新不及时 | 每周更新一次 | 正在推进 | ',
  ],
}
