import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import type { House } from '../../platform/feature.ts'
import { route } from '../../platform/http/route.ts'
import {
  addToBatch,
  beginBatch,
  enterBatch,
  listBatches,
  readBatch,
  readBatchFile,
  removeBatch,
} from './batches/index.ts'
import { changePaper } from './change-paper.ts'
import { approvePaper, issuePaper, recallPaper, returnPaper, submitPaper, voidPaper } from './decide-paper.ts'
import { addPaperVersion, createPaper } from './hand-in.ts'
import { listPapers } from './list-papers.ts'
import { readPaperText } from './paper-text.ts'
import { readPaper, readPaperVersion } from './read-paper.ts'
import { listStudiedPapers, listStudyRecords, studyPaper } from './study-paper.ts'

export function paperRoutes(app: FastifyInstance, { features }: House): void {
  route(app, endpoints.listPapers, ({ params, query }, context) => listPapers(context, params.organisationId, query))
  route(app, endpoints.createPaper, ({ params, query, file }, context) =>
    createPaper(context, params.organisationId, { file, ...query }),
  )
  route(app, endpoints.readPaper, ({ params }, context) => readPaper(context, params.paperId))
  route(app, endpoints.changePaper, ({ params, body }, context) => changePaper(context, features, params.paperId, body))
  route(app, endpoints.addPaperVersion, ({ params, query, file }, context) =>
    addPaperVersion(context, features, params.paperId, { file, ...query }),
  )
  route(app, endpoints.readPaperVersion, ({ params }, context) => readPaperVersion(context, params.versionId))
  route(app, endpoints.submitPaper, ({ params }, context) => submitPaper(context, features, params.paperId))
  route(app, endpoints.recallPaper, ({ params }, context) => recallPaper(context, features, params.paperId))
  route(app, endpoints.returnPaper, ({ params, body }, context) => returnPaper(context, features, params.paperId, body))
  route(app, endpoints.approvePaper, ({ params, body }, context) =>
    approvePaper(context, features, params.paperId, body),
  )
  route(app, endpoints.issuePaper, ({ params, body }, context) => issuePaper(context, features, params.paperId, body))
  route(app, endpoints.voidPaper, ({ params, body }, context) =>
    voidPaper(context, features, params.paperId, body.reason),
  )
  route(app, endpoints.readPaperText, ({ params }, context) => readPaperText(context, params.versionId))
  route(app, endpoints.listStudyRecords, ({ params, query }, context) =>
    listStudyRecords(context, params.paperId, query),
  )
  route(app, endpoints.studyPaper, ({ params, body }, context) => studyPaper(context, features, params.paperId, body))
  route(app, endpoints.beginPaperBatch, ({ params }, context) => beginBatch(context, params.organisationId))
  route(app, endpoints.listPaperBatches, ({ params, query }, context) =>
    listBatches(context, params.organisationId, query),
  )
  route(app, endpoints.readPaperBatch, ({ params }, context) => readBatch(context, params.batchId))
  route(app, endpoints.addToPaperBatch, async ({ params, query, file }, context) => ({
    files: await addToBatch(context, params.batchId, { file, path: query.path }),
  }))
  route(app, endpoints.readBatchFile, ({ params }, context) => readBatchFile(context, params.fileId))
  route(app, endpoints.enterPaperBatch, async ({ params, body }, context) => ({
    files: await enterBatch(context, features, params.batchId, body.choices),
  }))
  route(app, endpoints.removePaperBatch, ({ params }, context) => removeBatch(context, params.batchId))
  route(app, endpoints.listStudiedPapers, ({ params }, context) => listStudiedPapers(context, params.recordId))
}
