import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { may } from '../../platform/access.ts'
import { route } from '../../platform/http/route.ts'
import { listAnswerResults, readAnswerForm, sendAnswer, sendBallot } from './answer-round.ts'
import { ballotPaper } from './ballot-paper.ts'
import { ballotsAboutPage } from './ballot-queries.ts'
import { closeRound } from './close-round.ts'
import { publishRound, voidRound } from './end-round.ts'
import { detailOf, seenRound } from './found.ts'
import { openRound } from './open-round.ts'
import { opinionsAboutPage, opinionsPage } from './opinion-queries.ts'
import { roundSummary } from './round-summary.ts'
import { roundsPage } from './round-queries.ts'
import { endOpinion, enterOpinion, registerOpinion } from './write-opinion.ts'
import { decideGrades, enterVotes } from './write-ballot.ts'
import { changeRound, createRound } from './write-round.ts'

export function roundRoutes(app: FastifyInstance): void {
  route(app, endpoints.listRounds, async ({ params, query }, { db, actor }) => {
    const { id } = await permittedOrganisation(db, actor, 'round.read', params.organisationId)
    return roundsPage(db, id, query)
  })
  route(app, endpoints.createRound, ({ params, body }, context) => createRound(context, params.organisationId, body))
  route(app, endpoints.readRound, async ({ params }, { db, actor }) =>
    detailOf(db, actor, await seenRound(db, actor, params.roundId)),
  )
  route(app, endpoints.changeRound, ({ params, body }, context) => changeRound(context, params.roundId, body))
  route(app, endpoints.openRound, ({ params, body }, context) => openRound(context, params.roundId, body))
  route(app, endpoints.closeRound, ({ params, body }, context) => closeRound(context, params.roundId, body))
  route(app, endpoints.voidRound, ({ params, body }, context) => voidRound(context, params.roundId, body))
  route(app, endpoints.publishRound, ({ params, body }, context) => publishRound(context, params.roundId, body))
  opinionRoutes(app)
  ballotRoutes(app)
  answerRoutes(app)
}

function opinionRoutes(app: FastifyInstance): void {
  route(app, endpoints.listOpinions, async ({ params, query }, { db, actor }) => {
    const { id, path } = await seenRound(db, actor, params.roundId)
    return opinionsPage(db, { roundId: id, ofPersonsToo: may(actor, 'round.write', path) }, query)
  })
  route(app, endpoints.roundSummary, ({ params }, context) => roundSummary(context, params.roundId))
  route(app, endpoints.enterOpinion, ({ params, body }, context) => enterOpinion(context, params.roundId, body))
  route(app, endpoints.endOpinion, ({ params, body }, context) => endOpinion(context, params.opinionId, body))
  route(app, endpoints.registerOpinion, ({ params, body }, context) => registerOpinion(context, params.opinionId, body))
  route(app, endpoints.listOwnOpinions, ({ query }, { db, actor }) => opinionsAboutPage(db, actor.personId, query))
}

function ballotRoutes(app: FastifyInstance): void {
  route(app, endpoints.enterVotes, ({ params, body }, context) => enterVotes(context, params.roundId, body))
  route(app, endpoints.decideGrades, ({ params, body }, context) => decideGrades(context, params.roundId, body))
  route(app, endpoints.ballotPaper, ({ params }, context) => ballotPaper(context, params.roundId))
  route(app, endpoints.listOwnBallots, ({ query }, { db, actor }) => ballotsAboutPage(db, actor.personId, query))
}

/** Nobody is signed in here, and nothing is recorded: see `leavesNoTrace`. */
function answerRoutes(app: FastifyInstance): void {
  route(app, endpoints.readAnswerForm, ({ body }, context) => readAnswerForm(context, body.code))
  route(app, endpoints.sendAnswer, ({ body }, context) => sendAnswer(context, body))
  route(app, endpoints.sendBallot, ({ body }, context) => sendBallot(context, body))
  route(app, endpoints.listAnswerResults, ({ body }, context) => listAnswerResults(context, body))
}
