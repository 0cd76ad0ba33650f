import { ProblemDetail } from './problem-detail.ts'
import { problemId } from './problem-endpoints.ts'

/** What endpoints that act on a problem have in common; the second, those of who reports what was done. */
export const acting = {
  access: 'problem.write',
  params: problemId,
  response: ProblemDetail,
  refusals: ['not_found', 'conflict'],
} as const
export const reporting = { ...acting, access: 'problem.report' } as const
