import { z } from 'zod'
import { wholeNumber } from '../number.ts'
import { atLeast, textOf } from '../text.ts'

/** What an office sets of the platform itself while the application runs; features add theirs (see `settings.ts` above). */
export const PlatformSettings = z.object({
  officeName: textOf('单位名称', 60).min(...atLeast(2, '请填单位名称')),
  auditDays: wholeNumber(180, 3650).describe('审计日志至少保存多少天'),
  contactDays: wholeNumber(30, 3650).describe('人离开多少天后清除联系方式'),
  mail: z.object({ isOn: z.boolean(), from: z.union([z.literal(''), z.email('邮箱写法不对')], '邮箱写法不对') }),
})

export const defaultPlatformSettings: z.infer<typeof PlatformSettings> = {
  officeName: '对照',
  auditDays: 1095,
  contactDays: 180,
  mail: { isOn: false, from: '' },
}

/** How passwords and sign-ins are guarded: the security administrator's alone. */
export const SecuritySettings = z.object({
  idleMinutes: wholeNumber(5, 240),
  sessionHours: wholeNumber(1, 24),
  lockAfterFailures: wholeNumber(3, 20),
  lockMinutes: wholeNumber(1, 1440),
  passwordDays: wholeNumber(0, 365).describe('口令用多少天后必须修改；0 为不限'),
  initialPasswordDays: wholeNumber(1, 90).describe('初始口令多少天不用就作废'),
  isSecondFactorRequired: z.boolean().describe('管理员必须开启两步验证'),
})
export type SecuritySettings = z.infer<typeof SecuritySettings>

export const defaultSecuritySettings: SecuritySettings = {
  idleMinutes: 30,
  sessionHours: 12,
  lockAfterFailures: 5,
  lockMinutes: 15,
  passwordDays: 90,
  initialPasswordDays: 7,
  isSecondFactorRequired: false,
}
