import type { LedgerRule } from '../ledger-rule.ts'

const KEPT = 0.6

export const missingDeadline: LedgerRule = {
  id: 'ledger/missing-deadline',
  name: '没有完成时限',
  severity: 'error',
  why: '没有时限的事项算不出是否逾期，也催办不了。',
  source: { title: '整改台账填报实践：任务、责任、时限一并列明', known: 'practice' },
  *check({ entries, column, filled, headerOf, isComplete }) {
    const place = column('deadline')
    const blank = entries.filter(({ duties }) => duties.deadline === undefined)
    if (entries.length > 0 && filled('deadline') < KEPT) {
      const what =
        place === null ? '没有完成时限一栏' : `完成时限一栏大多空着（${entries.length}项里空着${blank.length}项）`
      if (isComplete) yield { place: headerOf(place), message: `台账${what}，算不出是否逾期，请补上` }
      return
    }
    for (const { line, number } of blank) {
      yield {
        place: { line, column: place },
        message: `第${number}项没有写完成时限，请写明日期；需要长期坚持的写“长期坚持”`,
      }
    }
  },
  bad: [
    '序号 | 存在问题 | 整改措施 | 责任人 | ⟦完成情况⟧\n1 | 调研次数偏少 | 每季度下乡一次 | 方明 | 正在推进\n2 | 台账更新不及时 | 每周更新一次 | 齐放 | 正在推进',
    '序号 | 存在问题 | 整改措施 | 责任人 | ⟦完成时限⟧ | 完成情况\n1 | 调研次数偏少 | 每季度下乡一次 | 方明 | 2026年6月底 | 正在推进\n2 | 台账更新不及时 | 每周更新一次 | 齐放 | | 正在推进\n3 | 培训走过场 | 每次考试 | 齐放 | | 未启动',
    '序号 | 存在问题 | 整改措施 | 完成时限\n1 | 调研次数偏少 | 每季度下乡一次 | 2026年3月底\n2 | 台账更新不及时 | 每周更新一次 | ⟦⟧\n3 | 培训走过场 | 每次考试 | 长期坚持',
  ],
  good: [
    '序号 | 存在问题 | 整改措施 | 责任人\n1 | 调研次数偏少 | 每季度下乡一次 | 方明\n2 | 台账更新不及时 | 每周更新一次 | 齐放',
    '序号 | 存在问题 | 整改措施 | 完成时限\n1 | 调研次数偏少 | 每季度下乡一次 | 立行立改\n2 | 台账更新不及时 | 每周更新一次 | 2026.5',
  ],
}
