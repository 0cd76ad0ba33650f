import { carriesSomewhere } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Task } from '../../platform/feature.ts'
import { papersToReview, returnedPapers } from './queries.ts'

/** Papers that wait for the actor's review, and the actor's own that were returned. */
export async function paperTasks({ db, actor }: ActorContext): Promise<Task[]> {
  const [toReview, returned] = await Promise.all([
    carriesSomewhere(actor, 'paper.review') ? papersToReview(db, actor) : [],
    carriesSomewhere(actor, 'paper.write') ? returnedPapers(db, actor) : [],
  ])
  const task = (
    what: string,
    { id, title, organisationName }: { readonly id: string; readonly title: string; readonly organisationName: string },
  ): Task => ({
    id: `paper-${id}`,
    title: `${what}《${title}》`,
    context: organisationName,
    link: `/papers/${id}`,
    dueOn: null,
  })
  return [...toReview.map((row) => task('审核', row)), ...returned.map((row) => task('修改退回的', row))]
}
