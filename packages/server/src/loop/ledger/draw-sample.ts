import { createHash } from 'node:crypto'
import type { Answer, endpoints } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina, readExceptions } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { notFound } from '../../platform/refusal.ts'
import { listedProblems, unprovedIds } from './list-queries.ts'
import { listQuery } from './read-ledger.ts'
import { insertSample, sampleById, samplesPage } from './sample-queries.ts'

type Detail = Answer<typeof endpoints.readLookBackSample>

/**
 * Draws closed problems to look back at, by lot among those not proved yet, and keeps the draw: who, when, from which, by
 * what. The seed is the id of the request, in the audit log too: anybody can repeat the draw, and nobody can have chosen.
 */
export async function drawLookBackSample(context: ActorContext, organisationId: string, size: number): Promise<Detail> {
  const { db, actor, origin, now } = context
  const organisation = await permittedOrganisation(db, actor, 'problem.lookBack', organisationId)
  const query = await listQuery(context, {
    organisationId,
    standing: 'done',
    isOwnLevel: false,
    isMine: false,
    text: '',
  })
  const seed = origin.requestId
  const baseIds = await unprovedIds(db, actor, query)
  const drawnIds = drawnBy(seed, baseIds, size)
  const id = newId()
  await transaction(db, async (tx) => {
    await insertSample(tx, { id, organisationId, by: actor, at: now, seed, size, baseIds, drawnIds })
    await record(tx, context, {
      action: 'ledger.drawSample',
      subject: organisation.name,
      organisationId,
      detail: { id, seed, size, base: baseIds.length, baseDigest: digestOf(baseIds), drawnDigest: digestOf(drawnIds) },
    })
  })
  return readLookBackSample(context, id)
}

/** A draw that was kept, with its problems as they are now, and whether drawing again gives the same. */
export async function readLookBackSample(context: ActorContext, sampleId: string): Promise<Detail> {
  const { db, actor, now } = context
  const kept = await sampleById(db, sampleId)
  if (!kept) throw notFound('这次抽取')
  const { sample, baseIds, drawnIds } = kept
  await permittedOrganisation(db, actor, 'problem.lookBack', sample.organisation.id)
  const today = { today: dateInChina(now), exceptions: await readExceptions(db) }
  const problems = await listedProblems(db, actor, drawnIds, today)
  const again = drawnBy(sample.seed, baseIds, sample.size)
  const isSame = again.join() === drawnIds.join()
  return { ...sample, problems, unseen: drawnIds.length - problems.length, isSame }
}

/** A page of the draws in an organisation and below, the last first. */
export async function listLookBackSamples(
  { db, actor }: ActorContext,
  organisationId: string,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Answer<typeof endpoints.listLookBackSamples>> {
  return samplesPage(db, await permittedOrganisation(db, actor, 'problem.lookBack', organisationId), paging)
}

/** So many of the ids, in the order of the digests of id and seed: the same seed and the same ids draw the same. */
function drawnBy(seed: string, ids: readonly string[], size: number): string[] {
  const lots = ids.map((id) => ({ id, lot: createHash('sha256').update(`${id}${seed}`).digest('hex') }))
  return lots
    .toSorted((a, b) => (a.lot < b.lot ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id)
}

function digestOf(ids: readonly string[]): string {
  return createHash('sha256').update(ids.join()).digest('hex')
}
