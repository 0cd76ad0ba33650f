import { z } from 'zod'
import { CalendarDate } from '../../platform/date.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { flag } from '../../platform/flag.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { atLeast, textOf } from '../../platform/text.ts'
import { BatchAnswer, MOST_IN_BATCH } from '../ledger/index.ts'
import { Notice, NoticeKind } from './notice.ts'

const problemId = { problemId: z.uuid() }

export const listNotices = endpoint({
  action: 'notice.list',
  summary: '督办单',
  method: 'GET',
  path: '/notices',
  access: 'problem.read',
  query: {
    ...pageQuery,
    organisationId: z.uuid().optional().describe('这个组织和下级'),
    problemId: z.uuid().optional().describe('这个问题'),
    isOpen: flag.default(false).describe('只看没有答复的，先到期限的在前；不写则为全部，后发出的在前'),
  },
  response: pageOf(Notice),
  refusals: ['not_found'],
})

export const issueNotice = endpoint({
  action: 'notice.issue',
  summary: '就一个问题发督办单',
  method: 'POST',
  path: '/problems/:problemId/notices',
  access: 'problem.demand',
  params: problemId,
  body: z.object({
    kind: NoticeKind,
    text: textOf('内容', 2_000).default('').describe('不写则按台账写'),
    answerDueOn: CalendarDate,
  }),
  response: Notice,
  refusals: ['not_found', 'conflict'],
})

export const issueManyNotices = endpoint({
  action: 'notice.issueMany',
  summary: '就许多问题各发一份督办单',
  method: 'POST',
  path: '/problem-notices',
  access: 'problem.demand',
  body: z.object({
    problemIds: z.array(z.uuid()).min(1).max(MOST_IN_BATCH),
    kind: NoticeKind,
    answerDueOn: CalendarDate,
  }),
  response: BatchAnswer,
})

export const answerNotice = endpoint({
  action: 'notice.answer',
  summary: '答复收到的督办单',
  method: 'POST',
  path: '/notices/:noticeId/answers',
  access: 'problem.report',
  params: { noticeId: z.uuid('请选一份督办单') },
  body: z.object({ answer: textOf('答复', 4_000).min(...atLeast(4, '请写明整改情况和下一步')) }),
  response: Notice,
  refusals: ['not_found', 'conflict'],
})

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const noticeDocument = endpoint({
  action: 'notice.document',
  leavesEntry: true,
  summary: '督办单和回执（Word）',
  method: 'GET',
  path: '/notices/:noticeId/document.docx',
  access: 'problem.read',
  params: { noticeId: z.uuid() },
  download: DOCX,
  refusals: ['not_found', 'conflict'],
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
