import { invitedOf, LEAST_INVITED, type OpenedRound } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict } from '../../platform/refusal.ts'
import { insertInvitations } from './answer-queries.ts'
import { entitledIn, graded } from './ballot-people.ts'
import { detailOf, roundToChange, seenRound } from './found.ts'
import { fingerprintOf, keyFiles } from './key-files.ts'
import { type RoundRow, updateRound } from './round-queries.ts'
import { newBox } from './sealed-box.ts'
import { inGroups, invitationHash, newCode } from './slip-codes.ts'

/**
 * Starts asking. Makes the box: its public half stays, the other leaves as three key files; and the codes of the slips, of
 * which only hashes stay. The fingerprint stands in the audit log, so that a round has one box and nobody one of his own.
 * Conflict with fewer than five invited: nobody could be unknown among them.
 */
export function openRound(
  context: ActorContext,
  roundId: string,
  { version }: { readonly version: number },
): Promise<OpenedRound> {
  const { actor, now } = context
  return transaction(context.db, async (tx) => {
    const done = '征集已经开始过。'
    const round = await roundToChange(tx, actor, { id: roundId, version, states: ['draft'], done })
    const { kind, name, groups, closesOn, organisation } = round
    const today = dateInChina(now)
    if (invitedOf(groups) < LEAST_INVITED)
      throw conflict(
        `一共只邀请 ${invitedOf(groups)} 人，少于 ${LEAST_INVITED} 人谁写的都猜得出，不能征集。`,
        kind === 'opinions' ? '请当面或书面征求，意见代录。' : '请用纸质票，录入计票。',
      )
    if (closesOn < today) throw conflict('截止的日期已经过了。', '请先改截止日期。')
    const base = await baseOf(tx, round, today)
    const { publicKey, privateKey } = newBox()
    const slips = groups.map(({ id, name: group, invited }) => ({
      ...{ id, group },
      codes: Array.from({ length: invited }, newCode),
    }))
    await insertInvitations(
      tx,
      slips.flatMap(({ id, codes }) => codes.map((code) => ({ roundId, groupId: id, hash: invitationHash(code) }))),
    )
    await updateRound(tx, roundId, { state: 'open', box_key: publicKey, opened_on: today, ...base })
    const fingerprint = fingerprintOf(publicKey)
    const organisationId = organisation.id
    const detail = { fingerprint, invited: groups.map(({ name: group, invited }) => ({ group, invited })) }
    await record(tx, context, { action: 'round.open', subject: name, organisationId, detail })
    return {
      round: await detailOf(tx, actor, await seenRound(tx, actor, roundId)),
      keys: keyFiles(privateKey, { roundId, name, fingerprint }),
      slips: slips.map(({ group, codes }) => ({ group, codes: codes.map(inGroups) })),
    }
  })
}

/** Against how many votes and grades are held; whom an appraisal grades is looked at once more, posts may have changed. */
async function baseOf(tx: Tx, round: RoundRow, today: string): Promise<{ readonly base?: number }> {
  const { kind, about, groups, organisation } = round
  if (kind === 'opinions') return {}
  if (kind === 'assessment') return { base: invitedOf(groups) }
  const entitled = await entitledIn(tx, organisation.id, today)
  graded(entitled, { aboutIds: about.map(({ id }) => id), groups: [...groups] })
  return { base: entitled.full.length }
}
