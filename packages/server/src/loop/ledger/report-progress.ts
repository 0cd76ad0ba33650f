import { v7 as newId } from 'uuid'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { invalid } from '../../platform/refusal.ts'
import { actOn } from './act.ts'

export interface ReportedProgress {
  readonly on: string
  readonly text: string
  readonly doneMeasureIds: readonly string[]
}

/** Reports what was done, and which measures are done with it. The first report begins the rectification. */
export async function reportProgress(
  context: ActorContext,
  problemId: string,
  { on, text, doneMeasureIds }: ReportedProgress,
): Promise<void> {
  if (on > dateInChina(context.now))
    throw invalid('进展的日期在今天以后。', '请写做完的日期。', [{ field: 'on', message: '不能晚于今天' }])
  await actOn(context, problemId, ['reportProgress'], async (tx) => {
    const { accountId } = context.actor
    await tx
      .insertInto('progress')
      .values({ id: newId(), problem_id: problemId, account_id: accountId, dated_on: on, text, at: context.now })
      .execute()
    if (doneMeasureIds.length > 0)
      await tx
        .updateTable('measure')
        .set({ done_on: on })
        .where('problem_id', '=', problemId)
        .where('id', 'in', doneMeasureIds)
        .where('done_on', 'is', null)
        .execute()
    return { reason: text, detail: { on, measuresDone: doneMeasureIds.length } }
  })
}
