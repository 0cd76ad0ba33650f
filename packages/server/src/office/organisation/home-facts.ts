import { type AccountLack, accountLackNames, carries, type HomeFact, type Role } from '@duizhao/contract'
import type { ActorContext } from '../../platform/context.ts'
import { countLacking } from './account-lack-queries.ts'
import { organisationById } from './queries.ts'

/** What is told to whom: who lets people in, and who gives roles. */
const told: readonly { readonly role: Role; readonly lacks: readonly Exclude<AccountLack, 'none'>[] }[] = [
  { role: 'system_admin', lacks: ['locked'] },
  { role: 'security_admin', lacks: ['locked', 'ungranted', 'idle'] },
]

/** Of so many organisations an administrator is told, if there are more. */
const MOST_PLACES = 3

/** Accounts that wait for one of the administrators, for each organisation he looks after. */
export async function accountFacts({ db, actor, now }: ActorContext): Promise<HomeFact[]> {
  const grants = actor.grants.filter(({ role }) => carries(role, 'account.read')).slice(0, MOST_PLACES)
  const facts = await Promise.all(
    grants.map(async ({ role, organisationId, level }) => {
      const place = await organisationById(db, organisationId)
      if (place === undefined) return []
      const lacks = told.find((one) => one.role === role)?.lacks ?? []
      return Promise.all(
        lacks.map(async (lack) => {
          const count = await countLacking(db, { id: organisationId, level }, { lack, now })
          return {
            id: `account-${lack}-${organisationId}`,
            name: grants.length === 1 ? accountLackNames[lack] : `${place.name}：${accountLackNames[lack]}`,
            value: count === 0 ? '没有' : `${count} 人`,
            link: count === 0 ? null : `/organisations/${organisationId}?tab=people&below=true&account=${lack}`,
            isAmiss: count > 0,
          }
        }),
      )
    }),
  )
  return facts.flat()
}
