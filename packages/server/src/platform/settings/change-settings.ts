import {
  carries,
  loosened,
  type OfficeSettings,
  problemSourceNames,
  problemSources,
  roleNames,
  type SecuritySettings,
  type WorkSettings,
} from '@duizhao/contract'
import { record } from '../audit/index.ts'
import type { ActorContext } from '../context.ts'
import { transaction } from '../database/transaction.ts'
import { carriesSomewhere } from '../access.ts'
import type { Task } from '../feature.ts'
import { conflict, forbidden, invalid } from '../refusal.ts'
import { mayOverWhole } from '../whole-queries.ts'
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

/**
 * Replaces the system administrator's share of the settings, and leaves the rest as it is. Approvals that ask less than
 * those that hold are only proposed: another administrator has to agree.
 */
export function changeSettings(context: ActorContext, next: WorkSettings & Versioned): Promise<VersionedSettings> {
  checkChains(next)
  return change(context, 'setting.change', ({ approvals, proposed }) => {
    if (loosened(approvals, next.approvals).length === 0) return { ...next, proposed }
    const { accountId: byAccountId, personName: byName } = context.actor
    const at = context.now.toISOString()
    return { ...next, approvals, proposed: { approvals: next.approvals, byAccountId, byName, at } }
  })
}

/** The same for the security administrator's. */
export function changeSecurity(context: ActorContext, next: SecuritySettings & Versioned): Promise<VersionedSettings> {
  return change(context, 'setting.changeSecurity', () => next)
}

/** Agrees to the approvals another administrator proposed, or drops them. Conflict if none are, or to agree to one's own. */
export function decideApprovals(
  context: ActorContext,
  { isAccepted, version }: { readonly isAccepted: boolean } & Versioned,
): Promise<VersionedSettings> {
  return change(context, 'setting.decideApprovals', ({ proposed }) => {
    if (!proposed) throw conflict('没有等待决定的审批。', '请重新打开设置。')
    if (isAccepted && proposed.byAccountId === context.actor.accountId)
      throw forbidden('自己放宽的审批，要由另一位管理员同意。', '系统、安全、审计管理员中的任何一位都可以。')
    return { version, proposed: null, ...(isAccepted ? { approvals: proposed.approvals } : {}) }
  })
}

/** Tells every other administrator of the whole that looser approvals wait for one of them. */
export async function approvalTasks({ db, actor }: ActorContext): Promise<Task[]> {
  if (!carriesSomewhere(actor, 'setting.confirm') || !(await mayOverWhole(db, actor, 'setting.confirm'))) return []
  const { approvals, proposed } = await readSettings(db)
  if (proposed === null || proposed.byAccountId === actor.accountId) return []
  const sources = loosened(approvals, proposed.approvals).map((source) => problemSourceNames[source])
  const context = `${proposed.byName}提出：${sources.join('、')}`
  return [{ id: 'approvals', title: '决定要不要放宽销号的审批', context, link: '/settings', dueOn: null }]
}

interface Versioned {
  readonly version: number
}

/** Optimistic locking: conflict, with the present ones, if the version is not the last. */
async function change(
  context: ActorContext,
  action: string,
  shareOf: (before: VersionedSettings) => Partial<OfficeSettings & Pick<VersionedSettings, 'proposed'>> & Versioned,
): Promise<VersionedSettings> {
  return transaction(context.db, async (tx) => {
    const before = await readSettings(tx)
    const next = { ...before, ...shareOf(before) }
    if (!(await writeSettings(tx, next)))
      throw conflict('设置刚刚被别人改过。', '请对照现在的设置再改。', await readSettings(tx))
    await record(tx, context, { action, subject: '设置', detail: { before, after: next } })
    return readSettings(tx)
  })
}
