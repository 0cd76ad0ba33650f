import { record } from '../audit/index.ts'
import type { ActorContext } from '../context.ts'
import { transaction } from '../database/transaction.ts'
import { conflict } from '../refusal.ts'
import { readSettings, type VersionedSettings, writeSettings } from './queries.ts'

/** Replaces the office's settings. Conflict, with the present ones, if someone was faster. */
export async function changeSettings(context: ActorContext, next: VersionedSettings): Promise<VersionedSettings> {
  return transaction(context.db, async (tx) => {
    const before = await readSettings(tx)
    if (!(await writeSettings(tx, next)))
      throw conflict('设置刚刚被别人改过。', '请对照现在的设置再改。', await readSettings(tx))
    await record(tx, context, { action: 'setting.change', subject: '设置', detail: { before, after: next } })
    return readSettings(tx)
  })
}
