import { type ApprovalStep, Exception, monthsAfter, strikeOffConditions } from '@duizhao/contract'
import { shortened } from '@duizhao/engine/wording'
import { accountsOfPeople } from '../../office/organisation/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { MOST_IN_TITLE, notify } from '../../platform/notifications/index.ts'
import { invalid } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings/index.ts'
import { actOn } from './act.ts'
import { toldTitle } from './told-title.ts'
import { approversOf } from './approvers.ts'
import { evidenceRows } from './evidence-queries.ts'
import { measuresOf } from './measure-queries.ts'
import { dropPending, voidPapers } from './paper-queries.ts'
import { chainOf } from './policy.ts'
import type { ProblemRow } from './problem-queries.ts'

/**
 * Declares a problem rectified; others must confirm it. Invalid if a condition is not met and no reason is given why it is
 * asked all the same: the reason stays with the problem, for those who verify.
 */
export async function requestStrikeOff(
  context: ActorContext,
  problemId: string,
  { result, exception }: { readonly result: string; readonly exception: string },
): Promise<void> {
  await actOn(context, problemId, ['requestStrikeOff'], async (tx, problem) => {
    const unmet = (await conditionsOf(tx, problem, { result, now: context.now })).filter(({ isMet }) => !isMet)
    const [fault] = unmet.length > 0 ? (Exception.safeParse(exception).error?.issues ?? []) : []
    if (fault !== undefined)
      throw invalid(
        `还不能申请销号：${unmet.map(({ missing }) => missing).join('；')}。`,
        '请补齐；确实不需要的，写明理由。',
        [{ field: 'exception', message: fault.message }],
      )
    const chain = chainOf(problem, (await readSettings(tx)).approvals)
    await tellNextApprovers(tx, context, problem, chain[0])
    return {
      change: {
        result,
        exception: unmet.length > 0 ? exception : '',
        requested_by: context.actor.accountId,
        chain: JSON.stringify(chain),
        approvals: 0,
        approver_ids: [],
      },
      reason: unmet.length > 0 ? `${result}（条件没有全部满足，理由：${exception}）` : result,
      detail: { unmet: unmet.map(({ id }) => id) },
    }
  })
}

/** The conditions of a strike-off, judged on what the problem has now. */
export async function conditionsOf(
  tx: Tx | ActorContext['db'],
  { id, registeredOn }: ProblemRow,
  { result, now }: { readonly result: string; readonly now: Date },
) {
  const [measures, evidence] = await Promise.all([measuresOf(tx, id), evidenceRows(tx, id)])
  return strikeOffConditions({ registeredOn, measures, evidence, result, today: dateInChina(now) })
}

/** Tells those who may take a level that a request has come to it. */
export async function tellNextApprovers(
  tx: Tx,
  context: ActorContext,
  problem: ProblemRow,
  step: ApprovalStep | undefined,
): Promise<void> {
  const [next] = step === undefined ? [] : await approversOf(tx, problem, [step])
  const accounts = (next?.people ?? []).map(({ accountId }) => accountId)
  await notify(
    tx,
    context,
    accounts.filter((id) => id !== context.actor.accountId && id !== problem.requestedBy),
    { title: toldTitle(problem, `申请销号，等待${step?.name ?? '审批'}`), link: `/problems/${problem.id}` },
  )
}

/** Takes one's own request back. */
export async function withdrawStrikeOff(context: ActorContext, problemId: string, reason: string): Promise<void> {
  await actOn(context, problemId, ['withdrawStrikeOff'], async (tx) => {
    await voidPapers(tx, problemId, { accountId: context.actor.accountId, at: context.now })
    return { change: RESTARTED, reason }
  })
}

const RESTARTED = { approvals: 0, approver_ids: [], requested_by: null, chain: null }

/**
 * Approves at one's level of the chain; at the last level the problem is struck off, and the date of its look-back is
 * fixed. Never one who ever led, handled, asked, did some of the work, or approved before.
 */
export async function approveStrikeOff(context: ActorContext, problemId: string, opinion: string): Promise<void> {
  const { accountId } = context.actor
  await actOn(context, problemId, ['confirm', 'strikeOff'], async (tx, problem, action) => {
    const approvals = problem.approvals + 1
    const approved = { approvals, approver_ids: [...problem.approverIds, accountId] }
    await dropPending(tx, problemId, { accountId, at: context.now })
    if (action === 'confirm') {
      await tellNextApprovers(tx, context, problem, problem.chain?.[approvals])
      return { change: approved, reason: opinion }
    }
    await tellDoers(tx, context, problem, '已核验销号')
    const struckOff = await struckOffToday(tx, context)
    return { ...struckOff, change: { ...approved, ...struckOff.change }, reason: opinion }
  })
}

/** What a strike-off writes: its date, and the date of the look-back that follows. */
export async function struckOffToday(tx: Tx, { now }: ActorContext) {
  const today = dateInChina(now)
  const lookBackOn = monthsAfter(today, (await readSettings(tx)).lookBackMonths)
  return {
    change: { struck_off_on: today, look_back_on: lookBackOn },
    changes: [{ field: '回头看日期', before: '无', after: lookBackOn }],
  }
}

/** Sends a request back with what is missing; the approval begins anew. */
export async function returnProblem(context: ActorContext, problemId: string, reason: string): Promise<void> {
  await actOn(context, problemId, ['return'], async (tx, problem) => {
    await voidPapers(tx, problemId, { accountId: context.actor.accountId, at: context.now })
    await tellDoers(tx, context, problem, `的销号申请被退回（${shortened(reason, MOST_IN_TITLE)}）`)
    return { change: RESTARTED, reason }
  })
}

/** Tells who leads, handles and asked what happened. */
export async function tellDoers(tx: Tx, context: ActorContext, problem: ProblemRow, what: string): Promise<void> {
  const doers = await accountsOfPeople(tx, [problem.leadId, problem.handlerId])
  const accounts = new Set([...doers.values(), ...(problem.requestedBy === null ? [] : [problem.requestedBy])])
  accounts.delete(context.actor.accountId)
  await notify(tx, context, [...accounts], { title: toldTitle(problem, what), link: `/problems/${problem.id}` })
}
