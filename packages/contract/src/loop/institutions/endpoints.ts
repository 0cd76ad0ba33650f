import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { flag } from '../../platform/flag.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import {
  Institution,
  institutionChanges,
  InstitutionLook,
  InstitutionOutcome,
  InstitutionSource,
  lookResults,
  LookText,
  RepealReason,
} from './institution.ts'

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Which institutions a list is of. */
export const institutionFilters = ['in_force', 'all', 'made', 'revised', 'repealed', 'late'] as const

const listed = {
  only: z.enum(institutionFilters).default('in_force').describe('late：到期没有检查是否执行的'),
  on: CalendarDate.optional().describe('按哪一天；不写为今天'),
  below: flag.default(false).describe('连同下级的'),
}
const ofOrganisation = { organisationId: z.uuid('请选单位') }
const ofPaper = { paperId: z.uuid() }
const ofProblem = { problemId: z.uuid() }

/** A paper as an institution; null while nobody has said that it is one. */
const PaperInstitution = z.object({
  institution: Institution.nullable(),
  looks: z.array(InstitutionLook).describe('检查过几次，最近的在前'),
  sources: z.array(InstitutionSource).describe('出自哪些问题；看不到的不在内'),
  mayKeep: z.boolean(),
  mayLook: z.boolean(),
})

const kept = {
  access: 'paper.issue',
  params: ofPaper,
  response: PaperInstitution,
  refusals: ['not_found', 'conflict'],
} as const

export const listInstitutions = endpoint({
  action: 'institution.list',
  summary: '制度',
  method: 'GET',
  path: '/organisations/:organisationId/institutions',
  access: 'paper.read',
  params: ofOrganisation,
  query: { ...pageQuery, ...listed },
  response: pageOf(Institution),
  refusals: ['not_found'],
})

export const exportInstitutions = endpoint({
  action: 'institution.export',
  leavesEntry: true,
  summary: '导出制度（Excel）',
  method: 'GET',
  path: '/organisations/:organisationId/institutions.xlsx',
  access: 'paper.read',
  params: ofOrganisation,
  query: listed,
  download: XLSX,
  refusals: ['not_found'],
})

export const institutionCatalogue = endpoint({
  action: 'institution.catalogue',
  leavesEntry: true,
  summary: '制度汇编目录（Word）',
  method: 'GET',
  path: '/organisations/:organisationId/institutions.docx',
  access: 'paper.read',
  params: ofOrganisation,
  query: { on: listed.on, below: listed.below },
  download: DOCX,
  refusals: ['not_found'],
})

export const readInstitution = endpoint({
  action: 'institution.read',
  summary: '一份文稿作为制度',
  method: 'GET',
  path: '/papers/:paperId/institution',
  access: 'paper.read',
  params: ofPaper,
  response: PaperInstitution,
  refusals: ['not_found'],
})

export const keepInstitution = endpoint({
  ...kept,
  action: 'institution.keep',
  summary: '登记制度',
  method: 'PUT',
  path: '/papers/:paperId/institution',
  body: z.object({
    change: z.enum(institutionChanges, '请选制定还是修订'),
    effectiveOn: CalendarDate,
    replacesId: z.uuid().nullable().describe('取代的制度：它的文稿'),
    responsibleId: z.uuid('请选责任人'),
    version: z.int().min(1).nullable().describe('所依据的版本；还没有登记的为空'),
  }),
})

export const removeInstitution = endpoint({
  ...kept,
  action: 'institution.remove',
  summary: '撤销登记制度',
  method: 'DELETE',
  path: '/papers/:paperId/institution',
})

export const repealInstitution = endpoint({
  ...kept,
  action: 'institution.repeal',
  summary: '废止制度',
  method: 'PUT',
  path: '/papers/:paperId/institution/repeal',
  body: z.object({
    repealed: z.object({ on: CalendarDate, reason: RepealReason }).nullable().describe('空为没有废止：撤回写错的'),
  }),
})

export const lookIntoInstitution = endpoint({
  ...kept,
  action: 'institution.lookInto',
  summary: '检查制度是否执行',
  method: 'POST',
  path: '/papers/:paperId/institution/looks',
  access: 'paper.write',
  body: z.object({
    on: CalendarDate,
    result: z.enum(lookResults, '请选执行得怎样'),
    text: LookText.default(''),
    recordId: z.uuid().nullable().default(null).describe('记着这次检查的履职记录'),
  }),
})

/** The institutions a problem left, of those one may see. */
export const listProblemInstitutions = endpoint({
  action: 'institution.listProblem',
  summary: '一个问题留下的制度',
  method: 'GET',
  path: '/problems/:problemId/institutions',
  access: 'problem.read',
  params: ofProblem,
  response: z.object({ items: z.array(InstitutionOutcome), mayLink: z.boolean() }),
  refusals: ['not_found'],
})

export const linkInstitution = endpoint({
  action: 'institution.link',
  summary: '关联制度和问题',
  method: 'PUT',
  path: '/problems/:problemId/institutions/:paperId',
  access: 'problem.report',
  params: { ...ofProblem, paperId: z.uuid('请选制度') },
  body: z.object({ measureId: z.uuid().nullable().describe('哪条措施的成果；空为整个问题的') }),
  refusals: ['not_found', 'conflict'],
})

export const unlinkInstitution = endpoint({
  action: 'institution.unlink',
  summary: '取消关联制度和问题',
  method: 'DELETE',
  path: '/problems/:problemId/institutions/:paperId',
  access: 'problem.report',
  params: { ...ofProblem, paperId: z.uuid() },
  refusals: ['not_found'],
})
