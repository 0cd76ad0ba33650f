import { regulations } from '../../standards/regulations.ts'
import { datesIn } from '../../wording/dates-in-text.ts'
import { heldPlenumsIn } from '../../wording/plenums.ts'

/** Texts that are of the day somebody spoke or wrote: a date beside them is theirs. */
const SPOKEN = /讲话|指示|批示|贺信|回信|文章|致辞|演讲|论述|会议精神|谈话/
/** The day behind which it is said that a regulation came out. */
const CAME_OUT = /日(?:公布|印发|发布|颁布|通过)/
const DAY = /^\d{4}-\d{2}-\d{2}$/

const titles = new Map(
  regulations.flatMap(({ title, short = [], date }) =>
    date !== null && DAY.test(date) ? [title, ...short].map((name) => [withoutNote(name), date] as const) : [],
  ),
)

/**
 * The day a text that a topic names is of: the date beside a speech, the day a plenum opened, that of a regulation. Null
 * if nobody here knows it to the day. A regulation revised after the day of the session was studied as it was before.
 */
export function textDay(topic: string, day: string | null): string | null {
  const [stated] =
    SPOKEN.test(topic) || CAME_OUT.test(topic) ? datesIn(topic, day === null ? null : Number(day.slice(0, 4))) : []
  if (stated !== undefined) return stated.date
  const [title] = /《[^《》]+》/.exec(topic) ?? []
  const issued = title === undefined ? undefined : titles.get(withoutNote(title.slice(1, -1)))
  if (issued !== undefined) return day !== null && issued > day ? null : issued
  const [plenum] = title === undefined ? heldPlenumsIn(topic) : []
  return plenum === undefined || plenum.isLater ? null : plenum.plenum.date
}

function withoutNote(title: string): string {
  return title.replace(/[（(](?:试行|修订|暂行)[）)]$/, '')
}
