import type { LedgerRule } from '../ledger-rule.ts'

const KEPT = 0.6

export const missingMeasure: LedgerRule = {
  id: 'ledger/missing-measure',
  name: '没有整改措施',
  severity: 'error',
  why: '只列问题不写措施，谁也不知道要做什么。',
  source: { title: '《中国共产党巡视工作条例》关于制定整改方案、逐项提出措施的要求', known: 'unverified' },
  *check({ entries, column, ledger }) {
    const place = column('measure')
    const withMeasures = entries.filter(({ measures }) => measures.length > 0).length
    const isSubject = ledger.rows.some(({ subject }) => subject === 'measure')
    if (place === null || isSubject || withMeasures < entries.length * KEPT) return
    for (const { measures, line, number } of entries) {
      if (measures.length === 0)
        yield { place: { line, column: place }, message: `第${number}项没有写整改措施，请补上` }
    }
  },
  bad: [
    '序号 | 存在问题 | 整改措施 | 责任人\n1 | 调研次数偏少 | 每季度下乡一次 | 方明\n2 | 台账更新不及时 | ⟦⟧ | 齐放\n3 | 培训走过场 | 每次考试 | 方明',
  ],
  good: [
    '序号 | 存在问题 | 整改措施 | 责任人\n1 | 调研次数偏少 | 每季度下乡一次 | 方明\n2 | 台账更新不及时 | 每周更新一次 | 齐放',
  ],
}
