import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'
import { pageOf, pageQuery } from '../../platform/paging.ts'
import { BatchChoice, BatchFile, MOST_IN_PAPER_BATCH, PaperBatch } from './batch.ts'
import { LARGEST_PAPER } from './endpoints.ts'

const BatchDetail = z.object({ batch: PaperBatch, files: z.array(BatchFile).max(MOST_IN_PAPER_BATCH) })

const ofBatch = { access: 'paper.write', params: { batchId: z.uuid() }, refusals: ['not_found', 'conflict'] } as const

export const beginPaperBatch = endpoint({
  action: 'paper.beginBatch',
  summary: '开始一批文稿',
  method: 'POST',
  path: '/organisations/:organisationId/paper-batches',
  access: 'paper.write',
  params: { organisationId: z.uuid('请选单位') },
  response: PaperBatch,
  refusals: ['not_found'],
})

export const listPaperBatches = endpoint({
  action: 'paper.listBatches',
  summary: '自己还没有办完的几批文稿',
  method: 'GET',
  path: '/organisations/:organisationId/paper-batches',
  access: 'paper.write',
  params: { organisationId: z.uuid() },
  query: pageQuery,
  response: pageOf(PaperBatch),
  refusals: ['not_found'],
})

export const readPaperBatch = endpoint({
  ...ofBatch,
  action: 'paper.readBatch',
  summary: '一批文稿里的文件',
  method: 'GET',
  path: '/paper-batches/:batchId',
  response: BatchDetail,
})

export const addToPaperBatch = endpoint({
  ...ofBatch,
  action: 'paper.addToBatch',
  isLong: true,
  summary: '往一批文稿里放一个文件，或者一个压缩包',
  method: 'POST',
  path: '/paper-batches/:batchId/files',
  query: { path: z.string().max(500).default('').describe('在文件夹里的位置') },
  upload: LARGEST_PAPER,
  response: z.object({ files: z.array(BatchFile) }),
})

export const readBatchFile = endpoint({
  ...ofBatch,
  action: 'paper.readBatchFile',
  isLong: true,
  summary: '读一批里还没有读的文件',
  method: 'POST',
  path: '/paper-batch-files/:fileId/reading',
  params: { fileId: z.uuid() },
  response: BatchFile,
})

export const enterPaperBatch = endpoint({
  ...ofBatch,
  action: 'paper.enterBatch',
  isLong: true,
  summary: '把一批里的文件作为文稿提交',
  method: 'POST',
  path: '/paper-batches/:batchId/entries',
  body: z.object({
    choices: z.array(BatchChoice).min(1, '还没有选文件').max(50, '一次最多 50 份'),
  }),
  response: z.object({ files: z.array(BatchFile) }),
})

export const removePaperBatch = endpoint({
  ...ofBatch,
  action: 'paper.removeBatch',
  summary: '不要一批里剩下的文件',
  method: 'DELETE',
  path: '/paper-batches/:batchId',
  response: z.undefined(),
})
