import { CheckOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import type { Incoming } from '@duizhao/contract'
import { dateInChinese, dueInChinese, overdueInChinese, todayInChina } from '../../platform/archetypes/dates.ts'

/** Until when it is to be ended, or whether it was in time. */
export function DueDay({ incoming: { dueOn, overdueDays, outcome } }: { readonly incoming: Incoming }) {
  if (outcome !== null)
    return outcome.isInTime ? (
      <>
        <CheckOutlined aria-hidden="true" /> {dateInChinese(outcome.on)}，按期
      </>
    ) : (
      <span className="overdue">
        <ExclamationCircleOutlined aria-hidden="true" /> {dateInChinese(outcome.on)}，超期办结
      </span>
    )
  return overdueDays > 0 ? (
    <span className="overdue">
      <ExclamationCircleOutlined aria-hidden="true" /> {dateInChinese(dueOn)}，{overdueInChinese(overdueDays)}
    </span>
  ) : (
    <>{dueInChinese(dueOn, todayInChina())}</>
  )
}
