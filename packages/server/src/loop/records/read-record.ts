import type { WorkRecordDetail } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { presentRecord } from './present-records.ts'
import { recordById } from './queries.ts'

/** One record, as far as the actor may see it. */
export async function readRecord({ db, actor, now }: ActorContext, id: string): Promise<WorkRecordDetail> {
  const asking = { actor, today: dateInChina(now) }
  const row = await recordById(db, asking, id)
  if (!row) throw notFound('这次履职记录')
  return presentRecord(db, asking, row)
}
