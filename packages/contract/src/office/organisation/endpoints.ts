import { z } from 'zod'
import { flag } from '../../platform/flag.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { Role } from '../../platform/roles.ts'
import { Credential, Login } from '../identity/index.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import {
  AccountLack,
  Email,
  Organisation,
  OrganisationDetail,
  OrganisationKind,
  OrganisationName,
  Person,
  PersonName,
  Position,
} from './organisation.ts'

const organisationId = { organisationId: z.uuid() }
const personId = { personId: z.uuid() }
const accountId = { accountId: z.uuid() }
const version = z.int().min(1).describe('改动所依据的版本；别人先改了就不会覆盖')

export const listOrganisationRoots = endpoint({
  action: 'organisation.listRoots',
  summary: '我能看到的最上层组织',
  method: 'GET',
  path: '/organisations',
  access: 'organisation.read',
  response: z.object({ items: z.array(Organisation) }),
})

export const listOrganisationChildren = endpoint({
  action: 'organisation.listChildren',
  summary: '下级组织',
  method: 'GET',
  path: '/organisations/:organisationId/children',
  access: 'organisation.read',
  params: organisationId,
  query: pageQuery,
  response: pageOf(Organisation),
  refusals: ['not_found'],
})

export const readOrganisation = endpoint({
  action: 'organisation.read',
  summary: '一个组织',
  method: 'GET',
  path: '/organisations/:organisationId',
  access: 'organisation.read',
  params: organisationId,
  response: OrganisationDetail,
  refusals: ['not_found'],
})

export const createOrganisation = endpoint({
  action: 'organisation.create',
  summary: '新建组织',
  method: 'POST',
  path: '/organisations/:organisationId/children',
  access: 'organisation.write',
  params: organisationId,
  body: z.object({ name: OrganisationName, kind: OrganisationKind }),
  response: OrganisationDetail,
  refusals: ['not_found', 'conflict'],
})

export const changeOrganisation = endpoint({
  action: 'organisation.change',
  summary: '修改组织',
  method: 'PATCH',
  path: '/organisations/:organisationId',
  access: 'organisation.write',
  params: organisationId,
  body: z.object({ name: OrganisationName, kind: OrganisationKind, version }),
  response: OrganisationDetail,
  refusals: ['not_found', 'conflict'],
})

export const moveOrganisation = endpoint({
  action: 'organisation.move',
  isLong: true,
  summary: '调整隶属关系',
  method: 'POST',
  path: '/organisations/:organisationId/moves',
  access: 'organisation.write',
  params: organisationId,
  body: z.object({ parentId: z.uuid('请选一个组织'), version }),
  response: OrganisationDetail,
  refusals: ['not_found', 'conflict'],
})

export const removeOrganisation = endpoint({
  action: 'organisation.remove',
  summary: '撤销组织',
  method: 'DELETE',
  path: '/organisations/:organisationId',
  access: 'organisation.write',
  params: organisationId,
  refusals: ['not_found', 'conflict'],
})

export const listPeople = endpoint({
  action: 'person.list',
  summary: '人员',
  method: 'GET',
  path: '/organisations/:organisationId/people',
  access: 'person.read',
  params: organisationId,
  query: {
    ...pageQuery,
    text: z.string().trim().max(40).default('').describe('姓名、职务中的字'),
    below: flag.default(false).describe('连同下级组织'),
    account: AccountLack.optional().describe('只列账号有事要办的；要能看账号'),
  },
  response: pageOf(Person),
  refusals: ['not_found'],
})

const personFields = { name: PersonName, position: Position, email: Email, isPartyMember: z.boolean() }

export const createPerson = endpoint({
  action: 'person.create',
  summary: '登记人员',
  method: 'POST',
  path: '/organisations/:organisationId/people',
  access: 'person.write',
  params: organisationId,
  body: z.object(personFields),
  response: Person,
  refusals: ['not_found'],
})

export const changePerson = endpoint({
  action: 'person.change',
  summary: '修改人员',
  method: 'PATCH',
  path: '/people/:personId',
  access: 'person.write',
  params: personId,
  body: z.object({ ...personFields, organisationId: z.uuid(), version }),
  response: Person,
  refusals: ['not_found', 'conflict'],
})

export const removePerson = endpoint({
  action: 'person.remove',
  summary: '人员离开',
  method: 'DELETE',
  path: '/people/:personId',
  access: 'person.write',
  params: personId,
  refusals: ['not_found', 'conflict'],
})

/** A password the person has to change when first signing in; shown once. */
const InitialPassword = z.object({ person: Person, password: z.string() })

const ResetPassword = InitialPassword.extend({
  isHalf: z.boolean().describe('只是口令的一半，另一半给另一位管理员看；两半连起来才是口令'),
})

