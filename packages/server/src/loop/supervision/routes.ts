import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { answerNotice } from './answer-notice.ts'
import { issueManyNotices } from './issue-many-notices.ts'
import { issueNotice } from './issue-notice.ts'
import { listNotices } from './list-notices.ts'
import { noticeDocument } from './notice-document.ts'
import { setNoticeTemplate } from './set-notice-template.ts'

export function noticeRoutes(app: FastifyInstance): void {
  route(app, endpoints.listNotices, ({ query }, context) => listNotices(context, query))
  route(app, endpoints.issueNotice, ({ params, body }, context) => issueNotice(context, params.problemId, body))
  route(app, endpoints.issueManyNotices, ({ body }, context) => issueManyNotices(context, body))
  route(app, endpoints.answerNotice, ({ params, body }, context) => answerNotice(context, params.noticeId, body.answer))
  route(app, endpoints.noticeDocument, ({ params }, context) => noticeDocument(context, params.noticeId))
  route(app, endpoints.setNoticeTemplate, ({ params, file }, context) =>
    setNoticeTemplate(context, params.organisationId, file),
  )
}
