import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { invalid } from '../../platform/refusal.ts'
import { actOn } from './act.ts'
import { markDone } from './measure-queries.ts'
import { insertProgress } from './progress-queries.ts'

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
    await insertProgress(tx, problemId, { accountId: context.actor.accountId, on, text, at: context.now })
    await markDone(tx, problemId, doneMeasureIds, on)
    return { reason: text, detail: { on, measuresDone: doneMeasureIds.length } }
  })
}
