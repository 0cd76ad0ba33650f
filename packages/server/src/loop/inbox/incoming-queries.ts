import {
  type IncomingKind,
  type IncomingState,
  type MatterEnding,
  openIncomingStates,
  type Page,
  type SenderKind,
} from '@duizhao/contract'
import { type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import { columnsOf, levelColumn, type OrganisationPath, pathOf, visible } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import { page, type SortKey } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { DB } from '../../platform/database/tables.ts'
import type { Tx } from '../../platform/database/transaction.ts'

function incoming(db: Database | Tx) {
  return db
    .selectFrom('incoming')
    .innerJoin('organisation as keeper', 'keeper.id', 'incoming.organisation_id')
    .innerJoin('organisation as first', 'first.id', 'incoming.first_organisation_id')
    .leftJoin('organisation as offered', 'offered.id', 'incoming.offered_id')
    .leftJoin('organisation as blamed', 'blamed.id', 'incoming.about_organisation_id')
    .leftJoin('person as handler', 'handler.id', 'incoming.handler_id')
    .leftJoin('person as about', 'about.id', 'incoming.about_person_id')
    .leftJoin('problem', 'problem.id', 'incoming.problem_id')
    .selectAll('incoming')
    .select(['keeper.name as keeperName', 'first.name as firstName', 'offered.name as offeredName'])
    .select(['blamed.name as blamedName', 'handler.name as handlerName', 'about.name as aboutName'])
    .select('problem.number as problemNumber')
    .select(['offered.a1 as o1', 'offered.a2 as o2', 'offered.a3 as o3', 'offered.a4 as o4'])
    .select(['offered.a5 as o5', 'offered.a6 as o6', 'offered.a7 as o7', 'offered.a8 as o8'])
}

type Selected = Awaited<ReturnType<ReturnType<typeof incoming>['execute']>>[number]

export interface Named {
  readonly id: string
  readonly name: string
}

/** What came in, as it stands in the database. */
export interface IncomingRow {
  readonly id: string
  readonly kind: IncomingKind
  readonly state: IncomingState
  readonly organisation: Named
  readonly path: OrganisationPath
  readonly firstReceiver: Named
  readonly offeredTo: (Named & { readonly path: OrganisationPath }) | null
  readonly senderKind: SenderKind
  readonly sender: string
  readonly contact: string
  readonly text: string
  readonly about: Named | null
  readonly aboutOrganisation: Named | null
  readonly receivedOn: string
  readonly dueOn: string
  readonly acceptedOn: string | null
  readonly extendedOn: string | null
  readonly handler: Named | null
  readonly told: number
  readonly passed: number
  readonly ending: MatterEnding | null
  readonly endingReason: string
  readonly endedOn: string | null
  readonly problem: { readonly id: string; readonly number: number } | null
  readonly version: number
}

const named = (id: string | null, name: string | null): Named | null =>
  id === null || name === null ? null : { id, name }

function toRow(row: Selected): IncomingRow {
  const { id, text, contact, sender, told, passed, version } = row
  const offered = named(row.offered_id, row.offeredName)
  const offeredPath = [row.o1, row.o2, row.o3, row.o4, row.o5, row.o6, row.o7, row.o8].filter((one) => one !== null)
  return {
    ...{ id, text, contact, sender, told, passed, version },
    kind: row.kind as IncomingKind,
    state: row.state as IncomingState,
    organisation: { id: row.organisation_id, name: row.keeperName },
    path: pathOf(row),
    firstReceiver: { id: row.first_organisation_id, name: row.firstName },
    offeredTo: offered && { ...offered, path: offeredPath },
    senderKind: row.sender_kind as SenderKind,
    about: named(row.about_person_id, row.aboutName),
    aboutOrganisation: named(row.about_organisation_id, row.blamedName),
    receivedOn: row.received_on,
    dueOn: row.due_on,
    acceptedOn: row.accepted_on,
    extendedOn: row.extended_on,
    handler: named(row.handler_id, row.handlerName),
    ending: row.ending as MatterEnding | null,
    endingReason: row.ending_reason,
    endedOn: row.ended_on,
    problem:
      row.problem_id === null || row.problemNumber === null ? null : { id: row.problem_id, number: row.problemNumber },
    version,
  }
}

/** Nobody sees what is about himself here: who complained of whom is not for the one complained of. */
function notAbout(personId: string) {
  return sql<SqlBool>`incoming.about_person_id is distinct from ${personId}`
}

/** What an actor may see: what units he answers for have, were asked first, or are offered; but nothing about himself. */
function seen(actor: Actor) {
  const permission = 'inbox.read' as const
  return (
    eb: ExpressionBuilder<
      DB & { keeper: DB['organisation']; first: DB['organisation']; offered: DB['organisation'] },
      'incoming' | 'keeper' | 'first' | 'offered'
    >,
  ) =>
    eb.and([
      eb.or([
        visible(eb, 'incoming', { actor, permission }),
        visible(eb, 'first', { actor, permission }),
        visible(eb, 'offered', { actor, permission }),
      ]),
      notAbout(actor.personId),
    ])
}

export async function seenIncoming(db: Database | Tx, actor: Actor, id: string): Promise<IncomingRow | undefined> {
  const row = await incoming(db).where('incoming.id', '=', id).where(seen(actor)).executeTakeFirst()
  return row && toRow(row)
}

/** The same, held until the transaction ends. */
export async function seenForUpdate(tx: Tx, actor: Actor, id: string): Promise<IncomingRow | undefined> {
  await tx.selectFrom('incoming').select('id').where('id', '=', id).forUpdate().executeTakeFirst()
  return seenIncoming(tx, actor, id)
}

/** It as it is, whoever asks: after an act that took it out of sight. */
export async function writtenIncoming(tx: Tx, id: string): Promise<IncomingRow> {
  return toRow(await incoming(tx).where('incoming.id', '=', id).executeTakeFirstOrThrow())
}

const BY_DUE: readonly SortKey[] = [
  { column: 'incoming.due_on', property: 'due_on' },
  { column: 'incoming.id', property: 'id' },
]

export interface Wanted {
  readonly box: 'ours' | 'mine' | 'offered' | 'passed'
  readonly only: 'open' | 'overdue' | 'ended'
  readonly actor: Actor
  readonly organisation: { readonly id: string; readonly path: OrganisationPath }
  readonly today: string
}

/** A page of the inbox of an organisation and all below it, what is due first. */
export async function incomingPage(
  db: Database,
  { box, only, actor, organisation, today }: Wanted,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<IncomingRow>> {
  const level = levelColumn(organisation.path.length)
  const isOpen = only !== 'ended'
  let query = incoming(db)
    .where(notAbout(actor.personId))
    .where('incoming.is_open', '=', isOpen)
    .where('incoming.state', '<>', 'withdrawn')
  if (only === 'overdue') query = query.where('incoming.due_on', '<', today)
  if (box === 'ours') query = query.where(`incoming.${level}`, '=', organisation.id)
  if (box === 'mine')
    query = query.where('incoming.handler_id', '=', actor.personId).where(`incoming.${level}`, '=', organisation.id)
  if (box === 'offered') query = query.where(`offered.${level}`, '=', organisation.id)
  if (box === 'passed')
    query = query
      .where(`first.${level}`, '=', organisation.id)
      .where(sql<SqlBool>`incoming.${sql.ref(level)} is distinct from ${organisation.id}`)
  const { items, next } = await page(query, BY_DUE, paging)
  return { items: items.map(toRow), next }
}

/** What is written when something comes in. */
export interface NewIncoming {
  readonly id: string
  readonly organisationId: string
  readonly path: OrganisationPath
  readonly kind: IncomingKind
  readonly senderKind: SenderKind
  readonly sender: string
  readonly contact: string
  readonly text: string
  readonly aboutId: string | null
  readonly aboutOrganisationId: string | null
  readonly receivedOn: string
  readonly dueOn: string
  readonly createdBy: string
}

export async function insertIncoming(tx: Tx, row: NewIncoming): Promise<void> {
  const { id, kind, sender, contact, text } = row
  await tx
    .insertInto('incoming')
    .values({
      ...{ id, kind, sender, contact, text, sender_kind: row.senderKind },
      ...{ organisation_id: row.organisationId, first_organisation_id: row.organisationId },
      ...{ about_person_id: row.aboutId, about_organisation_id: row.aboutOrganisationId },
      ...{ received_on: row.receivedOn, due_on: row.dueOn, created_by: row.createdBy },
      ...columnsOf(row.path),
    })
    .execute()
}

/** What an act may write besides the state. */
export interface IncomingChange {
  readonly keeper?: { readonly id: string; readonly path: OrganisationPath }
  readonly offeredId?: string | null
  readonly handlerId?: string | null
  readonly dueOn?: string
  readonly acceptedOn?: string
  readonly extendedOn?: string
  readonly told?: number
  readonly passed?: number
  readonly outcome?: {
    readonly ending: MatterEnding
    readonly reason: string
    readonly on: string
    readonly problemId: string | null
  }
}

export async function updateIncoming(
  tx: Tx,
  id: string,
  state: IncomingState,
  { keeper, offeredId, handlerId, dueOn, acceptedOn, extendedOn, told, passed, outcome }: IncomingChange,
): Promise<void> {
  await tx
    .updateTable('incoming')
    .set((builder) => ({
      state,
      ...(keeper === undefined ? {} : { organisation_id: keeper.id, ...columnsOf(keeper.path) }),
      ...(offeredId === undefined ? {} : { offered_id: offeredId }),
      ...(handlerId === undefined ? {} : { handler_id: handlerId }),
      ...(dueOn === undefined ? {} : { due_on: dueOn }),
      ...(acceptedOn === undefined ? {} : { accepted_on: acceptedOn }),
      ...(extendedOn === undefined ? {} : { extended_on: extendedOn }),
      ...(told === undefined ? {} : { told }),
      ...(passed === undefined ? {} : { passed }),
      ...(outcome === undefined
        ? {}
        : {
            ...{ ending: outcome.ending, ending_reason: outcome.reason, ended_on: outcome.on },
            problem_id: outcome.problemId,
          }),
      version: builder('version', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
}

export async function hasIncoming(tx: Tx, organisationId: string): Promise<boolean> {
  const { rows } = await sql`select from incoming where ${organisationId} in
    (organisation_id, first_organisation_id, offered_id, about_organisation_id) limit 1`.execute(tx)
  return rows.length > 0
}

const MOST_TASKS = 50

/** What a person handles and has not ended, what is due first. */
export async function openOfHandler(db: Database, personId: string): Promise<IncomingRow[]> {
  const rows = await incoming(db)
    .where('incoming.handler_id', '=', personId)
    .where('incoming.state', 'in', openIncomingStates)
    .orderBy('incoming.due_on')
    .orderBy('incoming.id')
    .limit(MOST_TASKS)
    .execute()
  return rows.map(toRow)
}

/** What waits for somebody of the units an actor writes for: to be accepted, or to be taken over. */
export async function waitingFor(db: Database, actor: Actor): Promise<IncomingRow[]> {
  const permission = 'inbox.write' as const
  const rows = await incoming(db)
    .where((eb) =>
      eb.or([
        eb.and([eb('incoming.state', '=', 'received'), visible(eb, 'incoming', { actor, permission })]),
        eb.and([eb('incoming.state', '=', 'offered'), visible(eb, 'offered', { actor, permission })]),
      ]),
    )
    .where('incoming.is_open', '=', true)
    .where(notAbout(actor.personId))
    .orderBy('incoming.due_on')
    .orderBy('incoming.id')
    .limit(MOST_TASKS)
    .execute()
  return rows.map(toRow)
}

/** What is overdue by more than so many days in the units an actor watches over, and nobody has ended. */
export async function silentFor(db: Database, actor: Actor, before: string): Promise<IncomingRow[]> {
  const rows = await incoming(db)
    .where((eb) => visible(eb, 'incoming', { actor, permission: 'inbox.read' }))
    .where('incoming.is_open', '=', true)
    .where('incoming.due_on', '<', before)
    .where(notAbout(actor.personId))
    .orderBy('incoming.due_on')
    .orderBy('incoming.id')
    .limit(MOST_TASKS)
    .execute()
  return rows.map(toRow)
}
