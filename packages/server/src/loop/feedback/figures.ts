import { standingOf } from '@duizhao/contract'
import { shortened } from '@duizhao/engine/wording'
import { may } from '../../platform/access.ts'
import { dateInChina, endOfDay } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { FigureQuestion, FoundFigure, FoundFigures } from '../../platform/feature.ts'
import { itemsAt, lastFedBack, rowsAt } from './figure-queries.ts'

const MOST_WORDS = 30

/**
 * The figures of what was fed back to a unit last, as it stood at the end of the last day asked about: items with their
 * headings, the rows they ended in and how those stood. Done, kept up and under way add up to the rows. Measures are told of
 * today alone. None for whoever may not read the ledger, and of a 专题 or a meeting.
 */
export async function figuresOfFeedback(
  { db, actor, now }: ActorContext,
  { organisation, to: asked, subject, meetingId }: FigureQuestion,
): Promise<FoundFigures> {
  const today = dateInChina(now)
  const to = asked < today ? asked : today
  if (subject !== '' || meetingId !== undefined || !may(actor, 'problem.read', organisation.path)) return {}
  const at = endOfDay(to)
  const last = await lastFedBack(db, { organisationId: organisation.id, to, at })
  if (last === undefined) return {}
  const [items, problems] = await Promise.all([itemsAt(db, last.id, at), rowsAt(db, last.id, at)])
  const heading = (rows: typeof items, label: (item: (typeof items)[number]) => string): FoundFigure =>
    counted(
      [...new Map(rows.toReversed().map((item) => [label(item), item])).values()]
        .toReversed()
        .map((item) => ({ id: item.id, day: last.fedBackOn, label: label(item), amount: 1 })),
    )
  const standing = problems.flatMap(({ state, class: kind, ...row }) => {
    const found = standingOf({ state, class: kind })
    return found === null ? [] : [{ ...row, standing: found }]
  })
  const rows = (is: (one: (typeof standing)[number]) => boolean): FoundFigure =>
    counted(standing.filter(is).map(({ id, number }) => ({ id, day: null, label: `${number} 号`, amount: 1 })))
  const measures = counted(
    standing.flatMap(({ id, number, measures: amount }) =>
      amount === 0 ? [] : [{ id, day: null, label: `${number} 号`, amount }],
    ),
  )
  return {
    feedbackCategories: heading(
      items.filter(({ category }) => category !== ''),
      ({ category }) => category,
    ),
    feedbackAspects: heading(
      items.filter(({ aspect }) => aspect !== ''),
      ({ category, aspect }) => (category === '' ? aspect : `${category}：${aspect}`),
    ),
    feedbackItems: heading(items, ({ position, text }) => `第 ${position} 条：${shortened(text, MOST_WORDS)}`),
    feedbackProblems: rows(() => true),
    ...(to === today ? { feedbackMeasures: measures } : {}),
    feedbackDone: rows((one) => one.standing === 'done'),
    feedbackSustained: rows((one) => one.standing === 'sustained'),
    // What a list brought along as done and nobody has confirmed is still under way.
    feedbackGoing: rows((one) => one.standing === 'going' || one.standing === 'claimed'),
  }
}

function counted(rows: FoundFigure['rows']): FoundFigure {
  return { value: rows.reduce((sum, { amount }) => sum + amount, 0), rows }
}
