import type { WaiverRow } from './facts-queries.ts'
import type { DutyDetail } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { may } from '../../platform/access.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { isDuplicate, type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, forbidden, invalid, notFound } from '../../platform/refusal.ts'
import { factsOf, yearAsked } from './body-facts.ts'
import { type Body, bodiesById } from './facts-queries.ts'
import { linesOf } from './lines.ts'
import { countStandings } from './standings.ts'
import { endWaiver, insertWaiver, waiverForUpdate } from './waiver-queries.ts'

interface NewWaiver {
  readonly dutyId: DutyDetail['id']
  readonly personId: string | null
  readonly period: string
  readonly state: WaiverRow['state']
  readonly reason: string
}

/** Says that one time of a duty does not apply to a body or to one of its people, or need not be done, and why. */
export function waiveDuty(context: ActorContext, organisationId: string, given: NewWaiver): Promise<{ id: string }> {
  return transaction(context.db, async (tx) => {
    const organisation = await permittedOrganisation(tx, context.actor, 'duty.write', organisationId)
    const [body] = await bodiesById(tx, [organisation.id])
    const found = body && (await occurrenceYear(tx, body, given, context.now))
    if (!found) throw notFound('这一期')
    const id = newId()
    try {
      await insertWaiver(tx, { id, path: organisation.path, createdBy: context.actor.accountId, ...given })
    } catch (error) {
      if (isDuplicate(error, 'duty_waiver_of_period'))
        throw conflict('这一期已经写过不适用或免做。', '请先收回原来的。')
      throw error
    }
    await countStandings(tx, [organisation.id], { years: [found.year], now: context.now })
    const { period, state, reason } = given
    const detail = { period, state, reason, person: found.person }
    await record(tx, context, { action: 'duty.waive', subject: found.name, organisationId, detail })
    return { id }
  })
}

/** Takes back what was waived: the time is owed again. */
export function takeBackWaiver(context: ActorContext, waiverId: string, reason: string): Promise<{ id: string }> {
  return transaction(context.db, async (tx) => {
    const waiver = await waiverForUpdate(tx, waiverId)
    if (!waiver || !may(context.actor, 'duty.read', waiver.path)) throw notFound('这一条不适用、免做')
    if (!may(context.actor, 'duty.write', waiver.path)) throw forbidden()
    if (waiver.withdrawnOn !== null) throw conflict('已经收回了。')
    await endWaiver(tx, waiverId, dateInChina(context.now), reason)
    const year = Number(dateInChina(context.now).slice(0, 4))
    const years = /^\d{4}/.test(waiver.period) ? [Number(waiver.period.slice(0, 4))] : [year - 1, year]
    await countStandings(tx, [waiver.organisationId], { years, now: context.now })
    await record(tx, context, {
      action: 'duty.takeBackWaiver',
      subject: waiver.dutyName,
      organisationId: waiver.organisationId,
      detail: { period: waiver.period, reason },
    })
    return { id: waiverId }
  })
}

/** The year in which a body, or one of its people, owes the duty in the period; undefined if in none. */
async function occurrenceYear(tx: Tx, body: Body, given: NewWaiver, now: Date) {
  const { dutyId, personId, period } = given
  if (/^\d{4}/.test(period) && Number(period.slice(0, 4)) > 2100) throw invalid('没有这一期。')
  const thisYear = Number(dateInChina(now).slice(0, 4))
  const isOfYear = /^\d{4}(-([HQW]?\d+|\p{Script=Han}+))?$/u.test(period)
  for (const year of isOfYear ? [Number(period.slice(0, 4))] : [thisYear, thisYear - 1, thisYear + 1]) {
    const [facts] = await factsOf(tx, [body], year)
    if (!facts) continue
    const line = linesOf(facts, await yearAsked(tx, year, now)).find(
      (each) => each.duty.id === dutyId && (each.person?.id ?? null) === personId,
    )
    if (line?.occurrences.some((each) => each.period === period))
      return { year, name: line.duty.name, person: line.person?.name ?? null }
  }
  return undefined
}
