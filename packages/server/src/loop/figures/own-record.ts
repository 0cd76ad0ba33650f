import { instantInWords } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { keptBy } from './snapshot-queries.ts'

/** When the actor kept the figures of which papers. */
export async function figureRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const kept = await keptBy(db, actor.accountId)
  const lines = kept.map(
    ({ at, title, ordinal, figures }) => `${instantInWords(at)}，${title}，第 ${ordinal} 版，${figures} 个数`,
  )
  return lines.length === 0 ? [] : [{ name: '记下的文稿里的数', lines }]
}
