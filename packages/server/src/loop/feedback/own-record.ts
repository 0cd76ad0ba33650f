import { actionNames } from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import { instantInWords } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { claimsOfPerson } from './claim-queries.ts'
import { eventsBy } from './event-queries.ts'

/** What the actor did with what inspections fed back. */
export async function feedbackRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const done = await eventsBy(db, actor.accountId)
  const lines = done.map(
    ({ at, action, inspection, text }) =>
      `${instantInWords(at)}，${inspection}，${actionNames[action] ?? action}：${text}`,
  )
  const claimed = (await claimsOfPerson(db, actor.personId)).map(
    ({ claimedOn, inspection, position, withdrawnReason }) =>
      `${dateInChinese(claimedOn)}，${inspection}第 ${position} 条${withdrawnReason === '' ? '' : `，已收回：${withdrawnReason}`}`,
  )
  return [
    ...(claimed.length === 0 ? [] : [{ name: '认领的反馈问题', lines: claimed }]),
    ...(lines.length === 0 ? [] : [{ name: '巡视巡察反馈的问题', lines }]),
  ]
}
