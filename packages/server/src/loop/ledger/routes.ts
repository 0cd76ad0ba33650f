import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { dateInChina } from '../../platform/calendar/index.ts'
import { route } from '../../platform/http/route.ts'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { assignProblem, assignManyProblems } from './assign-problem.ts'
import { changeManyProblems, changeProblem } from './change-problem.ts'
import { decideClosure } from './closures.ts'
import { drawLookBackSample, listLookBackSamples, readLookBackSample } from './draw-sample.ts'
import { citeEvidence, listCitable } from './cite-evidence.ts'
import { addEvidence, readEvidence, readEvidenceText, removeEvidence } from './evidence.ts'
import { exportChosen, exportLedger, ledgerSummary } from './export/index.ts'
import { readPaperProblems, registerFromPaper } from './from-paper/index.ts'
import { decideExtension, requestExtension, requestManyExtensions } from './extensions.ts'
import {
  confirmLedgerImport,
  listLedgerImports,
  mendLedgerImport,
  previewLedgerImport,
  readLedgerImport,
  withdrawLedgerImport,
} from './import/index.ts'
import { decideMerge, requestMerge } from './merges.ts'
import { planMeasures } from './plan-measures.ts'
import { problemDetail, readProblem } from './problem-detail.ts'
import { problemEvents } from './problem-events.ts'
import { addOrigin, removeOrigin } from './origins.ts'
import { decidePaper, filePaper } from './paper-verification.ts'
import { countLedger, readLedger, readLedgerAsOf, readNeighbours, readStatistics } from './read-ledger.ts'
import { registerProblem } from './register-problem.ts'
import { reportProgress } from './report-progress.ts'
import { breakdown } from './statistics-queries.ts'
import { approveStrikeOff, requestStrikeOff, returnProblem, withdrawStrikeOff } from './strike-off.ts'
import { lookBack, splitProblem, transferProblem } from './successors.ts'
import { listViews, removeView, saveView } from './views.ts'
import { withdrawAssignment } from './withdraw-assignment.ts'
import { withdrawProblem } from './withdraw-problem.ts'
import type { ActorContext } from '../../platform/context.ts'

export function ledgerRoutes(app: FastifyInstance): void {
  readingRoutes(app)
  viewRoutes(app)
  planningRoutes(app)
  batchRoutes(app)
  workingRoutes(app)
  closingRoutes(app)
}

/** The problem as it is after what was done. */
const shown = (context: ActorContext, problemId: string) => problemDetail(context, context.db, problemId)

function readingRoutes(app: FastifyInstance): void {
  route(app, endpoints.countProblems, ({ query }, context) => countLedger(context, query))
  route(app, endpoints.listProblems, ({ query }, context) => readLedger(context, query))
  route(app, endpoints.readProblem, ({ params }, context) => readProblem(context, params.problemId))
  route(app, endpoints.readPaperProblems, ({ params }, context) => readPaperProblems(context, params.versionId))
  route(app, endpoints.readNeighbours, ({ params, query }, context) => readNeighbours(context, params.problemId, query))
  route(app, endpoints.listProblemEvents, ({ params, query }, context) =>
    problemEvents(context, params.problemId, query),
  )
  route(app, endpoints.readLedgerStatistics, ({ params, query }, context) =>
    readStatistics(context, params.organisationId, query.asOf),
  )
  route(app, endpoints.readLedgerBreakdown, async ({ params }, { db, actor, now }) =>
    breakdown(db, await permittedOrganisation(db, actor, 'problem.read', params.organisationId), dateInChina(now)),
  )
  route(app, endpoints.listProblemsAsOf, ({ params, query }, context) =>
    readLedgerAsOf(context, params.organisationId, query),
  )
  route(app, endpoints.exportLedger, ({ params, query }, context) =>
    exportLedger(context, params.organisationId, query),
  )
  route(app, endpoints.ledgerSummary, ({ params, query }, context) =>
    ledgerSummary(context, params.organisationId, query.asOf),
  )
}

function viewRoutes(app: FastifyInstance): void {
  route(app, endpoints.listViews, ({ query }, context) => listViews(context, query))
  route(app, endpoints.saveView, ({ body }, context) => saveView(context, body))
  route(app, endpoints.removeView, ({ params }, context) => removeView(context, params.viewId))
}

