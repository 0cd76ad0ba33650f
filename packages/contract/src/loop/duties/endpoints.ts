import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { atLeast, textOf } from '../../platform/text.ts'
import {
  BoardBody,
  BodyDutyYear,
  DutyDetail,
  DutyFields,
  DutyHead,
  DutyList,
  DutyYearNumber,
  OwnDutyYear,
  StandardDutyId,
  WaiverReason,
  WaiverState,
} from './duty.ts'

const ofOrganisation = { organisationId: z.uuid('请选组织') }
const ofDuty = { dutyId: z.uuid('请选事项') }
const version = z.int().min(1).describe('改动所依据的版本；别人先改了就不会覆盖')
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const listDuties = endpoint({
  action: 'duty.list',
  summary: '履职事项：本组织定的和上级定的',
  method: 'GET',
  path: '/organisations/:organisationId/duties',
  access: 'duty.read',
  params: ofOrganisation,
  response: z.object({ items: z.array(DutyDetail), mayWrite: z.boolean() }),
  refusals: ['not_found'],
})

export const takeUpDuties = endpoint({
  action: 'duty.takeUp',
  summary: '采用随软件的履职事项',
  method: 'POST',
  path: '/organisations/:organisationId/standard-duties',
  access: 'duty.write',
  params: ofOrganisation,
  body: z.object({
    standards: z.array(StandardDutyId).min(1, '请至少选一项').max(100, '一次最多选 100 项'),
    fromOn: CalendarDate,
  }),
  response: z.object({ items: z.array(DutyDetail) }),
  refusals: ['not_found', 'conflict'],
})

export const createDuty = endpoint({
  action: 'duty.create',
  summary: '新定履职事项',
  method: 'POST',
  path: '/organisations/:organisationId/duties',
  access: 'duty.write',
  params: ofOrganisation,
  body: DutyFields,
  response: DutyDetail,
  refusals: ['not_found'],
})

export const changeDuty = endpoint({
  action: 'duty.change',
  summary: '修改履职事项',
  method: 'PATCH',
  path: '/duties/:dutyId',
  access: 'duty.write',
  params: ofDuty,
  body: DutyFields.extend({
    changesOn: CalendarDate.nullable()
      .default(null)
      .describe('从哪一天起照新的要求；以前各期仍按原来的要求。空为从头就这样'),
    version,
  }),
  response: DutyDetail,
  refusals: ['not_found', 'conflict'],
})

export const withdrawDuty = endpoint({
  action: 'duty.withdraw',
  summary: '不再要求一个履职事项',
  method: 'POST',
  path: '/duties/:dutyId/withdrawal',
  access: 'duty.write',
  params: ofDuty,
  body: z.object({ reason: textOf('原因', 200).min(...atLeast(2, '请写为什么不再要求')), version }),
  response: DutyDetail,
  refusals: ['not_found', 'conflict'],
})

export const waiveDuty = endpoint({
  action: 'duty.waive',
  summary: '这一期不适用或免做',
  method: 'POST',
  path: '/organisations/:organisationId/duty-waivers',
  access: 'duty.write',
  params: ofOrganisation,
  body: z.object({
    dutyId: z.uuid('请选事项'),
    personId: z.uuid('请选人').nullable().default(null).describe('落到人的，是谁'),
    period: textOf('哪一期', 40).min(1, '请选哪一期'),
    state: WaiverState,
    reason: WaiverReason,
  }),
  response: z.object({ id: z.uuid() }),
  refusals: ['not_found', 'conflict'],
})

export const takeBackWaiver = endpoint({
  action: 'duty.takeBackWaiver',
  summary: '收回不适用、免做',
  method: 'POST',
  path: '/duty-waivers/:waiverId/withdrawal',
  access: 'duty.write',
  params: { waiverId: z.uuid() },
  body: z.object({ reason: textOf('原因', 200).min(...atLeast(2, '请写为什么收回')) }),
  response: z.object({ id: z.uuid() }),
  refusals: ['not_found', 'conflict'],
})

export const setRecordKeeping = endpoint({
  action: 'duty.setRecordKeeping',
  summary: '设定履职记录的开始日期',
  method: 'PUT',
  path: '/organisations/:organisationId/record-keeping',
  access: 'duty.write',
  params: ofOrganisation,
  body: z.object({ fromOn: CalendarDate, version: z.int().min(1).nullable().describe('还没有记过的为空') }),
  response: z.object({ fromOn: CalendarDate, version: z.int() }),
  refusals: ['not_found', 'conflict'],
})

export const readDutyYear = endpoint({
  action: 'duty.readYear',
  summary: '一个组织一年的履职',
  method: 'GET',
  path: '/organisations/:organisationId/duty-year',
  access: 'duty.read',
  params: ofOrganisation,
  query: { year: DutyYearNumber },
  response: BodyDutyYear,
  refusals: ['not_found'],
})

export const readOwnDuties = endpoint({
  action: 'duty.readOwn',
  summary: '我的履职',
  method: 'GET',
  path: '/own-duties',
  access: 'duty.read',
  query: { year: DutyYearNumber },
  response: OwnDutyYear,
})

/** A page of the board is as many times thirty cells: of the time it takes they are nearly all. */
const BODIES_A_PAGE = 25

const boardQuery = {
  year: DutyYearNumber,
  list: DutyList.optional().describe('只看一张清单'),
  dutyId: z.uuid().optional().describe('只看一个事项'),
}

export const readDutyBoard = endpoint({
  action: 'duty.readBoard',
  summary: '下级履职，缺的在前',
  method: 'GET',
  path: '/organisations/:organisationId/duty-board',
  access: 'duty.read',
  params: ofOrganisation,
  query: { ...pageQuery, limit: pageQuery.limit.unwrap().default(BODIES_A_PAGE), ...boardQuery },
  response: pageOf(BoardBody).extend({ duties: z.array(DutyHead) }),
  refusals: ['not_found'],
})

export const exportDutyBoard = endpoint({
  action: 'duty.exportBoard',
  leavesEntry: true,
  isLong: true,
  summary: '导出下级履职（Excel）',
  method: 'GET',
  path: '/organisations/:organisationId/duty-board.xlsx',
  access: 'duty.read',
  params: ofOrganisation,
  query: boardQuery,
  download: XLSX,
  refusals: ['not_found', 'conflict'],
})

export const exportDutyYear = endpoint({
  action: 'duty.exportYear',
  leavesEntry: true,
  summary: '导出一年的履职（Excel）',
  method: 'GET',
  path: '/organisations/:organisationId/duty-year.xlsx',
  access: 'duty.read',
  params: ofOrganisation,
  query: { year: DutyYearNumber },
  download: XLSX,
  refusals: ['not_found', 'conflict'],
})

export const dutyListDocument = endpoint({
  action: 'duty.listDocument',
  leavesEntry: true,
  summary: '责任清单及落实情况（Word）',
  method: 'GET',
  path: '/organisations/:organisationId/duty-list.docx',
  access: 'duty.read',
  params: ofOrganisation,
  query: { year: DutyYearNumber, list: DutyList },
  download: DOCX,
  refusals: ['not_found', 'conflict'],
})
