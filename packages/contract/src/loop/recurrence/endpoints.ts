import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import {
  CameBack,
  CommonMatter,
  JudgedRecurrence,
  ProblemRecurrence,
  RecurrenceCounts,
  UndecidedRecurrence,
} from './recurrence.ts'

export const readRecurrence = endpoint({
  action: 'recurrence.read',
  summary: '一个问题以前有没有过',
  method: 'GET',
  path: '/problems/:problemId/recurrence',
  access: 'problem.read',
  params: { problemId: z.uuid() },
  response: ProblemRecurrence,
  refusals: ['not_found'],
})

export const judgeRecurrence = endpoint({
  action: 'recurrence.judge',
  summary: '认定一个问题是不是以前那个',
  method: 'PUT',
  path: '/problems/:problemId/recurrence/:earlierId',
  access: 'problem.write',
  params: { problemId: z.uuid(), earlierId: z.uuid() },
  body: JudgedRecurrence,
  response: ProblemRecurrence,
  refusals: ['not_found'],
})

const ofYear = {
  access: 'problem.read',
  params: { organisationId: z.uuid('请选组织') },
  refusals: ['not_found'],
} as const
const year = z.coerce.number('请选年份').int().min(2000).max(2100).describe('问题登记在哪一年')

export const listCameBack = endpoint({
  ...ofYear,
  action: 'recurrence.list',
  summary: '反复出现的问题',
  method: 'GET',
  path: '/organisations/:organisationId/came-back',
  query: { ...pageQuery, year },
  response: pageOf(CameBack),
})

export const countCameBack = endpoint({
  ...ofYear,
  action: 'recurrence.count',
  summary: '各单位老问题未解决、反弹、新问题各多少',
  method: 'GET',
  path: '/organisations/:organisationId/came-back-counts',
  query: { year },
  response: RecurrenceCounts,
})

export const listUndecided = endpoint({
  ...ofYear,
  action: 'recurrence.listUndecided',
  isLong: true,
  summary: '本单位像是老问题、还没有认定的',
  method: 'GET',
  path: '/organisations/:organisationId/recurrence-candidates',
  query: { year },
  response: z.object({ items: z.array(UndecidedRecurrence), compared: z.int().describe('和多少个以前的问题比过') }),
})

export const listCommonMatters = endpoint({
  ...ofYear,
  action: 'recurrence.listCommon',
  isLong: true,
  summary: '共性问题：几个单位都有的',
  method: 'GET',
  path: '/organisations/:organisationId/common-problems',
  query: { year },
  response: z.object({ items: z.array(CommonMatter), looked: z.int().describe('看了多少个问题') }),
})
