import { daysAfter } from '@duizhao/engine/wording'
import { carriesSomewhere } from '../../platform/access.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Task } from '../../platform/feature.ts'
import { type InstitutionRow, notLookedAt, toLookAt } from './institution-queries.ts'

/** So many days before it is due, who is responsible is told. */
const DAYS_BEFORE = 30
/** Who keeps the institutions hears of what was due so many days ago and nobody looked at, as with the ledger. */
const SILENT_DAYS = 14

/** The institutions one is to look at, and those that nobody looked at where one answers for them. */
export async function institutionTasks({ db, actor, now }: ActorContext): Promise<Task[]> {
  if (!carriesSomewhere(actor, 'paper.write')) return []
  const day = dateInChina(now)
  const [own, late] = await Promise.all([
    toLookAt(db, { personId: actor.personId, day, by: daysAfter(day, DAYS_BEFORE) }),
    carriesSomewhere(actor, 'paper.issue') ? notLookedAt(db, actor, { day, before: daysAfter(day, -SILENT_DAYS) }) : [],
  ])
  const mine = new Set(own.map(({ paperId }) => paperId))
  return [
    ...own.map((row) => task('检查是否执行', row)),
    ...late.filter(({ paperId }) => !mine.has(paperId)).map((row) => task('督促检查是否执行', row)),
  ]
}

function task(what: string, { paperId, title, organisation, lookDueOn }: InstitutionRow): Task {
  return {
    id: `institution-${paperId}`,
    title: `${what}：制度《${title}》`,
    context: organisation.name,
    link: `/papers/${paperId}`,
    dueOn: lookDueOn,
  }
}
