import {
  type Institution,
  type InstitutionChange,
  type institutionFilters,
  type InstitutionState,
  type LookResult,
  MONTHS_TO_LOOK,
  type Page,
} from '@duizhao/contract'
import { sql, type SqlBool } from 'kysely'
import { levelColumn, type OrganisationPath, pathOf, visible } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** A paper that is void is no institution any more, and takes the place of none. */
const STANDING = ['approved', 'issued'] as const

/** Institutions as they are on a day: whose they are, what came in their place by then, when one looked last. */
function institutions(db: Database | Tx, day: string) {
  return db
    .selectFrom('institution')
    .innerJoin('paper', 'paper.id', 'institution.paper_id')
    .innerJoin('organisation', 'organisation.id', 'paper.organisation_id')
    .innerJoin('person', 'person.id', 'institution.responsible_id')
    .leftJoin('paper as old', 'old.id', 'institution.replaces_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('institution as later')
          .innerJoin('paper as heir', 'heir.id', 'later.paper_id')
          .select(['heir.id', 'heir.title'])
          .whereRef('later.replaces_id', '=', 'institution.paper_id')
          .where('later.effective_on', '<=', day)
          .where('heir.state', 'in', [...STANDING])
          .orderBy('later.effective_on')
          .limit(1)
          .as('next'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('institution_look')
          .select(['looked_on', 'result'])
          .whereRef('institution_look.paper_id', '=', 'institution.paper_id')
          .where('looked_on', '<=', day)
          .orderBy('looked_on', 'desc')
          .orderBy('id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .selectAll('institution')
    .select(['paper.title', 'paper.number', 'paper.issued_on as issuedOn', 'organisation.id as organisationId'])
    .select(['organisation.name as organisationName', 'person.name as personName', 'old.title as oldTitle'])
    .select(['next.id as nextId', 'next.title as nextTitle', 'last.looked_on as lookedOn', 'last.result as lookResult'])
    .select(dueOn.as('dueOn'))
    .select(['paper.a1', 'paper.a2', 'paper.a3', 'paper.a4', 'paper.a5', 'paper.a6', 'paper.a7', 'paper.a8'])
}

/** By when somebody has to look: some months after it is in force and known here, and again until it is carried out. */
const dueOn = sql<string | null>`case when last.result is distinct from 'kept' then (coalesce(last.looked_on,
  greatest(institution.effective_on, institution.registered_on)) + make_interval(months => ${sql.lit(MONTHS_TO_LOOK)}))::date end`

type Selected = Awaited<ReturnType<ReturnType<typeof institutions>['execute']>>[number]

/** An institution with where it lies, and when its paper was issued. */
export interface InstitutionRow extends Institution {
  readonly path: OrganisationPath
  readonly issuedOn: string | null
}

const titled = (id: string | null, title: string | null) => (id === null || title === null ? null : { id, title })

function toRow(row: Selected, day: string): InstitutionRow {
  const { paper_id: paperId, title, number, issuedOn, version, nextId, repealed_on: repealedOn, lookedOn } = row
  const state = stateOn(day, row)
  return {
    ...{ paperId, title, number, issuedOn, version, repealedOn, state },
    organisation: { id: row.organisationId, name: row.organisationName },
    path: pathOf(row),
    change: row.change as InstitutionChange,
    effectiveOn: row.effective_on,
    replaces: titled(row.replaces_id, row.oldTitle),
    replacedBy: titled(nextId, row.nextTitle),
    responsible: { id: row.responsible_id, name: row.personName },
    repealReason: row.repeal_reason,
    looked: lookedOn === null ? null : { on: lookedOn, result: row.lookResult as LookResult },
    lookDueOn: state === 'coming' || state === 'in_force' ? row.dueOn : null,
  }
}

function stateOn(
  day: string,
  { effective_on: from, repealed_on: until, nextId }: Pick<Selected, 'effective_on' | 'repealed_on' | 'nextId'>,
): InstitutionState {
  if (until !== null && until <= day) return 'repealed'
  if (nextId !== null) return 'replaced'
  return from > day ? 'coming' : 'in_force'
}

/** The institution a paper is, whoever asks; also that of a paper that was voided since. */
export async function institutionOf(db: Database | Tx, paperId: string, day: string) {
  const row = await institutions(db, day).where('institution.paper_id', '=', paperId).executeTakeFirst()
  return row && toRow(row, day)
}

export interface InstitutionsAsked {
  readonly organisation: { readonly id: string; readonly level: number }
  readonly only: (typeof institutionFilters)[number]
  readonly day: string
  readonly below: boolean
}

const notOver = sql<SqlBool>`next.id is null`
const notRepealed = (day: string) => sql<SqlBool>`(institution.repealed_on is null or institution.repealed_on > ${day})`

/** A page of the institutions of an organisation, the latest in force first. */
export async function institutionsPage(
  db: Database,
  { organisation, only, day, below }: InstitutionsAsked,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<InstitutionRow>> {
  const column = below ? (`paper.${levelColumn(organisation.level)}` as const) : 'paper.organisation_id'
  let query = institutions(db, day)
    .where(column, '=', organisation.id)
    .where('paper.state', 'in', [...STANDING])
  if (only === 'in_force' || only === 'late')
    query = query.where('institution.effective_on', '<=', day).where(notOver).where(notRepealed(day))
  if (only === 'late') query = query.where(sql<SqlBool>`${dueOn} < ${day}`)
  if (only === 'made' || only === 'revised') query = query.where('institution.change', '=', only)
  if (only === 'repealed') query = query.where('institution.repealed_on', '<=', day)
  const keys = [
    { column: 'institution.effective_on', property: 'effective_on' },
    { column: 'institution.paper_id', property: 'paper_id' },
  ]
  const { items, next } = await page(query, keys, { ...paging, descending: true })
  return { items: items.map((row) => toRow(row, day)), next }
}

const MOST_TASKS = 50

/** What is to be looked at by a day, of those a person is responsible for; what is due first. */
export async function toLookAt(
  db: Database,
  { personId, day, by }: { readonly personId: string; readonly day: string; readonly by: string },
): Promise<InstitutionRow[]> {
  const rows = await dueBy(db, day, by).where('institution.responsible_id', '=', personId).execute()
  return rows.map((row) => toRow(row, day))
}

/** What was to be looked at before a day where the actor answers for institutions, and nobody did. */
export async function notLookedAt(
  db: Database,
  actor: Actor,
  { day, before }: { readonly day: string; readonly before: string },
): Promise<InstitutionRow[]> {
  const rows = await dueBy(db, day, before)
    .where((eb) => visible(eb, 'paper', { actor, permission: 'paper.issue' }))
    .execute()
  return rows.map((row) => toRow(row, day))
}

function dueBy(db: Database, day: string, by: string) {
  return institutions(db, day)
    .where('paper.state', 'in', [...STANDING])
    .where('institution.effective_on', '<=', day)
    .where(notOver)
    .where(notRepealed(day))
    .where(sql<SqlBool>`${dueOn} <= ${by}`)
    .orderBy('dueOn')
    .orderBy('institution.paper_id')
    .limit(MOST_TASKS)
}

/** The institutions a problem left, with the measure each came of, as they are on a day. */
export async function institutionsLeftBy(db: Database, actor: Actor, problemId: string, day: string) {
  const rows = await institutions(db, day)
    .innerJoin('institution_problem', 'institution_problem.paper_id', 'institution.paper_id')
    .leftJoin('measure', 'measure.id', 'institution_problem.measure_id')
    .select('measure.text as measure')
    .where('institution_problem.problem_id', '=', problemId)
    .where('paper.state', 'in', [...STANDING])
    .where((eb) => visible(eb, 'paper', { actor, permission: 'paper.read' }))
    .orderBy('institution.effective_on')
    .orderBy('institution.paper_id')
    .execute()
  return rows.map((row) => ({ institution: toRow(row, day), measure: row.measure }))
}

/** What a body made, revised and repealed in some days: what was made or revised by the day it was issued. */
export async function changesOf(
  db: Database,
  organisationId: string,
  { from, to }: { readonly from: string; readonly to: string },
) {
  const { rows } = await sql<{ id: string; day: string; label: string; change: InstitutionChange | 'repealed' }>`
    select * from (
      select paper_id as id, coalesce(issued_on, effective_on) as day, title as label, change
        from institution join paper on paper.id = paper_id
        where organisation_id = ${organisationId} and state in ('approved', 'issued')
      union all
      select paper_id, repealed_on, title, 'repealed' from institution join paper on paper.id = paper_id
        where organisation_id = ${organisationId} and state in ('approved', 'issued') and repealed_on is not null
    ) as changed where day between ${from} and ${to} order by day, id`.execute(db)
  return rows
}
