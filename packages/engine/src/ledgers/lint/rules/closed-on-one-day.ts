import type { LedgerRule } from '../ledger-rule.ts'
import { dateInChinese } from '../../../wording/write-date.ts'
import { isClosed, numbered } from '../wording.ts'

const MANY = 5
const SHARE = 0.6

export const closedOnOneDay: LedgerRule = {
  id: 'ledger/closed-on-one-day',
  name: '集中在一天销号',
  severity: 'warning',
  why: '很多问题在同一天销号，多半是到期一并填的，要看核验是不是逐项做的。',
  source: { title: '整改督查实践：防止纸面整改', known: 'practice' },
  *check({ entries, column }) {
    const place = column('strikeOffDate')
    const closed = entries.filter((entry) => isClosed(entry) || entry.duties.strikeOffDate !== undefined)
    const dated = closed.flatMap((entry) => {
      const { date, precision } = entry.duties.strikeOffDate ?? {}
      return date !== undefined && precision === 'day' ? [{ entry, date }] : []
    })
    for (const [date, same] of Map.groupBy(dated, (each) => each.date)) {
      const [first, ...rest] = same
      if (first === undefined || same.length < MANY || same.length < dated.length * SHARE) continue
      yield {
        place: { line: first.entry.line, column: place },
        message: `${numbered(same.map(({ entry }) => entry))}都在${dateInChinese(date)}销号（共${dated.length}项有日期），请核对是否逐项核验`,
        related: rest.map(({ entry }) => ({ line: entry.line, column: null })),
      }
    }
  },
  bad: [
    '序号 | 存在问题 | 整改措施 | 完成情况 | 销号日期\n1 | 调研次数偏少 | 每季度下乡一次 | 已完成 | ⟦2026年3月31日⟧\n2 | 台账更新不及时 | 每周更新一次 | 已完成 | 2026.3.31\n3 | 培训走过场 | 每次考试 | 已完成 | 2026-03-31\n4 | 报表多 | 清理报表 | 已完成 | 2026年3月31日\n5 | 会议长 | 限时发言 | 已完成 | 2026年3月31日\n6 | 文件多 | 清理文件 | 已完成 | 2026年2月8日',
  ],
  good: [
    '序号 | 存在问题 | 整改措施 | 完成情况 | 销号日期\n1 | 调研次数偏少 | 每季度下乡一次 | 已完成 | 2026年3月31日\n2 | 台账更新不及时 | 每周更新一次 | 已完成 | 2026.3.30\n3 | 培训走过场 | 每次考试 | 已完成 | 2026-02-11\n4 | 报表多 | 清理报表 | 已完成 | 2026年3月31日\n5 | 会议长 | 限时发言 | 已完成 | 2026年1月20日',
  ],
}
