import { problemMachine } from '@duizhao/contract'
import { nextState } from '../../../platform/act.ts'
import type { Tx } from '../../../platform/database/transaction.ts'
import { invalid } from '../../../platform/refusal.ts'
import { readGuards, seenProblem } from '../act.ts'
import { factsFor } from '../policy.ts'
import { problemForUpdate, updateProblem } from '../problem-queries.ts'
import type { Given, Registering, Written } from './registering.ts'

/** Adds places to problems of the same unit that are there, as whoever may change them adds one. */
export async function joinRows(
  tx: Tx,
  { context, organisation }: Registering,
  given: readonly Given<'joined'>[],
): Promise<Written[]> {
  const written: Written[] = []
  // One order, so that two who join into the same problems do not wait for each other.
  for (const { row, at } of given.toSorted((one, other) => (one.row.problemId < other.row.problemId ? -1 : 1))) {
    const before = seenProblem(context, await problemForUpdate(tx, row.problemId))
    if (before.organisationId !== organisation.id)
      throw invalid(
        `问题 ${before.number} 号不是“${organisation.name}”的。`,
        '请选同一个单位的问题，或者登记为新的。',
        [{ field: `rows.${at}.problemId`, message: '不是这个单位的问题' }],
      )
    const facts = factsFor(context.actor, before, await readGuards(tx, before))
    const { state } = nextState(problemMachine, ['change'], facts)
    const after = await updateProblem(tx, before.id, { state, changed_at: context.now })
    const words = row.origins.length === 1 ? '增加一处' : `增加 ${row.origins.length} 处`
    const deed = { action: 'change', changes: [{ field: '出处', before: '无', after: words }] }
    written.push({ change: { before, after, deed }, origins: row.origins })
  }
  return written
}
