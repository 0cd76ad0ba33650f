import { shortened } from '@duizhao/engine/wording'
import {
  type Answer,
  type Assignment,
  type AssignmentChange,
  type endpoints,
  problemClassNames,
} from '@duizhao/contract'
import { accountsOfPeople } from '../../office/organisation/index.ts'
import type { FieldChange } from '../../platform/act.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { MOST_IN_TITLE, notify } from '../../platform/notifications/index.ts'
import { invalid } from '../../platform/refusal.ts'
import { actOn } from './act.ts'
import { nothingChanged, tooLate } from './change-problem.ts'
import { eachOfMany } from './each-of-many.ts'
import { peopleNames, peopleWithin } from './people-queries.ts'
import type { ProblemRow } from './problem-queries.ts'
import { checkDeadline } from './register-problem.ts'
import { keepDeadline } from './standing-deadline.ts'

/**
 * Says who leads, who handles, until when; what is not said stays as it is. Invalid if one of them is not of this office;
 * conflict if someone was faster than who says what they saw, such as an extension granted meanwhile. Both are told.
 * Invalid, too, if it was assigned so already, or nobody leads it.
 */
export async function assignProblem(
  context: ActorContext,
  problemId: string,
  { version, ...said }: Said & { readonly version?: number | undefined },
): Promise<ProblemRow> {
  return actOn(context, problemId, ['assign'], async (tx, problem) => {
    if (version !== undefined && problem.version !== version) throw await tooLate(context, tx, problem)
    const assignment = assignmentOf(problem, said)
    checkDeadline(assignment)
    const { leadId, handlerId, dueOn, class: kind } = assignment
    await keepDeadline(tx, problem, assignment)
    await checkPeople(tx, problem, assignment)
    const changes = await assignmentChanges(tx, problem, assignment)
    if (changes.length === 0 && problem.state !== 'registered') throw nothingChanged()
    await tellAssigned(tx, context, problem, {
      people: [leadId, handlerId],
      words: `${context.actor.personName}分派了问题 ${problem.number} 号`,
    })
    return {
      change: { lead_id: leadId, handler_id: handlerId, due_on: dueOn, class: kind },
      changes,
      detail: { leadId, handlerId, dueOn, class: kind },
    }
  })
}

type Said = { readonly [Field in keyof Assignment]?: Assignment[Field] | undefined }

/** The whole of an assignment: what is said, and of the rest what holds already. */
function assignmentOf(problem: ProblemRow, said: Said): Assignment {
  const leadId = said.leadId ?? problem.leadId
  if (leadId === null)
    throw invalid('还没有责任领导。', '请选责任领导。', [{ field: 'leadId', message: '请选责任领导' }])
  return {
    leadId,
    handlerId: said.handlerId === undefined ? problem.handlerId : said.handlerId,
    class: said.class ?? problem.class,
    dueOn: said.dueOn === undefined ? problem.dueOn : said.dueOn,
  }
}

async function checkPeople(tx: Tx, { path }: ProblemRow, { leadId, handlerId }: Assignment): Promise<void> {
  const ids = [leadId, ...(handlerId === null ? [] : [handlerId])]
  const known = await peopleWithin(tx, path.slice(0, 1), ids)
  const places = [
    ...(known.has(leadId) ? [] : [{ field: 'leadId', message: '没有找到这个人' }]),
    ...(handlerId === null || known.has(handlerId) ? [] : [{ field: 'handlerId', message: '没有找到这个人' }]),
  ]
  if (places.length > 0) throw invalid('责任人没有找到，或者已经离开。', '请重新选择。', places)
}

/** Tells the people of an assignment, but for who did it, what was done. */
export async function tellAssigned(
  tx: Tx,
  context: ActorContext,
  { id, text }: ProblemRow,
  { people, words }: { readonly people: readonly (string | null)[]; readonly words: string },
): Promise<void> {
  const accounts = await accountsOfPeople(tx, people)
  await notify(
    tx,
    context,
    [...accounts.values()].filter((account) => account !== context.actor.accountId),
    { title: `${words}：${shortened(text, MOST_IN_TITLE)}`, link: `/problems/${id}` },
  )
}

type Assigned = Pick<ProblemRow, 'leadId' | 'handlerId' | 'class' | 'dueOn'>

/** What is otherwise in another assignment, in words. */
export async function assignmentChanges(tx: Tx, before: Assigned, after: Assigned): Promise<FieldChange[]> {
  const names = await peopleNames(tx, [before.leadId, before.handlerId, after.leadId, after.handlerId])
  const nameOf = (id: string | null): string => (id === null ? '无' : (names.get(id) ?? '无'))
  const all = [
    { field: '责任领导', before: nameOf(before.leadId), after: nameOf(after.leadId) },
    { field: '责任人', before: nameOf(before.handlerId), after: nameOf(after.handlerId) },
    { field: '整改类型', before: problemClassNames[before.class], after: problemClassNames[after.class] },
    { field: '完成时限', before: before.dueOn ?? '无', after: after.dueOn ?? '无' },
  ]
  return all.filter((change) => change.before !== change.after)
}

/** Assigns many problems, each on its own. */
export function assignManyProblems(
  context: ActorContext,
  { assignments }: { readonly assignments: readonly AssignmentChange[] },
): Promise<Answer<typeof endpoints.assignManyProblems>> {
  return eachOfMany(assignments, async ({ problemId, ...said }) => {
    const { version } = await assignProblem(context, problemId, said)
    return { message: '已分派', version }
  })
}
