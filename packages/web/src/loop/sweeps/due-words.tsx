import type { Sweep } from '@duizhao/contract'
import { dateInChinese, dueInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { isLate } from './sweep-words.ts'

/** By when it is to be answered; that it is late where somebody has not. */
export function AnswerDue({ sweep }: { readonly sweep: Sweep }) {
  const today = todayInChina()
  if (isLate(sweep, today)) return <span className="overdue">已超期：{dateInChinese(sweep.answerDueOn)}</span>
  return <>{dueInChinese(sweep.answerDueOn, today)}</>
}
