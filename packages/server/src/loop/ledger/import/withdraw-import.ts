import {
  type Answer,
  type endpoints,
  MOST_CHANGED_NAMED,
  problemMachine,
  type RefusedPlace,
  transitionFor,
} from '@duizhao/contract'
import { holdTree, permittedOrganisation } from '../../../office/organisation/index.ts'
import { permissionsOver } from '../../../platform/access.ts'
import { record } from '../../../platform/audit/index.ts'
import type { ActorContext } from '../../../platform/context.ts'
import { holdOne } from '../../../platform/database/locks.ts'
import { type Tx, transaction } from '../../../platform/database/transaction.ts'
import { notify } from '../../../platform/notifications/index.ts'
import { conflict, notFound, Refusal } from '../../../platform/refusal.ts'
import { type Change, enterHistory } from '../history.ts'
import { isFromAbove } from '../policy.ts'
import { type ProblemRow, updateProblem, updateProblems } from '../problem-queries.ts'
import { tellNamed } from '../tell-named.ts'
import { deedsSince, grantsBroughtBy, joinedTo } from '../touch-queries.ts'
import { TAKEN_BACK } from '../withdraw-problem.ts'
import {
  deleteJoinedOrigins,
  importedForUpdate,
  importForUpdate,
  joinedForUpdate,
  markWithdrawn,
  numbersOf,
} from './past-import-queries.ts'

const MOST_OBSTACLES = 200

/**
 * Takes back all that an import registered, as each would be taken back alone, or nothing: conflict if somebody above
 * imported it, or, naming them, if somebody has acted on any of them since. What was there before and the import changed
 * stays as it is, and is named.
 */
export async function withdrawLedgerImport(
  context: ActorContext,
  importId: string,
  reason: string,
): Promise<Answer<typeof endpoints.withdrawLedgerImport>> {
  const { db, actor, now } = context
  return transaction(db, async (tx) => {
    await holdTree(tx)
    const written = await importForUpdate(tx, importId)
    if (!written) throw notFound('这次导入')
    const { organisationId, fileName } = written
    await permittedOrganisation(tx, actor, 'problem.write', organisationId)
    if (written.withdrawnAt !== null) throw conflict('这次导入已经撤销过了。', '请重新打开导入记录看一看。')
    // What is imported just now may tell of these problems.
    await holdOne(tx, 'ledger-import', organisationId)
    const problems = await importedForUpdate(tx, importId)
    const joined = await joinedForUpdate(tx, importId)
    if (problems.length === 0 && joined.length === 0)
      throw conflict(
        '这次导入没有新登记问题，或者都已经撤回，没有可以撤销的。',
        '改过的问题，原来的写法在各自的经过里，可以改回去。',
      )
    const ids = problems.map(({ id }) => id)
    const brought = await grantsBroughtBy(tx, ids)
    if (ids.some((id) => isFromAbove(actor, brought.get(id) ?? [])))
      throw conflict('这是上级做的导入，只有上级能撤销。', '确实导错了的，请告诉做导入的上级。')
    const { state, obstacles } = await judge(tx, context, problems)
    if (obstacles.length > 0)
      throw new Refusal(
        'conflict',
        `没有撤销：这次导入的 ${problems.length} 个问题里有 ${obstacles.length} 个已经有人办过。`,
        '请先看下面列出的问题；其余登记有误的，可以在问题页上逐个撤回。',
        { places: obstacles.slice(0, MOST_OBSTACLES) },
      )
    const after = state === null ? new Map() : await updateProblems(tx, ids, { ...TAKEN_BACK, state, changed_at: now })
    const isFile = written.paperVersionId === null
    const deed = { action: 'withdraw', reason: `${isFile ? `撤销导入“${fileName}”` : '撤销从文稿的登记'}：${reason}` }
    await enterHistory(tx, context, [
      ...problems.flatMap((before) => {
        const row = after.get(before.id)
        return row === undefined ? [] : [{ before, after: row, deed }]
      }),
      ...(await takeOriginsBack(tx, context, { importId, joined, reason: deed.reason })),
    ])
    const what = isFile ? `撤销了导入的“${fileName}”` : '撤销了从文稿的登记'
    await markWithdrawn(tx, importId, { by: actor, at: now, reason })
    await tellTakenBack(tx, context, { by: written.accountId, what, problems })
    // Of what came from a paper nothing but its places was added, which are gone.
    const changedIds = isFile ? written.changedIds : []
    const left = await numbersOf(tx, changedIds, MOST_CHANGED_NAMED)
    await record(tx, context, {
      action: 'ledger.withdrawImport',
      subject: fileName,
      organisationId,
      detail: { importId, reason, withdrawn: problems.length, left: left.count },
    })
    return { withdrawn: problems.length, left }
  })
}

