import type { RefusedPlace } from '@duizhao/contract'
import { Refusal } from './refusal.ts'

export {
  importShown,
  insertWrittenImport,
  markImportWithdrawn,
  writtenImportForUpdate,
  writtenImportsPage,
} from './written-import-queries.ts'

/** Of a long list one begins with these. */
const MOST_OBSTACLES = 200

/** Refuses to take an import back if there is any obstacle: what was done since with what it wrote. */
export function refuseToWithdraw(obstacles: readonly RefusedPlace[]): void {
  if (obstacles.length === 0) return
  throw new Refusal(
    'conflict',
    `没有撤销：这次导入写入的内容有 ${obstacles.length} 项后来已经用到。`,
    '请先看下面列出的各项；其余有误的，可以逐项修改或办理离开、撤回。',
    { places: obstacles.slice(0, MOST_OBSTACLES) },
  )
}
