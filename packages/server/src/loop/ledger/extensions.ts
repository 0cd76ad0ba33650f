import { Reason } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { notify } from '../../platform/notifications/index.ts'
import { invalid } from '../../platform/refusal.ts'
import { actOn } from './act.ts'
import { decidePending, insertExtension } from './extension-queries.ts'
import { accountsWithRole } from './people-queries.ts'

/** Asks for more time. Invalid if that is not later than what stands. Whoever decides is told. */
export async function requestExtension(
  context: ActorContext,
  problemId: string,
  { until, reason }: { readonly until: string; readonly reason: string },
): Promise<void> {
  await actOn(context, problemId, ['requestExtension'], async (tx, problem) => {
    if (until <= dateInChina(context.now) || (problem.dueOn !== null && until <= problem.dueOn))
      throw invalid('延期的日期不比现在的时限晚。', '请写比现在的时限和今天都晚的日期。', [
        { field: 'until', message: '要晚于现在的时限' },
      ])
    await insertExtension(tx, problemId, { until, reason, accountId: context.actor.accountId, at: context.now })
    const deciders = await accountsWithRole(tx, problem.path, ['organiser'])
    await notify(
      tx,
      context,
      deciders.filter((id) => id !== context.actor.accountId),
      { title: `问题 ${problem.number} 号申请延期到 ${until}`, link: `/problems/${problemId}` },
    )
    return { reason, changes: [{ field: '申请延期到', before: problem.dueOn ?? '无', after: until }] }
  })
}

/** Grants or refuses the pending extension; granted, the deadline moves. A refusal needs its reason. */
export async function decideExtension(
  context: ActorContext,
  problemId: string,
  { isGranted, reason }: { readonly isGranted: boolean; readonly reason: string },
): Promise<void> {
  const [fault] = isGranted ? [] : (Reason.safeParse(reason).error?.issues ?? [])
  if (fault !== undefined)
    throw invalid('不同意延期要说明理由。', '请写明理由。', [{ field: 'reason', message: fault.message }])
  await actOn(context, problemId, ['decideExtension'], async (tx, problem) => {
    const { until, requestedBy } = await decidePending(tx, problemId, {
      isGranted,
      reason,
      accountId: context.actor.accountId,
      at: context.now,
    })
    const title = `问题 ${problem.number} 号的延期申请：${isGranted ? `同意，到 ${until}` : '不同意'}`
    await notify(tx, context, [requestedBy], { title, link: `/problems/${problemId}` })
    if (!isGranted) return { reason: `不同意延期：${reason}` }
    return {
      change: { due_on: until },
      reason: reason === '' ? '同意延期' : `同意延期：${reason}`,
      changes: [{ field: '完成时限', before: problem.dueOn ?? '无', after: until }],
    }
  })
}
