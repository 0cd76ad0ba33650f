import { type Expression, type RawBuilder, sql, type SqlBool } from 'kysely'
import { v7 as newId } from 'uuid'
import { type OrganisationPath, pathOf } from '../../platform/access.ts'
import { endOfDay, startOfDay } from '../../platform/calendar/index.ts'
import { hold } from '../../platform/database/locks.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

/** Something an account is told. */
export interface Reminder {
  readonly accountId: string
  readonly title: string
  readonly link: string
}

const CHINA = sql.lit('Asia/Shanghai')

/** Days from a date of the row to today. */
export function daysSince(column: string, today: string): RawBuilder<number> {
  return sql<number>`(${today}::date - ${sql.ref(column)})`
}

/** True on the day itself and every seventh after it. */
export function isWeekly(column: string, today: string): Expression<SqlBool> {
  return sql<SqlBool>`${sql.ref(column)} <= ${today}::date and ${daysSince(column, today)} % 7 = 0`
}

/** True if progress was reported on a day or after it. */
export function hasProgressSince(date: string): Expression<SqlBool> {
  return sql<SqlBool>`exists (select from progress where progress.problem_id = problem.id and progress.dated_on >= ${date}::date)`
}

/** Problems with the accounts of those who answer for them. */
export function remindable(db: Database, today: string) {
  const lastReport = sql`(select max((progress.at at time zone ${CHINA})::date) from progress where progress.problem_id = problem.id)`
  return db
    .selectFrom('problem')
    .leftJoin('account as lead', (join) =>
      join.onRef('lead.person_id', '=', 'problem.lead_id').on('lead.disabled_at', 'is', null),
    )
    .leftJoin('account as handler', (join) =>
      join.onRef('handler.person_id', '=', 'problem.handler_id').on('handler.disabled_at', 'is', null),
    )
    .select(['problem.id', 'problem.number', 'problem.text', 'problem.state', 'problem.due_on as dueOn'])
    .select(['problem.a1', 'problem.a2', 'problem.a3', 'problem.a4', 'problem.a5', 'problem.a6'])
    .select(['problem.a7', 'problem.a8', 'problem.due_order as dueOrder', 'problem.look_back_on as lookBackOn'])
    .select(['lead.id as leadAccountId', 'handler.id as handlerAccountId'])
    .select([
      daysSince('problem.due_on', today).as('daysOver'),
      sql<number>`(${today}::date - greatest(problem.due_on, ${lastReport}))`.as('silentDays'),
    ])
}

export type RemindableRow = Awaited<ReturnType<ReturnType<typeof remindable>['execute']>>[number]

/** Measures of open problems that are not done on the day an office set itself for them, with their problem. */
export function earlyMeasures(db: Database, today: string) {
  return remindable(db, today)
    .innerJoin('measure', 'measure.problem_id', 'problem.id')
    .select(['measure.id as measureId', 'measure.position'])
    .where('problem.is_open', '=', true)
    .where('measure.early_on', '=', today)
    .where('measure.done_on', 'is', null)
}

/** Open notices whose date of answer has passed, the day after and every seventh from there. */
export function lateNotices(db: Database, today: string) {
  return db
    .selectFrom('notice')
    .innerJoin('problem', 'problem.id', 'notice.problem_id')
    .innerJoin('account as issuer', 'issuer.id', 'notice.issued_by')
    .leftJoin('account as lead', (join) =>
      join.onRef('lead.person_id', '=', 'problem.lead_id').on('lead.disabled_at', 'is', null),
    )
    .select(['notice.id', 'notice.year', 'notice.serial', 'notice.answer_due_on as answerDueOn'])
    .select(['problem.id as problemId', 'problem.number', 'problem.text', 'lead.id as leadAccountId'])
    .select(['issuer.id as issuerAccountId', 'issuer.disabled_at as issuerDisabledAt'])
    .where('notice.answer', 'is', null)
    .where('problem.is_open', '=', true)
    .where('notice.answer_due_on', '<', today)
    .where(sql<boolean>`(${daysSince('notice.answer_due_on', today)} - 1) % 7 = 0`)
}

/** The accounts that answer for a problem, each once. */
export function doersOf({ leadAccountId, handlerAccountId }: RemindableRow): string[] {
  return [...new Set([handlerAccountId, leadAccountId])].filter((id) => id !== null)
}

export function placeOf(row: RemindableRow): OrganisationPath {
  return pathOf(row)
}

/**
 * Enters the reminders that their accounts have not been given today, and returns the ids of the notifications. One
 * statement for all of them: `notify` is made for a few.
 */
export async function enterReminders(
  tx: Tx,
  reminders: readonly Reminder[],
  { now, today }: { readonly now: Date; readonly today: string },
): Promise<string[]> {
  if (reminders.length === 0) return []
  await hold(tx, 'reminders')
  const { rows } = await sql<{ id: string }>`
    insert into notification (id, account_id, title, link, at)
    select wanted.id, wanted.account_id, wanted.title, wanted.link, ${now}
    from unnest(
      ${reminders.map(() => newId())}::uuid[], ${reminders.map(({ accountId }) => accountId)}::uuid[],
      ${reminders.map(({ title }) => title)}::text[], ${reminders.map(({ link }) => link)}::text[]
    ) as wanted (id, account_id, title, link)
    where not exists (
      select from notification as told
      where told.account_id = wanted.account_id and told.title = wanted.title and told.link = wanted.link
        and told.at >= ${startOfDay(today)} and told.at < ${endOfDay(today)})
    returning id`.execute(tx)
  return rows.map(({ id }) => id)
}
