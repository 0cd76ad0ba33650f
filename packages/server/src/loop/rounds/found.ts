import { LEAST_SHOWN, type Permission, type RoundDetail, type RoundState } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict, forbidden, notFound } from '../../platform/refusal.ts'
import { answeredOf } from './answer-queries.ts'
import { fingerprintOf } from './key-files.ts'
import { ballotOf } from './judge-ballot.ts'
import { countsOfOpinions } from './opinion-queries.ts'
import { roundById, roundForUpdate, roundOf, type RoundRow } from './round-queries.ts'

/** The round if the actor may see it; not found for others. */
export async function seenRound(db: Database | Tx, actor: Actor, id: string): Promise<RoundRow> {
  return seen(actor, 'round.read', await roundById(db, id))
}

/** The round, held until the transaction ends, if the actor runs it. */
export async function heldRound(tx: Tx, actor: Actor, id: string): Promise<RoundRow> {
  const round = seen(actor, 'round.read', await roundForUpdate(tx, id))
  if (!may(actor, 'round.write', round.path)) throw forbidden('征求意见由组织者办。')
  return round
}

/** The same as it was looked at, in one of some states; `done` says what is not done in another. */
export async function roundToChange(
  tx: Tx,
  actor: Actor,
  wanted: {
    readonly id: string
    readonly version: number
    readonly states: readonly RoundState[]
    readonly done: string
  },
): Promise<RoundRow> {
  const round = await heldRound(tx, actor, wanted.id)
  if (!wanted.states.includes(round.state)) throw conflict(wanted.done, '请重新打开，看现在可以做什么。')
  if (round.version !== wanted.version)
    throw conflict('这次征求意见刚刚被别人改过。', '请重新打开，看改成了什么。', { version: round.version })
  return round
}

function seen(actor: Actor, permission: Permission, round: RoundRow | undefined): RoundRow {
  if (!round || !may(actor, permission, round.path)) throw notFound('这次征求意见')
  return round
}

/** A round as it is shown. While it is open, few answers are not counted: whoever watched could tell who gave the next. */
export async function detailOf(db: Database | Tx, actor: Actor, round: RoundRow): Promise<RoundDetail> {
  const { intro, meeting, aspects, about, groups, openedOn, closedOn, publishedOn, voidReason, boxKey } = round
  const coming = round.state === 'open' ? await answeredOf(db, round.id) : 0
  return {
    ...roundOf(round),
    ...{ intro, meeting, aspects, about, openedOn, closedOn, publishedOn, voidReason },
    groups: groups.map(({ name, invited, answered = null, isShown = false }) => ({ name, invited, answered, isShown })),
    answered: round.answered ?? (coming >= LEAST_SHOWN ? coming : null),
    ...(await countsOfOpinions(db, round.id)),
    ballot: await ballotOf(db, round),
    fingerprint: boxKey === null ? '' : fingerprintOf(boxKey),
    mayWrite: may(actor, 'round.write', round.path),
  }
}
