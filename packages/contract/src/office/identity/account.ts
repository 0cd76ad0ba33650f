import { z } from 'zod'
import { Role } from '../../platform/roles.ts'
import { coreOf, isCommonPassword } from './common-passwords.ts'
import { Credential, SecondFactorState } from './second-factor.ts'

/** The rules a password must meet (GB/T 22239—2019, 身份鉴别; the figures are the usual ones of assessments). */
export const passwordRules = { shortest: 8, longest: 128, classes: 3, oldestDays: 90, kept: 5 } as const

const CLASSES = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/]

/** What is wrong with a new password of an account and its person, a Chinese sentence each; empty if nothing. */
export function passwordFaults(password: string, login: string, name = ''): string[] {
  const classes = CLASSES.filter((pattern) => pattern.test(password)).length
  return [
    ...(password.length < passwordRules.shortest ? [`口令至少 ${passwordRules.shortest} 位`] : []),
    ...(classes < passwordRules.classes ? ['口令要有大写字母、小写字母、数字、符号中的三种'] : []),
    ...(login !== '' && password.toLowerCase().includes(login.toLowerCase()) ? ['口令不能包含账号'] : []),
    ...(name !== '' && password.includes(name) ? ['口令不能包含姓名'] : []),
    ...(coreOf(password) !== '' && coreOf(password) === coreOf(login) ? ['口令不能是账号加几个数字'] : []),
    ...(isCommonPassword(password) ? ['这个口令太常见，容易被猜到'] : []),
    ...(/(.)\1{3}/u.test(password) ? ['口令不能有四个连续相同的字符'] : []),
  ]
}

export const Login = z
  .string()
  .trim()
  .min(2, { error: '请输入账号，至少 2 个字符' })
  .max(40, { error: '账号最多 40 个字符' })
  .regex(/^[\p{L}\p{N}._-]+$/u, { error: '账号只能用汉字、字母、数字和 . _ -' })

export const Password = z.string().min(1, { error: '请输入口令' }).max(passwordRules.longest, { error: '口令过长' })

export const accountStates = ['active', 'locked', 'disabled'] as const
export const accountStateNames: Readonly<Record<(typeof accountStates)[number], string>> = {
  active: '正常',
  locked: '登录受限',
  disabled: '已停用',
}

/** A grant as the holder sees it. */
export const HeldGrant = z.object({
  id: z.uuid(),
  role: Role,
  organisation: z.object({ id: z.uuid(), name: z.string() }),
})

/** Who is signed in, what they may be, and the token every change must carry. */
export const SessionDetail = z.object({
  account: z.object({ id: z.uuid(), login: z.string() }),
  person: z.object({ id: z.uuid(), name: z.string(), position: z.string() }),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  grants: z.array(HeldGrant),
  isOverWhole: z.boolean().describe('授权的范围是不是全部组织'),
  mustChangePassword: z.boolean(),
  secondFactor: SecondFactorState,
  resets: z
    .array(z.object({ of: Credential, at: z.iso.datetime(), by: z.array(z.string()) }))
    .describe('本人还没有看过的重置：重置的是什么、什么时候、哪些管理员'),
  csrfToken: z.string(),
  /** When the session ends at the latest, and after how much idleness before. */
  endsAt: z.iso.datetime(),
  idleMinutes: z.int(),
})
export type SessionDetail = z.infer<typeof SessionDetail>

export const OpenSession = z.object({
  id: z.uuid(),
  startedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  address: z.string(),
  device: z.string().describe('系统和浏览器，如 Windows 上的 Chrome'),
  isThis: z.boolean(),
})
