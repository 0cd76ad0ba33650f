import type { TalkMatrix } from '@duizhao/contract'
import { type HeldTalk, type RequiredTalk, talkLines, talkStates } from '@duizhao/engine/duties'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { keptRecords, plannedTalks, readableBody, seesPairs } from '../records/index.ts'
import { namesOfAll } from './queries.ts'
import { requiredTalks, teamOf } from './required-talks.ts'

/** The days talks count in, and the last on which they are in time. */
export interface AskedTalks {
  readonly from: string
  readonly to: string
  readonly freezeOn?: string | undefined
}

/**
 * The talks a body owes by the posts of the last day asked about, today at the latest, and those that count for the days
 * asked about. Two of the team who talked in the branch they live in have talked for the team as well: one talk is not held
 * twice; who there was a party of it finds it, the others learn that it was. All of them are for the body's own organiser, secretary and head; others see what they are a party of, and
 * how many there are.
 */
export async function readTalkMatrix(
  { db, actor, now }: ActorContext,
  organisationId: string,
  { from, to, freezeOn }: AskedTalks,
): Promise<TalkMatrix> {
  const today = dateInChina(now)
  const body = await readableBody(db, { actor, today }, organisationId)
  const day = to < today ? to : today
  const [required, team] = await Promise.all([requiredTalks(db, body, day), teamOf(db, body, day)])
  const bodyIds = [body.id, ...new Set(team.flatMap(({ branchId }) => branchId ?? []))]
  const isOfTeam = (id: string): boolean => team.some(({ personId }) => personId === id)
  const kept = (await keptRecords(db, { bodyIds, from, to, kinds: ['talk'] })).filter(
    ({ bodyId, parties }) => bodyId === body.id || parties.every(isOfTeam),
  )
  const held = kept.map(({ id, onDay, parties }): HeldTalk => ({ recordId: id, onDay, parties }))
  const plans = (await plannedTalks(db, bodyIds)).filter(
    ({ bodyId, parties }) => bodyId === body.id || parties.every(isOfTeam),
  )
  const own = new Set(kept.flatMap(({ id, bodyId }) => (bodyId === body.id ? [id] : [])))
  const all = talkLines(required, held, freezeOn ?? null)
  const isWhole = await seesPairs(db, { actor, today }, body.id)
  const lines = isWhole ? all : all.filter((line) => isOf(line, actor.personId))
  const names = await namesOfAll(
    db,
    lines.flatMap(({ placeId }) => placeId ?? []),
    lines.flatMap(({ personId, withAnyOf }) => [personId, ...withAnyOf]),
  )
  const named = (id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? '' })
  return {
    organisation: { id: body.id, name: body.name },
    isWhole,
    counts: Object.fromEntries(
      talkStates.map((state) => [state, all.filter((line) => line.state === state).length]),
    ) as TalkMatrix['counts'],
    lines: lines.map(({ reason, personId, withAnyOf, placeId, state, talks }) => ({
      reason,
      state,
      person: named(personId),
      withAnyOf: withAnyOf.map(named),
      place: placeId === null ? null : named(placeId),
      talks: talks
        .filter(({ recordId, parties }) => (isWhole && own.has(recordId)) || parties.includes(actor.personId))
        .map(({ recordId, onDay }) => ({ recordId, onDay })),
      planned:
        state === 'missing'
          ? plans
              .filter(
                ({ bodyId, parties }) =>
                  isBetween(parties, personId, withAnyOf) &&
                  ((isWhole && bodyId === body.id) || parties.includes(actor.personId)),
              )
              .map(({ id, until }) => ({ recordId: id, until }))
          : [],
    })),
  }
}

function isBetween(parties: readonly string[], one: string, others: readonly string[]): boolean {
  return parties.includes(one) && parties.some((party) => party !== one && others.includes(party))
}

/** A talk of which one is the one part or, alone, the other: with one of several is nobody's in particular. */
function isOf({ personId, withAnyOf }: RequiredTalk, own: string): boolean {
  return personId === own || (withAnyOf.length === 1 && withAnyOf[0] === own)
}
