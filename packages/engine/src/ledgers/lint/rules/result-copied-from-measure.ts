import type { LedgerRule } from '../ledger-rule.ts'
import { bigramsOf, dice } from '../../../wording/likeness.ts'
import { comparable } from '../wording.ts'

const SHORTEST = 10
const ALIKE = 0.92

export const resultCopiedFromMeasure: LedgerRule = {
  id: 'ledger/result-copied-from-measure',
  name: '进展照抄措施',
  severity: 'warning',
  why: '进展应当写做了什么、做到什么程度，照抄措施等于没有写。',
  source: { title: '整改督查实践：防止纸面整改', known: 'practice' },
  *check({ entries, column }) {
    for (const { measures, duties, line, number } of entries) {
      for (const field of ['progress', 'result'] as const) {
        const told = duties[field]
        if (told === undefined || comparable(told.text).length < SHORTEST) continue
        const whole = measures.map(({ text }) => text).join('')
        const source = [whole, ...measures.map(({ text }) => text)].find((text) => isCopy(text, told.text))
        if (source === undefined) continue
        yield {
          place: { line, column: column(field) },
          message: `第${number}项的进展照抄整改措施，请写明实际做了什么、结果怎样`,
        }
        break
      }
    }
  },
  bad: [
    '序号 | 存在问题 | 整改措施 | 进展情况\n1 | 调研次数偏少 | 班子成员每季度下乡调研不少于一次 | ⟦班子成员每季度下乡调研不少于一次。⟧\n2 | 台账更新不及时 | 每周更新一次 | 三月起每周五更新，已更新九次',
  ],
  good: [
    '序号 | 存在问题 | 整改措施 | 进展情况\n1 | 调研次数偏少 | 班子成员每季度下乡调研不少于一次 | 班子成员一季度下乡调研六次，形成报告四篇\n2 | 台账更新不及时 | 每周更新 | 每周更新',
  ],
}

function isCopy(measure: string, told: string): boolean {
  const [a, b] = [comparable(measure), comparable(told)]
  if (a.length < SHORTEST) return false
  // Figures are what a result adds: a text that differs in one is no copy.
  if (a.replace(/[^\d]+/g, ' ') !== b.replace(/[^\d]+/g, ' ')) return false
  return (
    a === b ||
    (Math.min(a.length, b.length) / Math.max(a.length, b.length) > 0.9 && dice(bigramsOf(a), bigramsOf(b)) >= ALIKE)
  )
}
