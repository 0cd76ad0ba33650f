import { dateInChinese } from '../../../wording/write-date.ts'
import type { LedgerRule } from '../ledger-rule.ts'

/** Words of a time limit that was moved. */
const MOVED = /延期|延长|顺延|展期|延至|推迟/

export const overdue: LedgerRule = {
  id: 'ledger/overdue',
  name: '逾期未完成',
  severity: 'warning',
  why: '到填报那天时限已过、还没有完成的，要么抓紧，要么办延期，不能一直挂着。',
  source: { title: '整改督查实践：逾期事项逐项说明', known: 'practice' },
  *check({ entries, column, asOf }) {
    if (asOf === null) return
    for (const { duties, line, number } of entries) {
      const { deadline, state } = duties
      const isOpen = state?.state === 'in_progress' || state?.state === 'not_started'
      const isPast = deadline?.kind === 'date' && deadline.date !== undefined && deadline.date < asOf
      const told = [deadline, state, duties.progress, duties.remark].map((each) => each?.text ?? '').join('\n')
      if (!isOpen || !isPast || MOVED.test(told)) continue
      yield {
        place: { line, column: column('deadline') },
        message: `第${number}项的时限“${deadline.text}”已过，到${dateInChinese(asOf)}还是“${state.text}”，请抓紧或者说明`,
      }
    }
  },
  bad: [
    '填报日期：2026年6月30日\n序号 | 存在问题 | 整改措施 | 完成时限 | 完成情况\n1 | 调研次数偏少 | 每季度下乡一次 | ⟦2025年12月31日⟧ | 未启动\n2 | 台账更新不及时 | 每周更新一次 | ⟦2026年3月底前⟧ | 正在推进\n3 | 培训走过场 | 每次考试 | 2026年5月 | 已完成',
  ],
  good: [
    '填报日期：2026年6月30日\n序号 | 存在问题 | 整改措施 | 完成时限 | 完成情况 | 备注\n1 | 调研次数偏少 | 每季度下乡一次 | 2026年6月30日 | 正在推进 | \n2 | 台账更新不及时 | 每周更新一次 | 长期坚持 | 正在推进 | \n3 | 培训走过场 | 每次考试 | 2026年3月底 | 正在推进 | 同意延期到9月底\n4 | 报表多 | 清理报表 | 2026年6月 | 未启动 | ',
    '序号 | 存在问题 | 整改措施 | 完成时限 | 完成情况\n1 | 调研次数偏少 | 每季度下乡一次 | 2025年12月31日 | 正在推进\n2 | 台账更新不及时 | 每周更新一次 | 2026年3月底 | 正在推进',
  ],
}
