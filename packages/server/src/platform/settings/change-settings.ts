import {
  carries,
  type OfficeSettings,
  problemSources,
  roleNames,
  type SecuritySettings,
  type WorkSettings,
} from '@duizhao/contract'
import { record } from '../audit/index.ts'
import type { ActorContext } from '../context.ts'
import { transaction } from '../database/transaction.ts'
import { conflict, invalid } from '../refusal.ts'
import { readSettings, type VersionedSettings, writeSettings } from './queries.ts'

/** A level that falls to a role which approves nothing could never be passed. */
function checkChains({ approvals }: WorkSettings): void {
  for (const source of problemSources)
    for (const [at, { name, role }] of approvals[source].entries())
      if (!carries(role, 'problem.approve')) {
        const message = `${roleNames[role]}没有审批销号的权限`
        throw invalid(`“${name}”这一级没有人能办：${message}。`, '请选有审批权限的角色。', [
          { field: `approvals.${source}.${at}.role`, message },
        ])
      }
}

/** Replaces the system administrator's share of the settings, and leaves the rest as it is. */
export function changeSettings(context: ActorContext, next: WorkSettings & Versioned): Promise<VersionedSettings> {
  checkChains(next)
  return change(context, 'setting.change', next)
}

/** The same for the security administrator's. */
export function changeSecurity(context: ActorContext, next: SecuritySettings & Versioned): Promise<VersionedSettings> {
  return change(context, 'setting.changeSecurity', next)
}

interface Versioned {
  readonly version: number
}

/** Optimistic locking: conflict, with the present ones, if the version is not the last. */
async function change(
  context: ActorContext,
  action: string,
  share: Partial<OfficeSettings> & Versioned,
): Promise<VersionedSettings> {
  return transaction(context.db, async (tx) => {
    const before = await readSettings(tx)
    const next = { ...before, ...share }
    if (!(await writeSettings(tx, next)))
      throw conflict('设置刚刚被别人改过。', '请对照现在的设置再改。', await readSettings(tx))
    await record(tx, context, { action, subject: '设置', detail: { before, after: next } })
    return readSettings(tx)
  })
}
