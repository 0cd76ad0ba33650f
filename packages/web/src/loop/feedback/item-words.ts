import type { FeedbackItem, FeedbackOfInspection } from '@duizhao/contract'

type Counted = Pick<FeedbackItem, 'category' | 'aspect' | 'hiddenRows'> & {
  readonly rows: readonly { readonly id: string }[]
}

/** How many items there are, under how many headings, and how many of them are not in the ledger yet. */
export function countsInWords(items: readonly Counted[]): string {
  const categories = new Set(items.map(({ category }) => category).filter((words) => words !== ''))
  const aspects = new Set(
    items.filter(({ aspect }) => aspect !== '').map(({ category, aspect }) => `${category}\n${aspect}`),
  )
  const headings = [
    ...(categories.size > 0 ? [`${categories.size} 大类`] : []),
    ...(aspects.size > 0 ? [`${aspects.size} 个方面`] : []),
    `${items.length} 条问题`,
  ].join('、')
  const unlisted = items.filter(({ rows, hiddenRows }) => rows.length + hiddenRows === 0).length
  return `${headings}；${unlisted === 0 ? '都已列入台账' : `还有 ${unlisted} 条没有列入台账`}。`
}

/** What of it nobody claimed, whether the first responsible person did, and which leaders have claimed nothing. */
export function claimingInWords({ unclaimed, firstOn, without }: FeedbackOfInspection['claiming']): string {
  const said = [
    unclaimed === 0 ? '都有人认领' : `还有 ${unclaimed} 条没有人认领`,
    ...(firstOn === null ? ['主要负责人（第一责任人）还没有认领'] : []),
    ...(without.length > 0 ? [`班子成员${without.join('、')}还没有认领`] : []),
  ]
  return `${said.join('；')}。`
}
