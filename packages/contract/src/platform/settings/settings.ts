import { z } from 'zod'

/** What an office sets of the platform itself while the application runs; features add theirs (see `settings.ts` above). */
export const PlatformSettings = z.object({
  officeName: z.string().trim().min(2).max(60),
  idleMinutes: z.int().min(5).max(240),
  sessionHours: z.int().min(1).max(24),
  lockAfterFailures: z.int().min(3).max(20),
  lockMinutes: z.int().min(1).max(1440),
  passwordDays: z.int().min(0).max(365).describe('口令用多少天后必须修改；0 为不限'),
  auditDays: z.int().min(180).max(3650).describe('审计日志至少保存多少天'),
  mail: z.object({ isOn: z.boolean(), from: z.union([z.literal(''), z.email()]) }),
})

export const defaultPlatformSettings: z.infer<typeof PlatformSettings> = {
  officeName: '对照',
  idleMinutes: 30,
  sessionHours: 12,
  lockAfterFailures: 5,
  lockMinutes: 15,
  passwordDays: 90,
  auditDays: 1095,
  mail: { isOn: false, from: '' },
}
