import { allowedActions, paperMachine } from '@duizhao/contract'
import { nextState } from '../../platform/act.ts'
import type { Actor } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict, notFound } from '../../platform/refusal.ts'
import { paperFacts } from './policy.ts'
import { isWithin, type PaperRow, seenPaperForUpdate } from './queries.ts'
import { versionById } from './version-queries.ts'

/** True if the actor may decide on a paper now: it was handed in, by somebody else. */
export function mayDecide(actor: Actor, paper: PaperRow): boolean {
  return allowedActions(paperMachine, ['return'], paperFacts(actor, paper)).length > 0
}

/**
 * Holds the paper of a version until the transaction ends, so that no decision falls meanwhile. Not found for whom it is not;
 * conflict where the actor cannot decide on it now, or it is not the version that was handed in.
 */
export async function versionToJudge(tx: Tx, actor: Actor, versionId: string) {
  const version = await versionById(tx, versionId)
  const paper = version && (await seenPaperForUpdate(tx, actor, version.paperId))
  if (!version || !paper || paper.seen.isOutcome || !isWithin(paper.seen, version.ordinal))
    throw notFound('这一版文稿的审核')
  nextState(paperMachine, ['return'], paperFacts(actor, paper))
  if (version.ordinal !== paper.shownVersions)
    throw conflict(`送审的是第 ${paper.shownVersions} 版，不是这一版。`, '请打开送审的那一版再处理。')
  return { ...version, paper }
}
