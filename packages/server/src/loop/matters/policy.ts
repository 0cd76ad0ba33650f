import { seesPairs } from '../records/index.ts'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { forbidden } from '../../platform/refusal.ts'
import { othersRun } from './matter-queries.ts'

/** Who asks, and on which day: posts are held from day to day. */
export interface Asking {
  readonly actor: Actor
  readonly today: string
}

/** What one is to what people of a body are told at its meetings. */
export interface Standing {
  /** Runs the body’s meetings: its own organiser, its secretary, its head. A superior’s organiser does not. */
  readonly mayWrite: boolean
  /** These, and who approves in the body itself. Others see counts. */
  readonly seesAll: boolean
}

export async function standingIn(db: Database | Tx, asking: Asking, bodyId: string): Promise<Standing> {
  const mayWrite = await seesPairs(db, asking, bodyId)
  const approves = asking.actor.grants.some(({ role, organisationId }) => role === 'head' && organisationId === bodyId)
  return { mayWrite, seesAll: mayWrite || approves }
}

/** Refuses to decide on what was said of oneself, as long as somebody else runs the meetings of the body too. */
export async function leaveToAnother(
  tx: Tx,
  { actor, today }: Asking,
  { organisationId, aboutId }: { readonly organisationId: string; readonly aboutId: string },
): Promise<void> {
  if (aboutId !== actor.personId || !(await othersRun(tx, actor.personId, { organisationId, today }))) return
  throw forbidden('这条意见说的是自己，不能由自己来办。', '请找组织者，或别的书记、主要负责人。')
}