function planningRoutes(app: FastifyInstance): void {
  route(app, endpoints.registerProblem, async ({ params, body }, context) =>
    shown(context, await registerProblem(context, params.organisationId, body)),
  )
  route(app, endpoints.registerFromPaper, ({ params, body }, context) =>
    registerFromPaper(context, params.versionId, body),
  )
  route(app, endpoints.changeProblem, async ({ params, body }, context) => {
    await changeProblem(context, params.problemId, body)
    return shown(context, params.problemId)
  })
  route(app, endpoints.assignProblem, async ({ params, body }, context) => {
    await assignProblem(context, params.problemId, body)
    return shown(context, params.problemId)
  })
  route(app, endpoints.withdrawAssignment, async ({ params, body }, context) => {
    await withdrawAssignment(context, params.problemId, body.reason)
    return shown(context, params.problemId)
  })
  route(app, endpoints.withdrawProblem, async ({ params, body }, context) => {
    await withdrawProblem(context, params.problemId, body.reason)
    return shown(context, params.problemId)
  })
  route(app, endpoints.planMeasures, async ({ params, body }, context) => {
    await planMeasures(context, params.problemId, body)
    return shown(context, params.problemId)
  })
  route(app, endpoints.transferProblem, async ({ params, body }, context) => {
    await transferProblem(context, params.problemId, body)
    return shown(context, params.problemId)
  })
  route(app, endpoints.requestMerge, async ({ params, body }, context) => {
    await requestMerge(context, params.problemId, body)
    return shown(context, params.problemId)
  })
  route(app, endpoints.decideMerge, async ({ params, body }, context) => {
    await decideMerge(context, params.problemId, body)
    return shown(context, params.problemId)
  })
  route(app, endpoints.splitProblem, async ({ params, body }, context) => {
    await splitProblem(context, params.problemId, body)
    return shown(context, params.problemId)
  })
  route(app, endpoints.previewLedgerImport, ({ params, file }, context) =>
    previewLedgerImport(context, params.organisationId, file),
  )
  route(app, endpoints.readLedgerImport, ({ params }, context) => readLedgerImport(context, params.importId))
  route(app, endpoints.mendLedgerImport, ({ params, body }, context) =>
    mendLedgerImport(context, params.importId, body),
  )
  route(app, endpoints.confirmLedgerImport, ({ params, body }, context) =>
    confirmLedgerImport(context, params.importId, body),
  )
  route(app, endpoints.listLedgerImports, ({ params, query }, context) =>
    listLedgerImports(context, params.organisationId, query),
  )
  route(app, endpoints.withdrawLedgerImport, ({ params, body }, context) =>
    withdrawLedgerImport(context, params.importId, body.reason),
  )
}

function batchRoutes(app: FastifyInstance): void {
  route(app, endpoints.assignManyProblems, ({ body }, context) => assignManyProblems(context, body))
  route(app, endpoints.changeManyProblems, ({ body }, context) => changeManyProblems(context, body))
  route(app, endpoints.requestManyExtensions, ({ body }, context) => requestManyExtensions(context, body))
  route(app, endpoints.exportChosen, ({ params, body }, context) =>
    exportChosen(context, params.organisationId, body.problemIds),
  )
}

function workingRoutes(app: FastifyInstance): void {
  route(app, endpoints.reportProgress, async ({ params, body }, context) => {
    await reportProgress(context, params.problemId, body)
    return shown(context, params.problemId)
  })
  route(app, endpoints.addEvidence, async ({ params, query, file }, context) => {
    await addEvidence(context, params.problemId, { file, ...query })
    return shown(context, params.problemId)
  })
  route(app, endpoints.addOrigin, async ({ params, body }, context) => {
    await addOrigin(context, params.problemId, body.origin)
    return shown(context, params.problemId)
  })
  route(app, endpoints.removeOrigin, async ({ params, body }, context) => {
    await removeOrigin(context, params, body.reason)
    return shown(context, params.problemId)
  })
  route(app, endpoints.listCitable, ({ params, query }, context) => listCitable(context, params.problemId, query))
  route(app, endpoints.citeEvidence, async ({ params, body }, context) => {
    await citeEvidence(context, params.problemId, body)
    return shown(context, params.problemId)
  })
  route(app, endpoints.readEvidence, ({ params }, context) => readEvidence(context, params.evidenceId))
  route(app, endpoints.readEvidenceText, ({ params }, context) => readEvidenceText(context, params.evidenceId))
  route(app, endpoints.removeEvidence, async ({ params, body }, context) =>
    shown(context, await removeEvidence(context, params.evidenceId, body.reason)),
  )
  route(app, endpoints.requestExtension, async ({ params, body }, context) => {
    await requestExtension(context, params.problemId, body)
    return shown(context, params.problemId)
  })
  route(app, endpoints.decideExtension, async ({ params, body }, context) => {
    await decideExtension(context, params.problemId, body)
    return shown(context, params.problemId)
  })
}

function closingRoutes(app: FastifyInstance): void {
  route(app, endpoints.requestStrikeOff, async ({ params, body }, context) => {
    await requestStrikeOff(context, params.problemId, body)
    return shown(context, params.problemId)
  })
  route(app, endpoints.withdrawStrikeOff, async ({ params, body }, context) => {
    await withdrawStrikeOff(context, params.problemId, body.reason)
    return shown(context, params.problemId)
  })
  route(app, endpoints.approveStrikeOff, async ({ params, body }, context) => {
    await approveStrikeOff(context, params.problemId, body.opinion)
    return shown(context, params.problemId)
  })
  route(app, endpoints.returnProblem, async ({ params, body }, context) => {
    await returnProblem(context, params.problemId, body.reason)
    return shown(context, params.problemId)
  })
  route(app, endpoints.drawLookBackSample, ({ params, body }, context) =>
    drawLookBackSample(context, params.organisationId, body.size),
  )
  route(app, endpoints.listLookBackSamples, ({ params, query }, context) =>
    listLookBackSamples(context, params.organisationId, query),
  )
  route(app, endpoints.readLookBackSample, ({ params }, context) => readLookBackSample(context, params.sampleId))
  route(app, endpoints.filePaper, async ({ params, query, file }, context) => {
    await filePaper(context, params.problemId, { file, ...query })
    return shown(context, params.problemId)
  })
  route(app, endpoints.decidePaper, async ({ params, body }, context) => {
    await decidePaper(context, params.problemId, body)
    return shown(context, params.problemId)
  })
  route(app, endpoints.decideClosure, async ({ params, body }, context) => {
    await decideClosure(context, params.problemId, body)
    return shown(context, params.problemId)
  })
  route(app, endpoints.lookBack, async ({ params, body }, context) => {
    await lookBack(context, params.problemId, body)
    return shown(context, params.problemId)
  })
}
