import type { OfficeSettings } from '@duizhao/contract'
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { type Feature, root } from '../feature.ts'

type NumberName = {
  [Name in keyof OfficeSettings]: OfficeSettings[Name] extends number ? Name : never
}[keyof OfficeSettings]

type NumberSetting = readonly [name: NumberName, label: string, unit: string]

declare module '../feature.ts' {
  interface Feature {
    /** Numbers an office sets for it, each with its unit. */
    readonly numberSettings?: readonly NumberSetting[]
    /** The fields of its other settings, for the form of all. */
    readonly SettingFields?: ComponentType
  }
}

export const settings = {
  name: 'settings',
  pages: [
    createRoute({
      getParentRoute: () => root,
      path: '/settings',
      component: lazyRouteComponent(() => import('./settings-page.tsx'), 'SettingsPage'),
    }),
  ],
  places: [{ path: '/settings', name: '设置', permission: 'setting.read', order: 65 }],
  numberSettings: [
    ['idleMinutes', '不操作多久后退出', '分钟'],
    ['sessionHours', '一次登录最长', '小时'],
    ['lockAfterFailures', '口令连错几次后放慢登录', '次'],
    ['lockMinutes', '放慢时最多等', '分钟'],
    ['passwordDays', '口令用多久必须改（0 为不限）', '天'],
    ['initialPasswordDays', '初始口令不用多久作废', '天'],
    ['auditDays', '审计日志至少保存', '天'],
    ['contactDays', '人离开多久后清除联系方式', '天'],
  ],
} satisfies Feature
