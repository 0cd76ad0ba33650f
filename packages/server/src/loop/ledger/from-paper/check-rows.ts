import type { FromPaper } from '@duizhao/contract'
import { invalid } from '../../../platform/refusal.ts'
import { checkEarly } from '../plan-measures.ts'
import { checkDeadline } from '../register-problem.ts'

/** Invalid, naming the row, if a date is missing or lies wrong, or a problem that is there is chosen twice. */
export function checkRows(rows: readonly FromPaper[]): void {
  const joined = new Set<string>()
  for (const [at, row] of rows.entries()) {
    if (row.as === 'new') {
      checkDeadline(row, `rows.${at}.dueOn`)
      checkEarly(row.measures, row.dueOn, `rows.${at}.`)
      continue
    }
    if (joined.has(row.problemId))
      throw invalid(`选的第 ${at + 1} 个问题和前面一个并入同一个问题。`, '请先把这两个合成一个，再并入。', [
        { field: `rows.${at}.problemId`, message: '前面已经选过' },
      ])
    joined.add(row.problemId)
  }
}
