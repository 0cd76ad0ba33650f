import { invitedOf, isBranchKind, type RoundFields } from '@duizhao/contract'
import { organisationById } from '../../office/organisation/index.ts'
import { type Member, membersOn } from '../../office/posts/index.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict, invalid } from '../../platform/refusal.ts'

/** Who may be graded, and how many may come: a probationary member (预备党员) takes part and gets no grade. */
interface Entitled {
  readonly full: readonly Member[]
  readonly all: number
}

/** The full party members of a branch on a day, by its posts. Invalid where the body is no branch, conflict where it has none. */
export async function entitledIn(tx: Tx, bodyId: string, day: string): Promise<Entitled> {
  const body = await organisationById(tx, bodyId)
  if (!body || !isBranchKind(body.kind))
    throw invalid('民主评议党员在党支部、党总支、党小组里办。', '请选支部。', [
      { field: 'kind', message: '这个组织不是支部' },
    ])
  const all = await membersOn(tx, bodyId, day, 'members')
  const full = all.filter(({ role }) => role !== 'probationary')
  if (full.length === 0)
    throw conflict('这个支部还没有登记党员，不知道评议谁。', '请先在“组织与人员”里登记支部党员的任职。')
  return { full, all: all.length }
}

/** Whom an appraisal grades: those chosen, or everybody. Invalid with others, or with more slips than the branch has members. */
export function graded(
  { full, all }: Entitled,
  { aboutIds, groups }: Pick<RoundFields, 'aboutIds' | 'groups'>,
): string[] {
  const ids = full.map(({ personId }) => personId)
  if (aboutIds.some((id) => !ids.includes(id)))
    throw invalid('选的人里有的不是这个支部的正式党员。', '预备党员参加评议，不评定等次。', [
      { field: 'aboutIds', message: '请重新选' },
    ])
  if (invitedOf(groups) > all)
    throw invalid(`支部有党员 ${all} 人，邀请的多了。`, '请改邀请人数：一人一张票。', [
      { field: 'groups', message: `最多 ${all} 人` },
    ])
  return aboutIds.length === 0 ? ids : ids.filter((id) => aboutIds.includes(id))
}
