import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { downloadCommented } from './commented-copy.ts'
import { judgeFinding, readReviewMarks, remarkOnPaper, withdrawRemark } from './mark-version.ts'
import { listWaitingPapers } from './list-waiting.ts'
import { listMeetingReviews } from './list-meeting-reviews.ts'
import { readReview, reviewAnew } from './read-review.ts'
import { readReviewChanges } from './review-changes.ts'
import { downloadReviewSheet } from './review-sheet.ts'

export function reviewRoutes(app: FastifyInstance): void {
  route(app, endpoints.readReview, ({ params }, context) => readReview(context, params.versionId))
  route(app, endpoints.renewReview, ({ params }, context) => reviewAnew(context, params.versionId))
  route(app, endpoints.readReviewMarks, ({ params }, context) => readReviewMarks(context, params.versionId))
  route(app, endpoints.judgeFinding, ({ params, body }, context) =>
    judgeFinding(context, params, { reason: '', ...body }),
  )
  route(app, endpoints.remarkOnPaper, ({ params, body }, context) => remarkOnPaper(context, params.versionId, body))
  route(app, endpoints.withdrawRemark, ({ params }, context) => withdrawRemark(context, params))
  route(app, endpoints.readReviewChanges, ({ params }, context) => readReviewChanges(context, params.versionId))
  route(app, endpoints.downloadCommented, ({ params }, context) => downloadCommented(context, params.versionId))
  route(app, endpoints.downloadReviewSheet, ({ params }, context) => downloadReviewSheet(context, params.versionId))
  route(app, endpoints.listMeetingReviews, ({ params, query }, context) =>
    listMeetingReviews(context, params.meetingId, query),
  )
  route(app, endpoints.listWaitingPapers, ({ params, query }, context) =>
    listWaitingPapers(context, params.organisationId, query),
  )
}
