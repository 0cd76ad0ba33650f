import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { recordKinds } from './record-kinds.ts'
import { RecordFields, RecordFigures, RecordState, WithdrawalReason, WorkRecord, WorkRecordDetail } from './record.ts'

const ofOrganisation = { organisationId: z.uuid('请选组织') }
const ofRecord = { recordId: z.uuid() }
const version = z.int().min(1).describe('改动所依据的版本；别人先改了就不会覆盖')

/** What lists, figures and papers of records are narrowed to. */
export const recordFilters = {
  from: CalendarDate.optional().describe('从哪一天'),
  to: CalendarDate.optional().describe('到哪一天'),
  kind: z.enum(recordKinds).optional(),
  subject: z.string().trim().max(20).optional().describe('专题'),
}

export const listRecords = endpoint({
  action: 'record.list',
  summary: '履职记录',
  method: 'GET',
  path: '/organisations/:organisationId/records',
  access: 'record.read',
  params: ofOrganisation,
  query: { ...pageQuery, ...recordFilters },
  response: pageOf(WorkRecord),
  refusals: ['not_found'],
})

export const readRecordFigures = endpoint({
  action: 'record.readFigures',
  summary: '履职记录的数',
  method: 'GET',
  path: '/organisations/:organisationId/record-figures',
  access: 'record.read',
  params: ofOrganisation,
  query: recordFilters,
  response: RecordFigures,
  refusals: ['not_found'],
})

export const readRecord = endpoint({
  action: 'record.read',
  leavesEntry: 'of_secrets',
  summary: '一次履职记录',
  method: 'GET',
  path: '/records/:recordId',
  access: 'record.read',
  params: ofRecord,
  response: WorkRecordDetail,
  refusals: ['not_found'],
})

/** Whom a form can name: who was due to come on the day first, then others of the body and beside it. */
export const listRecordPeople = endpoint({
  action: 'record.listPeople',
  summary: '履职记录里可以写的人',
  method: 'GET',
  path: '/organisations/:organisationId/record-people',
  access: 'record.read',
  params: ofOrganisation,
  query: {
    onDay: CalendarDate,
    text: z.string().trim().max(40).default('').describe('姓名中的字'),
  },
  response: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        position: z.string(),
        isTeam: z.boolean().describe('那一天是班子成员'),
        isCommittee: z.boolean().describe('那一天是支委'),
        isMember: z.boolean().describe('那一天属于这个组织'),
      }),
    ),
    mayWrite: z.boolean().describe('可以写这个组织的各种记录；否则只能写自己的谈话'),
  }),
  refusals: ['not_found'],
})

export const createRecord = endpoint({
  action: 'record.create',
  summary: '记一笔',
  method: 'POST',
  path: '/organisations/:organisationId/records',
  access: 'record.read',
  params: ofOrganisation,
  body: RecordFields.extend({
    state: RecordState.default('kept'),
    readingId: z.uuid('请重新选文件').nullable().default(null).describe('从文件录入的，那次读取'),
  }),
  response: WorkRecordDetail,
  refusals: ['not_found', 'conflict'],
})

export const changeRecord = endpoint({
  action: 'record.change',
  summary: '修改履职记录',
  method: 'PATCH',
  path: '/records/:recordId',
  access: 'record.read',
  params: ofRecord,
  body: RecordFields.extend({ state: RecordState, version }),
  response: WorkRecordDetail,
  refusals: ['not_found', 'conflict'],
})

export const withdrawRecord = endpoint({
  action: 'record.withdraw',
  summary: '撤回履职记录',
  method: 'POST',
  path: '/records/:recordId/withdrawal',
  access: 'record.read',
  params: ofRecord,
  body: z.object({ reason: WithdrawalReason, version }),
  response: WorkRecordDetail,
  refusals: ['not_found', 'conflict'],
})

export const releaseTalk = endpoint({
  action: 'record.releaseTalk',
  summary: '同意组织者看谈话内容',
  method: 'POST',
  path: '/records/:recordId/release',
  access: 'record.read',
  params: ofRecord,
  body: z.object({ version }),
  response: WorkRecordDetail,
  refusals: ['not_found', 'conflict'],
})

/** What one held, took part in or missed, and one's drafts, the latest first. */
export const listOwnRecords = endpoint({
  action: 'record.listOwn',
  summary: '我的履职记录',
  method: 'GET',
  path: '/own-records',
  access: 'record.read',
  query: {
    ...pageQuery,
    from: recordFilters.from,
    to: recordFilters.to,
    state: RecordState.optional().describe('只要这一种：planned 为约定了还没有谈的'),
  },
  response: pageOf(WorkRecord.extend({ part: z.string().describe('我在里面做了什么') })),
})

export const readRecordFile = endpoint({
  action: 'record.readFile',
  leavesEntry: true,
  summary: '下载据以录入的文件',
  method: 'GET',
  path: '/records/:recordId/file',
  access: 'record.read',
  params: ofRecord,
  download: 'application/octet-stream',
  refusals: ['not_found', 'conflict'],
})

export const exportRecords = endpoint({
  action: 'record.export',
  leavesEntry: true,
  isLong: true,
  summary: '导出履职记录（Excel）',
  method: 'GET',
  path: '/organisations/:organisationId/records.xlsx',
  access: 'record.read',
  params: ofOrganisation,
  query: recordFilters,
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  refusals: ['not_found'],
})

export const studyReport = endpoint({
  action: 'record.studyReport',
  leavesEntry: true,
  isLong: true,
  summary: '学习情况（Word）',
  method: 'GET',
  path: '/organisations/:organisationId/study-report.docx',
  access: 'record.read',
  params: ofOrganisation,
  query: { from: CalendarDate, to: CalendarDate },
  download: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  refusals: ['not_found'],
})