interface TakenBack {
  /** Whose import it was. */
  readonly by: string | null
  readonly what: string
  readonly problems: readonly ProblemRow[]
}

/** Tells whose import it was, and those its problems named, what became of it. */
async function tellTakenBack(tx: Tx, context: ActorContext, { by, what, problems }: TakenBack): Promise<void> {
  const { accountId, personName } = context.actor
  if (by !== null && by !== accountId)
    await notify(tx, context, [by], {
      title: `${personName}${what}，撤回了 ${problems.length} 个问题`,
      link: '/ledger-imports',
    })
  await tellNamed(tx, context, problems, (first, { length }) => ({
    title: `${what}，你负责的 ${length} 个问题已撤回`,
    link: `/problems/${first.id}`,
  }))
}

interface JoinedTo {
  readonly importId: string
  readonly joined: readonly ProblemRow[]
  readonly reason: string
}

/** The places an import gave to problems that were there are theirs no more; of the problems nothing else is changed. */
async function takeOriginsBack(
  tx: Tx,
  { now }: ActorContext,
  { importId, joined, reason }: JoinedTo,
): Promise<Change[]> {
  if (joined.length === 0) return []
  await deleteJoinedOrigins(tx, importId)
  const deed = { action: 'change', reason, changes: [{ field: '出处', before: '加上的', after: '已删除' }] }
  const changes: Change[] = []
  for (const before of joined) {
    const after = await updateProblem(tx, before.id, { state: before.state, changed_at: now })
    changes.push({ before, after, deed })
  }
  return changes
}

interface Judgement {
  /** In which state they are to be; null if not one may be taken back. */
  readonly state: ProblemRow['state'] | null
  readonly obstacles: readonly RefusedPlace[]
}

/** Asks the machine of each of the problems; of those that cannot be taken back a line each: what was done with them. */
async function judge(tx: Tx, { actor }: ActorContext, problems: readonly ProblemRow[]): Promise<Judgement> {
  const ids = problems.map(({ id }) => id)
  const [deeds, joined] = [await deedsSince(tx, ids), await joinedTo(tx, ids)]
  const obstacles: RefusedPlace[] = []
  let state: Judgement['state'] = null
  for (const problem of problems) {
    const done = deeds.get(problem.id) ?? []
    const joining = joined.get(problem.id) ?? []
    const guards = new Set([
      'isNotFromAbove' as const,
      ...(done.length === 0 ? (['isUntouched'] as const) : []),
      ...(joining.length === 0 ? (['isOfItsOwn'] as const) : []),
    ])
    const facts = { state: problem.state, permissions: permissionsOver(actor, problem.path), guards }
    const transition = transitionFor(problemMachine, 'withdraw', facts)
    if (transition === null) obstacles.push({ message: `问题 ${problem.number} 号：${wordsOf(done, joining)}` })
    else state = transition.to ?? problem.state
  }
  return { state, obstacles }
}

function wordsOf(done: readonly string[], joining: readonly number[]): string {
  const what = [
    ...new Set(done.map((action) => actionNames[action] ?? action)),
    ...joining.map((number) => `问题 ${number} 号并入或申请并入它`),
  ]
  return what.length === 0 ? '不在授权范围内' : what.join('、')
}

const actionNames: Readonly<Record<string, string>> = problemMachine.actionNames
