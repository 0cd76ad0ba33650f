import { z } from 'zod'
import { CalendarDate } from '../date.ts'
import { endpoint } from '../endpoint.ts'
import { flag } from '../flag.ts'
import { pageOf, pageQuery } from '../paging.ts'
import { Inspection, InspectionEdition } from './inspection.ts'
import { Notice, NoticeKind } from './notice.ts'
import { problemId } from './problem-endpoints.ts'

export const listNotices = endpoint({
  action: 'notice.list',
  summary: '督办单',
  method: 'GET',
  path: '/notices',
  access: 'problem.read',
  query: { ...pageQuery, organisationId: z.uuid().optional(), isOpen: flag.default(false).describe('只看没有答复的') },
  response: pageOf(Notice),
  refusals: ['not_found'],
})

export const issueNotice = endpoint({
  action: 'notice.issue',
  summary: '发督办单',
  method: 'POST',
  path: '/problems/:problemId/notices',
  access: 'problem.demand',
  params: problemId,
  body: z.object({
    kind: NoticeKind,
    text: z.string().trim().max(2_000).default('').describe('不写则按台账写'),
    answerDueOn: CalendarDate,
  }),
  response: Notice,
  refusals: ['not_found', 'conflict'],
})

export const answerNotice = endpoint({
  action: 'notice.answer',
  summary: '答复督办单',
  method: 'POST',
  path: '/notices/:noticeId/answers',
  access: 'problem.report',
  params: { noticeId: z.uuid() },
  body: z.object({ answer: z.string().trim().min(4, '请写明整改情况和下一步').max(4_000) }),
  response: Notice,
  refusals: ['not_found', 'conflict'],
})

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const noticeDocument = endpoint({
  action: 'notice.document',
  summary: '督办单和回执（Word）',
  method: 'GET',
  path: '/notices/:noticeId/document.docx',
  access: 'problem.read',
  params: { noticeId: z.uuid() },
  download: DOCX,
  refusals: ['not_found'],
})

export const setNoticeTemplate = endpoint({
  action: 'notice.setTemplate',
  summary: '上传本单位的督办单格式（.docx，字段写作 {{字段名}}）',
  method: 'PUT',
  path: '/organisations/:organisationId/notice-template',
  access: 'problem.demand',
  params: { organisationId: z.uuid() },
  upload: 5 * 1024 * 1024,
  response: z.object({ fields: z.array(z.string()), unknown: z.array(z.string()) }),
  refusals: ['not_found'],
})

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
  params: { organisationId: z.uuid() },
  body: z.object({ name: z.string().trim().min(2).max(100), edition: InspectionEdition, fedBackOn: CalendarDate }),
  response: Inspection,
  refusals: ['not_found'],
})

export const setHoliday = endpoint({
  action: 'calendar.setDay',
  summary: '调整工作日历',
  method: 'PUT',
  path: '/calendar/:date',
  access: 'setting.write',
  params: { date: CalendarDate },
  body: z.object({ isWorkday: z.boolean().nullable().describe('null 为恢复国务院安排') }),
})

export const readCalendar = endpoint({
  action: 'calendar.read',
  summary: '工作日历',
  method: 'GET',
  path: '/calendar',
  access: 'signed-in',
  query: { year: z.coerce.number().int().min(2004).max(2100) },
  response: z.object({
    days: z.array(z.object({ date: CalendarDate, isWorkday: z.boolean(), isSetHere: z.boolean() })),
  }),
})
