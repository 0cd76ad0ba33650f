import { isBranchKind } from '@duizhao/contract'
import { type RequiredTalk, talksOfBranch, talksOfTeam, type TeamMember } from '@duizhao/engine/duties'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import type { OrganisationRow } from '../../office/organisation/index.ts'
import { headsOn, membersOn, postsOfPeople } from '../../office/posts/index.ts'

/** The talks a body owes by the posts of a day: of a branch, or of the team of any other. */
export async function requiredTalks(db: Database | Tx, body: OrganisationRow, day: string): Promise<RequiredTalk[]> {
  const idsOf = async (bodyId: string, which: 'committee' | 'members'): Promise<string[]> =>
    (await membersOn(db, bodyId, day, which)).map(({ personId }) => personId)
  if (isBranchKind(body.kind))
    return talksOfBranch({ committee: await idsOf(body.id, 'committee'), members: await idsOf(body.id, 'members') })
  const members = await teamOf(db, body, day)
  const units = [...new Set(members.flatMap(({ leadIds }) => leadIds))]
  const branches = [...new Set(members.flatMap(({ branchId }) => branchId ?? []))]
  return talksOfTeam({
    members,
    headsOfUnits: await headsOn(db, units, day),
    membersOfBranches: new Map(
      await Promise.all(branches.map(async (id): Promise<[string, string[]]> => [id, await idsOf(id, 'members')])),
    ),
  })
}

/** The leading team of a body on a day, each with what they lead and the branch they live in; nobody of a branch. */
export async function teamOf(db: Database, body: OrganisationRow, day: string): Promise<TeamMember[]> {
  if (isBranchKind(body.kind)) return []
  const team = await membersOn(db, body.id, day, 'team')
  const held = Map.groupBy(
    await postsOfPeople(
      db,
      team.map(({ personId }) => personId),
      day,
    ),
    ({ personId }) => personId,
  )
  return team.map(({ personId, role }) => {
    const posts = held.get(personId) ?? []
    const leadIds = posts.filter(({ bodyId }) => bodyId === body.id).flatMap((post) => post.leadIds)
    const branchId = posts.find((post) => post.branchId !== null)?.branchId ?? null
    return { personId, isHead: role === 'head', leadIds: [...new Set(leadIds)], branchId }
  })
}
