import { incomingKindFacts } from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { handledBy } from './handled-queries.ts'

/** What the actor registered and handles. What others sent in about him is not told: who sent it would be known by it. */
export async function ownIncoming({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const rows = await handledBy(db, actor)
  const lines = rows.map(
    ({ kind, receivedOn, isHandler }) =>
      `${dateInChinese(receivedOn)}收到的${incomingKindFacts[kind].name}：${isHandler ? '承办' : '登记'}`,
  )
  return lines.length === 0 ? [] : [{ name: '登记、承办的来件', lines }]
}
