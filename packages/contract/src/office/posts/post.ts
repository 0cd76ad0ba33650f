import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { textOf } from '../../platform/text.ts'
import type { OrganisationKind } from '../organisation/index.ts'

/** What one may be in a body, in the order in which a body is listed. */
export const postRoles = [
  'head',
  'deputy',
  'member',
  'discipline',
  'secretary',
  'deputy_secretary',
  'committee_member',
  'party_member',
  'probationary',
  'observer',
] as const
export type PostRole = (typeof postRoles)[number]
export const PostRole = z.enum(postRoles, '请选职务的种类')

export const postRoleNames: Readonly<Record<PostRole, string>> = {
  head: '主要负责人',
  deputy: '副职',
  member: '班子成员',
  discipline: '纪检负责人',
  secretary: '支部书记',
  deputy_secretary: '支部副书记',
  committee_member: '支部委员',
  party_member: '党员',
  probationary: '预备党员',
  observer: '列席',
}

const teamRoles = ['head', 'deputy', 'member', 'discipline'] as const satisfies readonly PostRole[]
const committeeRoles = ['secretary', 'deputy_secretary', 'committee_member'] as const satisfies readonly PostRole[]
const memberRoles = [...committeeRoles, 'party_member', 'probationary'] as const satisfies readonly PostRole[]

/**
 * Whom a body’s posts make up: its leading team 班子, the committee of a branch 支委会, and all who live in a branch; who
 * only sits in belongs to none of them.
 */
export const memberships = {
  team: teamRoles,
  committee: committeeRoles,
  members: memberRoles,
} as const satisfies Readonly<Record<string, readonly PostRole[]>>
export type Membership = keyof typeof memberships

/** Organisations whose members live in them as party members, and that others are told to live in. */
export const branchKinds = ['general_branch', 'branch', 'cell'] as const satisfies readonly OrganisationKind[]

export function isBranchKind(kind: OrganisationKind): boolean {
  return branchKinds.some((one) => one === kind)
}

/** What one can be in an organisation of a kind. */
export function postRolesOf(kind: OrganisationKind): readonly PostRole[] {
  return [...(isBranchKind(kind) ? memberRoles : teamRoles), 'observer']
}

export const PostCaption = textOf('职务', 60)

const Named = z.object({ id: z.uuid(), name: z.string() })

/** Who is what in which body, from when to when. */
export const Post = z.object({
  id: z.uuid(),
  organisation: Named,
  person: Named,
  role: PostRole,
  caption: z.string().describe('职务的全称'),
  seat: z.int().describe('同一种职务里的次序'),
  leads: z.array(Named).describe('分管的单位、科室'),
  branch: Named.nullable().describe('在哪个支部过组织生活'),
  fromOn: CalendarDate,
  toOn: CalendarDate.nullable().describe('最后一天；空为现任'),
  withdrawn: z.object({ on: CalendarDate, reason: z.string() }).nullable().describe('录错了撤回的'),
  version: z.int(),
})
export type Post = z.infer<typeof Post>

/** What a post is called where it is told of: as it is written, or by what kind it is. */
export function postCaption({ caption, role }: Pick<Post, 'caption' | 'role'>): string {
  return caption === '' ? postRoleNames[role] : caption
}

/** Somebody who is in charge of a unit or of its team. */
export const Leader = z.object({
  id: z.uuid(),
  name: z.string(),
  position: z.string(),
  organisationName: z.string().describe('在哪个单位'),
  isInCharge: z.boolean().describe('分管这个单位，或者分管它的上级'),
})
export type Leader = z.infer<typeof Leader>
