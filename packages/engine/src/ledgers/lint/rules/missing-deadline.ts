import type { LedgerRule } from '../ledger-rule.ts'

const KEPT = 0.6

export const missingDeadline: LedgerRule = {
  id: 'ledger/missing-deadline',
  name: '没有完成时限',
  severity: 'error',
  why: '没有时限的事项算不出是否逾期，也催办不了。',
  source: { title: '整改台账填报实践：任务、责任、时限一并列明', known: 'practice' },
  *check({ entries, column, filled }) {
    const place = column('deadline')
    if (place === null || filled('deadline') < KEPT) return
    for (const { duties, line, number } of entries) {
      if (duties.deadline === undefined)
        yield {
          place: { line, column: place },
          message: `第${number}项没有写完成时限，请写明日期；需要长期坚持的写“长期坚持”`,
        }
    }
  },
  bad: [
    '序号 | 存在问题 | 整改措施 | 完成时限\n1 | 调研次数偏少 | 每季度下乡一次 | 2026年3月底\n2 | 台账更新不及时 | 每周更新一次 | ⟦⟧\n3 | 培训走过场 | 每次考试 | 长期坚持',
  ],
  good: [
    '序号 | 存在问题 | 整改措施 | 完成时限\n1 | 调研次数偏少 | 每季度下乡一次 | 立行立改\n2 | 台账更新不及时 | 每周更新一次 | 2026.5',
  ],
}
