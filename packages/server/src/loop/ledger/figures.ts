import { organisationAsOf } from '../../office/organisation/index.ts'
import { may } from '../../platform/access.ts'
import { dateInChina, endOfDay } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type FigureQuestion, type FoundFigures, MOST_FIGURE_ROWS } from '../../platform/feature.ts'
import { standingsAsOf, statisticsAsOf, statisticsNow } from './statistics-queries.ts'

/**
 * The figures of a ledger, of the body and all below, as it stood at the end of the last day asked about, today at the
 * latest; none for whoever may not read it, and of a 专题.
 */
export async function figuresOfLedger(
  { db, actor, now }: ActorContext,
  { organisation, to: asked, subject, meetingId }: FigureQuestion,
): Promise<FoundFigures> {
  const today = dateInChina(now)
  const to = asked < today ? asked : today
  if (subject !== '' || meetingId !== undefined || !may(actor, 'problem.read', organisation.path)) return {}
  const then = await organisationAsOf(db, organisation, endOfDay(to))
  const [{ total }, standings] = await Promise.all([
    to === today ? statisticsNow(db, organisation, today) : statisticsAsOf(db, then, to),
    standingsAsOf(db, then, { asOf: to, limit: MOST_FIGURE_ROWS + 1 }),
  ])
  const { done, sustained, going, claimed, overdue } = total
  const isWhole = standings.length <= MOST_FIGURE_ROWS
  const rowsOf = (is: (one: (typeof standings)[number]) => boolean) =>
    isWhole ? standings.filter(is).map(({ id, number }) => ({ id, day: null, label: `${number} 号`, amount: 1 })) : []
  return {
    problems: { value: done + sustained + going + claimed, rows: rowsOf(() => true) },
    problemsDone: { value: done, rows: rowsOf(({ standing }) => standing === 'done') },
    problemsSustained: { value: sustained, rows: rowsOf(({ standing }) => standing === 'sustained') },
    problemsGoing: { value: going, rows: rowsOf(({ standing }) => standing === 'going') },
    problemsOverdue: { value: overdue, rows: rowsOf(({ isOverdue }) => isOverdue) },
  }
}