export const openAccount = endpoint({
  action: 'account.open',
  summary: '开通账号',
  method: 'POST',
  path: '/people/:personId/account',
  access: 'account.write',
  params: personId,
  body: z.object({ login: Login }),
  response: InitialPassword,
  refusals: ['not_found', 'conflict'],
})

export const disableAccount = endpoint({
  action: 'account.disable',
  summary: '停用账号',
  method: 'POST',
  path: '/accounts/:accountId/disabling',
  access: 'account.write',
  params: accountId,
  response: Person,
  refusals: ['not_found', 'conflict'],
})

export const enableAccount = endpoint({
  action: 'account.enable',
  summary: '启用账号',
  method: 'DELETE',
  path: '/accounts/:accountId/disabling',
  access: 'account.write',
  params: accountId,
  response: Person,
  refusals: ['not_found', 'conflict'],
})

export const unlockAccount = endpoint({
  action: 'account.unlock',
  summary: '解除登录限制',
  method: 'DELETE',
  path: '/accounts/:accountId/lock',
  access: 'account.secure',
  params: accountId,
  response: Person,
  refusals: ['not_found'],
})

export const resetPassword = endpoint({
  action: 'account.resetPassword',
  summary: '重置口令',
  method: 'POST',
  path: '/accounts/:accountId/password-resets',
  access: 'account.secure',
  params: accountId,
  query: { isTogether: flag.default(false).describe('由两位管理员一起重置，各拿一半') },
  response: ResetPassword,
  refusals: ['not_found', 'conflict'],
})

/** Resets that wait for another administrator, of those the asking one may confirm. */
export const listPasswordResets = endpoint({
  action: 'account.listPasswordResets',
  summary: '等待确认的口令重置、两步验证解除',
  method: 'GET',
  path: '/password-resets',
  access: 'account.confirm',
  response: z.object({
    items: z.array(
      z.object({
        of: Credential,
        account: z.object({ id: z.uuid(), login: z.string(), personName: z.string() }),
        organisation: z.object({ id: z.uuid(), name: z.string() }),
        askedBy: z.string().describe('要求重置的管理员'),
        askedAt: z.iso.datetime(),
      }),
    ),
  }),
})

export const confirmPasswordReset = endpoint({
  action: 'account.confirmPasswordReset',
  summary: '确认重置口令',
  method: 'POST',
  path: '/accounts/:accountId/password-resets/confirmation',
  access: 'account.confirm',
  params: accountId,
  response: ResetPassword,
  refusals: ['not_found', 'conflict'],
})

/** For who has lost his device and his recovery codes; decides like a password's reset who has to confirm it. */
export const removeSecondFactor = endpoint({
  action: 'account.removeSecondFactor',
  summary: '解除两步验证',
  method: 'DELETE',
  path: '/accounts/:accountId/second-factor',
  access: 'account.secure',
  params: accountId,
  response: z.object({ person: Person, isWaiting: z.boolean().describe('要另一位管理员确认后才生效') }),
  refusals: ['not_found', 'conflict'],
})

export const confirmSecondFactorRemoval = endpoint({
  action: 'account.confirmSecondFactorRemoval',
  summary: '确认解除两步验证',
  method: 'POST',
  path: '/accounts/:accountId/second-factor/removal-confirmation',
  access: 'account.confirm',
  params: accountId,
  response: Person,
  refusals: ['not_found', 'conflict'],
})

export const Grant = z.object({
  id: z.uuid(),
  role: Role,
  organisation: z.object({ id: z.uuid(), name: z.string() }),
  account: z.object({ id: z.uuid(), login: z.string(), personName: z.string() }),
  grantedAt: z.iso.datetime(),
  grantedBy: z.string(),
})

export const listGrants = endpoint({
  action: 'grant.list',
  leavesEntry: true,
  summary: '查看授权',
  method: 'GET',
  path: '/organisations/:organisationId/grants',
  access: 'grant.read',
  params: organisationId,
  query: { ...pageQuery, below: flag.default(false).describe('连同下级组织') },
  response: pageOf(Grant),
  refusals: ['not_found'],
})

export const giveGrant = endpoint({
  action: 'grant.give',
  summary: '授权',
  method: 'POST',
  path: '/organisations/:organisationId/grants',
  access: 'grant.write',
  params: organisationId,
  body: z.object({ accountId: z.uuid('请选一个账号'), role: Role }),
  response: Grant,
  refusals: ['not_found', 'conflict'],
})

export const revokeGrant = endpoint({
  action: 'grant.revoke',
  summary: '收回授权',
  method: 'DELETE',
  path: '/grants/:grantId',
  access: 'grant.write',
  params: { grantId: z.uuid() },
  refusals: ['not_found', 'conflict'],
})
