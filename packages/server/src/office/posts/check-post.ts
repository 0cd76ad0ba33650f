import {
  isBranchKind,
  type OrganisationKind,
  organisationKindNames,
  type PostRole,
  postRoleNames,
  postRolesOf,
  type RefusedPlace,
} from '@duizhao/contract'
import { may } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { conflict, invalid } from '../../platform/refusal.ts'
import type { OrganisationRow } from '../organisation/index.ts'
import { spanInWords } from './post-words.ts'
import { nextSeat, organisationsByIds, overlapping, type PostFields } from './queries.ts'

export interface GivenPost extends Omit<PostFields, 'seat'> {
  /** Null for the last of its kind. */
  readonly seat: number | null
}

interface About {
  readonly body: OrganisationRow
  readonly person: { readonly id: string; readonly name: string }
  /** The post that is changed, if it is not a new one. */
  readonly postId: string | null
}

/**
 * The fields of a post as they may be written, by who holds its person. Invalid, field by field, if the role does not fit
 * the body, the days do not follow each other, or a unit or branch is not there for the actor; conflict if the person is
 * that already in the body on one of the days.
 */
export async function checkedPost(tx: Tx, actor: Actor, given: GivenPost, about: About): Promise<PostFields> {
  const { body, person, postId } = about
  const branchId = given.branchId === body.id ? null : given.branchId
  const fields = { ...given, branchId, leadIds: [...new Set(given.leadIds)] }
  const places = [...faultsOf(fields, body), ...(await unseenIn(tx, actor, fields))]
  if (places.length > 0) throw invalid('填写的内容有问题。', '请按提示改正后再试，已填的内容没有丢失。', places)
  const { role, fromOn, toOn } = fields
  const other = await overlapping(tx, { personId: person.id, bodyId: body.id, role, fromOn, toOn }, postId)
  if (other)
    throw conflict(
      `${person.name}在“${body.name}”已经任${postRoleNames[role]}：${spanInWords(other)}。`,
      '请修改那一项，或先把它免去。',
    )
  return { ...fields, seat: given.seat ?? (await nextSeat(tx, body.id, role)) }
}

function faultsOf({ role, fromOn, toOn }: Omit<GivenPost, 'seat'>, body: OrganisationRow): RefusedPlace[] {
  const faults: RefusedPlace[] = []
  if (!fits(role, body)) faults.push({ field: 'role', message: misfit(role, body) })
  if (toOn !== null && toOn < fromOn) faults.push({ field: 'toOn', message: '免职的日期早于任职的日期' })
  return faults
}

export function fits(role: PostRole, { kind }: { readonly kind: OrganisationKind }): boolean {
  return postRolesOf(kind).includes(role)
}

/** Why a role is none of a body's, and which are. */
export function misfit(role: PostRole, { kind }: { readonly kind: OrganisationKind }): string {
  const names = postRolesOf(kind).map((one) => postRoleNames[one])
  return `${organisationKindNames[kind]}里没有“${postRoleNames[role]}”，可以选：${names.join('、')}`
}

async function unseenIn(tx: Tx, actor: Actor, { leadIds, branchId }: Omit<GivenPost, 'seat'>): Promise<RefusedPlace[]> {
  const ids = branchId === null ? leadIds : [...leadIds, branchId]
  const found = await organisationsByIds(tx, ids)
  const seen = new Map(found.filter(({ path }) => may(actor, 'organisation.read', path)).map((one) => [one.id, one]))
  const faults: RefusedPlace[] = []
  if (leadIds.some((id) => !seen.has(id)))
    faults.push({ field: 'leadIds', message: '有的单位没有找到，它可能已经撤销，或者不在授权范围内' })
  const branch = branchId === null ? null : seen.get(branchId)
  if (branch === undefined) faults.push({ field: 'branchId', message: '没有找到这个支部' })
  else if (branch !== null && !isBranchKind(branch.kind))
    faults.push({ field: 'branchId', message: `“${branch.name}”是${organisationKindNames[branch.kind]}，不是支部` })
  return faults
}
