import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { ApprovalChains, defaultApprovalChains } from '../ledger/approval-chain.ts'

/** What an office sets for itself while the application runs. */
export const OfficeSettings = z.object({
  officeName: z.string().trim().min(2).max(60),
  idleMinutes: z.int().min(5).max(240),
  sessionHours: z.int().min(1).max(24),
  lockAfterFailures: z.int().min(3).max(20),
  lockMinutes: z.int().min(1).max(1440),
  passwordDays: z.int().min(0).max(365).describe('口令用多少天后必须修改；0 为不限'),
  auditDays: z.int().min(180).max(3650).describe('审计日志至少保存多少天'),
  mail: z.object({ isOn: z.boolean(), from: z.union([z.literal(''), z.email()]) }),
  lookBackMonths: z.int().min(1).max(36).describe('销号后多少个月回头看'),
  approvals: ApprovalChains.describe('每种来源的问题销号要经过的审批'),
})
export type OfficeSettings = z.infer<typeof OfficeSettings>

export const defaultSettings: OfficeSettings = {
  officeName: '对照',
  idleMinutes: 30,
  sessionHours: 12,
  lockAfterFailures: 5,
  lockMinutes: 15,
  passwordDays: 90,
  auditDays: 1095,
  mail: { isOn: false, from: '' },
  lookBackMonths: 6,
  approvals: defaultApprovalChains,
}

const VersionedSettings = OfficeSettings.extend({ version: z.int() })

export const readSettings = endpoint({
  action: 'setting.read',
  summary: '设置',
  method: 'GET',
  path: '/settings',
  access: 'setting.read',
  response: VersionedSettings.extend({ mailIsConfigured: z.boolean() }),
})

export const changeSettings = endpoint({
  action: 'setting.change',
  summary: '修改设置',
  method: 'PUT',
  path: '/settings',
  access: 'setting.write',
  body: VersionedSettings,
  response: VersionedSettings.extend({ mailIsConfigured: z.boolean() }),
  refusals: ['conflict'],
})
