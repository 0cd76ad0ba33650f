import { dateInChinese } from '@duizhao/engine/wording'
import {
  type Answer,
  type endpoints,
  type ExtensionAsked,
  type ProblemClass,
  problemClassNames,
  Reason,
} from '@duizhao/contract'
import type { FieldChange } from '../../platform/act.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { notify } from '../../platform/notifications/index.ts'
import { invalid } from '../../platform/refusal.ts'
import { actOn } from './act.ts'
import { tooLate } from './change-problem.ts'
import { toldOfExtension } from './deciders.ts'
import { eachOfMany } from './each-of-many.ts'
import { decidePending, insertExtension } from './extension-queries.ts'
import type { ProblemRow } from './problem-queries.ts'
import { checkDeadline } from './register-problem.ts'
import type { Deadline } from './standing-deadline.ts'
import { toldTitle } from './told-title.ts'

interface AskedFor {
  readonly until: string | null
  readonly class?: ProblemClass | undefined
  readonly reason: string
}

/**
 * Asks for more time, or for another class. Invalid if that is not later than what stands; conflict if someone was faster
 * than who says what they saw. Whoever decides is told.
 */
export async function requestExtension(
  context: ActorContext,
  problemId: string,
  { until, class: kind, reason, version }: AskedFor & { readonly version?: number | undefined },
): Promise<ProblemRow> {
  return actOn(context, problemId, ['requestExtension'], async (tx, problem) => {
    if (version !== undefined && problem.version !== version) throw await tooLate(context, tx, problem)
    const after = { class: kind ?? problem.class, dueOn: until }
    checkLater(problem, after, dateInChina(context.now))
    await insertExtension(tx, problemId, {
      until,
      class: after.class === problem.class ? null : after.class,
      reason,
      accountId: context.actor.accountId,
      at: context.now,
    })
    const title = toldTitle(problem, `申请${inWords(after, problem)}，等待决定`)
    const told = await toldOfExtension(tx, problem, context.actor.accountId)
    await notify(tx, context, told, { title, link: `/problems/${problemId}` })
    return { reason, changes: changesOf('申请', problem, after) }
  })
}

/** Asks for more time for many problems, each on its own, for one reason. */
export function requestManyExtensions(
  context: ActorContext,
  { extensions, reason }: { readonly extensions: readonly ExtensionAsked[]; readonly reason: string },
): Promise<Answer<typeof endpoints.requestManyExtensions>> {
  return eachOfMany(extensions, async ({ problemId, ...asked }) => {
    const { version } = await requestExtension(context, problemId, { ...asked, reason })
    return { message: '已申请，等别人决定', version }
  })
}

function checkLater(before: ProblemRow, after: Deadline, today: string): void {
  checkDeadline(after, 'until')
  const isOtherClass = after.class !== before.class
  const { dueOn } = after
  const isLater = dueOn !== null && dueOn > today && (before.dueOn === null || dueOn > before.dueOn)
  const stays = dueOn === before.dueOn && isOtherClass
  if (isLater || stays || (dueOn === null && isOtherClass)) return
  throw invalid('延期的日期不比现在的时限晚。', '请写比现在的时限和今天都晚的日期。', [
    { field: 'until', message: '要晚于现在的时限' },
  ])
}

function inWords(after: Deadline, before: Deadline): string {
  const words = [
    ...(after.dueOn === before.dueOn
      ? []
      : [after.dueOn === null ? '不再定时限' : `延期到${dateInChinese(after.dueOn)}`]),
    ...(after.class === before.class ? [] : [`改为${problemClassNames[after.class]}`]),
  ]
  return words.join('，')
}

function changesOf(how: '' | '申请', before: Deadline, after: Deadline): FieldChange[] {
  return [
    { field: how === '' ? '完成时限' : '申请延期到', before: before.dueOn ?? '无', after: after.dueOn ?? '无' },
    { field: `${how}整改类型`, before: problemClassNames[before.class], after: problemClassNames[after.class] },
  ].filter((change) => change.before !== change.after)
}

/** Grants or refuses the pending extension; granted, the deadline moves, and the class if that was asked for. A refusal needs its reason. */
export async function decideExtension(
  context: ActorContext,
  problemId: string,
  { isGranted, reason }: { readonly isGranted: boolean; readonly reason: string },
): Promise<void> {
  const [fault] = isGranted ? [] : (Reason.safeParse(reason).error?.issues ?? [])
  if (fault !== undefined)
    throw invalid('不同意延期要说明理由。', '请写明理由。', [{ field: 'reason', message: fault.message }])
  await actOn(context, problemId, ['decideExtension'], async (tx, problem) => {
    const {
      until,
      class: kind,
      requestedBy,
    } = await decidePending(tx, problemId, {
      isGranted,
      reason,
      accountId: context.actor.accountId,
      at: context.now,
    })
    const after = { class: kind ?? problem.class, dueOn: until }
    const title = toldTitle(problem, `的延期申请${isGranted ? `已同意（${inWords(after, problem)}）` : '没有同意'}`)
    await notify(tx, context, [requestedBy], { title, link: `/problems/${problemId}` })
    if (!isGranted) return { reason: `不同意延期：${reason}` }
    return {
      change: { due_on: after.dueOn, class: after.class },
      reason: reason === '' ? '同意延期' : `同意延期：${reason}`,
      changes: changesOf('', problem, after),
    }
  })
}
