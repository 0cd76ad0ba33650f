import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { Login, OpenSession, Password, SessionDetail } from './account.ts'
import { SecondCode } from './second-factor.ts'

export const signIn = endpoint({
  action: 'identity.signIn',
  summary: '登录',
  method: 'POST',
  path: '/session',
  access: 'public',
  perMinute: 30,
  body: z.object({
    login: Login,
    password: Password,
    code: SecondCode.optional().describe('验证码或恢复码；口令对了、又开着两步验证的，才会要'),
  }),
  response: SessionDetail,
})

export const readSession = endpoint({
  action: 'identity.readSession',
  summary: '当前登录',
  method: 'GET',
  path: '/session',
  access: 'signed-in',
  response: SessionDetail,
})

export const signOut = endpoint({
  action: 'identity.signOut',
  summary: '退出登录',
  method: 'DELETE',
  path: '/session',
  access: 'signed-in',
})

export const listSessions = endpoint({
  action: 'identity.listSessions',
  summary: '我的登录',
  method: 'GET',
  path: '/sessions',
  access: 'signed-in',
  response: z.object({ items: z.array(OpenSession) }),
})

export const signOutEverywhere = endpoint({
  action: 'identity.signOutEverywhere',
  summary: '退出所有设备',
  method: 'DELETE',
  path: '/sessions',
  access: 'signed-in',
})

export const changePassword = endpoint({
  action: 'identity.changePassword',
  summary: '修改口令',
  method: 'PUT',
  path: '/session/password',
  access: 'signed-in',
  body: z.object({ current: Password, next: Password }),
  response: SessionDetail,
})
