import { type Measure, type MeasureFields, measureInWords } from '@duizhao/contract'
import type { FieldChange } from '../../platform/act.ts'
import type { ActorContext } from '../../platform/context.ts'
import { invalid } from '../../platform/refusal.ts'
import { actOn } from './act.ts'
import { keepWorker } from './hand-queries.ts'
import { nothingChanged, tooLate } from './change-problem.ts'
import { measuresOf, type PlannedMeasure, writeMeasures } from './measure-queries.ts'

/** Sets the measures of a problem, in their order: known ones are changed, new ones added, missing ones taken away. Invalid if they are so already. */
export async function planMeasures(
  context: ActorContext,
  problemId: string,
  { measures, version }: { readonly measures: readonly PlannedMeasure[]; readonly version: number },
): Promise<void> {
  await actOn(context, problemId, ['planMeasures'], async (tx, problem) => {
    if (problem.version !== version) throw await tooLate(context, tx, problem)
    const before = await measuresOf(tx, problemId)
    const known = new Map(before.map((measure) => [measure.id, measure]))
    if (measures.some(({ id }) => id !== null && !known.has(id)))
      throw invalid('有一条措施已经不在了。', '请重新打开这个问题再改。')
    checkEarly(measures, problem.dueOn)
    const changes = changesOf(before, measures)
    if (changes.length === 0) throw nothingChanged()
    await writeMeasures(tx, problemId, measures)
    const isDoneNow = measures.some(({ id, doneOn }) => doneOn !== null && doneOn !== known.get(id ?? '')?.doneOn)
    if (isDoneNow) await keepWorker(tx, [problemId], context.actor.personId)
    return { changes }
  })
}

/** What one wants to be done with early lies before what it is due by; `under` is where the measures stand in what was given. */
export function checkEarly(measures: readonly MeasureFields[], problemDueOn: string | null, under = ''): void {
  const places = measures.flatMap(({ earlyOn, dueOn }, at) => {
    const due = dueOn ?? problemDueOn
    if (earlyOn === null || (due !== null && earlyOn < due)) return []
    const message = due === null ? '没有完成时限，不用提前量' : `要早于完成时限 ${due}`
    return [{ field: `${under}measures.${at}.earlyOn`, message }]
  })
  if (places.length > 0) throw invalid('提前量不早于完成时限。', '请改提前量，或者清空。', places)
}

function changesOf(before: readonly Measure[], after: readonly PlannedMeasure[]): FieldChange[] {
  const length = Math.max(before.length, after.length)
  return Array.from({ length }, (_, at) => {
    const [was, is] = [before[at], after[at]]
    return { field: `措施 ${at + 1}`, before: was ? measureInWords(was) : '无', after: is ? measureInWords(is) : '无' }
  }).filter((change) => change.before !== change.after)
}
