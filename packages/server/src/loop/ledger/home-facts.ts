import type { HomeFact } from '@duizhao/contract'
import { carriesSomewhere } from '../../platform/access.ts'
import type { ActorContext } from '../../platform/context.ts'
import { unreachedPeople } from './unreached-queries.ts'

const MOST_NAMED = 5

/**
 * People who are to act on open problems and have nowhere to sign in, to who opens accounts; those who have an account and
 * no role, to who gives roles. Of the problems nothing is said, and nothing of those about a person.
 */
export async function unreachedFacts({ db, actor }: ActorContext): Promise<HomeFact[]> {
  const opens = carriesSomewhere(actor, 'account.write')
  const grants = carriesSomewhere(actor, 'grant.write')
  if (!opens && !grants) return []
  const kinds = [
    ...(opens ? [{ lack: 'account', permission: 'account.write', words: '没有账号' } as const] : []),
    ...(grants ? [{ lack: 'grant', permission: 'grant.write', words: '没有授权' } as const] : []),
  ]
  return Promise.all(
    kinds.map(async ({ lack, permission, words }) => {
      const people = await unreachedPeople(db, { actor, permission, lack, limit: MOST_NAMED + 1 })
      const [first] = people
      const names = people.slice(0, MOST_NAMED).map(({ name, organisationName }) => `${name}（${organisationName}）`)
      return {
        id: `unreached-${lack}`,
        name: `分派了整改任务、${words}的人`,
        value: first === undefined ? '没有' : `${names.join('、')}${people.length > MOST_NAMED ? '等' : ''}`,
        link: first === undefined ? null : `/organisations/${first.organisationId}`,
        isAmiss: first !== undefined,
      }
    }),
  )
}
