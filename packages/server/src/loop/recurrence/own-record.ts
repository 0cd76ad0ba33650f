import { recurrenceVerdictNames, type RecurrenceVerdict } from '@duizhao/contract'
import { instantInWords } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { verdictsBy } from './verdict-queries.ts'

/** What the actor said of problems and earlier ones. */
export async function recurrenceRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const verdicts = await verdictsBy(db, actor.accountId)
  const lines = verdicts.map(
    ({ at, number, earlierNumber, verdict, reason }) =>
      `${instantInWords(at)}，问题 ${number} 号和 ${earlierNumber} 号，${recurrenceVerdictNames[verdict as RecurrenceVerdict]}：${reason}`,
  )
  return lines.length === 0 ? [] : [{ name: '认定的老问题', lines }]
}
