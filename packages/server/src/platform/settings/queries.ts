import { defaultSettings, OfficeSettings, ProposedApprovals } from '@duizhao/contract'
import { z } from 'zod'
import type { Database } from '../database/pool.ts'
import type { Tx } from '../database/transaction.ts'

export interface VersionedSettings extends OfficeSettings {
  readonly version: number
  /** Looser approvals that wait for another administrator to agree. */
  readonly proposed: ProposedApprovals | null
}

const Proposing = z.object({ proposed: ProposedApprovals })

/** The settings; what was never set, or did not exist when it was, has its default. */
export async function readSettings(db: Database | Tx): Promise<VersionedSettings> {
  const row = await db.selectFrom('setting').select(['content', 'version']).executeTakeFirst()
  const kept = OfficeSettings.safeParse({ ...defaultSettings, ...(row?.content as object | undefined) })
  const proposed = Proposing.safeParse(row?.content)
  return {
    ...(kept.success ? kept.data : defaultSettings),
    version: row?.version ?? 0,
    proposed: proposed.success ? proposed.data.proposed : null,
  }
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
