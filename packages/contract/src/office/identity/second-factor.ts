import { z } from 'zod'

/** What one signs in with, as far as administrators reset it for its owner. */
export const credentials = ['password', 'second_factor'] as const
export const Credential = z.enum(credentials)
export type Credential = z.infer<typeof Credential>
/** What administrators do with it. */
export const resetDeeds: Readonly<Record<Credential, string>> = {
  password: '重置口令',
  second_factor: '解除两步验证',
}

/** Six digits that a device shows for half a minute (RFC 6238), or a recovery code instead. */
export const SecondCode = z
  .string('请输入验证码')
  // As a Chinese input method writes digits: １２３４５６.
  .normalize('NFKC')
  .trim()
  .min(6, { error: '请输入验证码，6 位数字' })
  .max(40, { error: '验证码过长' })

/** How many recovery codes there are at first. */
export const RECOVERY_CODES = 10

/** How it stands with one's own second step. */
export const SecondFactorState = z.object({
  isOn: z.boolean(),
  mustBeSetUp: z.boolean().describe('单位要求开启，开启以前不能做别的'),
  codesLeft: z.int().describe('还可以用的恢复码有几个'),
})

export const RecoveryCodes = z.array(z.string()).describe('恢复码，只显示这一次')
