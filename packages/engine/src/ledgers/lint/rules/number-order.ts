import type { LedgerRule } from '../ledger-rule.ts'

export const numberOrder: LedgerRule = {
  id: 'ledger/number-order',
  name: '序号不连续',
  severity: 'warning',
  why: '序号缺了或者重了，多半是漏了一行或者粘贴时出了错，几份表的数就对不上。',
  source: { title: '整改台账填报实践', known: 'practice' },
  *check({ ledger: { rows }, column }) {
    const place = column('number')
    const counted = rows.flatMap(({ number, section }) => {
      const value = /^[（(]?(\d{1,5})[）)]?[.、．]?$/.exec(number?.text.normalize('NFKC') ?? '')?.[1]
      return number && value !== undefined ? [{ line: number.row, value: Number(value), section: section?.text }] : []
    })
    if (place === null || counted.length < 3 || counted.length < rows.length * 0.8 || !isCounting(counted)) return
    let last = counted[0]
    for (const [i, each] of counted.entries()) {
      const before = last
      last = each
      // Rows of one problem share its number's cell; a section may count its rows anew.
      if (i === 0 || before === undefined || before.line === each.line) continue
      if (each.value === before.value + 1 || (each.value === 1 && each.section !== before.section)) continue
      const isDoubled = each.value === before.value
      yield {
        place: { line: each.line, column: place },
        message: messageOf(before.value, each.value, counted[i + 1]?.value),
      }
      // A doubled number stands in the place of the next one.
      if (isDoubled && counted[i + 1]?.value === each.value + 2) last = { ...each, value: each.value + 1 }
    }
  },
  bad: [
    '序号 | 存在问题 | 整改措施\n1 | 调研次数偏少 | 下乡一次\n2 | 台账更新慢 | 每周更新\n⟦4⟧ | 培训走过场 | 每次考试\n5 | 报表多 | 清理报表',
    '序号 | 存在问题 | 整改措施\n1 | 调研次数偏少 | 下乡一次\n2 | 台账更新慢 | 每周更新\n⟦2⟧ | 培训走过场 | 每次考试\n4 | 报表多 | 清理报表',
  ],
  good: [
    '序号 | 存在问题 | 整改措施\n1 | 调研次数偏少 | 下乡一次\n2 | 台账更新慢 | 每周更新\n3 | 培训走过场 | 每次考试',
    '序号 | 存在问题 | 整改措施\n3 | 调研次数偏少 | 下乡一次\n17 | 台账更新慢 | 每周更新\n8 | 培训走过场 | 每次考试',
  ],
}

interface Counted {
  readonly value: number
}

/** Numbers of another list (the superior's, picked out) come with gaps everywhere: nothing is wrong with them. */
function isCounting(counted: readonly Counted[]): boolean {
  const steps = counted.slice(1).filter(({ value }, i) => value === (counted[i]?.value ?? 0) + 1).length
  return steps * 3 >= (counted.length - 1) * 2 || (counted.length < 6 && counted[0]?.value === 1 && steps > 0)
}

function messageOf(before: number, value: number, next: number | undefined): string {
  if (value === before) return `序号${value}重复${next === value + 2 ? `，没有${value + 1}` : ''}，请核对是否粘贴时出错`
  if (value < before) return `序号从${before}跳回${value}，请核对次序`
  const missing = value - before === 2 ? `缺${before + 1}` : `缺${before + 1}至${value - 1}`
  return `序号${missing}，请核对是否漏了行`
}
