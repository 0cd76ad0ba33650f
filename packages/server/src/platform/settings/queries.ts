import { defaultSettings, OfficeSettings } from '@duizhao/contract'
import type { Database } from '../database/pool.ts'
import type { Tx } from '../database/transaction.ts'

export interface VersionedSettings extends OfficeSettings {
  readonly version: number
}

/** The settings; what was never set, or did not exist when it was, has its default. */
export async function readSettings(db: Database | Tx): Promise<VersionedSettings> {
  const row = await db.selectFrom('setting').select(['content', 'version']).executeTakeFirst()
  const kept = OfficeSettings.safeParse({ ...defaultSettings, ...(row?.content as object | undefined) })
  return { ...(kept.success ? kept.data : defaultSettings), version: row?.version ?? 0 }
}

/** Replaces the settings if they still are of the version given; false if someone was faster. */
export async function writeSettings(tx: Tx, { version, ...content }: VersionedSettings): Promise<boolean> {
  const row = { content: JSON.stringify(content), version: version + 1 }
  if (version === 0) {
    const inserted = await tx
      .insertInto('setting')
      .values(row)
      .onConflict((on) => on.doNothing())
      .executeTakeFirst()
    return inserted.numInsertedOrUpdatedRows === 1n
  }
  const updated = await tx.updateTable('setting').set(row).where('version', '=', version).executeTakeFirst()
  return updated.numUpdatedRows === 1n
}
