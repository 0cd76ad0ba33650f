import type { LedgerField } from '../../../tables/header-names.ts'
import type { LedgerDuties } from '../../../tables/ledger.ts'
import type { LedgerRule } from '../ledger-rule.ts'

const OWNERS = [
  ['lead', '责任领导'],
  ['owner', '责任人'],
  ['unit', '责任单位'],
] as const satisfies readonly (readonly [LedgerField & keyof LedgerDuties, string])[]
/** A column most rows leave blank is not kept in this ledger. */
const KEPT = 0.6

export const missingOwner: LedgerRule = {
  id: 'ledger/missing-owner',
  name: '没有责任人',
  severity: 'error',
  why: '没有写明谁负责的事项，到期没有人可问。',
  source: { title: '《中国共产党巡视工作条例》关于制定整改任务清单、明确责任的要求', known: 'unverified' },
  *check({ entries, column, filled }) {
    const kept = OWNERS.filter(([field]) => column(field) !== null && filled(field) >= KEPT)
    for (const { duties, line, number } of entries) {
      const missing = kept.filter(([field]) => duties[field] === undefined)
      const [first] = missing
      if (first === undefined) continue
      yield {
        place: { line, column: column(first[0]) },
        message: `第${number}项没有写${missing.map(([, name]) => name).join('、')}，请补上`,
      }
    }
  },
  bad: [
    '序号 | 存在问题 | 整改措施 | 责任领导 | 责任单位\n1 | 调研次数偏少 | 每季度下乡一次 | 方明 | 办公室\n2 | 台账更新不及时 | 每周更新一次 | ⟦⟧ | 人事科\n3 | 培训走过场 | 每次考试 | 方明 | 人事科',
  ],
  good: [
    '序号 | 存在问题 | 整改措施 | 责任领导 | 责任单位\n1 | 调研次数偏少 | 每季度下乡一次 | 方明 | 办公室\n2 | 台账更新不及时 | 每周更新一次 | 齐放 | 人事科',
    '序号 | 存在问题 | 整改措施 | 责任单位 | 责任人\n1 | 调研次数偏少 | 每季度下乡一次 | 办公室 | \n2 | 台账更新不及时 | 每周更新一次 | 人事科 | ',
  ],
}
