import { Reason } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { invalid } from '../../platform/refusal.ts'
import { actOn } from './act.ts'
import { type EnteredProblem, enterProblems } from './enter-problems.ts'
import { passHands } from './hand-queries.ts'
import { enterHistory } from './history.ts'
import { passOrigins } from './origin-queries.ts'
import type { NewProblem, ProblemRow } from './problem-queries.ts'

/**
 * Re-inspects a closed problem: proved effective (before its day only with a reason, never by who verified it), or come back. What came back is a new row linked to the old one, never
 * a silent reopening.
 */
export async function lookBack(
  context: ActorContext,
  problemId: string,
  { isEffective, found, early }: { readonly isEffective: boolean; readonly found: string; readonly early: string },
): Promise<void> {
  const today = dateInChina(context.now)
  await actOn(context, problemId, [isEffective ? 'proveEffective' : 'findRelapse'], async (tx, problem) => {
    if (isEffective) {
      const isEarly = problem.lookBackOn !== null && today < problem.lookBackOn
      if (isEarly) checkEarly(problem.lookBackOn, early)
      return { change: { proved_on: today }, reason: isEarly ? `${found}（提前回头看，理由：${early}）` : found }
    }
    const { class: kind, dueOn } = problem
    const again = { ...successor(context, problem), relapse_of: problem.id, due_on: null }
    const reason = `回头看发现反弹（原问题 ${problem.number} 号）：${found}`
    const [row] = await enterSuccessors(tx, context, reason, [{ problem: again, guards: ['isRelapse'] }])
    await passOrigins(tx, problem.id, [again.id])
    return {
      reason: found,
      changes: [{ field: '接着整改的问题', before: '无', after: `${row?.number ?? ''} 号` }],
      detail: { class: kind, dueOn },
    }
  })
}

/** What was struck off yesterday has not held yet: to find it effective before its day takes a reason. */
function checkEarly(lookBackOn: string | null, early: string): void {
  const [fault] = Reason.safeParse(early).error?.issues ?? []
  if (fault !== undefined)
    throw invalid(`还没有到回头看的日期（${lookBackOn}），不能认定有效。`, '请到期再看；确有需要提前的，写明理由。', [
      { field: 'early', message: fault.message },
    ])
}

function successor({ now }: ActorContext, problem: ProblemRow): NewProblem {
  return {
    id: newId(),
    organisation_id: problem.organisationId,
    path: problem.path,
    source: problem.source,
    sources: [...problem.sources],
    inspection_id: problem.inspectionId,
    meeting_id: problem.meetingId,
    aspect: problem.aspect,
    text: problem.text,
    cause: problem.cause,
    goal: problem.goal,
    class: problem.class,
    lead_id: problem.leadId,
    handler_id: problem.handlerId,
    about_person_id: problem.aboutId,
    due_on: problem.dueOn,
    registered_on: dateInChina(now),
    changed_at: now,
  }
}

async function enterSuccessors(
  tx: Tx,
  context: ActorContext,
  reason: string,
  problems: readonly EnteredProblem[],
): Promise<ProblemRow[]> {
  const changes = await enterProblems(tx, context, { action: 'register', reason }, problems)
  await enterHistory(tx, context, changes)
  return changes.map(({ after }) => after)
}

/** Hands a problem to another organisation, where it begins anew; one must answer for both ledgers. */
export async function transferProblem(
  context: ActorContext,
  problemId: string,
  { organisationId, reason }: { readonly organisationId: string; readonly reason: string },
): Promise<void> {
  await actOn(context, problemId, ['transfer'], async (tx, problem) => {
    const target = await permittedOrganisation(tx, context.actor, 'problem.write', organisationId)
    const from = await permittedOrganisation(tx, context.actor, 'problem.write', problem.organisationId)
    if (target.id === from.id) throw invalid('问题本来就在这个单位。', '请选别的单位。')
    return {
      change: { organisation_id: target.id, path: target.path, lead_id: null, handler_id: null, import_key: null },
      reason,
      changes: [{ field: '单位', before: from.name, after: target.name }],
      detail: { from: from.name, to: target.name },
    }
  })
}

/** Divides a problem into several, each a row of its own with the same people and deadline. */
export async function splitProblem(
  context: ActorContext,
  problemId: string,
  { texts, reason }: { readonly texts: readonly string[]; readonly reason: string },
): Promise<void> {
  await actOn(context, problemId, ['split'], async (tx, problem) => {
    const guards = problem.leadId === null ? [] : (['isPartOfAssigned'] as const)
    const parts = texts.map((text) => ({
      problem: { ...successor(context, problem), text, split_from: problem.id },
      guards,
    }))
    const rows = await enterSuccessors(tx, context, `由问题 ${problem.number} 号拆分：${reason}`, parts)
    const ids = rows.map(({ id }) => id)
    await passHands(tx, problem.id, ids)
    await passOrigins(tx, problem.id, ids)
    return {
      reason,
      changes: [{ field: '拆成', before: '无', after: rows.map(({ number }) => `${number} 号`).join('、') }],
    }
  })
}
