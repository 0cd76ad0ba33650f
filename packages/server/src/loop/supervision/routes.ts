import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { answerNotice } from './answer-notice.ts'
import { issueNotice } from './issue-notice.ts'
import { noticeDocument } from './notice-document.ts'
import { noticesPage } from './queries.ts'
import { setNoticeTemplate } from './set-notice-template.ts'

export function noticeRoutes(app: FastifyInstance): void {
  route(app, endpoints.listNotices, async ({ query }, { db, actor }) => {
    const { organisationId, ...wanted } = query
    const organisation =
      organisationId === undefined ? null : await permittedOrganisation(db, actor, 'problem.read', organisationId)
    return noticesPage(db, actor, { ...wanted, organisation })
  })
  route(app, endpoints.issueNotice, ({ params, body }, context) => issueNotice(context, params.problemId, body))
  route(app, endpoints.answerNotice, ({ params, body }, context) => answerNotice(context, params.noticeId, body.answer))
  route(app, endpoints.noticeDocument, ({ params }, context) => noticeDocument(context, params.noticeId))
  route(app, endpoints.setNoticeTemplate, ({ params, file }, context) =>
    setNoticeTemplate(context, params.organisationId, file),
  )
}
