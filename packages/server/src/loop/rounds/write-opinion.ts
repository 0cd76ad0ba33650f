import { randomUUID } from 'node:crypto'
import type { endpoints, GivenOpinion, Received, RoundOpinion } from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid, notFound } from '../../platform/refusal.ts'
import { registerProblem } from '../ledger/index.ts'
import { heldRound } from './found.ts'
import { insertOpinions, opinionById, opinionOf, type OpinionRow, setOutcome } from './opinion-queries.ts'
import { roundById, roundForUpdate, type RoundRow } from './round-queries.ts'

/** What the audit log calls an opinion: neither what it says nor of whom. */
const OPINION = '一条意见'

/** Enters by hand what came on paper or by word of mouth: marked so, and never counted as an answer. */
export function enterOpinion(context: ActorContext, roundId: string, given: GivenOpinion): Promise<RoundOpinion> {
  return transaction(context.db, async (tx) => {
    const round = await heldRound(tx, context.actor, roundId)
    if (round.kind !== 'opinions') throw conflict('评议、测评没有意见可录。', '意见请在征求意见里录。')
    if (round.state === 'void') throw conflict('这次征求意见已经作废。', '请另办一次。')
    refuseWhenTold(round)
    refuseStrange(round, given)
    const id = randomUUID()
    await insertOpinions(tx, roundId, [{ ...given, id, group: null, isTyped: true }])
    const organisationId = round.organisation.id
    await record(tx, context, { action: 'round.enterOpinion', subject: round.name, organisationId, detail: { id } })
    return opinionOf(await written(tx, id))
  })
}

/** Says what became of an opinion, and why. Conflict if it has a result already. */
export function endOpinion(
  context: ActorContext,
  opinionId: string,
  { ending, reason, version }: Received<typeof endpoints.endOpinion>['body'],
): Promise<RoundOpinion> {
  return transaction(context.db, async (tx) => {
    const { organisation } = await openOpinion(tx, context, { id: opinionId, version })
    await setOutcome(tx, opinionId, { ending, reason, on: dateInChina(context.now), problemId: null })
    const told = { subject: OPINION, organisationId: organisation.id, detail: { id: opinionId, ending } }
    await record(tx, context, { action: 'round.endOpinion', ...told })
    return opinionOf(await written(tx, opinionId))
  })
}

/** Registers an opinion as a problem; one about a person is, in the ledger too, for those only whom it concerns. */
export function registerOpinion(
  context: ActorContext,
  opinionId: string,
  { text, aspect, class: kind, dueOn, version }: Received<typeof endpoints.registerOpinion>['body'],
): Promise<RoundOpinion> {
  return transaction(context.db, async (tx) => {
    const { organisation, opinion } = await openOpinion(tx, context, { id: opinionId, version })
    const problemId = await registerProblem({ ...context, db: tx }, organisation.id, {
      ...{ source: 'opinion', aspect, text, cause: '', goal: '', class: kind, dueOn, inspectionId: null, origin: null },
      aboutId: opinion.aboutId,
    })
    await setOutcome(tx, opinionId, { ending: 'problem', reason: '', on: dateInChina(context.now), problemId })
    const told = { subject: OPINION, organisationId: organisation.id, detail: { id: opinionId, problemId } }
    await record(tx, context, { action: 'round.registerOpinion', ...told })
    return opinionOf(await written(tx, opinionId))
  })
}

/** The opinion and its round, held, if the actor runs it and nothing became of the opinion yet. */
async function openOpinion(
  tx: Tx,
  { actor }: ActorContext,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<RoundRow & { readonly opinion: OpinionRow }> {
  const found = await opinionById(tx, id)
  const place = found && (await roundById(tx, found.roundId))
  if (!found || !place || !may(actor, 'round.write', place.path)) throw notFound('这条意见')
  const round = (await roundForUpdate(tx, found.roundId)) ?? place
  const opinion = await written(tx, id)
  if (opinion.ending !== null) throw conflict('这条意见已经有了结果。', '请重新打开，看写了什么。')
  if (opinion.version !== version)
    throw conflict('这条意见刚刚被别人改过。', '请重新打开，看改成了什么。', { version: opinion.version })
  return { ...round, opinion }
}

async function written(tx: Tx, id: string): Promise<OpinionRow> {
  const row = await opinionById(tx, id)
  if (!row) throw notFound('这条意见')
  return row
}

function refuseWhenTold({ publishedOn }: RoundRow): void {
  if (publishedOn !== null) throw conflict('结果已经公布，不能再添意见。', '请另办一次征求意见。')
}

/** Refuses an aspect or a person that the round does not ask about. */
export function refuseStrange(
  { aspects, about }: Pick<RoundRow, 'aspects' | 'about'>,
  { aspect, aboutId }: Pick<GivenOpinion, 'aspect' | 'aboutId'>,
): void {
  if (aspect !== '' && !aspects.includes(aspect))
    throw invalid(`没有“${aspect}”这个方面。`, '请重新选。', [{ field: 'aspect', message: '请重新选' }])
  if (aboutId !== null && !about.some(({ id }) => id === aboutId))
    throw invalid('没有征求对这个人的意见。', '请重新选。', [{ field: 'aboutId', message: '请重新选' }])
}
