import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { Password, SessionDetail } from './account.ts'
import { RecoveryCodes, SecondCode } from './second-factor.ts'

export const beginSecondFactor = endpoint({
  action: 'identity.beginSecondFactor',
  summary: '开始设置两步验证',
  method: 'POST',
  path: '/session/second-factor',
  access: 'signed-in',
  body: z.object({ password: Password }),
  response: z.object({
    secret: z.string().describe('与手机共有的密钥，Base32；扫不了码时手工输入'),
    address: z.string().describe('otpauth:// 地址，画成二维码给手机上的验证器扫'),
  }),
  refusals: ['conflict'],
})

/** Opens it with the first code; other sessions of the account end, for they began without one. */
export const turnOnSecondFactor = endpoint({
  action: 'identity.turnOnSecondFactor',
  summary: '开启两步验证',
  method: 'PUT',
  path: '/session/second-factor',
  access: 'signed-in',
  body: z.object({ code: SecondCode }),
  response: z.object({ session: SessionDetail, recoveryCodes: RecoveryCodes }),
  refusals: ['conflict'],
})

const Both = z.object({ password: Password, code: SecondCode })

export const turnOffSecondFactor = endpoint({
  action: 'identity.turnOffSecondFactor',
  summary: '关闭两步验证',
  method: 'POST',
  path: '/session/second-factor/end',
  access: 'signed-in',
  body: Both,
  response: SessionDetail,
  refusals: ['conflict'],
})

export const renewRecoveryCodes = endpoint({
  action: 'identity.renewRecoveryCodes',
  summary: '换一批恢复码',
  method: 'POST',
  path: '/session/second-factor/recovery-codes',
  access: 'signed-in',
  body: Both,
  response: z.object({ session: SessionDetail, recoveryCodes: RecoveryCodes }),
  refusals: ['conflict'],
})

export const acknowledgeResets = endpoint({
  action: 'identity.acknowledgeResets',
  summary: '知道了口令或两步验证被重置',
  method: 'POST',
  path: '/session/resets/acknowledgement',
  access: 'signed-in',
  response: SessionDetail,
})
