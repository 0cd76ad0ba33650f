import { isBallot, type RoundDetail, type RoundFields } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { holdTree, permittedOrganisation } from '../../office/organisation/index.ts'
import type { OrganisationPath } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { invalid } from '../../platform/refusal.ts'
import { peopleWithin } from '../ledger/index.ts'
import { seenMeeting } from '../meetings/index.ts'
import { entitledIn, graded } from './ballot-people.ts'
import { detailOf, roundToChange, seenRound } from './found.ts'
import { insertRound, updateRound, type WrittenRound } from './round-queries.ts'

/** Prepares a round: what is asked of whom, until when. Nobody is asked before it is opened. */
export function createRound(context: ActorContext, organisationId: string, fields: RoundFields): Promise<RoundDetail> {
  const { actor } = context
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const { path } = await permittedOrganisation(tx, actor, 'round.write', organisationId)
    const aboutIds = await check(tx, context, { path, organisationId }, fields)
    const id = newId()
    await insertRound(tx, { id, organisationId, path, createdBy: actor.accountId }, written({ ...fields, aboutIds }))
    await record(tx, context, { action: 'round.create', subject: fields.name, organisationId, detail: told(fields) })
    return detailOf(tx, actor, await seenRound(tx, actor, id))
  })
}

/** Changes a round that is being prepared. Conflict once it asks, or if someone was faster. */
export function changeRound(
  context: ActorContext,
  roundId: string,
  { version, ...fields }: RoundFields & { readonly version: number },
): Promise<RoundDetail> {
  const { actor } = context
  return transaction(context.db, async (tx) => {
    const done = '征集已经开始，问的内容不能再改。'
    const before = await roundToChange(tx, actor, { id: roundId, version, states: ['draft'], done })
    const organisationId = before.organisation.id
    const aboutIds = await check(tx, context, { path: before.path, organisationId }, fields)
    await updateRound(tx, roundId, written({ ...fields, aboutIds }))
    await record(tx, context, { action: 'round.change', subject: fields.name, organisationId, detail: told(fields) })
    return detailOf(tx, actor, await seenRound(tx, actor, roundId))
  })
}

const written = (fields: RoundFields): WrittenRound => ({
  ...fields,
  // A ballot has lines, and no aspects.
  aspects: isBallot(fields.kind) ? [] : fields.aspects,
  groups: fields.groups.map((group) => ({ ...group, id: newId() })),
})

/** Refuses what cannot be asked; whom the round is about besides the team. */
async function check(
  tx: Tx,
  { actor, now }: ActorContext,
  { path, organisationId }: { readonly path: OrganisationPath; readonly organisationId: string },
  { kind, closesOn, aboutIds, groups, meetingId }: RoundFields,
): Promise<string[]> {
  const today = dateInChina(now)
  if (closesOn < today)
    throw invalid('截止的日期已经过了。', '请写今天或以后的日期。', [{ field: 'closesOn', message: '已经过了' }])
  if (meetingId !== null) await refuseOthersMeeting(tx, { actor, today }, { meetingId, organisationId })
  if (kind === 'appraisal') return graded(await entitledIn(tx, organisationId, today), { aboutIds, groups })
  const known = await peopleWithin(tx, path.slice(0, 1), aboutIds)
  if (aboutIds.some((id) => !known.has(id)))
    throw invalid('有的人没有找到，或者已经离开。', '请重新选。', [{ field: 'aboutIds', message: '请重新选' }])
  return aboutIds
}

async function refuseOthersMeeting(
  tx: Tx,
  asking: Parameters<typeof seenMeeting>[1],
  { meetingId, organisationId }: { readonly meetingId: string; readonly organisationId: string },
): Promise<void> {
  const meeting = await seenMeeting(tx, asking, meetingId)
  if (meeting.organisationId !== organisationId)
    throw invalid('这次会议是别的组织的。', '请选本组织的会议。', [{ field: 'meetingId', message: '请重新选' }])
}

/** What the audit log is told of a round. */
function told({ kind, closesOn, groups, aspects, aboutIds, meetingId }: RoundFields) {
  return { kind, closesOn, groups, aspects: aspects.length, about: aboutIds.length, meetingId }
}
