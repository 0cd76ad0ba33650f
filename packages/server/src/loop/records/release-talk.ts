import type { WorkRecordDetail } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { conflict, forbidden } from '../../platform/refusal.ts'
import { heldRecord } from './change-record.ts'
import { partiesOf } from './present-records.ts'
import { participantsOf } from './queries.ts'
import { factsOf, nameForReaders, readBack } from './told.ts'
import { addRelease } from './write-queries.ts'

/** One of the two who talked lets the body's organiser read what was said; once both have, he can. */
export function releaseTalk(context: ActorContext, id: string, version: number): Promise<WorkRecordDetail> {
  const { actor } = context
  const asking = { actor, today: dateInChina(context.now) }
  return transaction(context.db, async (tx) => {
    const row = await heldRecord(tx, asking, { id, version })
    if (!partiesOf(row, await participantsOf(tx, [id])).includes(actor.personId))
      throw forbidden('只有谈话的两个人能同意。', '请谈话的人自己来办。')
    if (row.releasedBy.includes(actor.personId)) throw conflict('已经同意过了。', '等对方也同意，组织者就能看到。')
    if (row.state !== 'kept') throw conflict('这次谈话还没有记下。', '请先确认这次谈话的记录。')
    await addRelease(tx, id, actor.personId)
    const made = await readBack(tx, asking, id)
    const { organisationId } = row
    await record(tx, context, {
      ...{ action: 'record.releaseTalk', subject: nameForReaders(made.row), organisationId, detail: factsOf(made.row) },
    })
    return made.detail
  })
}
