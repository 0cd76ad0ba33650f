import type { Role } from './roles.ts'

const work = ['organiser', 'head', 'team_member', 'handler', 'reviewer', 'member'] as const satisfies readonly Role[]
const leading = ['organiser', 'head', 'reviewer'] as const satisfies readonly Role[]

/** Which roles may do what, each over the organisation it is granted for and everything below. */
export const permissions = {
  'organisation.read': [...work, 'system_admin', 'security_admin', 'audit_admin'],
  'organisation.write': ['system_admin'],
  'person.read': [...leading, 'team_member', 'handler', 'system_admin', 'security_admin'],
  'person.write': ['system_admin'],
  'post.read': [...work, 'system_admin'],
  'post.write': ['organiser', 'system_admin'],
  'account.read': ['system_admin', 'security_admin'],
  'account.write': ['system_admin'],
  'account.secure': ['security_admin'],
  'account.confirm': ['system_admin', 'security_admin', 'audit_admin'],
  'grant.read': ['security_admin', 'audit_admin'],
  'grant.write': ['security_admin'],
  'import.write': ['system_admin'],
  'problem.read': [...leading, 'team_member', 'handler'],
  'problem.readPersonal': [...leading],
  'problem.write': ['organiser', 'reviewer'],
  'problem.report': ['handler', 'team_member', 'organiser'],
  'problem.approve': [...leading],
  'problem.lookBack': ['organiser', 'reviewer'],
  'problem.demand': ['organiser', 'reviewer'],
  'record.read': [...work],
  'record.write': ['organiser', 'handler'],
  'paper.read': [...work],
  'paper.write': [...work],
  'paper.review': [...leading],
  'paper.issue': ['organiser', 'head'],
  'meeting.read': [...work],
  'meeting.write': ['organiser'],
  'campaign.write': ['organiser'],
  'round.read': ['organiser', 'head'],
  'round.write': ['organiser'],
  'inbox.read': ['organiser', 'head', 'handler'],
  'inbox.write': ['organiser', 'handler'],
  'inbox.register': ['organiser'],
  'duty.read': [...work],
  'duty.write': ['organiser', 'reviewer'],
  'audit.read': ['audit_admin'],
  'file.verify': ['system_admin'],
  'setting.read': ['system_admin', 'security_admin', 'audit_admin'],
  'setting.write': ['system_admin'],
  'setting.secure': ['security_admin'],
  'setting.confirm': ['system_admin', 'security_admin', 'audit_admin'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Permission = keyof typeof permissions

/** True if the role carries the permission. */
export function carries(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role)
}
