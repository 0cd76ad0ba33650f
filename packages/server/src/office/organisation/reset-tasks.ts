import { resetDeeds } from '@duizhao/contract'
import { carriesSomewhere } from '../../platform/access.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { Task } from '../../platform/feature.ts'
import { confirmableResets } from './reset-password.ts'

/** Passwords and second steps whose reset waits for the actor, until the day after it was asked for. */
export async function resetTasks(context: ActorContext): Promise<Task[]> {
  if (!carriesSomewhere(context.actor, 'account.confirm')) return []
  const rows = await confirmableResets(context)
  return rows.map(({ accountId, credential, personName, organisationName, askedByName, askedAt }) => ({
    id: `${credential}-reset-${accountId}`,
    title: `确认${resetDeeds[credential]}：${personName}`,
    context: `${organisationName} · ${askedByName ?? ''}要求，一天之内有效`,
    link: '/password-resets',
    dueOn: dateInChina(new Date(askedAt.getTime() + 86_400_000)),
  }))
}
