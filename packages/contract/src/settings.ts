import { z } from 'zod'
import { ApprovalChains, defaultLedgerSettings, LedgerSettings } from './loop/ledger/index.ts'
import { endpoint } from './platform/endpoint.ts'
import {
  defaultPlatformSettings,
  defaultSecuritySettings,
  PlatformSettings,
  SecuritySettings,
} from './platform/settings/index.ts'

/** What the system administrator sets: the platform's and every feature's own settings. */
export const WorkSettings = z.object({ ...PlatformSettings.shape, ...LedgerSettings.shape })
export type WorkSettings = z.infer<typeof WorkSettings>

/** What an office sets for itself while the application runs, read as one. */
export const OfficeSettings = z.object({ ...WorkSettings.shape, ...SecuritySettings.shape })
export type OfficeSettings = z.infer<typeof OfficeSettings>

export const defaultSettings: OfficeSettings = {
  ...defaultPlatformSettings,
  ...defaultSecuritySettings,
  ...defaultLedgerSettings,
}

const version = { version: z.int() }

/** Shorter approvals that one administrator proposed: they hold once another has agreed. */
export const ProposedApprovals = z.object({
  approvals: ApprovalChains,
  byAccountId: z.uuid(),
  byName: z.string(),
  at: z.iso.datetime(),
})
export type ProposedApprovals = z.infer<typeof ProposedApprovals>

const AllSettings = OfficeSettings.extend({
  ...version,
  mailIsConfigured: z.boolean(),
  proposed: ProposedApprovals.nullable().describe('等另一位管理员同意的、放宽了的审批；同意以前照原来的'),
})

export const readSettings = endpoint({
  action: 'setting.read',
  summary: '设置',
  method: 'GET',
  path: '/settings',
  access: 'setting.read',
  response: AllSettings,
})

export const changeSettings = endpoint({
  action: 'setting.change',
  isOfWhole: true,
  summary: '修改设置',
  method: 'PUT',
  path: '/settings',
  access: 'setting.write',
  body: WorkSettings.extend(version),
  response: AllSettings,
  refusals: ['conflict'],
})

/** Agrees to what another administrator proposed of the approvals, or not; who proposed may take it back. */
export const decideApprovals = endpoint({
  action: 'setting.decideApprovals',
  isOfWhole: true,
  summary: '决定放宽审批',
  method: 'POST',
  path: '/settings/approval-decisions',
  access: 'setting.confirm',
  body: z.object({ isAccepted: z.boolean('请选同意或不同意'), ...version }),
  response: AllSettings,
  refusals: ['conflict'],
})

export const changeSecuritySettings = endpoint({
  action: 'setting.changeSecurity',
  isOfWhole: true,
  summary: '修改口令和登录的规定',
  method: 'PUT',
  path: '/settings/security',
  access: 'setting.secure',
  body: SecuritySettings.extend(version),
  response: AllSettings,
  refusals: ['conflict'],
})
