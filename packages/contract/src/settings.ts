import { z } from 'zod'
import { defaultLedgerSettings, LedgerSettings } from './loop/ledger/index.ts'
import { endpoint } from './platform/endpoint.ts'
import { defaultPlatformSettings, PlatformSettings } from './platform/settings/index.ts'

/** What an office sets for itself while the application runs: every feature's own settings, read and changed as one. */
export const OfficeSettings = z.object({ ...PlatformSettings.shape, ...LedgerSettings.shape })
export type OfficeSettings = z.infer<typeof OfficeSettings>

export const defaultSettings: OfficeSettings = { ...defaultPlatformSettings, ...defaultLedgerSettings }

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
