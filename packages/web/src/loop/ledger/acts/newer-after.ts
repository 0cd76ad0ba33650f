import { endpoints, type ProblemDetail, RefusedCall } from '@duizhao/contract'
import { request } from '../../../platform/service/api.ts'

/** The problem as it is now, if a change was refused because someone else was faster; else null. */
export async function newerAfter(
  refused: unknown,
  { id, version }: Pick<ProblemDetail, 'id' | 'version'>,
): Promise<ProblemDetail | null> {
  if (!(refused instanceof RefusedCall) || refused.refusal.code !== 'conflict') return null
  const now = await request(endpoints.readProblem, { params: { problemId: id } })
  return now.version === version ? null : now
}
