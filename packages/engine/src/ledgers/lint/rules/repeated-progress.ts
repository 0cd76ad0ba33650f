import { shortened } from '../../../wording/shorten.ts'
import type { LedgerRule } from '../ledger-rule.ts'
import { comparable, numbered } from '../wording.ts'

const MANY = 3
const SHORTEST = 6

export const repeatedProgress: LedgerRule = {
  id: 'ledger/repeated-progress',
  name: '进展写得一样',
  severity: 'warning',
  why: '不同的问题写同样的进展，说明没有逐项去抓。',
  source: { title: '整改督查实践：防止纸面整改', known: 'practice' },
  *check({ entries, column }) {
    const told = entries.flatMap((entry) => {
      const text = entry.duties.progress ?? entry.duties.result
      return text === undefined || comparable(text.text).length < SHORTEST ? [] : [{ entry, text }]
    })
    for (const same of Map.groupBy(told, ({ text }) => comparable(text.text)).values()) {
      const [first, ...rest] = same
      // Measures that share one cell say the same because it is the same.
      if (first === undefined || new Set(same.map(({ text }) => text.start)).size < MANY) continue
      if (new Set(same.map(({ entry }) => entry.row.problem.text)).size < MANY) continue
      yield {
        place: {
          line: first.entry.line,
          column: column(first.entry.duties.progress === undefined ? 'result' : 'progress'),
        },
        message: `${numbered(same.map(({ entry }) => entry))}的进展都写“${shortened(first.text.text, 30)}”，请逐项写清做了什么`,
        related: rest.map(({ entry }) => ({ line: entry.line, column: null })),
      }
    }
  },
  bad: [
    '序号 | 存在问题 | 整改措施 | 进展情况\n1 | 调研次数偏少 | 每季度下乡一次 | ⟦已按要求抓好落实⟧\n2 | 台账更新不及时 | 每周更新一次 | 已按要求抓好落实。\n3 | 培训走过场 | 每次考试 | 考试两次\n4 | 报表多 | 清理报表 | 已按要求 抓好落实',
  ],
  good: [
    '序号 | 存在问题 | 整改措施 | 进展情况\n1 | 调研次数偏少 | 每季度下乡一次 | 下乡三次\n2 | 台账更新不及时 | 每周更新一次 | 已按要求抓好落实\n3 | 培训走过场 | 每次考试 | 已按要求抓好落实\n4 | 报表多 | 清理报表 | 进行中\n5 | 会议长 | 限时发言 | 进行中\n6 | 文件多 | 清理文件 | 进行中',
  ],
}
