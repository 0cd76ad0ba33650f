import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { textOf } from '../../platform/text.ts'
import { DraftKind } from './draft.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const draftPaper = endpoint({
  action: 'draft.paper',
  leavesEntry: true,
  summary: '会议的文稿：由记录填好事实的 Word',
  method: 'GET',
  path: '/meetings/:meetingId/drafts/:kind',
  access: 'meeting.read',
  params: { meetingId: z.uuid(), kind: DraftKind },
  download: WORD,
  refusals: ['not_found'],
})

export const draftArchive = endpoint({
  action: 'draft.archive',
  isLong: true,
  leavesEntry: true,
  summary: '会议的全部档案：文稿、记录、清单、目录',
  method: 'GET',
  path: '/meetings/:meetingId/archive',
  access: 'meeting.read',
  params: { meetingId: z.uuid() },
  download: 'application/zip',
  refusals: ['not_found'],
})

export const draftLists = endpoint({
  action: 'draft.lists',
  leavesEntry: true,
  summary: '会议的问题清单、整改清单、实效清单 Excel',
  method: 'GET',
  path: '/meetings/:meetingId/lists',
  access: 'meeting.read',
  params: { meetingId: z.uuid() },
  download: EXCEL,
  refusals: ['not_found'],
})

export const subjectReport = endpoint({
  action: 'draft.subjectReport',
  leavesEntry: true,
  isLong: true,
  summary: '专题工作情况报告，如意识形态（Word）',
  method: 'GET',
  path: '/organisations/:organisationId/subject-report.docx',
  access: 'duty.read',
  params: { organisationId: z.uuid('请选组织') },
  query: {
    from: CalendarDate,
    to: CalendarDate,
    subject: textOf('专题', 20).min(1, '请写专题').default('意识形态'),
  },
  download: WORD,
  refusals: ['not_found'],
})
