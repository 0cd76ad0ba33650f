import {
  askedOf,
  type RecordFields,
  recordNameOf,
  recordNumbers,
  type RecordState,
  type WorkRecordDetail,
} from '@duizhao/contract'
import { holdTree } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { holdOne } from '../../platform/database/locks.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { conflict, forbidden, invalid, notFound } from '../../platform/refusal.ts'
import type { Feature } from '../../platform/feature.ts'
import { writableBody } from './bodies.ts'
import { checkOnce, checkRecord, partiesWritten } from './check-record.ts'
import { tellOfRecord, touchedBy } from './happened.ts'
import { checkPlannedOnce, endPlanOf, tellOfPlan } from './planned-talks.ts'
import { mayChange, partiesOf, presentRecord } from './present-records.ts'
import { participantsOf, recordForUpdate, type RecordRow } from './queries.ts'
import { factsOf, nameForReaders, putIntoSearch, readBack } from './told.ts'
import type { Asking } from './view-queries.ts'
import { startKeeping, updateRecord } from './write-queries.ts'

interface Given extends RecordFields {
  readonly state: RecordState
  readonly version: number
}

/**
 * Changes what is written of a record, or keeps a draft. Conflict, with the present state, if the version is not the last;
 * invalid at the field that breaks a rule, or if nothing is said otherwise than it is. Who talked with whom stays.
 */
export function changeRecord(
  context: ActorContext,
  features: readonly Feature[],
  id: string,
  { state, version, ...given }: Given,
): Promise<WorkRecordDetail> {
  const { actor, now } = context
  const asking = { actor, today: dateInChina(now) }
  return transaction(context.db, async (tx) => {
    await holdTree(tx)
    const before = await heldRecord(tx, asking, { id, version })
    const old = await writtenOf(tx, before)
    const touchedBefore = await touchedBy(tx, before)
    const named = { ...given, name: recordNameOf(given, state) }
    // What one does not see one leaves as it is, and is not asked about.
    const isPair = before.view === 'pair'
    const fields = isPair ? { ...named, note: old.note, place: old.place } : named
    if (before.state === 'draft') await writableBody(tx, asking, { organisationId: before.organisationId, fields })
    checkSameTalk(old, fields, before)
    checkGoesOn(before.state, state)
    await checkRecord(tx, isPair ? { ...fields, note: '' } : fields, { ...asking, state, personId: actor.personId })
    const changed = differing(old, fields)
    if (changed.length === 0 && state === before.state)
      throw invalid('什么都没有改，所以没有保存。', '要改的改好再保存；不改就取消。')
    await holdOne(tx, 'record', before.organisationId)
    if (state === 'kept') await checkOnce(tx, asking, { id, organisationId: before.organisationId, fields })
    if (state === 'planned') await checkPlannedOnce(tx, asking, { id, organisationId: before.organisationId, fields })
    await updateRecord(tx, id, { fields, state, isNoteChanged: fields.note !== old.note })
    const made = await readBack(tx, asking, id)
    const { organisationId } = before
    if (state === 'kept' && made.row.mayWrite) await startKeeping(tx, organisationId, fields.onDay)
    const isNewly = state !== before.state
    const endedPlan = state === 'kept' && isNewly ? await endPlanOf(tx, { organisationId, fields, ...asking }) : null
    if (state === 'planned' && (isNewly || fields.onDay !== old.onDay))
      await tellOfPlan(tx, context, made.row, 'planned')
    await putIntoSearch(tx, made.row)
    const touched = [touchedBefore, await touchedBy(tx, made.row)]
    await tellOfRecord(tx, features, { organisationId, now, touched })
    await record(tx, context, {
      action: 'record.change',
      subject: nameForReaders(made.row),
      organisationId,
      detail: { ...factsOf(made.row), ...(endedPlan === null ? {} : { endedPlan }), changed },
    })
    return made.detail
  })
}

/** The record to be changed, locked. Not found, forbidden, or conflict with the present state if someone was faster. */
export async function heldRecord(
  tx: Tx,
  asking: Asking,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<RecordRow> {
  const row = await recordForUpdate(tx, asking, id)
  if (!row) throw notFound('这次履职记录')
  const parties = partiesOf(row, await participantsOf(tx, [id]))
  const { actor } = asking
  if (row.withdrawn !== null) throw conflict('这次记录已经撤回，不能再改。', '要记的请另记一次。')
  const who = { isParty: parties.includes(actor.personId), isEntrant: row.createdBy === actor.accountId }
  if (!mayChange(row, who)) throw forbidden(`不能改这次记录。`, '请记这一次的人，或者这个组织的书记、联络员来改。')
  if (row.version !== version)
    throw conflict(
      '这次记录刚刚被别人改过。',
      '请对照现在的内容再改，你写的还在。',
      await presentRecord(tx, asking, row),
    )
  return row
}

async function writtenOf(tx: Tx, row: RecordRow): Promise<RecordFields> {
  const { kinds, subjects, name, onDay, untilDay, makesUpOn, hours, place, host, topics, numbers, outcome, note } = row
  const participants = (await participantsOf(tx, [row.id])).map((one) => ({
    ...{ personId: one.personId, kind: one.kind, note: one.note },
  }))
  return {
    ...{ kinds, subjects, name, onDay, untilDay, makesUpOn, hours, place, hostId: host?.id ?? null },
    ...{ topics, participants, numbers, outcome, note },
  }
}

/** From a draft to a plan to what is kept, never back: a plan others know of is dropped, what is kept is taken back. */
function checkGoesOn(before: RecordState, after: RecordState): void {
  const order: readonly RecordState[] = ['draft', 'planned', 'kept']
  if (order.indexOf(after) >= order.indexOf(before)) return
  throw before === 'kept'
    ? invalid('已经确认的记录不能再变成草稿、约定。', '记错了可以撤回。')
    : invalid('已经约定的谈话不能再变成草稿。', '不谈了可以取消约定。')
}

/** What is kept stays of the kind that says who sees it, and a talk one of the same two people. */
function checkSameTalk(old: RecordFields, fields: RecordFields, { state, visibility }: RecordRow): void {
  if (state === 'draft') return
  const isSame =
    askedOf(fields.kinds).visibility === visibility &&
    (visibility !== 'parties' || partiesWritten(old).toSorted().join() === partiesWritten(fields).toSorted().join())
  if (isSame) return
  throw invalid('谈话双方、谁看得见，确认以后不能改。', '记错了请撤回，另记一次。', [
    { field: 'kinds', message: '确认以后不能改成这一种' },
  ])
}

/** The fields that are said otherwise. */
function differing(old: RecordFields, fields: RecordFields): string[] {
  const [before, after] = [comparable(old), comparable(fields)]
  return (Object.keys(before) as (keyof RecordFields)[]).filter((field) => before[field] !== after[field])
}

/** Each field as one text, lists in which no order is meant in one order. */
function comparable(fields: RecordFields): Readonly<Record<keyof RecordFields, string>> {
  const { numbers, participants, topics } = fields
  const plain = {
    ...fields,
    numbers: recordNumbers.map((name) => numbers[name] ?? null),
    participants: participants.map(({ personId, kind, note }) => [personId, kind, note].join()).toSorted(),
    topics: topics.map(({ text, ofDay, speaker }) => [text, ofDay, speaker]),
  }
  const texts = Object.entries(plain).map(([field, value]) => [field, JSON.stringify(value)])
  return Object.fromEntries(texts) as Record<keyof RecordFields, string>
}
