import { z } from 'zod'
import { atLeast, textOf } from '../../platform/text.ts'

export const organisationKinds = [
  'committee',
  'working_committee',
  'party_group',
  'general_branch',
  'branch',
  'cell',
  'unit',
  'department',
] as const
export type OrganisationKind = (typeof organisationKinds)[number]
export const OrganisationKind = z.enum(organisationKinds, '请选种类')

export const organisationKindNames: Readonly<Record<OrganisationKind, string>> = {
  committee: '党委',
  working_committee: '党工委',
  party_group: '党组',
  general_branch: '党总支',
  branch: '党支部',
  cell: '党小组',
  unit: '单位',
  department: '科室',
}

/** The tree has at most so many levels: 中央、省、市、县、乡、村 and two below. */
export const DEEPEST_LEVEL = 8

export const OrganisationName = textOf('名称', 80).min(...atLeast(2, '请写名称'))

export const Organisation = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  kind: OrganisationKind,
  name: z.string(),
  /** 1 for the root. */
  level: z.int(),
  /** How many organisations are directly below. */
  children: z.int(),
  /** How many people belong to it, without those below. */
  people: z.int(),
  version: z.int(),
})
export type Organisation = z.infer<typeof Organisation>

/** An organisation with the way to it from the root, as far as one may see it. */
export const OrganisationDetail = Organisation.extend({
  path: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** What the asking account may do here. */
  allowed: z.array(z.string()),
})
export type OrganisationDetail = z.infer<typeof OrganisationDetail>

export const PersonName = textOf('姓名', 40).min(...atLeast(2, '请写姓名'))
export const Position = textOf('职务', 60)
export const Email = z.union([z.literal(''), z.email('邮箱写法不对').max(120, '邮箱最多 120 字')], '邮箱写法不对')

/** What an account can lack that an administrator has to see to: an account itself, roles, being used, being let in. */
export const accountLacks = ['none', 'ungranted', 'idle', 'locked'] as const
export type AccountLack = (typeof accountLacks)[number]
export const AccountLack = z.enum(accountLacks)
/** For so many days nobody has signed in to an account that is idle. */
export const IDLE_DAYS = 90
export const accountLackNames: Readonly<Record<AccountLack, string>> = {
  none: '没有账号',
  ungranted: '有账号、没有授权',
  idle: `有授权、${IDLE_DAYS} 天没有登录`,
  locked: '登录受限',
}

export const Person = z.object({
  id: z.uuid(),
  name: z.string(),
  position: z.string(),
  email: z.string(),
  isPartyMember: z.boolean(),
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  account: z.object({ id: z.uuid(), login: z.string(), state: z.enum(['active', 'locked', 'disabled']) }).nullable(),
  version: z.int(),
})
export type Person = z.infer<typeof Person>
