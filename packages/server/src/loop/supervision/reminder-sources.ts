import { daysAfter, shortened } from '@duizhao/engine/wording'
import { MOST_IN_TITLE } from '../../platform/notifications/index.ts'
import { changeableStates, closedStates, type Page, type Role, underwayStates } from '@duizhao/contract'
import { workdaysBetween, type WorkdayExceptions } from '../../platform/calendar/index.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import { firstWorkdayFrom, quarterOf } from './quarter.ts'
import {
  doersOf,
  earlyMeasures,
  hasProgressSince,
  isWeekly,
  lateNotices,
  placeOf,
  remindable,
  type RemindableRow,
  type Reminder,
} from './reminder-queries.ts'
import { holdersOver } from './role-holders.ts'

/** A day's round of reminding. */
export interface Round {
  readonly db: Database
  readonly today: string
  readonly exceptions: WorkdayExceptions
}

/** One reason to remind: a page of reminders of the day, after the place where the page before ended. */
export type ReminderSource = (round: Round, after: string | undefined) => Promise<Page<Reminder>>

const AT_ONCE = 500
const BY_ID = { column: 'problem.id', property: 'id' }
/** The order of the partial index `problem_open_a1`: all pages together scan it once. */
const OPEN = [{ column: 'problem.a1', property: 'a1' }, { column: 'problem.due_order', property: 'dueOrder' }, BY_ID]

/** Calendar days before a deadline on which it is called to mind. */
const DAYS_AHEAD = [15, 7, 1] as const

const dueSoon: ReminderSource = async ({ db, today }, after) => {
  const wanted = remindable(db, today)
    .where('problem.is_open', '=', true)
    .where('problem.is_overdue', '=', false)
    .where(
      'problem.due_on',
      'in',
      DAYS_AHEAD.map((days) => daysAfter(today, days)),
    )
  const keys = [{ column: 'problem.due_on', property: 'dueOn' }, BY_ID]
  const { items, next } = await page(wanted, keys, { after, limit: AT_ONCE })
  const say = (row: RemindableRow) => `还有 ${-row.daysOver} 天到期：${named(row)}`
  return { items: items.flatMap((row) => remindersTo(doersOf(row), row, say(row))), next }
}

/** The day an office set itself before the deadline of a measure that is not done. */
const early: ReminderSource = async ({ db, today }, after) => {
  const keys = [{ column: 'measure.id', property: 'measureId' }]
  const { items, next } = await page(earlyMeasures(db, today), keys, { after, limit: AT_ONCE })
  const say = (row: (typeof items)[number]) => `提前量到了，措施 ${row.position + 1} 还没有完成：${named(row)}`
  return { items: items.flatMap((row) => remindersTo(doersOf(row), row, say(row))), next }
}

/** Days without a report after a deadline until others hear of it. */
const DAYS_TO_HEADS = 14
const DAYS_TO_SUPERIORS = 28
const SUPERIORS = ['organiser', 'reviewer'] as const satisfies readonly Role[]

const overdue: ReminderSource = async ({ db, today, exceptions }, after) => {
  const wanted = remindable(db, today).where('problem.is_open', '=', true).where(isWeekly('problem.due_order', today))
  const { items, next } = await page(wanted, OPEN, { after, limit: AT_ONCE })
  const holders = await holdersOver(db, items.filter(isSilent).map(placeOf), ['head', ...SUPERIORS])
  const reminders = items.flatMap((row) => {
    const workdays = row.dueOn === null ? 0 : workdaysBetween(row.dueOn, today, exceptions)
    const late = workdays > 0 ? `已超期 ${workdays} 个工作日` : row.daysOver > 0 ? '已过时限' : '今天到期'
    const doers = doersOf(row)
    const path = placeOf(row)
    const heads = isSilent(row) ? holders(path, 'head') : []
    const superiors = isSilent(row) && row.silentDays >= DAYS_TO_SUPERIORS ? SUPERIORS : []
    const others = new Set([...heads, ...superiors.flatMap((role) => holders(above(path), role))])
    for (const doer of doers) others.delete(doer)
    return [
      ...remindersTo(doers, row, `${late}：${named(row)}`),
      ...remindersTo([...others], row, `${late}，${row.silentDays} 天没有报告进展：${named(row)}`),
    ]
  })
  return { items: reminders, next }
}

/** Nobody reported for two weeks since the deadline; a request to strike off is a report. */
function isSilent({ silentDays, state }: RemindableRow): boolean {
  return silentDays >= DAYS_TO_HEADS && changeableStates.some((each) => each === state)
}

/** The organisations above; what lies at the top has none but itself. */
function above(path: readonly string[]): readonly string[] {
  return path.length > 1 ? path.slice(0, -1) : path
}

const quarterly: ReminderSource = async ({ db, today, exceptions }, after) => {
  const { start, lastMonth } = quarterOf(today)
  if (today !== firstWorkdayFrom(lastMonth, exceptions)) return { items: [], next: null }
  const wanted = remindable(db, today)
    .where('problem.is_open', '=', true)
    .where('problem.class', '=', 'sustained')
    .where('problem.state', 'in', underwayStates)
    .where((builder) => builder.not(hasProgressSince(start)))
  const { items, next } = await page(wanted, OPEN, { after, limit: AT_ONCE })
  return { items: items.flatMap((row) => remindersTo(doersOf(row), row, `本季度还没有报告进展：${named(row)}`)), next }
}

const lookBacks: ReminderSource = async ({ db, today }, after) => {
  const wanted = remindable(db, today)
    .where('problem.state', 'in', closedStates)
    .where('problem.proved_on', 'is', null)
    .where(isWeekly('problem.look_back_on', today))
  const keys = [{ column: 'problem.look_back_on', property: 'lookBackOn' }, BY_ID]
  const { items, next } = await page(wanted, keys, { after, limit: AT_ONCE })
  const holders = await holdersOver(db, items.map(placeOf), SUPERIORS)
  const reminders = items.flatMap((row) => {
    const accounts = new Set(SUPERIORS.flatMap((role) => holders(placeOf(row), role)))
    return remindersTo([...accounts], row, `该回头看了：${named(row)}`)
  })
  return { items: reminders, next }
}

const notices: ReminderSource = async ({ db, today }, after) => {
  const keys = [
    { column: 'notice.answer_due_on', property: 'answerDueOn' },
    { column: 'notice.id', property: 'id' },
  ]
  const { items, next } = await page(lateNotices(db, today), keys, { after, limit: AT_ONCE })
  const reminders = items.flatMap((row) => {
    const issuer = row.issuerDisabledAt === null ? row.issuerAccountId : null
    const accounts = [...new Set([issuer, row.leadAccountId])].filter((id) => id !== null)
    const title = `督〔${row.year}〕${row.serial}号过了答复期限：${named(row)}`
    return remindersTo(accounts, { id: row.problemId }, title)
  })
  return { items: reminders, next }
}

function named({ number, text }: { readonly number: number; readonly text: string }): string {
  return `问题 ${number} 号 ${shortened(text, MOST_IN_TITLE)}`
}

function remindersTo(accountIds: readonly string[], { id }: { readonly id: string }, title: string): Reminder[] {
  return accountIds.map((accountId) => ({ accountId, title, link: `/problems/${id}` }))
}

/** Every reason to remind, by the name its count has in the audit log. */
export const reminderSources: Readonly<Record<string, ReminderSource>> = {
  dueSoon,
  early,
  overdue,
  quarterly,
  lookBacks,
  notices,
}
