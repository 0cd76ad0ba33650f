import type { LedgerRule } from '../ledger-rule.ts'

export const vagueDeadline: LedgerRule = {
  id: 'ledger/vague-deadline',
  name: '时限不明确',
  severity: 'warning',
  why: '“尽快”“适时”不是日期，到时候说不清算不算完成。',
  source: { title: '整改台账填报实践：时限写到日期', known: 'practice' },
  *check({ entries, column, ledger }) {
    const place = column('deadline')
    if (place === null || !ledger.rows.some(({ duties }) => duties.deadline?.kind === 'date')) return
    for (const {
      duties: { deadline },
      line,
      number,
    } of entries) {
      // A day without its year is exact enough; the year is on the ledger.
      if (deadline?.kind !== 'unclear' || deadline.precision !== 'none' || !/\p{Script=Han}/u.test(deadline.text))
        continue
      yield {
        place: { line, column: place },
        message: `第${number}项的完成时限“${deadline.text}”不是日期，请写明到哪一天`,
      }
    }
  },
  bad: [
    '序号 | 存在问题 | 整改措施 | 完成时限\n1 | 调研次数偏少 | 每季度下乡一次 | 2026年3月底\n2 | 台账更新不及时 | 每周更新一次 | ⟦尽快⟧\n3 | 培训走过场 | 每次考试 | ⟦条件成熟时⟧',
  ],
  good: [
    '序号 | 存在问题 | 整改措施 | 完成时限\n1 | 调研次数偏少 | 每季度下乡一次 | 2026年3月底\n2 | 台账更新不及时 | 每周更新一次 | 长期坚持\n3 | 培训走过场 | 每次考试 | 立行立改，并长期坚持\n4 | 报表多 | 清理报表 | 每季度末',
  ],
}
