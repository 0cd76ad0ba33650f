import { permittedOrganisation } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import { firstRecordOn, keepingForUpdate, setKeeping } from './keeping-queries.ts'
import { countStandings } from './standings.ts'

/**
 * Says since when a body keeps records here: what was owed before is unknown, what was owed since is missing if it was not
 * done. Not after its first record: what is there is known.
 */
export function setRecordKeeping(
  context: ActorContext,
  organisationId: string,
  { fromOn, version }: { readonly fromOn: string; readonly version: number | null },
): Promise<{ fromOn: string; version: number }> {
  return transaction(context.db, async (tx) => {
    const organisation = await permittedOrganisation(tx, context.actor, 'duty.write', organisationId)
    const before = await keepingForUpdate(tx, organisationId)
    if ((before?.version ?? null) !== version)
      throw conflict('刚刚被别人改过。', '请重新打开，看改成的日期。', { version: before?.version ?? null })
    const today = dateInChina(context.now)
    const first = await firstRecordOn(tx, organisationId)
    const field = 'fromOn'
    if (fromOn > today) throw invalid('不能是以后的日子。', '请选今天或以前。', [{ field, message: '还没有到' }])
    if (first !== null && fromOn > first)
      throw invalid(`${first} 已经有记录，不能从以后才算起。`, '请选这一天或以前。', [
        { field, message: '晚于第一条记录' },
      ])
    const next = (before?.version ?? 0) + 1
    await setKeeping(tx, organisationId, fromOn, next)
    const year = Number(today.slice(0, 4))
    await countStandings(tx, [organisationId], { years: [year - 1, year], now: context.now })
    await record(tx, context, {
      action: 'duty.setRecordKeeping',
      subject: organisation.name,
      organisationId,
      detail: { before: before?.fromOn ?? null, after: fromOn },
    })
    return { fromOn, version: next }
  })
}
