import type { LedgerRule } from '../ledger-rule.ts'
import { comparable } from '../wording.ts'

const SHORTEST = 8

export const duplicateRow: LedgerRule = {
  id: 'ledger/duplicate-row',
  name: '问题重复列入',
  severity: 'warning',
  why: '同一个问题列了两次，总数和完成率都会算错。',
  source: { title: '整改台账填报实践', known: 'practice' },
  *check({ ledger: { rows }, column }) {
    const named = rows.map((row, i) => ({ row, number: row.number?.text ?? String(i + 1) }))
    const keyed = named.filter(({ row }) => comparable(row.problem.text).length >= SHORTEST)
    const keyOf = ({ row }: (typeof named)[number]): string =>
      [row.problem.text, row.manifestation?.text ?? '', row.person?.text ?? '', row.duties.unit?.text ?? '']
        .map(comparable)
        .join('|')
    for (const [first, ...copies] of Map.groupBy(keyed, keyOf).values()) {
      for (const { row, number } of copies) {
        // Manifestations or measures of one problem, each in a row of its own, share its cell.
        if (first === undefined || row.problem.start === first.row.problem.start || number === first.number) continue
        yield {
          place: { line: row.problem.row, column: column(row.subject) },
          message: `第${number}项与第${first.number}项是同一个问题，请核对是否重复列入`,
          related: [{ line: first.row.problem.row, column: null }],
        }
      }
    }
  },
  bad: [
    '序号 | 存在问题 | 整改措施\n1 | 下乡调研次数偏少不深入 | 下乡一次\n2 | 台账更新慢 | 每周更新\n3 | ⟦下乡调研次数偏少不深入⟧ | 每季度下乡',
  ],
  good: ['序号 | 存在问题 | 整改措施\n1 | 下乡调研次数偏少不深入 | 下乡一次\n2 | 下乡调研次数偏少不扎实 | 每周更新'],
}
