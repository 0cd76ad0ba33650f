import { z } from 'zod'

/** What a person may be for an organisation and everything below it. */
export const roles = [
  'organiser',
  'head',
  'team_member',
  'handler',
  'reviewer',
  'member',
  'system_admin',
  'security_admin',
  'audit_admin',
] as const
export type Role = (typeof roles)[number]
export const Role = z.enum(roles, '请选一个角色')

export const roleNames: Readonly<Record<Role, string>> = {
  organiser: '组织者',
  head: '主要负责人',
  team_member: '班子成员',
  handler: '联络员',
  reviewer: '审核人（上级）',
  member: '党员',
  system_admin: '系统管理员',
  security_admin: '安全管理员',
  audit_admin: '审计管理员',
}

export const roleDuties: Readonly<Record<Role, string>> = {
  organiser: '组织会议，登记问题，管理台账',
  head: '主持会议，审定整改，查看全部',
  team_member: '撰写材料，牵头整改',
  handler: '报告进展，上传佐证材料',
  reviewer: '审核下级材料，核验销号',
  member: '撰写材料，参加会议',
  system_admin: '维护组织、人员和账号，备份',
  security_admin: '授权，解锁，重置口令',
  audit_admin: '查看和校验审计日志',
}

/**
 * The three administrators with separated powers (三员): one account holds at most one of them, and none together with
 * a role in the work itself (GB/T 22239—2019, 安全管理中心).
 */
export const administratorRoles = ['system_admin', 'security_admin', 'audit_admin'] as const satisfies readonly Role[]

export function isAdministrator(role: Role): boolean {
  return administratorRoles.some((one) => one === role)
}

/** Roles with whose voice so much is decided that no administrator alone gives their account a new password. */
export const weightyRoles = ['head', 'reviewer', ...administratorRoles] as const satisfies readonly Role[]

export function isWeighty(role: Role): boolean {
  return weightyRoles.some((one) => one === role)
}

/** True if one account may not hold both. */
export function exclude(one: Role, other: Role): boolean {
  return one !== other && (isAdministrator(one) || isAdministrator(other))
}
