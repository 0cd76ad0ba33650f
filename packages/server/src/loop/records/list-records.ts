import {
  askedOf,
  participationKindNames,
  recordKindFacts,
  type Answer,
  type endpoints,
  type RecordState,
} from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { readableBody } from './bodies.ts'
import { ownRecordsPage, type RecordFilters, recordsPage } from './list-queries.ts'
import { presentRecords } from './present-records.ts'
import { type ParticipantRow, participantsOf, type RecordRow } from './queries.ts'

interface Wanted extends RecordFilters {
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of what a body has done, the latest first. */
export async function listRecords(
  { db, actor, now }: ActorContext,
  organisationId: string,
  { after, limit, ...filters }: Wanted,
): Promise<Answer<typeof endpoints.listRecords>> {
  const asking = { actor, today: dateInChina(now) }
  const body = await readableBody(db, asking, organisationId)
  const { items, next } = await recordsPage(db, asking, { organisationId: body.id, filters, after, limit })
  return { items: await presentRecords(db, items), next }
}

/** A page of what the actor had a part in, wherever, each with the part in words. */
export async function listOwnRecords(
  { db, actor, now }: ActorContext,
  { after, limit, from, to, state }: Wanted & { readonly state?: RecordState | undefined },
): Promise<Answer<typeof endpoints.listOwnRecords>> {
  const asking = { actor, today: dateInChina(now) }
  const { items, next } = await ownRecordsPage(db, asking, { days: { from, to }, state, after, limit })
  const [shown, participants] = await Promise.all([
    presentRecords(db, items),
    participantsOf(
      db,
      items.map(({ id }) => id),
    ),
  ])
  const own = participants.filter(({ personId }) => personId === actor.personId)
  const parts = new Map(items.map((row) => [row.id, partOf(row, actor.personId, own)]))
  return { items: shown.map((each) => ({ ...each, part: parts.get(each.id) ?? '' })), next }
}

/** What somebody did in it: held it, was away, sat in, or came as was due. */
function partOf(row: RecordRow, personId: string, own: readonly ParticipantRow[]): string {
  if (row.state === 'draft') return '草稿，还没有确认'
  if (row.state === 'planned') return '约定了，还没有谈'
  const named = own.filter(({ recordId }) => recordId === row.id).map(({ kind }) => participationKindNames[kind])
  const isPersonal = row.kinds.some((kind) => recordKindFacts[kind].isPersonal)
  const held = row.host?.id === personId ? [isPersonal ? askedOf(row.kinds).host : '主持'] : []
  const parts = [...held, ...named]
  return parts.length === 0 ? '参加' : parts.join('，')
}
