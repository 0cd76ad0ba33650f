import { dateInChinese, shortened } from '@duizhao/engine/wording'
import { type NoticeKind, noticeKindNames, noticeKinds } from '@duizhao/contract'

/** What a notice is drafted from. */
export interface DraftFacts {
  readonly kind: NoticeKind
  readonly problem: { readonly number: number; readonly text: string; readonly dueOn: string | null }
  readonly measures: readonly { readonly text: string; readonly doneOn: string | null }[]
  readonly today: string
  readonly overdueDays: number
  readonly answerDueOn: string
}

/** What a kind of notice asks for. */
export function demandOf(kind: NoticeKind, answerDueOn: string): string {
  const until = `${dateInChinese(answerDueOn)}前`
  switch (kind) {
    case 'remind':
      return `请抓紧推进整改，于${until}书面报告整改情况。`
    case 'guide':
      return `请对照整改措施逐条查找进展不快的原因，明确下一步做法、责任人和完成时间，于${until}书面报告。`
    case 'urge':
      return `请主要负责人亲自过问，限期整改到位，于${until}书面报告整改情况和没有按时完成的原因。`
    case 'admonish':
      return `经提醒、指导、督办，整改仍不到位，现予告诫。请主要负责人说明情况，立即整改，于${until}书面报告；逾期仍不整改的，按有关规定处理。`
  }
}

/** The text of a notice as the ledger gives it: the problem, its deadline, the measures, what is asked for. */
export function draftNotice({ kind, problem, measures, today, overdueDays, answerDueOn }: DraftFacts): string {
  const text = problem.text.replace(/[。；，;,.\s]+$/u, '')
  return [
    `你单位整改台账第 ${problem.number} 号问题：“${text}”。${deadline(problem.dueOn, { today, overdueDays })}`,
    measuresInWords(measures),
    demandOf(kind, answerDueOn),
  ].join('\n')
}

function deadline(dueOn: string | null, { today, overdueDays }: { today: string; overdueDays: number }): string {
  if (dueOn === null) return '这个问题属长期坚持，没有规定完成时限。'
  const due = `整改时限为${dateInChinese(dueOn)}`
  if (dueOn >= today) return `${due}，尚未到期。`
  return `${due}，截至${dateInChinese(today)}已超期 ${overdueDays} 个工作日，仍未销号。`
}

const MOST_MEASURES = 5

function measuresInWords(measures: DraftFacts['measures']): string {
  if (measures.length === 0) return '至今没有制定整改措施。'
  const done = measures.filter(({ doneOn }) => doneOn !== null).length
  const named = measures.slice(0, MOST_MEASURES).map(({ text }, at) => `${at + 1}.${shortened(text, 80)}`)
  const rest = measures.length > MOST_MEASURES ? '等' : ''
  return `已制定整改措施 ${measures.length} 条，完成 ${done} 条：${named.join('；').replace(/。$/, '')}${rest}。`
}

/** The step of the ladder that has to come before a kind, null for the first. */
export function stepBefore(kind: NoticeKind): { readonly kind: NoticeKind; readonly name: string } | null {
  const before = noticeKinds[noticeKinds.indexOf(kind) - 1]
  return before === undefined ? null : { kind: before, name: noticeKindNames[before] }
}
