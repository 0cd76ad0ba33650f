import { type ApprovalChains, endpoints } from '@duizhao/contract'
import type { Caller } from './client.ts'

/** Sets who approves what, as two administrators do where that asks less than before. */
export async function setApprovals(system: Caller, other: Caller, approvals: ApprovalChains): Promise<void> {
  const { mailIsConfigured: _, proposed: _before, ...before } = await system.call(endpoints.readSettings, {})
  const { proposed, version } = await system.call(endpoints.changeSettings, { body: { ...before, approvals } })
  if (proposed !== null) await other.call(endpoints.decideApprovals, { body: { isAccepted: true, version } })
}
