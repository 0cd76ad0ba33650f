import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { route } from '../../platform/http/route.ts'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { claimItems, withdrawClaim } from './claim-items.ts'
import { standingsPage } from './standing-queries.ts'
import { correctItem, withdrawItems } from './change-items.ts'
import { enterItems } from './enter-items.ts'
import { linkRow, registerRow, unlinkRow } from './hang-rows.ts'
import { listItems } from './list-items.ts'
import { enterOutcome, withdrawOutcome } from './outcomes.ts'
import { readFeedbackPaper } from './read-feedback-paper.ts'

export function feedbackRoutes(app: FastifyInstance): void {
  route(app, endpoints.listFeedbackItems, ({ params }, context) => listItems(context, params.inspectionId))
  route(app, endpoints.readFeedbackPaper, ({ params }, context) => readFeedbackPaper(context, params))
  route(app, endpoints.enterFeedbackItems, ({ params, body }, context) =>
    enterItems(context, params.inspectionId, body),
  )
  route(app, endpoints.correctFeedbackItem, ({ params, body }, context) => correctItem(context, params.itemId, body))
  route(app, endpoints.withdrawFeedbackItems, ({ params, body }, context) =>
    withdrawItems(context, params.inspectionId, body.itemIds),
  )
  route(app, endpoints.registerFeedbackRow, ({ params, body }, context) => registerRow(context, params.itemId, body))
  route(app, endpoints.linkFeedbackRow, ({ params, body }, context) => linkRow(context, params.itemId, body.problemId))
  route(app, endpoints.unlinkFeedbackRow, ({ params }, context) => unlinkRow(context, params.itemId, params.problemId))
  route(app, endpoints.claimFeedbackItems, ({ params, body }, context) =>
    claimItems(context, params.inspectionId, body),
  )
  route(app, endpoints.withdrawFeedbackClaim, ({ params, body }, context) =>
    withdrawClaim(context, params.claimId, body.reason),
  )
  route(app, endpoints.listFeedbackStandings, async ({ params, query }, { db, actor }) =>
    standingsPage(db, await permittedOrganisation(db, actor, 'problem.read', params.organisationId), query),
  )
  route(app, endpoints.enterInspectionOutcome, ({ params, body }, context) =>
    enterOutcome(context, params.inspectionId, body),
  )
  route(app, endpoints.withdrawInspectionOutcome, ({ params, body }, context) =>
    withdrawOutcome(context, params.outcomeId, body.reason),
  )
}
