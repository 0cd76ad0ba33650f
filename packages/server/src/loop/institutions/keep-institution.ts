import type { Answer, endpoints, Received } from '@duizhao/contract'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, invalid, notFound } from '../../platform/refusal.ts'
import { peopleWithin } from '../ledger/index.ts'
import { seenPaper } from '../papers/index.ts'
import { institutionOf, type InstitutionRow } from './institution-queries.ts'
import { readInstitution } from './read-institution.ts'
import {
  deleteInstitution,
  heirsOf,
  holdPapers,
  type InstitutionFields,
  insertInstitution,
  setRepealed,
  updateInstitution,
  wasLookedAt,
} from './write-queries.ts'

type Kept = Promise<Answer<typeof endpoints.readInstitution>>

/**
 * Says that a paper is an institution, or corrects what was said of it: since when it holds, in whose place it came, who
 * looks whether it is carried out. Invalid for what is no approved paper of that kind, or cannot be; conflict if somebody
 * was faster.
 */
export async function keepInstitution(
  context: ActorContext,
  paperId: string,
  { version, ...fields }: Received<typeof endpoints.keepInstitution>['body'],
): Kept {
  const { now, actor } = context
  await transaction(context.db, async (tx) => {
    const { paper, before } = await heldPaper(tx, context, [
      paperId,
      ...(fields.replacesId === null ? [] : [fields.replacesId]),
    ])
    if ((before?.version ?? null) !== version)
      throw conflict('这项制度刚刚被别人登记、改过。', '请重新打开，看登记了什么。', before)
    if (before === undefined && (paper.kind !== 'rules' || !['approved', 'issued'].includes(paper.state)))
      throw invalid('这份文稿还不能登记为制度。', '种类是“制度、办法”、审定或者印发了的文稿才能登记。')
    await refuseWrong(tx, paper, fields, before)
    if (before === undefined)
      await insertInstitution(tx, paperId, fields, { on: dateInChina(now), accountId: actor.accountId })
    else await updateInstitution(tx, paperId, fields)
    const detail = before === undefined ? { ...fields } : { before: fieldsOf(before), after: fields }
    await record(tx, context, { ...toldOf(paper), action: 'institution.keep', detail })
  })
  return readInstitution(context, paperId)
}

/** Takes back that a paper is an institution; conflict once somebody looked at it, or another took its place. */
export async function removeInstitution(context: ActorContext, paperId: string): Kept {
  await transaction(context.db, async (tx) => {
    const { paper } = await heldInstitution(tx, context, paperId)
    if (await wasLookedAt(tx, paperId))
      throw conflict('已经检查过它是否执行，不能撤销登记。', '写错了的请更正；不再用的请废止。')
    const [heir] = await heirsOf(tx, paperId)
    if (heir !== undefined)
      throw conflict(`《${heir.title}》写着取代它，不能撤销登记。`, '请先改那一项，再撤销这一项。')
    await deleteInstitution(tx, paperId)
    await record(tx, context, { ...toldOf(paper), action: 'institution.remove' })
  })
  return readInstitution(context, paperId)
}

/** Says since when an institution is repealed, and by what; or takes that back. */
export async function repealInstitution(
  context: ActorContext,
  paperId: string,
  { repealed }: Received<typeof endpoints.repealInstitution>['body'],
): Kept {
  await transaction(context.db, async (tx) => {
    const { paper, before } = await heldInstitution(tx, context, paperId)
    if (repealed !== null && repealed.on < before.effectiveOn)
      throw invalid('废止的日期早于施行的日期。', '请改日期。', [
        { field: 'repealed.on', message: `不早于 ${before.effectiveOn}` },
      ])
    await setRepealed(tx, paperId, repealed)
    await record(tx, context, { ...toldOf(paper), action: 'institution.repeal', detail: { repealed } })
  })
  return readInstitution(context, paperId)
}

type Paper = NonNullable<Awaited<ReturnType<typeof seenPaper>>>

const toldOf = ({ title, organisation }: Paper) => ({ subject: `《${title}》`, organisationId: organisation.id })

/** The first of some papers for who keeps the institutions of its body, with what it is; all are held. */
async function heldPaper(tx: Tx, context: ActorContext, [paperId = '', ...others]: readonly string[]) {
  await holdPapers(tx, [paperId, ...others])
  const paper = await seenPaper(tx, context.actor, paperId)
  if (!paper) throw notFound('这份文稿')
  await permittedOrganisation(tx, context.actor, 'paper.issue', paper.organisation.id)
  return { paper, before: await institutionOf(tx, paperId, dateInChina(context.now)) }
}

async function heldInstitution(tx: Tx, context: ActorContext, paperId: string) {
  const { paper, before } = await heldPaper(tx, context, [paperId])
  if (!before) throw notFound('这项制度')
  return { paper, before }
}

const fieldsOf = ({ change, effectiveOn, replaces, responsible }: InstitutionRow): InstitutionFields => ({
  ...{ change, effectiveOn, replacesId: replaces?.id ?? null, responsibleId: responsible.id },
})

async function refuseWrong(
  tx: Tx,
  { id, path, organisation }: Paper,
  { effectiveOn, replacesId, responsibleId }: InstitutionFields,
  before: InstitutionRow | undefined,
): Promise<void> {
  const wrong = (field: keyof InstitutionFields, title: string, todo: string) =>
    invalid(title, todo, [{ field, message: title }])
  if (
    responsibleId !== before?.responsible.id &&
    !(await peopleWithin(tx, path.slice(0, 1), [responsibleId])).has(responsibleId)
  )
    throw wrong('responsibleId', '这个人不能负责。', '请选还在的人。')
  if (before?.repealedOn != null && effectiveOn > before.repealedOn)
    throw wrong('effectiveOn', '施行的日期晚于废止的日期。', '请先改废止的日期。')
  const heir = (await heirsOf(tx, id)).find((each) => each.effectiveOn <= effectiveOn)
  if (heir !== undefined) throw wrong('effectiveOn', `施行的日期不早于取代它的《${heir.title}》。`, '请改日期。')
  if (replacesId === null) return
  const old = await institutionOf(tx, replacesId, effectiveOn)
  if (!old || old.organisation.id !== organisation.id || replacesId === id)
    throw wrong('replacesId', '没有这项制度。', '请选本单位登记了的另一项制度。')
  if (old.effectiveOn >= effectiveOn)
    throw wrong('replacesId', '取代的制度施行得不比它早。', '请核对两项制度的施行日期。')
  const other = (await heirsOf(tx, replacesId)).find(({ paperId, isVoid }) => paperId !== id && !isVoid)
  if (other !== undefined) throw wrong('replacesId', `《${other.title}》已经取代了它。`, '请选另一项，或者不选。')
}
