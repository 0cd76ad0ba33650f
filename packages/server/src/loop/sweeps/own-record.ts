import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { sweepsBy } from './sweep-queries.ts'

/** What the actor asked of bodies, and answered for one. */
export async function ownSweeps({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const rows = await sweepsBy(db, actor.accountId)
  const lines = rows.map(({ text, deed }) => `${deed === 'asked' ? '提出' : '答复'}：${text}`)
  return lines.length === 0 ? [] : [{ name: '提出、答复的举一反三', lines }]
}
