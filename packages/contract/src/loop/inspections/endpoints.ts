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

export const registerInspection = endpoint({
  action: 'inspection.register',
  summary: '登记巡视巡察',
  method: 'POST',
  path: '/organisations/:organisationId/inspections',
  access: 'problem.write',
  params: { organisationId: z.uuid('请选单位') },
  body: z.object({
    name: textOf('名称', 100).min(...atLeast(2, '请写名称，如：市委第三轮巡察')),
    edition: InspectionEdition,
    fedBackOn: CalendarDate,
  }),
  response: Inspection,
  refusals: ['not_found'],
})
