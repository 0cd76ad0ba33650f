import { carries, problemSources, roleNames } from '@duizhao/contract'
import { record } from '../audit/index.ts'
import type { ActorContext } from '../context.ts'
import { transaction } from '../database/transaction.ts'
import { conflict, invalid } from '../refusal.ts'
import { readSettings, type VersionedSettings, writeSettings } from './queries.ts'

/** A level that falls to a role which approves nothing could never be passed. */
function checkChains({ approvals }: VersionedSettings): void {
  for (const source of problemSources)
    for (const [at, { name, role }] of approvals[source].entries())
      if (!carries(role, 'problem.approve')) {
        const message = `${roleNames[role]}没有审批销号的权限`
        throw invalid(`“${name}”这一级没有人能办：${message}。`, '请选有审批权限的角色。', [
          { field: `approvals.${source}.${at}.role`, message },
        ])
      }
}

/** Replaces the office's settings. Optimistic locking: conflict, with the present ones, if the version is not the last. */
export async function changeSettings(context: ActorContext, next: VersionedSettings): Promise<VersionedSettings> {
  checkChains(next)
  return transaction(context.db, async (tx) => {
    const before = await readSettings(tx)
    if (!(await writeSettings(tx, next)))
      throw conflict('设置刚刚被别人改过。', '请对照现在的设置再改。', await readSettings(tx))
    await record(tx, context, { action: 'setting.change', subject: '设置', detail: { before, after: next } })
    return readSettings(tx)
  })
}
