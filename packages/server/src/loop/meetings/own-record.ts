import { instantInWords } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { meetingsBy } from './own-record-queries.ts'

/** The meetings the actor opened, and what he wrote why something asked of one is not done. */
export async function meetingRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const { opened, waived } = await meetingsBy(db, actor.accountId)
  const groups = [
    { name: '另开的会议', lines: opened.map(({ name }) => name) },
    {
      name: '会议里不照办的理由',
      lines: waived.map(({ at, name, reason }) => `${instantInWords(at)}，${name}：${reason}`),
    },
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}
