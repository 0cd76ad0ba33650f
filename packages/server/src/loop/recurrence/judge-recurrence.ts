import { type ProblemRecurrence, recurrenceVerdictNames, type RecurrenceVerdict } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import { may } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import { holdOne } from '../../platform/database/locks.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { invalid, notFound } from '../../platform/refusal.ts'
import { problemById, type ProblemRow, seenProblem } from '../ledger/index.ts'
import { sharedInWords } from './offer.ts'
import { readRecurrence } from './read-recurrence.ts'
import { dropVerdict, putVerdict, verdictsOf } from './verdict-queries.ts'

interface Judged {
  readonly verdict: RecurrenceVerdict | 'none'
  readonly reason: string
}

/**
 * Says whether a problem is an earlier one, with the reason, or takes that back. Neither problem is changed: what came back
 * stays a row of its own. Not found where the actor may not see either; invalid where the other is not the earlier.
 */
export async function judgeRecurrence(
  context: ActorContext,
  { problemId, earlierId }: { readonly problemId: string; readonly earlierId: string },
  { verdict, reason }: Judged,
): Promise<ProblemRecurrence> {
  const { db, actor, now } = context
  const problem = seenProblem(context, await problemById(db, problemId))
  const earlier = seenProblem(context, await problemById(db, earlierId))
  if (!may(actor, 'problem.write', problem.path)) throw notFound('这个问题')
  refuseLater(problem, earlier)
  const offered = verdict === 'none' ? undefined : await offeredOf(context, problemId, earlierId)
  await transaction(db, async (tx) => {
    // Whoever is second is told in the log what the first had said.
    await holdOne(tx, 'recurrence', `${problemId} ${earlierId}`)
    const was = (await verdictsOf(tx, [problemId])).find((said) => said.earlierId === earlierId)?.verdict
    if (verdict === 'none' && was === undefined) throw notFound('这条认定')
    if (verdict === 'none') await dropVerdict(tx, problemId, earlierId)
    else {
      const shared = offered === undefined ? '' : sharedInWords(offered)
      const { accountId, personName: by } = actor
      await putVerdict(tx, { problemId, earlierId, verdict, reason, shared, accountId, by, at: now })
    }
    await record(tx, context, {
      action: 'recurrence.judge',
      subject: `问题 ${problem.number} 号`,
      organisationId: problem.organisationId,
      detail: {
        earlier: `问题 ${earlier.number} 号`,
        before: was === undefined ? '无' : recurrenceVerdictNames[was],
        after: verdict === 'none' ? '无' : recurrenceVerdictNames[verdict],
        ...(reason === '' ? {} : { reason }),
      },
    })
  })
  return readRecurrence(context, problemId)
}

/** What the engine shows both to have in common, if it offers the earlier one. */
async function offeredOf(context: ActorContext, problemId: string, earlierId: string) {
  const { matches } = await readRecurrence(context, problemId)
  return matches.find(({ earlier }) => earlier.id === earlierId)
}

function refuseLater(problem: ProblemRow, earlier: ProblemRow): void {
  if (problem.id === earlier.id) throw invalid('这是同一个问题。', '请选以前登记的另一个问题。')
  const isEarlier =
    earlier.registeredOn < problem.registeredOn ||
    (earlier.registeredOn === problem.registeredOn && earlier.number < problem.number)
  if (!isEarlier)
    throw invalid(
      `问题 ${earlier.number} 号 ${earlier.registeredOn} 登记，不比问题 ${problem.number} 号早。`,
      '请在后登记的那个问题上认定。',
    )
  if (problem.aboutId !== null || earlier.aboutId !== null)
    throw invalid('关于个人的问题不在这里认定。', '请在谈心谈话、组织生活会上说。')
  const gone = [problem, earlier].find(({ state }) => state === 'withdrawn')
  if (gone !== undefined) throw invalid(`问题 ${gone.number} 号登记有误，已经撤回。`, '撤回了的问题不用认定。')
}
