import { z } from 'zod'
import { endpoint } from '../../platform/endpoint.ts'

export const problemFile = endpoint({
  action: 'ledger.problemFile',
  leavesEntry: true,
  isLong: true,
  summary: '一问题一档（zip）',
  method: 'GET',
  path: '/problems/:problemId/file.zip',
  access: 'problem.read',
  params: { problemId: z.uuid() },
  download: 'application/zip',
  refusals: ['not_found'],
})
