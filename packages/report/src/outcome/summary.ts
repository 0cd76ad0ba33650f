import { severitiesInWords } from '@duizhao/engine/wording'
import { countBySeverity } from './outcome.ts'
import type { Outcome } from './outcome.ts'

/** The whole run in one Chinese sentence. */
export function summarise({ documents, unreadable, similarity }: Outcome): string {
  const counts = countBySeverity(documents.flatMap(({ findings }) => findings))
  const problems = documents.reduce((sum, { examination }) => sum + examination.problems.length, 0)
  const suppressed = documents.reduce((sum, document) => sum + document.suppressed.length, 0)
  const parts = [
    `审核 ${documents.length} 份材料，读出问题 ${problems} 个`,
    `审核意见 ${counts.error + counts.warning + counts.advice} 处（${severitiesInWords(counts)}）`,
    ...(suppressed > 0 ? [`已决定不采纳 ${suppressed} 处`] : []),
    similarity.length > 0 ? `${similarity.length} 对材料雷同` : '没有发现雷同',
    ...(unreadable.length > 0 ? [`${unreadable.length} 个文件未能读取`] : []),
  ]
  return `${parts.join('；')}。`
}
