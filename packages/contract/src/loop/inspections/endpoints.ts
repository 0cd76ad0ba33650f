import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { atLeast, textOf } from '../../platform/text.ts'
import { Inspection, InspectionEdition } from './inspection.ts'

export const listInspections = endpoint({
  action: 'inspection.list',
  summary: '巡视巡察',
  method: 'GET',
  path: '/organisations/:organisationId/inspections',
  access: 'problem.read',
  params: { organisationId: z.uuid() },
  query: pageQuery,
  response: pageOf(Inspection),
  refusals: ['not_found'],
})

export const readInspection = endpoint({
  action: 'inspection.read',
  summary: '一次巡视巡察：这个组织的，或者上级的',
  method: 'GET',
  path: '/organisations/:organisationId/inspections/:inspectionId',
  access: 'problem.read',
  params: { organisationId: z.uuid(), inspectionId: z.uuid() },
  response: Inspection,
  refusals: ['not_found'],
})

const InspectionFields = z.object({
  name: textOf('名称', 100).min(...atLeast(2, '请写名称，如：市委第三轮巡察')),
  edition: InspectionEdition,
  fedBackOn: CalendarDate,
})

export const registerInspection = endpoint({
  action: 'inspection.register',
  summary: '登记巡视巡察',
  method: 'POST',
  path: '/organisations/:organisationId/inspections',
  access: 'problem.write',
  params: { organisationId: z.uuid('请选单位') },
  body: InspectionFields,
  response: Inspection,
  refusals: ['not_found'],
})

export const correctInspection = endpoint({
  action: 'inspection.correct',
  summary: '更正巡视巡察',
  method: 'PATCH',
  path: '/inspections/:inspectionId',
  access: 'problem.write',
  params: { inspectionId: z.uuid() },
  body: InspectionFields.extend({ version: z.int().min(1).describe('改动所依据的版本；别人先改了就不会覆盖') }),
  response: Inspection,
  refusals: ['not_found', 'conflict'],
})

export const removeInspection = endpoint({
  action: 'inspection.remove',
  summary: '删除登记错了的巡视巡察',
  method: 'DELETE',
  path: '/inspections/:inspectionId',
  access: 'problem.write',
  params: { inspectionId: z.uuid() },
  refusals: ['not_found', 'conflict'],
})
